import InspectionModel
import TerminalCore

/// The letter of an inspection as a page: facts and problems on top, then headings and passages as
/// they are read.
///
/// The cursor is on a passage; `top` is the first line of the page that is shown.
struct LetterScreen: RegisteredScreen {
  static let kind = "letter"
  let inspection: Row
  var letterOf: Row? { inspection }
  let hints: [Action] = [
    .open, .code, .change, .pageDown, .nextPassage, .readReport, .undo, .save, .back,
  ]
  var search: TextSearch? = TextSearch()
  private var laidOut: LaidOutLetter
  private var cursor = 0
  private var top = 0
  private var height = 1
  /// For which width the page is laid out; nil where a change has made it out of date.
  private var width: Int?

  /// From how many columns the facts stand beside the page.
  private static let sideBySide = 150

  init(_ inspection: Row, _ register: Register, at passage: String? = nil) {
    self.inspection = inspection
    laidOut = LaidOutLetter(register.view(inspection), width: 80, hasFacts: true)
    if let passage, let row = register.row(.passage, key: passage) { cursor = index(of: row) ?? 0 }
  }

  var list: RecordList? {
    get { nil }
    set {}
  }

  var subject: Row? { inspection }
  var quoted: Row? { current ?? inspection }

  var position: String {
    let count = laidOut.passages.count
    if count == 0 { return "none" }
    return firstLineOfCurrent == nil ? "of \(count)" : "\(cursor + 1)/\(count)"
  }

  /// The first line in the window that belongs to the passage under the cursor.
  private var firstLineOfCurrent: Int? {
    guard let current else { return nil }
    return laidOut.lines.indices.dropFirst(top).prefix(height).first {
      laidOut.lines[$0].passage == current
    }
  }

  func title(_ register: Register) -> String {
    "Letter of \(register.view(inspection, as: Inspection.self).title)"
  }

  private var current: Row? {
    laidOut.passages.indices.contains(cursor) ? laidOut.passages[cursor].row : nil
  }

  private func index(of row: Row) -> Int? { laidOut.passages.firstIndex { $0.row == row } }

  func offers(_ action: Action, _ context: Context) -> Bool {
    if action == .readReport {
      return context.register.view(inspection, as: Inspection.self).hasReadableReport
    }
    return !laidOut.passages.isEmpty || ![.open, .code, .nextPassage].contains(action)
  }

  // MARK: - What it does

  mutating func arrange(_ context: Context) {
    let (page, facts) = panes(context)
    height = max(1, page.height)
    if width != page.width {
      let held = current
      let wasNew = width == nil && top == 0
      laidOut = LaidOutLetter(
        context.register.view(inspection), width: page.width, hasFacts: facts == nil,
        emptiness: InspectionFacts(
          inspection: context.register.view(inspection), blinding: nil, keymap: context.keymap
        ).noLetter)
      width = page.width
      cursor = held.flatMap(index) ?? max(0, min(cursor, laidOut.passages.count - 1))
      if !wasNew || cursor > 0 { show() }
    }
    top = max(0, min(top, laidOut.lines.count - height))
  }

  mutating func note(_ change: Change, _ context: Context) {
    let concerned: Set<RecordType> = [.inspection, .passage, .contribution]
    if change.edits.contains(where: { concerned.contains($0.type) }) { width = nil }
  }

  mutating func returned(from subject: Row) {
    guard let index = index(of: subject) else { return }
    cursor = index
    show()
  }

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    switch action {
    case .down, .nextPassage: move(to: cursor + (count ?? 1))
    case .up, .previousPassage: move(to: cursor - (count ?? 1))
    case .first: move(to: 0)
    case .last: move(to: count.map { $0 - 1 } ?? laidOut.passages.count - 1)
    case .pageDown: scroll(by: height - 1)
    case .pageUp: scroll(by: 1 - height)
    case .halfPageDown: scroll(by: height / 2)
    case .halfPageUp: scroll(by: -height / 2)
    case .change: return [.prompt(CorrectionPrompt(inspection))]
    case .open, .code: return openPassage(coding: action == .code, context)
    default: return nil
    }
    return []
  }

  private func openPassage(coding: Bool, _ context: Context) -> [Step] {
    guard let current else {
      let key = context.keymap.keys(for: .readReport) ?? "read-report"
      return [.say(Message("no passages yet: \(key) reads the letter", .hint))]
    }
    let prompt = coding ? [Step.prompt(CodePrompt(passage: current, context.register))] : []
    return [.push(PassageScreen(current, context.register))] + prompt
  }

  mutating func click(x: Int, line: Int, _ context: Context) -> [Step]? {
    guard laidOut.lines.indices.contains(top + line), let row = laidOut.lines[top + line].passage,
      let index = index(of: row)
    else { return [] }
    if index == cursor { return perform(.open, count: nil, context) }
    cursor = index
    return []
  }

  /// Up from the first passage lies what stands above it, and down from there the first passage.
  private mutating func move(to index: Int) {
    if index < 0 {
      (cursor, top) = (0, 0)
      return
    }
    let isBelow =
      laidOut.passages.indices.contains(cursor) && laidOut.passages[cursor].line >= top + height
    cursor =
      isBelow && index == cursor + 1 ? cursor : max(0, min(index, laidOut.passages.count - 1))
    show()
  }

  /// Brings the passage under the cursor into the window, whole if it fits, with what stands above
  /// the first.
  private mutating func show() {
    guard laidOut.passages.indices.contains(cursor) else { return }
    let lines = extent(of: cursor)
    if lines.upperBound > top + height { top = lines.upperBound - height }
    if lines.lowerBound < top { top = lines.lowerBound }
    top = max(0, top)
  }

  /// The lines of a passage, with the headings above it.
  private func extent(of index: Int) -> Range<Int> {
    var start = laidOut.passages[index].line
    while start > 0, laidOut.lines[start - 1].passage == nil { start -= 1 }
    var end = laidOut.passages[index].line
    while end < laidOut.lines.count, laidOut.lines[end].passage == laidOut.passages[index].row {
      end += 1
    }
    // A long row of facts above the first passage does not push it out of the window.
    return max(start, end - height)..<end
  }

  /// Scrolls, and takes the cursor along into the window.
  private mutating func scroll(by lines: Int) {
    top = max(0, min(top + lines, laidOut.lines.count - height))
    let shown = laidOut.passages.indices.filter { index in
      (top..<top + height).contains(laidOut.passages[index].line)
    }
    guard let first = shown.first, let last = shown.last else {
      cursor = laidOut.passages.lastIndex { $0.line < top } ?? cursor
      return
    }
    cursor = max(first, min(cursor, last))
  }

  // MARK: - Searching it

  func textLines(_ context: Context) -> [String] { laidOut.lines.map(\.text) }

  var topLine: Int { top }

  mutating func reveal(line: Int, _ context: Context) {
    guard laidOut.lines.indices.contains(line) else { return }
    if let index = laidOut.lines[line].passage.flatMap(index) { cursor = index }
    if !(top..<top + height).contains(line) {
      top = max(0, min(line - height / 3, laidOut.lines.count - height))
    }
  }

  // MARK: - How it looks

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let (page, facts) = panes(context)
    var marks: [Row: MarkedText] = [:]
    for (offset, line) in laidOut.lines.dropFirst(top).prefix(page.height).enumerated() {
      draw(line, top + offset, on: &canvas, in: page.row(offset), &marks, context.register)
    }
    if let line = firstLineOfCurrent, page.rows.contains(page.y + line - top) {
      canvas.draw("▌", x: page.x, y: page.y + line - top, width: 1, style: Style(.heading))
    }
    if let facts {
      for y in facts.rows {
        canvas.draw("│", x: facts.x - 2, y: y, width: 1, style: Style(.rule))
      }
      var writer = PaneWriter(facts)
      for fact in LetterFact.all(of: context.register.view(inspection)) {
        for line in fact.lines(width: facts.width) { writer.write(line, on: &canvas) }
      }
    }
  }

  private func draw(
    _ line: LaidOutLetter.Line, _ number: Int, on canvas: inout Canvas, in rect: Rect,
    _ marks: inout [Row: MarkedText], _ register: Register
  ) {
    let isCursor = line.passage != nil && line.passage == current
    if !line.label.isEmpty {
      let role = isCursor ? Role.cursor : SectionKind(code: line.label)?.role ?? .dim
      canvas.draw(
        line.label, x: rect.x + 1, y: rect.y, width: LaidOutLetter.margin - 1, style: Style(role))
    }
    var x = rect.x + (line.part == nil ? 0 : LaidOutLetter.margin)
    let pieces = pieces(of: line, &marks, register)
    for (text, role) in search?.marked(pieces, line: number) ?? pieces where x < rect.right {
      x += canvas.draw(
        Text.fit(text, columns: rect.right - x), x: x, y: rect.y, width: rect.right - x,
        style: Style(role))
    }
  }

  /// The pieces of a line; each passage is searched for the words of agencies once.
  private func pieces(
    of line: LaidOutLetter.Line, _ marks: inout [Row: MarkedText], _ register: Register
  ) -> [(String, Role)] {
    guard let part = line.part, let row = line.passage else { return line.pieces }
    let passage: Passage = register.view(row)
    let marked = marks[row] ?? MarkedText(passage, in: passage.listed)
    marks[row] = marked
    return marked.pieces(of: part)
  }

  private func panes(_ context: Context) -> (page: Rect, facts: Rect?) {
    guard context.body.width >= Self.sideBySide else { return (context.body, nil) }
    let (page, rest) = context.body.split(
      columns: LaidOutLetter.longestLine + LaidOutLetter.margin + 2)
    return (page, rest.inset(left: 2))
  }

  func saved(_ register: Register) -> SavedScreen? {
    SavedScreen(
      kind: Self.kind, key: register[inspection].key, cursor: current.map { register[$0].key })
  }
}

extension SectionKind {
  /// The kind that a passage's number begins with.
  fileprivate init?(code: String) {
    guard let kind = Self.allCases.first(where: { $0.code == code.first }) else { return nil }
    self = kind
  }
}
