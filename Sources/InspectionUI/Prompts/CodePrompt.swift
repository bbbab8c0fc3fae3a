import InspectionModel
import InspectionOperations
import TerminalCore

/// The code line: a passage's contributions typed in a few letters, with a legend of what may come
/// next.
///
/// While nothing is typed, the reader's suggestion stands there to be taken: a digit takes it with
/// that criterion, Tab without one. As long as it is not touched, another digit or a direction
/// takes it with that instead, and the letter of an agency takes that out or in. The arrows go
/// through what may come next, and Tab or Enter takes what they are on: so one reads what each
/// criterion means without leaving the passage.
struct CodePrompt: Prompt {
  let label: String
  var editor: LineEditor
  private let purpose: Purpose
  let book: CodeAlphabet
  private(set) var suggestion: CodeSuggestion?
  /// The entry of the legend under the cursor.
  private(set) var choice: Int?

  /// What becomes of the line.
  private enum Purpose {
    case new(passage: String, ReviewPlace?)
    /// New contributions, alike to several passages.
    case alike([String])
    /// The contribution being changed.
    case change(String)
    /// A disagreement of two passes is settled by it.
    case settle(SettledPassage)
  }

  /// New contributions to a passage.
  ///
  /// - Parameter place: where in a review the passage is; nil outside of any.
  init(passage: Row, at place: ReviewPlace? = nil, _ register: Register) {
    self.init("code ", .new(passage: register[passage].key, place), register)
    suggestion = CodeSuggestion(register.view(passage), book)
  }

  /// New contributions, alike to several passages.
  init(passages: [String], _ register: Register) {
    self.init("code \(counted(passages.count, "passage")) alike ", .alike(passages), register)
  }

  init(settling passage: SettledPassage, _ register: Register) {
    self.init("agreed ", .settle(passage), register)
  }

  init(changing contribution: Contribution) {
    self.init("change ", .change(contribution.key), contribution.record.register)
    editor = LineEditor(book.code(of: contribution))
  }

  private init(_ label: String, _ purpose: Purpose, _ register: Register) {
    (self.label, self.purpose) = (label, purpose)
    book = CodeAlphabet(register)
    editor = LineEditor()
  }

  var line: CodeLine { CodeLine(String(editor.text.prefix { $0 != "#" }), book) }

  /// What is typed after `#`: why a contribution is changed, for the trail.
  private var why: String? {
    guard let sign = editor.text.firstIndex(of: "#") else { return nil }
    let words = editor.text[editor.text.index(after: sign)...].drop { $0 == " " }
    return words.isEmpty ? nil : String(words)
  }

  mutating func press(_ key: Key, _ context: Context) -> [Step]? {
    switch key {
    case .down, .control("n"): return move(by: 1)
    case .up, .control("p"): return move(by: -1)
    case .pageDown: return [.act(.pageDown)]
    case .pageUp: return [.act(.pageUp)]
    case .tab where choice != nil: return takeChoice()
    case .tab:
      guard let suggestion, editor.text.isEmpty || isChoosing else { return nil }
      return complete(suggestion, criterion: typedCriterion, direction: nil)
    default: break
    }
    choice = nil
    guard case .character(let character) = key else { return nil }
    return takeWithSuggestion(character)
  }

  /// What a character means beside the suggestion; nil where it is one of the line.
  private mutating func takeWithSuggestion(_ character: Character) -> [Step]? {
    guard let suggestion else { return nil }
    if isSuggestionTaken || isChoosing, book.agency(character) != nil {
      return toggle(character)
    }
    if editor.text.isEmpty || isSuggestionTaken, book.criterion(character) != nil {
      let sign = isSuggestionTaken ? line.drafts.first?.direction : nil
      return complete(suggestion, criterion: character, direction: sign)
    }
    guard let direction = Direction(rawValue: String(character)) else { return nil }
    if isChoosing { return complete(suggestion, criterion: typedCriterion, direction: direction) }
    guard isSuggestionTaken else { return nil }
    let criterion = editor.text.first(where: \.isNumber)
    return complete(suggestion, criterion: criterion, direction: direction)
  }

  /// Takes an agency out of the suggestion that was taken, or in, so that one digit never codes
  /// more than one means.
  private mutating func toggle(_ agency: Character) -> [Step] {
    guard var next = suggestion, next.toggle(agency) else {
      return [.say(Message("this is the last agency of the line; Esc leaves it", .warning))]
    }
    let criterion = editor.text.first(where: \.isNumber)
    let direction = isChoosing ? nil : line.drafts.first?.direction
    suggestion = next
    return complete(next, criterion: criterion, direction: direction)
  }

  // MARK: - Choosing

  private mutating func move(by step: Int) -> [Step] {
    let count = legend.entries.count
    guard count > 0 else { return [] }
    choice = choice.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    return []
  }

  /// Types what is under the cursor of the legend.
  private mutating func takeChoice() -> [Step] {
    guard let choice, let character = legend.entries[choice].character else { return [] }
    self.choice = nil
    if let steps = takeWithSuggestion(character) { return steps }
    _ = editor.press(.character(character))
    return []
  }

  /// What may come next.
  var legend: CodeLegend {
    if isChoosing { return .directions }
    if isSuggestionTaken {
      return line.criterion == nil ? .criteria(book) : .taken(suggestion?.agencies ?? [], book)
    }
    switch line.expected {
    case .agency:
      return editor.text.isEmpty && suggestion != nil ? .criteria(book) : .agencies(book)
    case .withAgency: return .agencies(book)
    case .criterionOrDirection: return .criteria(book)
    case .direction: return .directions
    case .withOrNext: return .end(canSayWhy: canSayWhy)
    case .withMore: return .ways
    }
  }

  /// The criterion one is thinking of: under the cursor, or last typed.
  var criterionInHand: String? {
    choice.flatMap { legend.entries[$0].criterion }
      ?? (isChoosing ? typedCriterion.flatMap(book.criterion) : line.criterion)
  }

  /// Takes the suggestion; where its section gives no direction, one is still to be typed.
  private mutating func complete(
    _ suggestion: CodeSuggestion, criterion: Character?, direction: Direction?
  ) -> [Step] {
    let line = suggestion.line(criterion: criterion, direction: direction)
    editor = LineEditor(line ?? criterion.map(String.init) ?? "")
    return []
  }

  /// Whether a criterion alone is typed, to be taken with the suggestion once the direction is.
  var isChoosing: Bool { suggestion != nil && typedCriterion != nil }

  private var typedCriterion: Character? {
    editor.text.count == 1
      ? editor.text.first.flatMap { book.criterion($0) == nil ? nil : $0 } : nil
  }

  /// Whether the line is the suggestion and nothing else, with a criterion or without, so that what
  /// that says can be read once more before Enter, and another be taken.
  var isSuggestionTaken: Bool {
    guard let suggestion, !editor.text.isEmpty else { return false }
    let digit = editor.text.first(where: \.isNumber)
    let sign = editor.text.compactMap { Direction(rawValue: String($0)) }.first { $0 != .mention }
    return editor.text == suggestion.line(criterion: digit, direction: nil)
      || editor.text == suggestion.line(criterion: digit, direction: sign)
  }

  var canSayWhy: Bool { if case .change = purpose { true } else { false } }

  // MARK: - Enter

  mutating func accept(_ context: Context) -> [Step] {
    if choice != nil { return takeChoice() }
    let line = line
    if let fault = line.fault, !isChoosing {
      let wanted = phrase(fault.expected)
      return [.say(Message("“\(fault.character)” does not fit; wanted: \(wanted)", .warning))]
    }
    guard line.isComplete else {
      return [.say(Message("not complete yet: agency, criterion, direction", .warning))]
    }
    switch purpose {
    case .new(let passage, let place):
      return [.closePrompt, .code(line.drafts, in: passage, at: place)]
    case .alike(let passages):
      let operations = passages.map { CodePassage(line.drafts, in: $0, at: nil) }
      let each = counted(line.drafts.count, "contribution")
      let summary = "\(each) to each of \(counted(passages.count, "passage"))"
      return [
        .closePrompt, .run(Several(operations, summary), then: [.remember(.coded(line.drafts))]),
      ]
    case .settle(let passage):
      return [.closePrompt, .prompt(SettlePrompt(passage, .new, line.drafts))]
    case .change(let key):
      guard line.drafts.count == 1, let draft = line.drafts.first else {
        return [.say(Message("you are changing one contribution; this line has more", .warning))]
      }
      return [.closePrompt, .run(ChangeContribution(key, to: draft, because: why))]
    }
  }
}
