import InspectionModel

/// The records a screen lists: which, in which order, and the one under the cursor.
///
/// Invariants:
/// 1. The cursor is on a record, not on a row: whatever comes or goes, it stays on the record it was on, or
///    on the one that took its place.
/// 2. `top` is such that the cursor is in the window, once `arrange` has been told its height.
struct RecordList: Sendable {
  /// Which records are listed before any filter.
  enum Scope: Hashable, Sendable {
    case all
    case children(of: Row)
  }

  let type: RecordType
  let scope: Scope
  let columns: [ListColumn]
  private(set) var rows: [Row] = []
  private(set) var cursor = 0
  private(set) var top = 0
  private(set) var height = 1
  private(set) var filter = ""
  /// What is wrong with the filter as typed; the rows are then still those of the one before.
  private(set) var problem: QueryProblem?
  private(set) var sortColumn: Int
  private(set) var isDescending = false
  private var query: Query?

  init(_ type: RecordType, _ scope: Scope = .all, sortedBy column: Int = 0, columns: [ListColumn]) {
    self.type = type
    self.scope = scope
    self.columns = columns
    sortColumn = column
  }

  /// The record under the cursor.
  var current: Row? { rows.indices.contains(cursor) ? rows[cursor] : nil }

  var position: String { rows.isEmpty ? "none" : "\(cursor + 1)/\(rows.count)" }

  // MARK: - What is listed

  /// Lists anew. O(records), once for the filter and once for the order.
  mutating func refresh(_ register: Register) {
    let held = current
    rows = select(register)
    order(register)
    hold(held)
  }

  mutating func setFilter(_ text: String, _ register: Register) {
    filter = text
    do {
      query = try Query(text, on: type)
      problem = nil
      refresh(register)
    } catch {
      problem = error
    }
  }

  /// Records that came or went change the list; a field that changed leaves it as it is, so that nothing
  /// moves away under the hand.
  mutating func note(_ change: Change, _ register: Register) {
    let isAffected = change.edits.contains { edit in
      if case .set = edit { return false }
      return edit.type == type
    }
    if isAffected { refresh(register) }
  }

  private func select(_ register: Register) -> [Row] {
    let matching = query.flatMap { $0.isEmpty ? nil : register.rows(matching: $0) }
    switch scope {
    case .all:
      return matching ?? register.rows(type)
    case .children(let parent):
      let children = register.children(of: parent)
      guard let matching else { return children }
      let kept = Set(matching)
      return children.filter(kept.contains)
    }
  }

  // MARK: - Order

  mutating func sort(by column: Int, descending: Bool, _ register: Register) {
    sortColumn = column
    isDescending = descending
    refresh(register)
  }

  /// The order as it is remembered: the title of the column, with `-` before it where it is turned round.
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

  private mutating func order(_ register: Register) {
    guard columns.indices.contains(sortColumn), let key = columns[sortColumn].order else { return }
    let keyed = rows.enumerated().map { (key: key(register[$1]), place: $0, row: $1) }
    let isDescending = isDescending
    rows = keyed.sorted { a, b in
      if a.key == b.key { return a.place < b.place }
      return isDescending ? b.key < a.key : a.key < b.key
    }.map(\.row)
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
