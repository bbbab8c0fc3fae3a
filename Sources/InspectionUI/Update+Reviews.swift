import InspectionAnalysis
import InspectionModel
import InspectionOperations

/// Who works, what is kept in mind for them, what they note, and where they go in a review.
extension State {
  /// Keeps the name of the person at the keyboard, and goes on.
  mutating func introduce(_ name: String, then steps: [Step]) -> [Effect] {
    reviewer = name
    asksForReviewer = false
    renewBlinding()
    return [.rememberReviewer(name)] + perform(steps)
  }

  /// Keeps something in mind.
  mutating func remember(_ remembered: Remembered) -> [Effect] {
    switch remembered {
    case .filter(let text): filters.note(text)
    case .coded(let drafts):
      lastCode = drafts
      if screen.review != nil { clock.tick() }
    case .ownArea(let key):
      ownArea = key
      return [.rememberArea(key)]
    }
    return []
  }

  // MARK: - Memos

  mutating func memo(inEditor: Bool) -> [Effect] {
    guard let subject = screen.memoSubject else {
      message = Message("nothing under the cursor to write a memo on", .hint)
      return []
    }
    let memo = MemoSubject(
      subject.type, register[subject].key, in: screen.review.map { register[$0].key })
    if inEditor { return [.compose(memo)] }
    return perform([
      .prompt(
        TextPrompt("memo on \(register[subject].key) ", hint: memoHint) { text in
          text.isEmpty ? [] : [.run(MemoWords.memo(text, on: memo))]
        })
    ])
  }

  private var memoHint: String {
    let editor = keymap.keys(for: .memoInEditor).map { "; \($0) writes one in your editor" } ?? ""
    return MemoWords.hint + editor
  }

  mutating func takeMemo(_ text: String, on subject: MemoSubject) -> [Effect] {
    guard !text.isEmpty else {
      message = Message("nothing was written, so there is no memo")
      return []
    }
    return run(MemoWords.memo(text, on: subject))
  }

  mutating func select(_ row: Row) {
    guard row.type == .passage, screen.list?.type != .passage else {
      screen.list?.move(to: row)
      return
    }
    if !screen.go(to: row, register) { screens.append(PassageScreen(row, register)) }
  }
}
