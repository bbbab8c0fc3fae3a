/// A field of all records of a type, for passes over many of them: reading a value makes no record,
/// O(1).
public struct FieldColumn: Sendable {
  private let column: Column?
  private let table: Table
  private let pool: TextPool

  init(_ table: Table, _ field: Field, _ pool: TextPool) {
    (self.table, self.pool) = (table, pool)
    column = table.type.column(of: field).map { table.columns[$0] }
  }

  /// How many rows there are, those of removed records counted.
  public var count: Int { table.rowCount }

  /// False once the record of a row has been removed.
  public func isLive(_ row: Int) -> Bool { table.isLive(row) }

  public func isEmpty(_ row: Int) -> Bool { column?[row].isNone ?? true }

  /// The row that the first value refers to; nil where there is none such.
  public func reference(_ row: Int) -> Int? { column?.first(row).reference }

  /// The rows that the values refer to.
  public func references(_ row: Int) -> [Int] {
    isEmpty(row) ? [] : column?.values(row).compactMap(\.reference) ?? []
  }

  /// The same, one by one.
  @inline(__always)
  public func forEachReference(_ row: Int, _ take: (Int) -> Void) {
    guard let column else { return }
    column.forEachValue(row) { if let reference = $0.reference { take(reference) } }
  }

  public func number(_ row: Int) -> Int? { column?.first(row).number }

  /// The place of the first value in the field's list of words.
  public func choice(_ row: Int) -> Int? { column?.first(row).choice }

  /// The places of the values in the field's list of words.
  public func choices(_ row: Int) -> [Int] {
    isEmpty(row) ? [] : column?.values(row).compactMap(\.choice) ?? []
  }
}

extension FieldColumn {
  /// The first value as text; nil where there is none. Makes a string: O(bytes).
  public func text(_ row: Int) -> String? { column?.first(row).slice.map(pool.string) }

  /// The first values of the rows that are wanted, of records that are there, each text once.
  /// O(rows · different texts).
  public func texts(where isWanted: (Int) -> Bool) -> [String] {
    guard let column else { return [] }
    var found: [UnsafeRawBufferPointer] = []
    for row in 0..<count where table.isLive(row) {
      guard let slice = column.first(row).slice, isWanted(row) else { continue }
      let bytes = pool.bytes(slice)
      if !found.contains(where: { $0.isSame(as: bytes) }) { found.append(bytes) }
    }
    return found.map { String(decoding: $0, as: UTF8.self) }
  }

  /// How many words the first value has, parted by spaces and line breaks. O(bytes).
  public func wordCount(_ row: Int) -> Int {
    column?.first(row).slice.map { pool.bytes($0).wordCount } ?? 0
  }
}

extension UnsafeRawBufferPointer {
  /// Eight bytes at a time: a word begins where a byte is no blank and the one before it is.
  fileprivate var wordCount: Int {
    // The top bit of the last byte seen, down in the first byte: whether that was no blank.
    var (count, inside, at) = (0, UInt64(0), 0)
    func mix(_ bytes: UInt64) {
      let marks = Self.marksOfNoBlanks(bytes)
      count += (marks & ~(marks << 8 | inside)).nonzeroBitCount
      inside = marks >> 56
    }
    while at + 8 <= self.count {
      mix(UInt64(littleEndian: loadUnaligned(fromByteOffset: at, as: UInt64.self)))
      at += 8
    }
    var rest: UInt64 = 0
    for byte in self[at...].reversed() { rest = rest << 8 | UInt64(byte) }
    mix(rest)
    return count
  }

  /// The top bit of every byte that is above a space; a byte above 127 is.
  private static func marksOfNoBlanks(_ bytes: UInt64) -> UInt64 {
    let low: UInt64 = 0x7f7f_7f7f_7f7f_7f7f
    // 0x21, the first that is no blank, and 0x5f make 0x80.
    return ((bytes & low) &+ 0x5f5f_5f5f_5f5f_5f5f | bytes) & ~low
  }
}

extension Register {
  /// A field of all records of a type; all empty where the type has none such. O(1).
  public func column(_ field: Field, of type: RecordType) -> FieldColumn {
    FieldColumn(table(type), field, pool)
  }
}
