import InspectionModel

/// The rows of a list that are marked, to be acted on together.
struct MarkedRows: Hashable, Sendable {
  private(set) var rows: Set<Int32> = []
  /// The row that was marked last.
  private(set) var last: Int32?

  var isEmpty: Bool { rows.isEmpty }
  var count: Int { rows.count }

  func contains(_ row: Row) -> Bool { !rows.isEmpty && rows.contains(Int32(row.number)) }

  mutating func toggle(_ row: Row) {
    let number = Int32(row.number)
    if rows.remove(number) == nil { rows.insert(number) }
    last = number
  }

  mutating func formUnion(_ more: some Sequence<Int32>) { rows.formUnion(more) }

  mutating func mark(_ more: some Sequence<Int32>, last: Int32) {
    rows.formUnion(more)
    self.last = last
  }

  mutating func subtract(_ fewer: some Sequence<Int32>) { rows.subtract(fewer) }

  mutating func removeAll() { self = MarkedRows() }

  mutating func removeAll(where isGone: (Int32) -> Bool) {
    if rows.isEmpty { return }
    rows = rows.filter { !isGone($0) }
    if let last, isGone(last) { self.last = nil }
  }
}

extension RecordList {
  /// The row under the cursor, or no longer; and the next.
  mutating func markAndGoOn() {
    guard let current else { return }
    marks.toggle(current)
    move(by: 1)
  }

  /// All rows from the one marked last to the one under the cursor, which is now the last.
  mutating func markToHere() {
    guard current != nil else { return }
    let last = marks.last.flatMap { rows.firstIndex(of: Row(type: type, number: Int($0))) }
    let (first, end) = (min(last ?? cursor, cursor), max(last ?? cursor, cursor))
    marks.mark((first...end).map { Int32(rows[$0].number) }, last: Int32(rows[cursor].number))
  }

  /// All that is listed; where all of it is marked, none of it.
  mutating func markAll() {
    let listed = rows.numbers
    if listed.allSatisfy({ marks.rows.contains($0) }) {
      marks.subtract(listed)
    } else {
      marks.formUnion(listed)
    }
  }

  /// What an act is on: the marked rows in the order of the list, those not listed last; without
  /// marks, the row under the cursor.
  var chosen: [Row] {
    if marks.isEmpty { return current.map { [$0] } ?? [] }
    let listed = rows.filter(marks.contains)
    let shown = Set(listed.map { Int32($0.number) })
    return listed
      + marks.rows.subtracting(shown).sorted().map { Row(type: type, number: Int($0)) }
  }
}
