/// The records of one type, column by column.
///
/// Invariants:
/// 1. Every column has as many values as the table has rows.
/// 2. A row keeps its number for as long as the register lives; the row of a removed record is only
///    marked, and used again when a record of the same key comes back.
/// 3. `keys` finds every row, removed ones too; no two rows have one key. Of several records with
///    one key in a file, the first has it.
struct Table: Sendable {
  let type: RecordType
  private(set) var columns: [Column]
  var keys = KeyMap()
  var removed: Set<Int> = []
  /// Rows whose key a later record of the file has too.
  var sharingKey: Set<Int> = []
  private(set) var rowCount = 0

  init(_ type: RecordType) {
    self.type = type
    columns = type.fields.map { Column($0.kind) }
  }

  /// Rows that hold a record.
  @inline(__always)
  var count: Int { rowCount - removed.count }

  @inline(__always)
  func isLive(_ row: Int) -> Bool { row < rowCount && !removed.contains(row) }

  /// All values of a field, none where it is empty.
  func values(_ row: Int, _ column: Int) -> [PackedValue] { columns[column].values(row) }

  /// Starts a new row with nothing in it.
  mutating func addRow() -> Int {
    for column in columns.indices { columns[column].addRow() }
    rowCount += 1
    return rowCount - 1
  }

  mutating func setValues(_ values: [PackedValue], _ row: Int, _ column: Int) {
    columns[column].set(values, row)
  }

  mutating func setValue(_ value: PackedValue, _ row: Int, _ column: Int) {
    columns[column].set(value, row)
  }

  /// The cell of a column of 4 bytes that stands for a value.
  mutating func cell(for value: PackedValue, _ column: Int) -> UInt32 {
    columns[column].cell(for: value)
  }

  /// Adds the keys of a part of a file, whose rows are yet to be added.
  mutating func appendKeys(_ part: TablePart) { columns[0].append(part, 0, cells: []) }

  /// Adds the rows of a part of a file, whose keys are there.
  ///
  /// - Parameter cells: for each column after that of the keys, what its cells are for the part's
  ///   numbers.
  mutating func append(_ part: TablePart, cells: [[UInt32]]) {
    for column in columns.indices.dropFirst() {
      columns[column].append(part, column, cells: cells[column - 1])
    }
    rowCount += part.rowCount
  }
}
