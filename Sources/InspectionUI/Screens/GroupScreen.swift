import InspectionAnalysis
import InspectionModel
import TerminalCore

/// How many records of a list hold what: contributions by agency, by direction, by the theme of
/// their inspection.
///
/// Enter lists those of a group, and the key that grouped counts them by the next column; the
/// cursor of columns goes to another column.
struct GroupScreen: Screen {
  static let kind = "groups"
  let hints: [Action] = [.open, .group, .columnRight, .sort, .export, .back]
  private var source: RecordList
  private var column: ListColumn
  private var groups: [RecordGroup] = []
  /// The records of all of them, and of the largest.
  private var all = 0
  private var most = 0
  private var isByValue = false
  private var isReversed = false
  /// The rows are others now, and are counted when they are shown.
  private var isStale = false
  private var cursor = 0
  private var top = 0
  private var height = 1
  /// The group to go to once they are counted.
  private var wanted: String?
  /// What is wrong in the file, as far as these are of it; nil before that is asked for.
  private var problems: [Problem]?

  /// Nil where the list has nothing to group by, or no such column.
  ///
  /// - Parameters:
  ///   - wanted: the group to go to.
  ///   - sort: how groups were sorted when they were left: `-value`.
  init?(
    _ list: RecordList, by name: String? = nil, at wanted: String? = nil, sort: String? = nil,
    _ register: Register
  ) {
    let groupings = list.groupings
    let named = name.map { name in groupings.first { $0.name == name } }
    guard let column = named ?? list.firstGrouping else { return nil }
    (source, self.column, self.wanted) = (list, column, wanted)
    isReversed = sort?.hasPrefix("-") ?? false
    isByValue = sort?.hasSuffix("value") ?? false
    count(register)
  }

  var list: RecordList? {
    get { nil }
    set {}
  }

  /// Its rows may still be looked for beside the screen.
  var listed: RecordList? {
    get { source }
    set {
      let isDone = source.work != nil && newValue?.work == nil
      if let newValue { source = newValue }
      if isDone { isStale = true }
    }
  }

  var position: String {
    let more = source.work == nil ? "" : "…"
    return groups.isEmpty
      ? (more.isEmpty ? "none" : more) : "\(cursor + 1)/\(groups.count)\(more)"
  }

  func title(_ register: Register) -> String { "by \(column.title)" }

  func saved(_ register: Register) -> SavedScreen? {
    SavedScreen(
      kind: Self.kind, key: column.name, cursor: groups.isEmpty ? nil : groups[cursor].text,
      sort: (isReversed ? "-" : "") + (isByValue ? "value" : "size"),
      list: SavedList(source, register))
  }

  mutating func arrange(_ context: Context) {
    height = max(1, context.body.height - 1)
    if source.type == .problem, problems != context.problems {
      problems = context.problems
      source.receive(own: Register(listing: context.problems, in: context.register))
      isStale = true
    }
    if isStale { count(context.register) }
    move(to: cursor)
  }

  mutating func note(_ change: Change, _ context: Context) {
    source.note(change, context.register)
    let types = [source.type] + (column.column.path?.types(from: source.type) ?? [])
    if change.edits.contains(where: { types.contains($0.type) }) { isStale = true }
  }

  mutating func renew(_ register: Register) {
    source.refresh(register)
    isStale = true
  }

  mutating func returned(from subject: Row) {}

  func offers(_ action: Action, _ context: Context) -> Bool {
    !groups.isEmpty || ![.open, .group, .export].contains(action)
  }

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    let times = count ?? 1
    switch action {
    case .down: move(to: cursor + times)
    case .up: move(to: cursor - times)
    case .pageDown, .mark: move(to: cursor + times * height)
    case .pageUp: move(to: cursor - times * height)
    case .first: move(to: (count ?? 1) - 1)
    case .last: move(to: (count ?? groups.count) - 1)
    case .columnRight: choose(by: 1, context.register)
    case .columnLeft: choose(by: -1, context.register)
    case .sort: sort(byValue: !isByValue, reversed: false)
    case .sortFurther: sort(byValue: isByValue, reversed: !isReversed)
    case .group: return groupInside(context)
    case .open: return open(context)
    case .keep, .leaveOut: return narrow(action, context.register)
    case .export: return [.prompt(ExportPrompt(groups: table, context.register))]
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

  // MARK: - What it does

  /// The rows of the group under the cursor.
  private func part(_ register: Register) -> RecordList? {
    guard groups.indices.contains(cursor) else { return nil }
    return source.part(holding: groups[cursor].text, in: column.name, register)
  }

  private func open(_ context: Context) -> [Step] {
    part(context.register).map { [.push(SomeRecordsScreen($0))] } ?? []
  }

  /// Goes back to the list, and keeps or leaves out the group there.
  private func narrow(_ action: Action, _ register: Register) -> [Step] {
    guard groups.indices.contains(cursor), let path = column.column.path else { return [] }
    let home = source.home(register)
    let row = home.rows(
      among: live(home), of: source.type, by: path, holding: groups[cursor].text
    ).first.map { Row(type: source.type, number: Int($0)) }
    guard let row,
      let filter = source.filter(
        keeping: action == .keep, what: row, holdsIn: column.column, register)
    else { return [.say(Message("no filter says what \(column.title) holds here", .hint))] }
    return [.back, .change(.narrow(filter))]
  }

  /// Counts the rows of the group by the next column, as those of this one are all alike.
  private func groupInside(_ context: Context) -> [Step] {
    guard let part = part(context.register) else { return [] }
    let used = Set(part.part.groups.map(\.column))
    let all = part.groupings
    let place = all.firstIndex { $0.name == column.name } ?? 0
    let next = (all[place...] + all[..<place]).first { !used.contains($0.name) }
    guard let next, let screen = GroupScreen(part, by: next.name, context.register) else {
      return [.say(Message("there is no further column to group by", .hint))]
    }
    return [.push(SomeRecordsScreen(part)), .push(screen)]
  }

  private mutating func choose(by step: Int, _ register: Register) {
    let all = source.groupings
    guard let place = all.firstIndex(where: { $0.name == column.name }) else { return }
    column = all[(place + step + all.count) % all.count]
    cursor = 0
    count(register)
  }

  /// O(records of the list).
  private mutating func count(_ register: Register) {
    guard let path = column.column.path else { return }
    isStale = false
    let held = wanted ?? (groups.indices.contains(cursor) ? groups[cursor].text : nil)
    let home = source.home(register)
    groups = home.groups(of: live(home), of: source.type, by: path)
    arrangeGroups()
    move(to: groups.firstIndex { $0.text == held } ?? cursor)
    if !groups.isEmpty { wanted = nil }
  }

  /// The records of the list that are still there.
  private func live(_ register: Register) -> [Int32] {
    let rows = source.rows.numbers
    if register.count(source.type) == register.rowCount(source.type) { return rows }
    return rows.filter { register.contains(Row(type: source.type, number: Int($0))) }
  }

  private mutating func sort(byValue: Bool, reversed: Bool) {
    let held = groups.indices.contains(cursor) ? groups[cursor].text : nil
    (isByValue, isReversed) = (byValue, reversed)
    arrangeGroups()
    move(to: groups.firstIndex { $0.text == held } ?? 0)
  }

  /// As they are counted, the largest come first.
  private mutating func arrangeGroups() {
    let (isByValue, isReversed) = (isByValue, isReversed)
    groups.sort { a, b in
      let (first, second) = isReversed ? (b, a) : (a, b)
      return isByValue
        ? (first.key, second.count, first.number) < (second.key, first.count, second.number)
        : (second.count, first.key, first.number) < (first.count, second.key, second.number)
    }
    all = groups.reduce(0) { $0 + $1.count }
    most = groups.map(\.count).max() ?? 0
  }

  private mutating func move(to index: Int) {
    cursor = max(0, min(index, groups.count - 1))
    top = max(0, min(top, groups.count - height))
    if cursor < top { top = cursor }
    if cursor >= top + height { top = cursor - height + 1 }
  }

  // MARK: - How it looks

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let name = min(46, max(12, rect.width - Self.countWidth - shareWidth - 13))
    let arrow = isReversed == isByValue ? "↓" : "↑"
    drawLine(
      column.title + (isByValue ? " " + arrow : ""),
      source.type.noun.many + (isByValue ? "" : " " + arrow), "", on: &canvas, rect.row(0), name)
    for line in 0..<max(0, rect.height - 1) where top + line < groups.count {
      let group = groups[top + line]
      let row = rect.inset(top: 1).row(line)
      let isCursor = top + line == cursor
      let bar = Self.bar(
        group.count, of: most, width: max(0, rect.width - name - Self.countWidth - shareWidth - 5))
      if isCursor { canvas.draw("▌", x: row.x, y: row.y, width: 1, style: Style(.heading)) }
      drawLine(
        Self.shown(group), String(group.count), share(group, of: all), on: &canvas, row, name,
        isCursor ? .cursor : .text)
      canvas.draw(
        bar, x: row.x + name + Self.countWidth + shareWidth + 3, y: row.y, width: bar.count,
        style: Style(.chart))
      if isCursor { canvas.restyle(row) { $0.on(.selected) } }
    }
  }

  /// Wide enough for the longest name of a type and an arrow.
  private static let countWidth = 16

  private func share(_ group: RecordGroup, of all: Int) -> String {
    Proportion(group.count, of: all).percent ?? ""
  }

  /// Wide enough for `100 %`, and for `under 0.1 %` where that may be said.
  private var shareWidth: Int { all > 2000 ? 12 : 6 }

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
      right(count, Self.countWidth), x: row.x + width + 1, y: row.y, width: Self.countWidth,
      style: Style(rest))
    canvas.draw(
      right(share, shareWidth), x: row.x + width + 1 + Self.countWidth, y: row.y, width: shareWidth,
      style: Style(.dim))
  }

  private static func shown(_ group: RecordGroup) -> String {
    group.text.isEmpty ? "(nothing)" : group.text
  }

  private static func bar(_ count: Int, of most: Int, width: Int) -> String {
    String(repeating: "▇", count: most == 0 ? 0 : min(30, width) * count / most)
  }

  /// The groups as they are written to a file.
  private var table: Export.Content {
    let all = all
    return .table(
      [column.title, source.type.noun.many, "share"],
      groups.map { [Self.shown($0), String($0.count), share($0, of: all)] })
  }
}
