/// Everything known: areas, frameworks, inspections, the passages of their letters, and what was
/// coded in them.
///
/// A value. Copies share what they can; a copy kept by work in the background costs an edit a few
/// kilobytes, whatever the size of the register. Reading a field is O(1), finding a key O(1)
/// expected.
public struct Register: Sendable {
  /// All of it behind one reference, since every record that is looked at holds a register.
  private var contents: Contents

  /// What copies share until one of them is changed.
  ///
  /// What is shared is never written to, and a register is a value, which the compiler keeps from
  /// being written to while it is read. So the runtime need not check that again.
  private final class Contents: @unchecked Sendable {
    @exclusivity(unchecked) var tables: [Table]
    @exclusivity(unchecked) var tree: RecordTree
    @exclusivity(unchecked) var pool: TextPool

    init(_ tables: [Table], _ tree: RecordTree, _ pool: TextPool) {
      (self.tables, self.tree, self.pool) = (tables, tree, pool)
    }
  }

  var tables: [Table] {
    _read { yield contents.tables }
    _modify {
      makeOwn()
      yield &contents.tables
    }
  }

  var tree: RecordTree {
    _read { yield contents.tree }
    _modify {
      makeOwn()
      yield &contents.tree
    }
  }

  var pool: TextPool {
    _read { yield contents.pool }
    _modify {
      makeOwn()
      yield &contents.pool
    }
  }

  /// An empty register over the bytes of a file.
  public init(file: TextBuffer) { self.init(file: file, RecordTree()) }

  /// One without a file.
  public init() { self.init(file: .none) }

  init(file: TextBuffer, _ tree: RecordTree) {
    contents = Contents(RecordType.all.map(Table.init), tree, TextPool(file: file))
  }

  private mutating func makeOwn() {
    if !isKnownUniquelyReferenced(&contents) {
      contents = Contents(contents.tables, contents.tree, contents.pool)
    }
  }

  /// Whether one is a copy of the other, neither of them changed since. O(1). False says nothing:
  /// two that were made apart may hold the same.
  public func isCopy(of other: Register) -> Bool { contents === other.contents }

  /// How many records of a type there are.
  public func count(_ type: RecordType) -> Int { tables[Int(type.rawValue)].count }

  /// The records of a type, in the order of the file, those added since at the end. O(rows).
  public func rows(_ type: RecordType) -> [Row] {
    let table = table(type)
    return (0..<table.rowCount).lazy.filter { !table.removed.contains($0) }
      .map { Row(type: type, number: $0) }
  }

  /// The record with this key, or nil.
  public func row(_ type: RecordType, key: some StringProtocol) -> Row? {
    var key = String(key)
    let number = key.withUTF8 { findRow(type, key: UnsafeRawBufferPointer($0)) }
    guard let number, table(type).isLive(number) else { return nil }
    return Row(type: type, number: number)
  }

  /// False once the record has been removed.
  public func contains(_ row: Row) -> Bool {
    tables[Int(row.type.rawValue)].isLive(row.number)
  }

  /// How many records of a type belong to this one. O(children).
  public func childCount(_ type: RecordType, of row: Row) -> Int { tree.rows(type, of: row).count }

  func table(_ type: RecordType) -> Table { tables[Int(type.rawValue)] }

  /// The row that holds or held this key.
  func findRow(_ type: RecordType, key: UnsafeRawBufferPointer) -> Int? {
    tables[Int(type.rawValue)].keys.row(hash: KeyMap.hash(key)) { row in
      keyBytes(type, row).isSame(as: key)
    }
  }

  func keyBytes(_ type: RecordType, _ row: Int) -> UnsafeRawBufferPointer {
    guard let slice = tables[Int(type.rawValue)].columns[0][row].slice else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return pool.bytes(slice)
  }
}

/// Where a record is: its type and its place in the table. Stays the same for as long as the
/// register is open. Takes 8 bytes, since figures keep a row for every record they stand on.
public struct Row: Hashable, Sendable {
  public let type: RecordType
  private let place: Int32

  public var number: Int { Int(place) }

  public init(type: RecordType, number: Int) {
    self.type = type
    place = Int32(number)
  }
}
