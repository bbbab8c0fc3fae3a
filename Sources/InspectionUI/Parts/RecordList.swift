import InspectionModel

/// The records a screen lists: which, in which order, and the one under the cursor.
///
/// Invariants:
/// 1. The cursor is on a record, not on a row: whatever comes or goes, it stays on the record it
///    was on, or on the one that took its place.
/// 2. `top` is such that the cursor is in the window, once `arrange` has been told its height.
/// 3. A list of many records is filled in the background: until its work is done, `work` says what
///    there is to do, and the rows are those found so far, or those of before.
/// 4. Marks are on records that are there.
struct RecordList: Sendable {
  /// Which records are listed before any filter.
  enum Scope: Hashable, Sendable {
    case all
    case children(of: Row)
    /// These, in this order.
    case some([Int32])
  }

  let type: RecordType
  let scope: Scope
  /// The register that its records are in, where that is not the one that is worked on: what is
  /// wrong in a file has one of its own.
  private(set) var own: Register?
  /// What its layout is remembered by.
  let name: String
  /// Every column it can show.
  let columns: [ListColumn]
  /// Whether its filter asks for passages by what is coded in them.
  let isAsCoded: Bool
  /// Columns that stay longer in a narrow window than those of their kind do.
  let foremost: Set<String>
  /// What narrows it before its own filter: that of the list it is a part of, and the groups of
  /// that list which one came through.
  private(set) var part: Part
  var layout: TableLayout
  private let firstLayout: TableLayout
  /// The column under the cursor, by its name; nil for the first.
  var columnUnderCursor: String?
  var marks = MarkedRows()
  private(set) var rows: RowList
  private(set) var cursor = 0
  private(set) var top = 0
  private(set) var height = 1
  private(set) var filter = ""
  /// What is wrong with the filter as typed; the rows are then still those of the one before.
  private(set) var problem: QueryProblem?
  private(set) var work: ListWork?
  private var query: Query?
  /// The record to put the cursor on once it is found.
  private var wanted: Row?

  /// A part of a list.
  struct Part: Hashable, Sendable {
    var filter = ""
    var groups: [Group] = []

    /// What all rows hold in a column.
    struct Group: Hashable, Sendable {
      let column: String
      let text: String
    }
  }

  /// - Parameters:
  ///   - name: what the layout is remembered by; without one, the type's name.
  ///   - shown: the columns it has from the start, by name; without them, those of the type.
  ///   - foremost: which of them stay longer in a narrow window than they do elsewhere.
  ///   - own: the register that its records are in; without it, the one that is worked on.
  init(
    _ type: RecordType, _ scope: Scope = .all, called name: String? = nil, part: Part = Part(),
    showing shown: [String]? = nil, sortedBy order: [ListOrder] = [], asCoded: Bool = false,
    foremost: Set<String> = [], owning own: Register? = nil, in register: Register
  ) {
    (self.foremost, self.own) = (foremost, own)
    isAsCoded = asCoded
    self.type = type
    self.scope = scope
    self.part = part
    self.name = name ?? type.noun.many
    columns = ListColumn.all(of: type, own ?? register)
    firstLayout = TableLayout(
      shown ?? columns.filter(\.column.isShown).map(\.name), order: order)
    layout = firstLayout
    rows = RowList([], of: type)
    setFilter("", register)
  }

  /// Whether it has other columns or another order than it had from the start.
  var isLaidOutAnew: Bool { layout != firstLayout }

  /// Its columns as at first; the order of its rows stays.
  mutating func layOutAsAtFirst() {
    layout.columns = firstLayout.columns
    columnUnderCursor = nil
  }

  /// The register that its records are in, be it that of the screen or its own.
  func home(_ register: Register) -> Register { own ?? register }

  /// Goes on with another register of its own: the cursor and the marks stay on the records that
  /// have the keys of those they were on.
  mutating func receive(own register: Register) {
    let former = own ?? register
    func key(_ row: Row) -> String? { former.contains(row) ? former[row].key : nil }
    let (cursorKey, type) = (current.flatMap(key), type)
    let marked = marks.rows.compactMap { key(Row(type: type, number: Int($0))) }
    own = register
    marks.removeAll()
    marks.formUnion(
      marked.compactMap { register.row(type, key: $0).map { Int32($0.number) } })
    rows = RowList([], of: type)
    let place = cursor
    refresh(register)
    if let row = cursorKey.flatMap({ register.row(type, key: $0) }) {
      want(row)
    } else {
      move(to: place)
    }
  }

  /// The record under the cursor, if it is one of the register that is worked on.
  var currentRecord: Row? { own == nil ? current : nil }

  /// The record under the cursor.
  var current: Row? { rows.indices.contains(cursor) ? rows[cursor] : nil }

  var position: String {
    let more = work == nil ? "" : "…"
    let marked = marks.isEmpty ? "" : "\(marks.count) marked  "
    if rows.isEmpty { return marked + (work == nil ? "none" : "…") }
    return "\(marked)\(cursor + 1)/\(rows.count)\(more)"
  }

  // MARK: - What is listed

  /// Whether there is anything to list, whatever the filter.
  var mayHaveRecords: Bool {
    !rows.isEmpty || !filter.isEmpty || work != nil
  }

  /// Lists anew: at once, or, where that would take longer than a frame, as work to be done.
  /// O(records) either way, once for the filter and once for the order.
  mutating func refresh(_ register: Register) {
    let register = home(register)
    marks.removeAll { !register.contains(Row(type: type, number: Int($0))) }
    let all = ListWork(
      register: register, type: type, scope: scope, query: query, groups: groupPaths,
      order: workOrder)
    if isMuch(all, register) {
      if rows.isEmpty, query == nil, scope == .all, part.groups.isEmpty {
        rows = RowList(all: type, register)
      }
      work = all
    } else {
      let held = current
      rows = all.rows()
      work = nil
      hold(held)
      goToWanted()
    }
  }

  /// To put a few records in the order of those they belong to takes as long as these are many.
  private func isMuch(_ work: ListWork, _ register: Register) -> Bool {
    var types = [type]
    for order in work.order { types += order.column.path?.types(from: type) ?? [] }
    let most = types.map(register.rowCount).max() ?? 0
    guard register.rowCount(type) > 0, most > ListWork.much else { return false }
    if !work.groups.isEmpty { return true }
    if case .children = scope, query == nil { return false }
    if case .some(let rows) = scope, rows.count <= 1, query == nil { return false }
    return query != nil || !work.order.isEmpty
  }

  /// The work that is still to be done, if it is not being done as the work of that number.
  mutating func takeWork(unless number: Int) -> ListWork? {
    guard work != nil, work?.number != number || number == 0 else { return nil }
    work?.number = number + 1
    return work
  }

  /// Takes rows that were found.
  mutating func receive(_ part: ListWork.Part) {
    guard part.number == work?.number else { return }
    if part.isNew {
      // Who has not moved sees the list from its top.
      let held = cursor == 0 ? nil : current
      rows = RowList(part.rows, of: type)
      hold(held)
    } else {
      rows.append(part.rows)
    }
    if part.isLast {
      work = nil
      goToWanted()
    }
  }

  /// Puts the cursor on a record as soon as it is listed.
  mutating func want(_ row: Row) {
    wanted = row
    if work == nil { goToWanted() }
  }

  private mutating func goToWanted() {
    if let wanted { move(to: wanted) }
    wanted = nil
  }

  mutating func setFilter(_ text: String, _ register: Register) {
    filter = text
    do throws(QueryProblem) {
      let query = try query(text, register)
      self.query = query.isEmpty ? nil : query
      problem = nil
      refresh(register)
    } catch {
      problem = error
      // What it is a part of cannot be asked for any more: nothing is better than too much.
      if query == nil, !part.filter.isEmpty { rows = RowList([], of: type) }
    }
  }

  /// The rows of it that hold a text in a column, as a list of its own.
  ///
  /// Its filter becomes that of what it is a part of, with the terms of saved filters written out.
  func part(holding text: String, in column: String, _ register: Register) -> RecordList {
    var list = self
    let written = (try? SavedFilters(filter, on: type, in: home(register)).text) ?? filter
    list.part.filter = [part.filter, written].filter { !$0.isEmpty }.joined(separator: " ")
    list.part.groups.append(Part.Group(column: column, text: text))
    (list.rows, list.marks, list.cursor) = (RowList([], of: type), MarkedRows(), 0)
    list.setFilter("", register)
    return list
  }

  /// A filter on this list, within what it is a part of.
  func query(_ text: String, _ register: Register) throws(QueryProblem) -> Query {
    let register = home(register)
    let query = try Query(text, on: type, asCoded: isAsCoded, in: register)
    if part.filter.isEmpty { return query }
    return try Query(part.filter + " " + text, on: type, asCoded: isAsCoded, in: register)
  }

  /// How many contributions are what the filter in force asks for; nil where it asks for none.
  /// O(contributions to the passages listed).
  func codesFound(_ register: Register) -> Int? {
    guard let query, query.asksForCodes else { return nil }
    var run = QueryRun(query, in: register)
    return rows.indices.reduce(0) { $0 + run.contributions(to: rows[$1]).count }
  }

  /// Records that came or went change the list; a field that changed leaves it as it is, so that
  /// nothing moves away under the hand.
  mutating func note(_ change: Change, _ register: Register) {
    let register = home(register)
    let ofType = change.edits.filter { $0.type == type }
    let hasCome = ofType.contains { if case .insert = $0 { true } else { false } }
    let hasGone = ofType.contains { if case .remove = $0 { true } else { false } }
    if hasGone { marks.removeAll { !register.contains(Row(type: type, number: Int($0))) } }
    if hasGone, rows.count > ListWork.much {
      let held = current
      rows.removeAll { !register.contains($0) }
      hold(held)
      if hasCome { refresh(register) }
    } else if hasCome || hasGone {
      refresh(register)
    }
  }

  // MARK: - The cursor

  mutating func move(by step: Int) { move(to: cursor + step) }

  mutating func move(to index: Int) {
    cursor = max(0, min(index, rows.count - 1))
    scroll()
  }

  /// Puts the cursor on a record, if it is listed.
  mutating func move(to row: Row) {
    if let index = rows.firstIndex(of: row) { move(to: index) }
  }

  /// O(lines), whatever the list is long.
  ///
  /// - Parameters:
  ///   - lines: those that there are for rows.
  ///   - heights: how many of them a row takes, by its place.
  mutating func arrange(lines: Int, _ heights: (Int) -> Int) {
    cursor = max(0, min(cursor, rows.count - 1))
    top = max(0, min(top, cursor))
    guard !rows.isEmpty else { return height = max(1, lines) }
    // As far up as the row under the cursor is still seen whole.
    var (first, taken) = (cursor, heights(cursor))
    while first > top, taken + heights(first - 1) <= lines {
      first -= 1
      taken += heights(first)
    }
    top = first
    var end = cursor + 1
    while end < rows.count, taken + heights(end) <= lines {
      taken += heights(end)
      end += 1
    }
    // No line stays empty below the last row while there are rows above.
    while end == rows.count, top > 0, taken + heights(top - 1) <= lines {
      top -= 1
      taken += heights(top)
    }
    height = end - top
  }

  private mutating func hold(_ row: Row?) {
    if let row, let index = rows.firstIndex(of: row) {
      move(to: index)
    } else {
      move(to: cursor)
    }
  }

  private mutating func scroll() {
    top = max(0, min(top, rows.count - height))
    if cursor < top { top = cursor }
    if cursor >= top + height { top = cursor - height + 1 }
  }
}

extension RecordList {
  /// The moves every list knows; false for anything else.
  mutating func perform(_ action: Action, count: Int?, _ register: Register) -> Bool {
    let times = count ?? 1
    switch action {
    case .down: move(by: times)
    case .up: move(by: -times)
    case .pageDown: page(by: times)
    case .pageUp: page(by: -times)
    case .halfPageDown: move(by: times * max(1, height / 2))
    case .halfPageUp: move(by: -times * max(1, height / 2))
    case .first: move(to: (count ?? 1) - 1)
    case .last: move(to: (count ?? rows.count) - 1)
    default: return performOnTable(action, register)
    }
    return true
  }

  private mutating func page(by pages: Int) {
    let step = pages * max(1, height - 1)
    top = max(0, min(top + step, rows.count - height))
    move(by: step)
  }
}
