import InspectionModel
import TerminalCore

/// How many records of a list hold what: contributions by agency, by direction, by the theme of
/// their inspection.
///
/// Enter lists those of a group; the key that grouped goes on to the next column.
struct GroupScreen: Screen {
  let hints: [Action] = [.open, .group, .back]
  private let source: RecordList
  private let columns: [Grouping]
  private var chosen: Int
  private var groups: [RecordGroup] = []
  private var cursor = 0
  private var top = 0
  private var height = 1

  /// Nil where the list has nothing to group by.
  init?(_ list: RecordList, _ register: Register) {
    source = list
    columns = list.groupings
    guard !columns.isEmpty else { return nil }
    chosen = columns.firstIndex { $0.title == list.sortTitle } ?? 0
    count(register)
  }

  var list: RecordList? {
    get { nil }
    set {}
  }

  var position: String { groups.isEmpty ? "none" : "\(cursor + 1)/\(groups.count)" }

  func title(_ register: Register) -> String { "by \(columns[chosen].title)" }

  func saved(_ register: Register) -> SavedScreen { SavedScreen(kind: "groups") }

  mutating func arrange(_ context: Context) {
    height = max(1, context.body.height - 1)
    move(to: cursor)
  }

  mutating func note(_ change: Change, _ context: Context) { count(context.register) }

  mutating func returned(from subject: Row) {}

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    let times = count ?? 1
    switch action {
    case .down: move(to: cursor + times)
    case .up: move(to: cursor - times)
    case .pageDown: move(to: cursor + times * height)
    case .pageUp: move(to: cursor - times * height)
    case .first: move(to: (count ?? 1) - 1)
    case .last: move(to: (count ?? groups.count) - 1)
    case .group, .sort:
      chosen = (chosen + 1) % columns.count
      cursor = 0
      self.count(context.register)
    case .open: return open(context)
    default: return nil
    }
    return []
  }

  mutating func click(x: Int, line: Int, _ context: Context) -> [Step]? {
    let row = top + line - 1
    guard line > 0, groups.indices.contains(row) else { return [] }
    if row == cursor { return open(context) }
    move(to: row)
    return []
  }

  private func open(_ context: Context) -> [Step] {
    guard groups.indices.contains(cursor) else { return [] }
    let column = columns[chosen]
    let rows = context.register.rows(
      among: live(context.register),
      of: source.type, by: column.path, holding: groups[cursor].text)
    let title = "\(column.title) \(Self.shown(groups[cursor]))"
    return [.push(SomeRecordsScreen(source.listing(rows, context.register), title: title))]
  }

  /// The records of the list that are still there.
  private func live(_ register: Register) -> [Int32] {
    let rows = source.rows.numbers
    if register.count(source.type) == register.rowCount(source.type) { return rows }
    return rows.filter { register.contains(Row(type: source.type, number: Int($0))) }
  }

  /// O(records of the list).
  private mutating func count(_ register: Register) {
    let rows = live(register)
    groups = register.groups(of: rows, of: source.type, by: columns[chosen].path)
    move(to: cursor)
  }

  private mutating func move(to index: Int) {
    cursor = max(0, min(index, groups.count - 1))
    top = max(0, min(top, groups.count - height))
    if cursor < top { top = cursor }
    if cursor >= top + height { top = cursor - height + 1 }
  }

  // MARK: - How it looks

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let all = groups.reduce(0) { $0 + $1.count }
    let name = min(46, max(12, rect.width - 32))
    drawLine(columns[chosen].title, source.type.words.many, "", on: &canvas, rect.row(0), name)
    for line in 0..<max(0, rect.height - 1) where top + line < groups.count {
      let group = groups[top + line]
      let row = rect.inset(top: 1).row(line)
      let isCursor = top + line == cursor
      let bar = Self.bar(group.count, of: groups[0].count, width: max(0, rect.width - name - 24))
      let share = all == 0 ? "" : "\((group.count * 100 + all / 2) / all) %"
      if isCursor { canvas.draw("▌", x: row.x, y: row.y, width: 1, style: Style(.heading)) }
      drawLine(
        Self.shown(group), String(group.count), share, on: &canvas, row, name,
        isCursor ? .cursor : .text)
      canvas.draw(bar, x: row.x + name + 22, y: row.y, width: bar.count, style: Style(.chart))
    }
  }

  private func drawLine(
    _ name: String, _ count: String, _ share: String, on canvas: inout Canvas, _ row: Rect,
    _ width: Int, _ role: Role = .heading
  ) {
    func right(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - Text.columns(text))) + text
    }
    canvas.draw(
      Text.fit(name, columns: width), x: row.x + 1, y: row.y, width: width, style: Style(role))
    let rest = role == .heading ? Role.heading : .text
    canvas.draw(
      right(count, 13), x: row.x + width + 1, y: row.y, width: 13, style: Style(rest))
    canvas.draw(right(share, 6), x: row.x + width + 14, y: row.y, width: 6, style: Style(.dim))
  }

  private static func shown(_ group: RecordGroup) -> String {
    group.text.isEmpty ? "(nothing)" : group.text
  }

  private static func bar(_ count: Int, of most: Int, width: Int) -> String {
    String(repeating: "▇", count: most == 0 ? 0 : min(30, width) * count / most)
  }
}

/// Some records of a list: those of one group.
struct SomeRecordsScreen: ListScreen {
  let kind = "some"
  let hints: [Action]
  var records: RecordList
  private let title: String

  init(_ records: RecordList, title: String) {
    (self.records, self.title) = (records, title)
    let own: [Action] = records.type == .estimate ? [.change, .remove, .undo] : [.open]
    hints = own + [.filter, .sort, .group, .back]
  }

  func title(_ register: Register) -> String { title }

  func destination(of row: Row, _ context: Context) -> (any Screen)? {
    Screens.showing(row, context.register)
  }

  func performOwn(_ action: Action, on row: Row, _ context: Context) -> [Step]? {
    switch row.type {
    case .contribution: ContributionActions.perform(action, on: row, context)
    case .estimate: EstimateActions.perform(action, on: row, context)
    default: nil
    }
  }

  func drawPreview(of row: Row, on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    var pen = Pen(rect)
    let record = context.register[row]
    pen.write(record.key, .heading, on: &canvas)
    for value in record.values where value.field != .id {
      pen.fact(value.field.name, value.value, on: &canvas)
    }
  }
}
