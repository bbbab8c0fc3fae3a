import InspectionModel
import TerminalCore

/// The code line: a passage's contributions typed in a few letters, with a legend of what may come next.
struct CodePrompt: Prompt {
  let label: String
  var editor: LineEditor
  private let passage: Row
  /// The contribution being changed; nil when new ones are made.
  private let changing: Row?
  private let book: CodeBook

  init(passage: Row, _ register: Register) {
    self.passage = passage
    changing = nil
    label = "code "
    book = CodeBook(register)
    editor = LineEditor()
  }

  init(changing contribution: Contribution, of passage: Row) {
    self.passage = passage
    changing = contribution.row
    label = "change "
    book = CodeBook(contribution.record.register)
    editor = LineEditor(book.code(of: contribution))
  }

  private var line: CodeLine { CodeLine(editor.text, book) }

  mutating func accept(_ context: Context) -> [Step] {
    let line = line
    if let fault = line.fault {
      return [.say(Message("“\(fault.character)” is no \(words(fault.expected))", .warning))]
    }
    guard line.isComplete else {
      return [.say(Message("not whole yet: agency, criterion, direction", .warning))]
    }
    guard let changing else { return [.closePrompt, .code(line.drafts, passage: passage)] }
    guard line.drafts.count == 1, let draft = line.drafts.first else {
      return [.say(Message("one contribution is being changed; this line has more", .warning))]
    }
    return [.closePrompt, .change(change(context.register[changing], to: draft))]
  }

  private func change(_ record: Record, to draft: CodeDraft) -> Change {
    let fields: [Field] = [.agency, .criterion, .direction, .with]
    let new = draft.values(passage: "")
    let edits = fields.compactMap { field -> Edit? in
      let values = new.filter { $0.field == field }.map(\.value)
      let former = record.texts(field)
      guard values != former else { return nil }
      return .set(.contribution, key: record.key, field, from: former, to: values)
    }
    return Change("\(Contribution(record).words) as \(draft.words)", edits)
  }

  // MARK: - The legend

  /// The height of the longest legend, so that nothing moves while one types.
  func height(in rect: Rect, _ context: Context) -> Int {
    let legends = [agencyLegend, criterionLegend].map { rows(of: $0, width: rect.width).count }
    return min(max(0, rect.height - 4), (legends.max() ?? 0) + 1)
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    var pen = Pen(rect)
    pen.write(reading, on: &canvas)
    for row in rows(of: legend, width: rect.width) { pen.write(row, on: &canvas) }
  }

  /// What the line says so far, in words.
  private var reading: [(String, Role)] {
    let line = line
    if let fault = line.fault {
      let place = String(repeating: " ", count: Text.columns(label) + fault.offset)
      return [(place, .text), ("^ no \(words(fault.expected))", .shortfall)]
    }
    if line.drafts.isEmpty { return [("next: \(words(line.expected))", .dim)] }
    return line.drafts.enumerated().flatMap { index, draft -> [(String, Role)] in
      let with = draft.with.isEmpty ? "" : " with " + draft.with.joined(separator: ", ")
      return [(index == 0 ? "" : "  ·  ", .dim), (draft.words + with, draft.direction.role)]
    }
  }

  private func words(_ expected: CodeLine.Expected) -> String {
    switch expected {
    case .agency: "agency letter"
    case .criterionOrDirection: "criterion digit or direction"
    case .direction: "direction: + - = 0"
    case .withOrNext: "w for with whom, or comma for the next agency"
    case .withAgency: "agency letter for with whom"
    }
  }

  /// The letters, digits and signs that may come next, so that the passage above keeps its room.
  private var legend: [(key: String, name: String)] {
    switch line.expected {
    case .agency, .withAgency: agencyLegend
    case .criterionOrDirection: criterionLegend
    case .direction: directionLegend
    case .withOrNext: [("w", "with"), (",", "next agency"), ("<Enter>", "done")]
    }
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
