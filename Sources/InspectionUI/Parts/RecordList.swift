import InspectionModel

/// The records a screen lists: which, in which order, and the one under the cursor.
///
/// Invariants:
/// 1. The cursor is on a record, not on a row: whatever comes or goes, it stays on the record it
///    was on, or on the one that took its place.
/// 2. `top` is such that the cursor is in the window, once `arrange` has been told its height.
/// 3. A list of many records is filled in the background: until its work is done, `work` says what
///    there is to do, and the rows are those found so far, or those of before.
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
  let columns: [ListColumn]
  /// Whether its filter asks for passages by what is coded in them.
  let isAsCoded: Bool
  /// What the records can be grouped by beside their columns.
  let furtherGroupings: [Grouping]
  private(set) var rows: RowList
  private(set) var cursor = 0
  private(set) var top = 0
  private(set) var height = 1
  private(set) var filter = ""
  /// What is wrong with the filter as typed; the rows are then still those of the one before.
  private(set) var problem: QueryProblem?
  private(set) var sortColumn: Int
  private(set) var isDescending = false
  private(set) var work: ListWork?
  private var query: Query?

  init(
    _ type: RecordType, _ scope: Scope = .all, sortedBy column: Int = 0, columns: [ListColumn],
    groupings: [Grouping] = [], asCoded: Bool = false
  ) {
    isAsCoded = asCoded
    self.type = type
    self.scope = scope
    self.columns = columns
    furtherGroupings = groupings
    rows = RowList([], of: type)
    sortColumn = column
  }

  /// The record under the cursor.
  var current: Row? { rows.indices.contains(cursor) ? rows[cursor] : nil }

  var position: String {
    let more = work == nil ? "" : "…"
    return rows.isEmpty ? (work == nil ? "none" : "…") : "\(cursor + 1)/\(rows.count)\(more)"
  }

  // MARK: - What is listed

  /// Whether there is anything to list, whatever the filter.
  var mayHaveRecords: Bool {
    !rows.isEmpty || !filter.isEmpty || work != nil
  }

  /// Lists anew: at once, or, where that would take longer than a frame, as work to be done.
  /// O(records) either way, once for the filter and once for the order.
  mutating func refresh(_ register: Register) {
    let all = ListWork(
      register: register, type: type, scope: scope, query: query, order: workOrder)
    if isMuch(all, register) {
      if rows.isEmpty, query == nil, scope == .all { rows = RowList(all: type, register) }
      work = all
    } else {
      let held = current
      rows = all.rows()
      work = nil
      hold(held)
    }
  }

  /// To put a few records in the order of those they belong to takes as long as these are many.
  private func isMuch(_ work: ListWork, _ register: Register) -> Bool {
    var types = [type]
    if case .path(let path, _) = work.order { types = path.types(from: type) }
    let most = types.map(register.rowCount).max() ?? 0
    guard register.rowCount(type) > 0, most > ListWork.much else { return false }
    if case .children = scope, query == nil { return false }
    if case .asTheyStand = work.order, query == nil { return false }
    return true
  }

  /// The work that is still to be done, if it is not being done as the work of that number.
  mutating func takeWork(unless number: Int) -> ListWork? {
    guard work != nil, work?.number != number || number == 0 else { return nil }
    work?.number = number + 1
    return work
  }

  /// Takes rows that were found.
  mutating func take(_ part: ListWork.Part) {
    guard part.number == work?.number else { return }
    if part.isNew {
      // Who has not moved sees the list from its top.
      let held = cursor == 0 ? nil : current
      rows = RowList(part.rows, of: type)
      hold(held)
    } else {
      rows.append(part.rows)
    }
    if part.isLast { work = nil }
  }

  mutating func setFilter(_ text: String, _ register: Register) {
    filter = text
    do {
      let query = try query(text, register)
      self.query = query.isEmpty ? nil : query
      problem = nil
      refresh(register)
    } catch {
      problem = error
    }
  }

  /// A filter on this list.
  func query(_ text: String, _ register: Register) throws(QueryProblem) -> Query {
    try Query(text, on: type, asCoded: isAsCoded, in: register)
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
    let ofType = change.edits.filter { $0.type == type }
    let hasCome = ofType.contains { if case .insert = $0 { true } else { false } }
    let hasGone = ofType.contains { if case .remove = $0 { true } else { false } }
    if hasGone, rows.count > ListWork.much {
      let held = current
      rows.removeAll { !register.contains($0) }
      hold(held)
      if hasCome { refresh(register) }
    } else if hasCome || hasGone {
      refresh(register)
    }
  }

  /// The same columns for other rows of the type.
  func listing(_ rows: [Int32], _ register: Register) -> RecordList {
    var list = RecordList(
      type, .some(rows), sortedBy: sortColumn, columns: columns, groupings: furtherGroupings)
    list.isDescending = isDescending
    list.rows = RowList(rows, of: type)
    return list
  }

  // MARK: - Groups

  /// What the list can be grouped by: its columns, and what else its screen knows.
  var groupings: [Grouping] {
    columns.compactMap { column in
      guard let path = column.path, path.manner != .place else { return nil }
      return Grouping(title: column.title, path: path)
    } + furtherGroupings
  }

  var sortTitle: String? {
    columns.indices.contains(sortColumn) ? columns[sortColumn].title : nil
  }

  // MARK: - Order

  mutating func sort(by column: Int, descending: Bool, _ register: Register) {
    sortColumn = column
    isDescending = descending
    refresh(register)
  }

  /// The order as it is remembered: the title of the column, with `-` before it where it is turned
  /// round.
  var order: String? {
    guard columns.indices.contains(sortColumn) else { return nil }
    return (isDescending ? "-" : "") + columns[sortColumn].title
  }

  /// Takes up an order as it was remembered; one that is not known any more changes nothing.
  mutating func sort(by order: String, _ register: Register) {
    let isDescending = order.hasPrefix("-")
    let title = isDescending ? String(order.dropFirst()) : order
    guard let column = columns.firstIndex(where: { $0.title == title }) else { return }
    sort(by: column, descending: isDescending, register)
  }

  mutating func sortByNextColumn(_ register: Register) {
    let sortable = columns.indices.filter { columns[$0].order != nil }
    let next = sortable.first { $0 > sortColumn } ?? sortable.first
    if let next { sort(by: next, descending: false, register) }
  }

  private var workOrder: ListWork.Order {
    guard columns.indices.contains(sortColumn) else { return .asTheyStand }
    if let path = columns[sortColumn].path { return .path(path, descending: isDescending) }
    return columns[sortColumn].order.map { .key($0, descending: isDescending) } ?? .asTheyStand
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

  mutating func arrange(height: Int) {
    self.height = max(1, height)
    scroll()
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
    case .sort: sortByNextColumn(register)
    case .sortReverse: sort(by: sortColumn, descending: !isDescending, register)
    default: return false
    }
    return true
  }

  private mutating func page(by pages: Int) {
    let step = pages * max(1, height - 1)
    top = max(0, min(top + step, rows.count - height))
    move(by: step)
  }
}
