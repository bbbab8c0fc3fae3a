/// The records of a stretch of a file, column by column, to be added to a register by
/// ``RegisterBuilder``.
public struct RegisterPart: Sendable {
  let tables: [TablePart]
  /// Values that had to be unfolded; slices into it are of buffer 1.
  let texts: [UInt8]
}

/// The records of one type in a part of a file.
struct TablePart: Sendable {
  let type: RecordType
  let rowCount: Int
  /// None where there are no rows.
  private(set) var columns: [Column]
  /// Several values of a row: a ``ListHead``, their cells, and what room is left for more.
  private(set) var lists: [UInt64]
  /// Of each row's key; 0 where it has none.
  let hashes: [UInt32]
  let problems: [Problem]

  /// What one field of the rows holds: a cell is 0 for nothing; of a wide column it is a packed
  /// value, of a narrow one a value's number; from ``listMark`` on, the place of a list.
  struct Column: Sendable {
    /// One for each row, or none at all where no row has a value.
    var cells: [UInt64] = []
    var hasLists = false
    /// Of a narrow column, the text of each number, from 1.
    var texts: [TextSlice] = []
  }

  /// What is wrong with one value, whatever the rest of the register holds.
  struct Problem: Sendable {
    let kind: RecordProblem.Kind
    let row: Int
    let column: Int
    let value: Int
  }

  init(
    type: RecordType, rowCount: Int, columns: [Column], lists: [UInt64], hashes: [UInt32],
    problems: [Problem]
  ) {
    (self.type, self.rowCount, self.columns) = (type, rowCount, columns)
    (self.lists, self.hashes, self.problems) = (lists, hashes, problems)
  }

  /// Packed values have one of seven tags in their top three bits; the eighth, that of an invalid
  /// one, stands for a list here.
  static let listMark: UInt64 = 7 << 61

  /// The place of a list's length, if the cell is of one.
  @inline(__always)
  static func list(of cell: UInt64) -> Int? {
    cell >= listMark ? Int(cell & ~listMark) : nil
  }

  /// The cells of a row's values, by its cell.
  func values(of cell: UInt64) -> ArraySlice<UInt64> {
    guard let list = Self.list(of: cell) else { return cell == 0 ? [] : [cell] }
    return lists[list + 1...list + ListHead(lists[list]).count]
  }

  /// Makes slices into the part's own texts slices into the register's.
  mutating func move(to texts: TextSlice) {
    for column in columns.indices {
      if type.fields[column].kind.isWide { moveWide(column, to: texts) }
      for index in columns[column].texts.indices {
        columns[column].texts[index].move(to: texts)
      }
    }
  }

  private mutating func moveWide(_ column: Int, to texts: TextSlice) {
    for row in columns[column].cells.indices {
      if let list = Self.list(of: columns[column].cells[row]) {
        let count = ListHead(lists[list]).count
        for value in list + 1...list + count { lists[value].move(to: texts) }
      } else {
        columns[column].cells[row].move(to: texts)
      }
    }
  }
}

/// What stands before the cells of a list: how many there are, and how many there is room for.
struct ListHead {
  let bits: UInt64

  init(_ bits: UInt64) { self.bits = bits }
  init(count: Int, room: Int) { bits = UInt64(room) << 32 | UInt64(count) }

  var count: Int { Int(bits & 0xFFFF_FFFF) }
  var room: Int { Int(bits >> 32) }
}

extension TextSlice {
  /// A slice of buffer 1 becomes one of its place among others.
  fileprivate mutating func move(to block: TextSlice) {
    if buffer == 1 { self = block.part(at: offset, length: length) }
  }
}

extension UInt64 {
  /// A packed value of a text among the part's own, made one of the register's.
  fileprivate mutating func move(to texts: TextSlice) {
    guard let slice = PackedValue(bits: self).slice, slice.buffer == 1 else { return }
    self = PackedValue.text(texts.part(at: slice.offset, length: slice.length)).bits
  }
}
