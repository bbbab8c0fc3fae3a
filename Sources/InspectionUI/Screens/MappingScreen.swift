import InspectionModel
import TerminalCore

/// A table of no known kind: its columns, what each holds, and its first ten rows. What is said
/// becomes a mapping, which is kept and read again by its name.
struct MappingScreen: RegisteredScreen {
  static let kind = "mapping"
  let hints: [Action] = [.open, .remove, .importTables, .back]
  private var cursor = LineCursor()

  /// The lines after those of the columns.
  private enum Line: Int, CaseIterable {
    case framework, days, source, read
  }

  let showsTables = true

  var list: RecordList? {
    get { nil }
    set {}
  }

  var position: String { cursor.position }

  private static let names: [Action: String] = [
    .open: "say", .remove: "not-read", .importTables: "other-file",
  ]

  func hintName(_ action: Action) -> String? { Self.names[action] }

  private static let summaries: [Action: String] = [
    .open: "Say what a column holds, or read the table on the last line",
    .remove: "Say that a column is not read", .importTables: "Read another table",
  ]

  func summary(of action: Action) -> String? { Self.summaries[action] }

  mutating func arrange(_ context: Context) {
    let count = (context.mapping?.roles.count ?? -Line.allCases.count) + Line.allCases.count
    cursor.arrange(height: panes(context.body).list.height, count: count)
  }

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    if cursor.perform(action, count: count) { return [] }
    guard let draft = context.mapping else { return nil }
    if action == .open { return open(draft, context) }
    if action == .importTables { return [.prompt(TextPrompt.table(in: ""))] }
    guard action == .remove else { return nil }
    return draft.roles.indices.contains(cursor.line)
      ? [.tables(.map(.role(nil, column: cursor.line)))]
      : line(draft) == .framework ? [.tables(.map(.framework(nil)))] : []
  }

  mutating func click(x: Int, line: Int, _ context: Context) -> [Step]? {
    let place = cursor.top + line - 1
    guard line > 0, cursor.window.contains(place) else { return nil }
    if place == cursor.line { return context.mapping.map { open($0, context) } }
    cursor.move(to: place)
    return []
  }

  private func line(_ draft: MappingDraft) -> Line? {
    Line(rawValue: cursor.line - draft.roles.count)
  }

  private func open(_ draft: MappingDraft, _ context: Context) -> [Step] {
    switch line(draft) {
    case nil: return [chooseRole(draft)]
    case .framework: return [chooseFramework(context.register)]
    case .days: return [.tables(.map(.days))]
    case .source:
      return [
        .prompt(
          TextPrompt("source ", text: draft.source) { word in [.tables(.map(.source(word)))] })
      ]
    case .read:
      if let lack = draft.lack { return [.say(Message(lack, .hint))] }
      return [.effect(.mapTable(path: draft.table.path, draft.said))]
    }
  }

  private func chooseRole(_ draft: MappingDraft) -> Step {
    guard draft.canBeRead(cursor.line) else {
      return .say(Message("a column without a heading of its own cannot be named", .hint))
    }
    let (column, heading) = (cursor.line, draft.table.headings[cursor.line])
    let choices = draft.table.roles.map { (key: $0, name: "\($0)\(Self.explained[$0] ?? "")") }
    return .prompt(
      ChoicePrompt("“\(Text.fit(heading, columns: 30))” holds ", "value", choices) { role in
        [.tables(.map(.role(role, column: column))), .act(.down)]
      })
  }

  private func chooseFramework(_ register: Register) -> Step {
    let all = register.rows(.framework).map { row in
      (key: register[row].key, name: register[row].text(.name) ?? register[row].key)
    }
    return .prompt(
      ChoicePrompt("its inspections are under ", "framework", all) { key in
        [.tables(.map(.framework(key))), .act(.down)]
      })
  }

  /// What the words of a mapping stand for, where they do not say it themselves.
  private static let explained: [String: String] = [
    "area": "  the name of the area", "code": "  its code (E09000008)",
    "number": "  its number with the Department for Education or Ofsted",
    "from": "  the first day on site", "to": "  the last day on site",
    "published": "  the day of the report", "type": "  which kind of inspection it was",
    "address": "  where the report is", "overall": "  the overall grade",
    "leaders": "  the grade of leaders",
  ]

  mutating func note(_ change: Change, _ context: Context) {}

  func saved(_ register: Register) -> SavedScreen? { SavedScreen(kind: Self.kind) }

  // MARK: - Drawing

  private func panes(_ rect: Rect) -> (list: Rect, rows: Rect) {
    let head = rect.inset(top: 1)
    let rows = rect.height >= 30 ? 13 : rect.height >= 20 ? 7 : 0
    return (head.inset(bottom: rows), head.inset(top: head.height - rows))
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard let draft = context.mapping else {
      canvas.draw("no table is at hand", x: rect.x + 1, y: rect.y, style: Style(.dim))
      return
    }
    let panes = panes(rect)
    var writer = PaneWriter(rect.row(0).inset(left: 1))
    writer.write(
      [("\(draft.table.name) is of no known kind: say what its columns hold", .dim)], on: &canvas)
    for place in cursor.window {
      draw(place, draft, on: &canvas, in: panes.list.row(place - cursor.top), context.register)
    }
    if panes.rows.height > 2 { drawRows(draft, on: &canvas, in: panes.rows) }
  }

  private func draw(
    _ place: Int, _ draft: MappingDraft, on canvas: inout Canvas, in rect: Rect,
    _ register: Register
  ) {
    let isCursor = place == cursor.line
    let width = min(34, rect.width / 3)
    let (name, value, role) = content(place, draft, register)
    if isCursor { canvas.draw("▌", x: rect.x, y: rect.y, style: Style(.heading)) }
    canvas.draw(
      Text.fit(name, columns: width), x: rect.x + 1, y: rect.y, width: width,
      style: Style(isCursor ? .cursor : .text))
    let left = width + 3
    canvas.draw(
      Text.fit(value, columns: max(0, rect.width - left)), x: rect.x + left, y: rect.y,
      width: max(0, rect.width - left), style: Style(role))
    if isCursor { canvas.restyle(rect) { $0.on(.selected) } }
  }

  private func content(
    _ place: Int, _ draft: MappingDraft, _ register: Register
  ) -> (name: String, value: String, role: Role) {
    guard let line = Line(rawValue: place - draft.roles.count) else {
      let role = draft.roles[place]
      return (draft.table.headings[place], role ?? "not read", role == nil ? .dim : .match)
    }
    switch line {
    case .framework:
      let name = draft.framework.map { key in
        register.row(.framework, key: key).flatMap { register[$0].text(.name) } ?? key
      }
      let none =
        draft.isOfAreas
        ? "none: a table of areas"
        : draft.roles.contains("type") ? "a column says it" : "not said yet"
      return ("Framework", name ?? none, draft.framework == nil ? .dim : .match)
    case .days:
      let sentence =
        draft.days == .told
        ? "each column shows how its days are written" : "03/04/2024 is \(draft.days.rawValue)"
      return ("Days", sentence, draft.days == .told ? .dim : .match)
    case .source:
      return (
        "Source", "\(draft.source)  (the mapping is kept under this name, if it is free)", .match
      )
    case .read:
      return (
        "Read the table", draft.lack ?? "ready", draft.lack == nil ? .text : .mixed
      )
    }
  }

  /// The first rows as the file has them, from the column under the cursor on.
  private func drawRows(_ draft: MappingDraft, on canvas: inout Canvas, in rect: Rect) {
    var writer = PaneWriter(rect.inset(left: 1))
    writer.write(String(repeating: "─", count: max(0, rect.width - 2)), .dim, on: &canvas)
    let most = max(1, rect.width / 20)
    let first = max(0, min(cursor.line, draft.roles.count - most))
    let columns = Array(draft.table.headings.indices.dropFirst(first).prefix(most))
    let width = max(8, rect.width / max(1, columns.count) - 2)
    for (line, cells) in ([draft.table.headings] + draft.table.rows).enumerated()
    where line + 1 < rect.height {
      for (place, column) in columns.enumerated() where cells.indices.contains(column) {
        canvas.draw(
          Text.fit(cells[column], columns: width), x: rect.x + 1 + place * (width + 2),
          y: rect.y + 1 + line, width: width, style: Style(line == 0 ? .heading : .text))
      }
    }
  }
}
