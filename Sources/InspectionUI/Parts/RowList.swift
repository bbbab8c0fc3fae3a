import InspectionModel

/// The rows of a list, 4 bytes each; of a list of all records in the order of the file, none.
struct RowList: RandomAccessCollection, Sendable {
  private enum Rows: Sendable {
    case first(Int)
    case numbers([Int32])
  }

  let type: RecordType
  private var rows: Rows

  init(_ numbers: [Int32], of type: RecordType) {
    (self.type, rows) = (type, .numbers(numbers))
  }

  /// All records of a type in the order of the file.
  init(all type: RecordType, _ register: Register) {
    self.type = type
    let count = register.rowCount(type)
    rows =
      register.count(type) == count
      ? .first(count) : .numbers(register.rows(type).map { Int32($0.number) })
  }

  var startIndex: Int { 0 }

  var endIndex: Int {
    switch rows {
    case .first(let count): count
    case .numbers(let numbers): numbers.count
    }
  }

  subscript(index: Int) -> Row {
    switch rows {
    case .first: Row(type: type, number: index)
    case .numbers(let numbers): Row(type: type, number: Int(numbers[index]))
    }
  }

  /// Where a record is listed. O(rows), a few at a time.
  func firstIndex(of row: Row) -> Int? {
    guard row.type == type else { return nil }
    switch rows {
    case .first(let count): return row.number < count ? row.number : nil
    case .numbers(let numbers): return numbers.firstIndex(of: Int32(row.number))
    }
  }

  var numbers: [Int32] {
    switch rows {
    case .first(let count): (0..<count).map(Int32.init)
    case .numbers(let numbers): numbers
    }
  }

  /// O(more).
  mutating func append(_ more: [Int32]) {
    var all = numbers
    rows = .first(0)
    all += more
    rows = .numbers(all)
  }

  mutating func removeAll(where isGone: (Row) -> Bool) {
    let type = type
    rows = .numbers(numbers.filter { !isGone(Row(type: type, number: Int($0))) })
  }
}
