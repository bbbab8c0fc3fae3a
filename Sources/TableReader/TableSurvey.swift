import InspectionModel
import InspectionOperations

/// What is known of a table before its rows are read: where headings stand, how each column writes
/// its days, whether starts only repeat publications.
struct TableSurvey {
  /// The rows of headings with their layouts: a sheet may hold two tables, one below the other.
  private(set) var layouts: [(row: Int, layout: TableHeadings)]
  let mapping: TableMapping?
  private(set) var days: [Int: DayColumn] = [:]
  private(set) var childColumns: [String] = []
  /// How many rows there are at most, headings among them.
  private(set) var rowCount = 0
  /// Of the rows that have both days, how many have the same.
  private(set) var (both, same) = (0, 0)

  init(_ top: (row: Int, layout: TableHeadings), _ mapping: TableMapping?) {
    (layouts, self.mapping) = ([top], mapping)
  }

  /// Counts what a row says; false where nothing more need be known.
  mutating func add(_ row: borrowing CSVRow) -> Bool {
    rowCount += 1
    guard row.number > layouts[0].row, let current = layouts.last?.layout else { return true }
    if Self.mayBeHeadings(row) {
      let cells = row.texts
      let next = mapping.map { TableHeadings(cells, by: $0) } ?? TableHeadings(cells, as: nil)
      if let next, next.kind == current.kind {
        childColumns += ChildLevel.columns(cells)
        layouts.append((row.number, next))
        return childColumns.isEmpty
      }
    }
    for column in current.dayColumns where !row.isEmpty(column) {
      if row.isISO(column) {
        days[column, default: DayColumn(mapping?.days)].countISO(row: row.number)
      } else {
        days[column, default: DayColumn(mapping?.days)].count(row[column], row: row.number)
      }
    }
    if let from = current.column(.from), let published = current.column(.published),
      !row.isEmpty(from), !row.isEmpty(published)
    {
      both += 1
      if row.isSame(from, published) { same += 1 }
    }
    return true
  }

  /// Whether one of the first cells is the heading of the areas; a cell that cannot be is not
  /// looked at further.
  private static func mayBeHeadings(_ row: borrowing CSVRow) -> Bool {
    for column in 0..<min(row.count, 4) {
      let isLikely = row.withBytes(column) { cell in
        (4...30).contains(cell.count) && [0x6C, 0x61, 0x73].contains(cell[0] | 0x20)
      }
      if isLikely, Heading(row[column]).isOfAreas { return true }
    }
    return false
  }

  /// Whether the start repeats the publication in so many rows that none of them can be trusted.
  var startsRepeat: Bool { same >= 3 && same * 2 >= both }
}
