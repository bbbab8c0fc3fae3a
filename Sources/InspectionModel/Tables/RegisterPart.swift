/// The records of a stretch of a file, decoded as far as that can be done without the rest of it, so that several
/// stretches can be read at once.
///
/// Texts are known by their place in the file. What days, choices, numbers and references say is only numbered here,
/// the same number for the same text as far as a small table remembers; ``RegisterBuilder`` works out each number once.
public struct RegisterPart: Sendable {
  var tables: [TablePart] = RecordType.allCases.map(TablePart.init)
  /// Values that had to be unfolded; slices into it are of buffer 1.
  private(set) var texts: [UInt8] = []

  /// A part without records.
  public init() {}

  /// One value of a record, by its column and its place.
  public struct Value {
    let column: Int
    let slice: TextSlice

    /// A value that lies in the file as it is.
    public init(_ column: Int, at offset: Int, length: Int) {
      self.init(column, TextSlice(buffer: 0, offset: UInt32(offset), length: UInt32(length)))
    }

    init(_ column: Int, _ slice: TextSlice) {
      (self.column, self.slice) = (column, slice)
    }
  }

  /// Keeps a value that had to be unfolded.
  public mutating func value(_ column: Int, _ text: [UInt8]) -> Value {
    // Where all of them are empty, nothing of this part's own texts would be in the register to refer to.
    if text.isEmpty { return Value(column, at: 0, length: 0) }
    defer { texts += text }
    return Value(
      column, TextSlice(buffer: 1, offset: UInt32(texts.count), length: UInt32(text.count)))
  }

  /// Adds a record with its values in the order of the text. O(values).
  ///
  /// - Parameter file: the file's bytes as far as they are read.
  public mutating func add(
    _ type: RecordType, _ values: [Value], in file: UnsafeRawBufferPointer
  ) {
    texts.withUnsafeBytes { texts in
      tables[Int(type.rawValue)].add(values, file, texts)
    }
  }
}

/// The rows of one type in a part of a file, a row after the other.
///
/// A cell is 0 for nothing; of a wide column it is a word, of a narrow one a value's number; with the top bit set and
/// nothing of a word's tag below it, the place of a list.
struct TablePart: Sendable {
  let type: RecordType
  /// How many cells a row has.
  let width: Int
  private(set) var cells: [UInt64] = []
  /// Several values of a row: how many, and their cells.
  private(set) var lists: [UInt64] = []
  private(set) var numbering: [Numbering]
  private(set) var rowCount = 0
  /// Of each row's key; 0 where it has none.
  private(set) var hashes: [UInt32] = []
  private(set) var problems: [Problem] = []
  private let isWide: [Bool]
  private let isRepeated: [Bool]
  private let emptyRow: [UInt64]

  /// What is wrong with one value, whatever the rest of the register holds.
  struct Problem: Sendable {
    let kind: RecordProblem.Kind
    let row: Int
    let column: Int
    let value: Int
  }

  init(_ type: RecordType) {
    self.type = type
    width = type.fields.count
    isWide = type.fields.map(\.kind.isWide)
    isRepeated = type.fields.map(\.isRepeated)
    numbering = type.fields.map { _ in Numbering() }
    emptyRow = Array(repeating: 0, count: width)
  }

  mutating func add(
    _ values: [RegisterPart.Value], _ file: UnsafeRawBufferPointer,
    _ texts: UnsafeRawBufferPointer
  ) {
    cells += emptyRow
    hashes.append(0)
    rowCount += 1
    for value in values {
      let bytes = value.slice.buffer == 0 ? file : texts
      guard value.slice.length <= TextSlice.longest else {
        note(.tooLong, value.column, 0)
        continue
      }
      let cell =
        isWide[value.column]
        ? Word.text(value.slice).bits : numbering[value.column].number(of: value.slice, bytes)
      add(cell, value.column)
      if value.column == 0 { hash(value.slice, bytes) }
    }
  }

  @inline(__always)
  private mutating func add(_ cell: UInt64, _ column: Int) {
    let place = (rowCount - 1) * width + column
    let former = cells[place]
    guard former != 0 else {
      cells[place] = cell
      return
    }
    if !isRepeated[column] { note(.repeated, column, values(of: former).count) }
    cells[place] = addToList(former, cell)
  }

  private mutating func note(_ kind: RecordProblem.Kind, _ column: Int, _ value: Int) {
    problems.append(Problem(kind: kind, row: rowCount - 1, column: column, value: value))
  }

  private mutating func hash(_ slice: TextSlice, _ bytes: UnsafeRawBufferPointer) {
    let start = Int(slice.offset)
    hashes[rowCount - 1] = KeyMap.hash(
      UnsafeRawBufferPointer(rebasing: bytes[start..<start + Int(slice.length)]))
  }

  // MARK: - Lists

  /// Words have one of seven tags in their top three bits; the eighth, that of a misfit, stands for a list here.
  private static let listMark: UInt64 = 7 << 61

  /// The place of a list's length, if the cell is of one.
  @inline(__always)
  static func list(of cell: UInt64) -> Int? {
    cell >= listMark ? Int(cell & ~listMark) : nil
  }

  /// The cells of a row's values, by its cell.
  func values(of cell: UInt64) -> ArraySlice<UInt64> {
    guard let list = Self.list(of: cell) else { return cell == 0 ? [] : [cell] }
    return lists[list + 1...list + Int(lists[list])]
  }

  /// Adds a value to what a cell holds, in place if its list is the last one.
  private mutating func addToList(_ former: UInt64, _ value: UInt64) -> UInt64 {
    if let list = Self.list(of: former), list + Int(lists[list]) + 1 == lists.count {
      lists[list] += 1
      lists.append(value)
      return former
    }
    let place = lists.count
    let values = values(of: former)
    lists.append(UInt64(values.count + 1))
    lists += values
    lists.append(value)
    return Self.listMark | UInt64(place)
  }

  /// Makes slices into the part's own texts slices into the register's.
  mutating func move(to texts: TextSlice) {
    for column in 0..<width where isWide[column] {
      for place in stride(from: column, to: cells.count, by: width) {
        if let list = Self.list(of: cells[place]) {
          for value in list + 1...list + Int(lists[list]) { lists[value].move(to: texts) }
        } else {
          cells[place].move(to: texts)
        }
      }
    }
    for column in numbering.indices { numbering[column].move(to: texts) }
  }
}

extension UInt64 {
  /// A word of a text among the part's own, made one of the register's.
  fileprivate mutating func move(to texts: TextSlice) {
    guard let slice = Word(bits: self).slice, slice.buffer == 1 else { return }
    self = Word.text(texts.part(at: slice.offset, length: slice.length)).bits
  }
}
