/// The records of a stretch of a file while they are decoded, as far as that can be done without
/// the rest of it, so that several stretches can be read at once.
///
/// Texts are known by their place in the file. What days, choices, numbers and references say is
/// only numbered here, the same number for the same text as far as a small table remembers;
/// ``RegisterBuilder`` works out each number once.
public struct RecordRows: ~Copyable {
  private let rows: UnsafeMutablePointer<TypeRows>
  /// Values that had to be unfolded; slices into it are of buffer 1.
  private var texts: [UInt8] = []

  /// No records yet.
  public init() {
    rows = .allocate(capacity: RecordType.allCases.count)
    for type in RecordType.allCases {
      (rows + Int(type.rawValue)).initialize(to: TypeRows(type))
    }
  }

  deinit {
    rows.deinitialize(count: RecordType.allCases.count)
    rows.deallocate()
  }

  /// One value of a record, by its column and its place.
  @frozen
  public struct Value {
    @usableFromInline
    let column: Int32
    @usableFromInline
    let isUnfolded: Bool
    @usableFromInline
    let offset: UInt32
    @usableFromInline
    let length: UInt32

    /// A value that lies in the file as it is; one of a column below 0 is left out.
    @inlinable
    public init(_ column: Int, at offset: UInt32, length: UInt32) {
      self.init(column, isUnfolded: false, at: offset, length: length)
    }

    @inlinable
    init(_ column: Int, isUnfolded: Bool, at offset: UInt32, length: UInt32) {
      self.column = Int32(truncatingIfNeeded: column)
      self.isUnfolded = isUnfolded
      self.offset = offset
      self.length = length
    }

    var slice: TextSlice {
      TextSlice(buffer: isUnfolded ? 1 : 0, offset: offset, length: length)
    }
  }

  /// Keeps a value that had to be unfolded.
  public mutating func value(_ column: Int, _ text: [UInt8]) -> Value {
    // Where all of them are empty, nothing of this part's own texts would be in the register to
    // refer to.
    if text.isEmpty { return Value(column, at: 0, length: 0) }
    defer { texts += text }
    return Value(
      column, isUnfolded: true, at: UInt32(texts.count), length: UInt32(text.count))
  }

  /// Adds a record of so many values. O(values).
  ///
  /// - Parameters:
  ///   - file: the file's bytes as far as they are read.
  ///   - value: gives the values in the order of the text.
  public mutating func add(
    _ type: RecordType, _ count: Int, in file: UnsafeRawBufferPointer, _ value: (Int) -> Value
  ) {
    texts.withUnsafeBytes { texts in
      let row = rows + Int(type.rawValue)
      row.pointee.begin()
      for index in 0..<count {
        let value = value(index)
        if value.column >= 0 {
          row.pointee.add(value, value.isUnfolded ? texts : file)
        }
      }
    }
  }

  /// All of them, column by column. O(records).
  public consuming func finish() -> RegisterPart {
    RegisterPart(
      tables: RecordType.allCases.map { rows[Int($0.rawValue)].finish() }, texts: texts)
  }
}

/// The records of one type, a row after the other.
///
/// A cell is 0 for nothing; of a wide column it is a packed value, of a narrow one a value's
/// number; with the top bits of ``TablePart/listMark`` set, the place of a list.
private struct TypeRows: ~Copyable {
  private let type: RecordType
  /// How many cells a row has.
  private let width: Int
  private var rowCount = 0
  private var cells = OwnMemory<UInt64>(filler: 0)
  /// Of each row's key; 0 where it has none.
  private var hashes = OwnMemory<UInt32>(filler: 0)
  private let numberings: UnsafeMutablePointer<Numbering>
  private var lists: [UInt64] = []
  private var problems: [TablePart.Problem] = []
  /// A bit for each column: whether it is wide, whether it may hold several values, whether any row
  /// has one, whether any has several.
  private let wide: UInt64
  private let repeated: UInt64
  private var used: UInt64 = 0
  private var listed: UInt64 = 0

  init(_ type: RecordType) {
    self.type = type
    width = type.fields.count
    wide = Self.bits(type) { $0.kind.isWide }
    repeated = Self.bits(type) { $0.isRepeated }
    numberings = .allocate(capacity: width)
    for column in 0..<width { (numberings + column).initialize(to: Numbering()) }
  }

  deinit {
    numberings.deinitialize(count: width)
    numberings.deallocate()
  }

  private static func bits(_ type: RecordType, _ test: (FieldSpec) -> Bool) -> UInt64 {
    type.fields.enumerated().reduce(0) { test($1.element) ? $0 | 1 << UInt64($1.offset) : $0 }
  }

  /// Starts a row.
  @inline(__always)
  mutating func begin() {
    rowCount &+= 1
    if rowCount &* width > cells.count {
      let (count, needed) = (rowCount, max(rowCount, 64) * width)
      cells.grow(to: needed)
      hashes.grow(to: max(count, cells.count / width))
    }
  }

  /// Adds a value to the row that was started last.
  @inline(__always)
  mutating func add(_ value: RecordRows.Value, _ bytes: UnsafeRawBufferPointer) {
    let column = Int(value.column)
    guard value.length <= TextSlice.longest else {
      note(.tooLong, column, 0)
      return
    }
    let slice = value.slice
    let cell: UInt64
    if wide &>> UInt64(truncatingIfNeeded: column) & 1 != 0 {
      cell = PackedValue.text(slice).bits
      if column == 0 { hash(slice, bytes) }
    } else {
      cell = numberings[column].number(of: slice, bytes)
    }
    used |= 1 &<< UInt64(truncatingIfNeeded: column)
    let place = (rowCount &- 1) &* width &+ column
    if cells[place] == 0 {
      cells[place] = cell
    } else {
      addFurther(cell, column, place)
    }
  }

  private mutating func addFurther(_ cell: UInt64, _ column: Int, _ place: Int) {
    let former = cells[place]
    if repeated &>> UInt64(column) & 1 == 0 {
      let list = TablePart.list(of: former)
      note(.repeated, column, list.map { ListHead(lists[$0]).count } ?? 1)
    }
    listed |= 1 << UInt64(column)
    let list = addToList(former, cell)
    cells[place] = list
  }

  private mutating func note(_ kind: RecordProblem.Kind, _ column: Int, _ value: Int) {
    problems.append(
      TablePart.Problem(kind: kind, row: rowCount - 1, column: column, value: value))
  }

  @inline(__always)
  private mutating func hash(_ slice: TextSlice, _ bytes: UnsafeRawBufferPointer) {
    let start = Int(slice.offset)
    let hash = KeyMap.hash(
      UnsafeRawBufferPointer(rebasing: bytes[start..<start &+ Int(slice.length)]))
    hashes[rowCount &- 1] = hash
  }

  /// Adds a value to what a cell holds. A list that is out of room goes to the end, with room for
  /// as many more: two fields that stand in turns would else be copied at each.
  private mutating func addToList(_ former: UInt64, _ value: UInt64) -> UInt64 {
    guard let list = TablePart.list(of: former) else {
      lists += [ListHead(count: 2, room: 2).bits, former, value]
      return TablePart.listMark | UInt64(lists.count - 3)
    }
    let head = ListHead(lists[list])
    if head.count < head.room {
      lists[list + head.count + 1] = value
      lists[list] = ListHead(count: head.count + 1, room: head.room).bits
    } else if list + head.room + 1 == lists.count {
      // The last one has all the room there is.
      lists.append(value)
      lists[list] = ListHead(count: head.count + 1, room: head.room + 1).bits
    } else {
      return moveList(list, head, adding: value)
    }
    return former
  }

  private mutating func moveList(_ list: Int, _ head: ListHead, adding value: UInt64) -> UInt64 {
    let (place, room) = (lists.count, 2 * head.count)
    lists.append(ListHead(count: head.count + 1, room: room).bits)
    for former in list + 1...list + head.count { lists.append(lists[former]) }
    lists.append(value)
    lists += repeatElement(0, count: room - head.count - 1)
    return TablePart.listMark | UInt64(place)
  }

  /// The rows, column by column; no columns where there are none.
  func finish() -> TablePart {
    let columns = (0..<(rowCount > 0 ? width : 0)).map { column in
      guard used >> UInt64(column) & 1 != 0 else { return TablePart.Column() }
      return TablePart.Column(
        cells: [UInt64](unsafeUninitializedCapacity: rowCount) { values, count in
          var place = column
          for row in 0..<rowCount {
            values.initializeElement(at: row, to: cells[place])
            place &+= width
          }
          count = rowCount
        },
        hasLists: listed >> UInt64(column) & 1 != 0, texts: numberings[column].texts)
    }
    return TablePart(
      type: type, rowCount: rowCount, columns: columns, lists: lists,
      hashes: hashes.prefix(rowCount), problems: problems)
  }
}
