/// One field of all records of a type.
///
/// Texts and keys take 8 bytes a record, as a ``PackedValue``; days, numbers, choices and
/// references 4. A field that hardly any record has takes next to nothing. Reading a value is O(1);
/// writing one O(1), or O(4,096) where the column is shared.
///
/// A cell of 4 bytes is 0 for nothing, else a value and 1 where the top bit is not set; `10` in the
/// top bits is a list's place, `11` the place of a value that is out of the ordinary: text that
/// does not fit, a number below 0.
struct Column: Sendable {
  let isWide: Bool
  let tag: PackedValue.Tag
  private var wide = Chunked<UInt64>()
  private var narrow = Chunked<UInt32>()
  /// Several values of one record: how many, and the cells.
  private var wideLists = Chunked<UInt64>()
  private var narrowLists = Chunked<UInt32>()
  private var odd: [PackedValue] = []

  init(_ kind: FieldSpec.Kind) {
    tag = kind.tag
    isWide = kind.isWide
  }

  /// The value of a row: one, nothing, or that there are several.
  @inline(__always)
  subscript(row: Int) -> PackedValue {
    isWide ? PackedValue(bits: wide[row]) : value(of: narrow[row])
  }

  /// The first value of a row, or nothing.
  ///
  /// Inlined as what it stands on is, or all of the column would be held for it.
  @inline(__always)
  func first(_ row: Int) -> PackedValue {
    let value = self[row]
    guard let list = value.list else { return value }
    return isWide ? PackedValue(bits: wideLists[list + 1]) : self.value(of: narrowLists[list + 1])
  }

  /// All values of a row.
  func values(_ row: Int) -> [PackedValue] {
    var values: [PackedValue] = []
    forEachValue(row) { values.append($0) }
    return values
  }

  /// All values of a row, one by one.
  func forEachValue(_ row: Int, _ take: (PackedValue) -> Void) {
    let value = self[row]
    guard let list = value.list else {
      if !value.isNone { take(value) }
      return
    }
    let count = Int(isWide ? wideLists[list] : UInt64(narrowLists[list]))
    for place in stride(from: list + 1, through: list + count, by: 1) {
      take(isWide ? PackedValue(bits: wideLists[place]) : self.value(of: narrowLists[place]))
    }
  }

  /// Whether any value of a row passes a test.
  func contains(_ row: Int, where test: (PackedValue) -> Bool) -> Bool {
    let value = self[row]
    guard value.list != nil else { return !value.isNone && test(value) }
    return values(row).contains(where: test)
  }

  /// The number of rows.
  var count: Int { isWide ? wide.count : narrow.count }

  /// The row of another table that the first value of a row names, or nil.
  func reference(_ row: Int) -> Int? {
    let cell = narrow[row]
    return cell > 0 && cell < Self.listMark ? Int(cell) - 1 : first(row).reference
  }

  /// A number for each row, made of its value.
  func map(_ number: (Int, PackedValue) -> UInt32) -> [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(count)
    var row = 0
    while row < count {
      let end = min(count, row + Chunked<UInt64>.pieceSize)
      if isWide {
        wide.withPiece(from: row) { piece in
          for cell in piece.prefix(end - row) {
            numbers.append(number(numbers.count, PackedValue(bits: cell)))
          }
        }
      } else {
        narrow.withPiece(from: row) { piece in
          for cell in piece.prefix(end - row) {
            numbers.append(number(numbers.count, value(of: cell)))
          }
        }
      }
      // What a piece does not hold is nothing.
      while numbers.count < end { numbers.append(number(numbers.count, .none)) }
      row = end
    }
    return numbers
  }

  mutating func addRow() {
    if isWide { wide.grow(to: wide.count + 1) } else { narrow.grow(to: narrow.count + 1) }
  }

  mutating func set(_ values: [PackedValue], _ row: Int) {
    set(values.count > 1 ? addList(values) : values.first ?? .none, row)
  }

  /// Sets the one value of a row, or the list of its values.
  mutating func set(_ value: PackedValue, _ row: Int) {
    if isWide { wide[row] = value.bits } else { narrow[row] = cell(for: value) }
  }

  private mutating func addList(_ values: [PackedValue]) -> PackedValue {
    if isWide {
      wideLists.append(UInt64(values.count))
      for value in values { wideLists.append(value.bits) }
      return .list(wideLists.count - values.count - 1)
    }
    narrowLists.append(UInt32(values.count))
    for value in values { narrowLists.append(cell(for: value)) }
    return .list(narrowLists.count - values.count - 1)
  }
}

// MARK: - Cells of 4 bytes

extension Column {
  private static let listMark: UInt32 = 0x8000_0000
  private static let oddMark: UInt32 = 0xC000_0000
  private static let place: UInt32 = 0x3FFF_FFFF

  @inline(__always)
  private func value(of cell: UInt32) -> PackedValue {
    if cell == 0 { return .none }
    if cell < Self.listMark { return PackedValue(tag, UInt64(cell - 1)) }
    let place = Int(cell & Self.place)
    return cell < Self.oddMark ? .list(place) : odd[place]
  }

  /// The cell that stands for a value; one out of the ordinary is put aside.
  mutating func cell(for value: PackedValue) -> UInt32 {
    if value.isNone { return 0 }
    if let list = value.list { return Self.listMark | UInt32(list) }
    if value.tag == tag, value.payload < UInt64(Self.listMark - 1) {
      return UInt32(value.payload) + 1
    }
    odd.append(value)
    return Self.oddMark | UInt32(odd.count - 1)
  }

  /// What a cell holds beside its tag, if it is that of one value that fits the field.
  @inline(__always)
  func payload(of cell: UInt32) -> Int? { cell < Self.listMark ? Int(cell) - 1 : nil }

  /// Calls `body` with the bits of the values from a row to the end of its piece, of a column of
  /// texts; what is not there is nothing.
  func withWidePiece(from row: Int, _ body: (UnsafeBufferPointer<UInt64>) -> Void) {
    wide.withPiece(from: row, body)
  }

  /// The same with the cells of a column of 4 bytes.
  func withNarrowPiece(from row: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Void) {
    narrow.withPiece(from: row, body)
  }

  /// Calls `body` with the rows from the first on in runs, a cell each, where the cells are of 4
  /// bytes: what is equal has equal cells but for lists and values out of the ordinary. Rows in
  /// no run hold nothing.
  func forEachNarrowRun(_ body: (Int, UnsafeBufferPointer<UInt32>) -> Void) {
    narrow.forEachRun(body)
  }
}

// MARK: - Many rows at once

extension Column {
  /// Adds so many rows of a part of a file. O(rows), or next to nothing where none of them has a
  /// value.
  ///
  /// - Parameter cells: of a narrow column, the cells for the part's numbers.
  mutating func append(_ part: TablePart, _ column: Int, cells: [UInt32]) {
    let added = part.columns[column]
    if added.cells.isEmpty {
      addRows(part.rowCount)
    } else if isWide {
      wide.append(added.hasLists ? withWideLists(added.cells, part) : added.cells)
    } else {
      narrow.append(added.hasLists ? withNarrowLists(added.cells, part, cells) : cells[added.cells])
    }
  }

  private mutating func addRows(_ count: Int) {
    if isWide { wide.grow(to: wide.count + count) } else { narrow.grow(to: narrow.count + count) }
  }

  private mutating func withWideLists(_ cells: [UInt64], _ part: TablePart) -> [UInt64] {
    cells.map { cell in
      guard TablePart.list(of: cell) != nil else { return cell }
      let (values, place) = (part.values(of: cell), wideLists.count)
      wideLists.append(UInt64(values.count))
      for value in values { wideLists.append(value) }
      return PackedValue.list(place).bits
    }
  }

  private mutating func withNarrowLists(
    _ numbers: [UInt64], _ part: TablePart, _ cells: [UInt32]
  ) -> [UInt32] {
    numbers.map { number in
      guard TablePart.list(of: number) != nil else { return cells[Int(number)] }
      let values = part.values(of: number)
      let place = narrowLists.count
      narrowLists.append(UInt32(values.count))
      for value in values { narrowLists.append(cells[Int(value)]) }
      return Self.listMark | UInt32(place)
    }
  }
}

extension [UInt32] {
  /// The elements at some places.
  fileprivate subscript(places: [UInt64]) -> [UInt32] {
    withUnsafeBufferPointer { elements in
      [UInt32](unsafeUninitializedCapacity: places.count) { found, count in
        for (index, place) in places.enumerated() {
          found.initializeElement(at: index, to: elements[Int(place)])
        }
        count = places.count
      }
    }
  }
}

extension FieldSpec.Kind {
  /// The tag of a value that fits.
  var tag: PackedValue.Tag {
    switch self {
    case .key, .text: .text
    case .day: .day
    case .number: .number
    case .choice: .choice
    case .reference: .reference
    }
  }

  /// Whether its values are texts, which take 8 bytes.
  var isWide: Bool { tag == .text }
}
