import InspectionModel
import TerminalCore

/// The code line: a passage's contributions typed in a few letters, with a legend of what may come next.
///
/// While nothing is typed, the reader's suggestion stands there to be taken: a digit takes it with that criterion,
/// Tab without one.
struct CodePrompt: Prompt {
  let label: String
  var editor: LineEditor
  private let passage: Row
  private let purpose: Purpose
  private let book: CodeBook
  private let suggestion: CodeSuggestion?

  /// What becomes of the line.
  private enum Purpose {
    case new
    /// The contribution being changed.
    case change(Row)
    /// A disagreement of two passes is settled by it.
    case settle
  }

  init(passage: Row, _ register: Register) {
    self.init("code ", passage, .new, register)
  }

  init(settling passage: Row, _ register: Register) {
    self.init("agreed ", passage, .settle, register)
  }

  init(changing contribution: Contribution, of passage: Row) {
    self.init("change ", passage, .change(contribution.row), contribution.record.register)
    editor = LineEditor(book.code(of: contribution))
  }

  private init(_ label: String, _ passage: Row, _ purpose: Purpose, _ register: Register) {
    (self.label, self.passage, self.purpose) = (label, passage, purpose)
    book = CodeBook(register)
    editor = LineEditor()
    var suggestion: CodeSuggestion?
    if case .new = purpose { suggestion = CodeSuggestion(register.view(passage), book) }
    self.suggestion = suggestion
  }

  private var line: CodeLine { CodeLine(String(editor.text.prefix { $0 != "#" }), book) }

  /// What is typed after `#`: why a contribution is changed, for the trail.
  private var why: String? {
    guard let sign = editor.text.firstIndex(of: "#") else { return nil }
    let words = editor.text[editor.text.index(after: sign)...].drop { $0 == " " }
    return words.isEmpty ? nil : String(words)
  }

  mutating func take(_ key: Key, _ context: Context) -> [Step]? {
    guard let suggestion else { return nil }
    if key == .tab, editor.text.isEmpty || isChoosing {
      return complete(suggestion, criterion: typedCriterion, direction: nil)
    }
    guard case .character(let character) = key else { return nil }
    if editor.text.isEmpty, book.criterion(character) != nil {
      return complete(suggestion, criterion: character, direction: nil)
    }
    if isChoosing, let direction = Direction(rawValue: String(character)) {
      return complete(suggestion, criterion: typedCriterion, direction: direction)
    }
    return nil
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
  private var isChoosing: Bool { suggestion != nil && typedCriterion != nil }

  private var typedCriterion: Character? {
    editor.text.count == 1
      ? editor.text.first.flatMap { book.criterion($0) == nil ? nil : $0 } : nil
  }

  // MARK: - Enter

  mutating func accept(_ context: Context) -> [Step] {
    let line = line
    if let fault = line.fault, !isChoosing {
      return [.say(Message("“\(fault.character)” is no \(words(fault.expected))", .warning))]
    }
    guard line.isComplete else {
      return [.say(Message("not whole yet: agency, criterion, direction", .warning))]
    }
    switch purpose {
    case .new: return [.closePrompt, .code(line.drafts, passage: passage)]
    case .settle: return [.closePrompt, .prompt(SettlePrompt(.new, line.drafts, passage))]
    case .change(let changing):
      guard line.drafts.count == 1, let draft = line.drafts.first else {
        return [.say(Message("one contribution is being changed; this line has more", .warning))]
      }
      return [.closePrompt, .change(change(context.register[changing], to: draft))]
    }
  }

  private func change(_ record: Record, to draft: CodeDraft) -> Change {
    let fields: [Field] = [.agency, .criterion, .direction, .with, .how]
    var new = draft.values(passage: "")
    let isRecoded = record.text(.criterion) != draft.criterion
    if isRecoded, let version = CodeDraft.version(of: draft.criterion, record.register) {
      new.append(version)
    }
    let edits = (fields + (isRecoded ? [.version] : [])).compactMap { field in
      record.setting(field, to: new.filter { $0.field == field }.map(\.value))
    }
    return Change("\(Contribution(record).words) as \(draft.words)", edits, why: why)
  }
}

// MARK: - How it looks

extension CodePrompt {
  /// The height of the longest legend, so that nothing moves while one types.
  func height(in rect: Rect, _ context: Context) -> Int {
    let legends = [agencyLegend, criterionLegend, howLegend].map {
      rows(of: $0, width: rect.width).count
    }
    return min(max(0, rect.height - 4), (legends.max() ?? 0) + 1)
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    var pen = Pen(rect)
    pen.write(reading, on: &canvas)
    for row in rows(of: legend, width: rect.width) { pen.write(row, on: &canvas) }
    if let criterion = criterionInHand(context.register) {
      CriterionText.write(criterion, with: &pen, on: &canvas)
    }
  }

  /// What the line says so far, in words.
  private var reading: [(String, Role)] {
    let line = line
    if isChoosing { return [("next: \(words(.direction)) of ", .dim), (suggested, .match)] }
    if let fault = line.fault {
      let place = String(repeating: " ", count: Text.columns(label) + fault.offset)
      return [(place, .text), ("^ no \(words(fault.expected))", .shortfall)]
    }
    if editor.text.isEmpty, suggestion != nil {
      return [("suggested: ", .dim), (suggested, .match), ("  digit or Tab takes it", .dim)]
    }
    if line.drafts.isEmpty { return [("next: \(words(line.expected))", .dim)] }
    return line.drafts.enumerated().flatMap { index, draft -> [(String, Role)] in
      [(index == 0 ? "" : "  ·  ", .dim), (draft.words + draft.partners, draft.direction.role)]
    }
  }

  /// `police, health -`
  private var suggested: String {
    let agencies = suggestion?.agencies.compactMap(book.agency) ?? []
    let direction = suggestion?.direction.map { " " + $0.rawValue } ?? ""
    return agencies.joined(separator: ", ") + direction
  }

  private func words(_ expected: CodeLine.Expected) -> String {
    switch expected {
    case .agency: "agency letter"
    case .criterionOrDirection: "criterion digit or direction"
    case .direction: "direction: + - = 0"
    case .withOrNext: "w for with whom, or comma for the next agency"
    case .withAgency: "agency letter for with whom"
    case .withMore: "letter for how or with whom else, or comma for the next agency"
    }
  }

  /// The criterion last typed, whose words stand below while its direction is chosen.
  private func criterionInHand(_ register: Register) -> Criterion? {
    guard line.expected == .direction || isChoosing || isSuggestionTaken,
      let digit = editor.text.last(where: \.isNumber), let key = book.criterion(digit),
      let row = register.row(.criterion, key: key)
    else { return nil }
    return register.view(row)
  }

  /// The letters, digits and signs that may come next, so that the passage above keeps its room.
  private var legend: [(key: String, name: String)] {
    if isChoosing { return directionLegend }
    if isSuggestionTaken { return endLegend }
    switch line.expected {
    case .agency: return editor.text.isEmpty && suggestion != nil ? criterionLegend : agencyLegend
    case .withAgency: return agencyLegend
    case .criterionOrDirection: return criterionLegend
    case .direction: return directionLegend
    case .withOrNext: return endLegend
    case .withMore: return howLegend
    }
  }

  private var endLegend: [(key: String, name: String)] {
    let end = [("w", "with"), (",", "next agency"), ("<Enter>", "done")]
    if case .change = purpose { return end + [("#", "and why, for the trail")] }
    return end
  }

  /// Whether the line is the suggestion with a criterion and nothing else, so that what the criterion says can be read once
  /// more before Enter.
  private var isSuggestionTaken: Bool {
    guard let suggestion, let digit = editor.text.first(where: \.isNumber) else { return false }
    let sign = editor.text.compactMap { Direction(rawValue: String($0)) }.first { $0 != .mention }
    return editor.text == suggestion.line(criterion: digit, direction: nil)
      || editor.text == suggestion.line(criterion: digit, direction: sign)
  }

  private var agencyLegend: [(key: String, name: String)] {
    book.agencies.map { (String($0.letter), $0.name) }
  }

  private var criterionLegend: [(key: String, name: String)] {
    book.criteria.map { (String($0.digit), $0.name) } + directionLegend
  }

  private var directionLegend: [(key: String, name: String)] {
    Direction.allCases.map { ($0.rawValue, $0.name) }
  }

  private var howLegend: [(key: String, name: String)] {
    JointWorking.allCases.map { (String($0.letter), $0.name) }
  }

  private func rows(of entries: [(key: String, name: String)], width: Int) -> [[(String, Role)]] {
    let widest = min(entries.map { Text.columns($0.name) }.max() ?? 0, 26) + 4
    let perRow = max(1, width / max(1, widest))
    return stride(from: 0, to: entries.count, by: perRow).map { start in
      entries[start..<min(start + perRow, entries.count)].flatMap { entry -> [(String, Role)] in
        let name = Text.fit(entry.name, columns: widest - 3)
        let padding = String(repeating: " ", count: max(0, widest - 2 - Text.columns(name)))
        return [(entry.key, .match), (" " + name + padding, .text)]
      }
    }
  }
}

extension Direction {
  /// How it is coloured; its sign stands beside it wherever it is shown.
  var role: Role {
    switch self {
    case .strength: .strength
    case .shortfall: .shortfall
    case .mixed: .mixed
    case .mention: .mention
    }
  }
}
