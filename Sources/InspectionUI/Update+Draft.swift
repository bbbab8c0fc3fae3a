public import InspectionModel

extension State {
  /// After so many characters a text is kept while it is being typed; before, once the person
  /// rests.
  private static let charactersUntilKept = 24

  /// The text being typed that is not to be lost.
  public var draft: Draft? { prompt?.draft }

  /// How long a person must rest for what is typed to be kept; nil while all of it is.
  public var restMilliseconds: Int? {
    draft == keptDraft || file.readOnly != nil ? nil : 1000
  }

  /// Asks for the text being typed to be kept, where enough of it is new.
  mutating func keepDraft(_ event: Event, after effects: [Effect]) -> [Effect] {
    // A change ends the draft before it in the journal.
    if effects.contains(where: { if case .journal = $0 { true } else { false } }) {
      keptDraft = nil
    }
    guard draft != keptDraft, file.readOnly == nil else { return [] }
    if let draft {
      let change = abs(draft.text.utf8.count - (keptDraft?.text.utf8.count ?? 0))
      guard case .rested = event else {
        guard change >= Self.charactersUntilKept else { return [] }
        keptDraft = draft
        return [.keepDraft(draft)]
      }
    }
    keptDraft = draft
    return [.keepDraft(draft)]
  }

  /// Goes on with a text that was being typed when the program was last ended, on the screen of its
  /// record.
  mutating func takeUp(_ draft: Draft) {
    guard let row = register.row(draft.type, key: draft.key) else { return }
    if let screen = Screens.showing(row, register) { screens.append(screen) }
    prompt = NotePrompt(draft.field, of: register[row], text: draft.text)
    keptDraft = draft
    message = Message("you were typing this when the program ended; Esc discards it", .good)
  }
}
