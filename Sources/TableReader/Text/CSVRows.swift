import InspectionModel

/// The rows of comma-separated values, one after the other, after RFC 4180 and what real files do:
/// quoted line ends and quotes, lines that end in CRLF, LF or CR, words after a closing quote.
///
/// Streaming: a row is read into the same buffers again, and its cells are places in the text.
/// O(bytes), about 10 ns a byte or less.
public struct CSVRows {
  private let text: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private let columns: Int
  private var place = 0
  /// The row read last.
  public private(set) var row: CSVRow
  /// The row in which a quote was left open; nil where none was.
  public private(set) var openQuote: Int?

  /// - Parameters:
  ///   - text: UTF-8, which must live as long as this does.
  ///   - separator: what stands between cells.
  ///   - corner: how many blank rows and columns were left out before the text.
  public init(
    _ text: UnsafeBufferPointer<UInt8>, separatedBy separator: UInt8,
    from corner: SheetCorner = SheetCorner()
  ) {
    (self.text, self.separator, columns) = (text, separator, corner.column)
    row = CSVRow(after: corner.row)
    row.text = text
  }

  private static let quote = UInt8(ascii: "\"")

  /// Reads the next row that is not blank into ``row``; false at the end.
  public mutating func next() -> Bool {
    while place < text.count {
      row.clear(columns)
      readCells()
      if !row.isBlank { return true }
    }
    return false
  }

  /// Reads cells up to a line end, which is passed over.
  private mutating func readCells() {
    while true {
      if place < text.count, text[place] == Self.quote { readQuoted() } else { readPlain() }
      guard place < text.count, text[place] == separator else { break }
      place &+= 1
    }
    guard place < text.count else { return }
    let isPair = text[place] == 0x0D && place + 1 < text.count && text[place + 1] == 0x0A
    place &+= isPair ? 2 : 1
  }

  @inline(__always)
  private func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0A || byte == 0x0D }

  private mutating func readPlain() {
    let start = place
    while place < text.count, !isEnd(text[place]) { place &+= 1 }
    row.add(start..<place, isOwn: false)
  }

  /// A cell in quotes: as it stands where no quote is in it, else copied.
  private mutating func readQuoted() {
    place &+= 1
    let (start, ownStart) = (place, row.own.count)
    var from = place
    while true {
      while place < text.count, text[place] != Self.quote { place &+= 1 }
      if place == text.count {
        openQuote = openQuote ?? row.number
        break
      }
      guard place + 1 < text.count, text[place + 1] == Self.quote else { break }
      row.own += text[from...place]
      place &+= 2
      from = place
    }
    let end = place
    if place < text.count { place &+= 1 }
    let isWhole = from == start && (place == text.count || isEnd(text[place]))
    if isWhole { return row.add(start..<end, isOwn: false) }
    row.own += text[from..<end]
    // What stands between the closing quote and the separator belongs to the cell.
    let rest = place
    while place < text.count, !isEnd(text[place]) { place &+= 1 }
    row.own += text[rest..<place]
    row.add(ownStart..<row.own.count, isOwn: true)
  }
}

/// The row and the column, from 0, in which what is read of a sheet begins.
public struct SheetCorner: Hashable, Sendable {
  public var (row, column) = (0, 0)

  public init(row: Int = 0, column: Int = 0) { (self.row, self.column) = (row, column) }
}

/// One row of a table, while it is the last that was read.
public struct CSVRow {
  /// Its number as a spreadsheet counts, from 1, blank rows counted too.
  public private(set) var number = 0
  fileprivate var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  fileprivate var own: [UInt8] = []
  private var cells: [Cell] = []

  private struct Cell {
    let start: UInt32
    let count: UInt32
    let isOwn: Bool
  }

  /// How many cells it has.
  public var count: Int { cells.count }

  fileprivate var isBlank: Bool {
    cells.count <= CSVTable.mostColumns && cells.allSatisfy { $0.count == 0 }
  }

  fileprivate init(after rows: Int) { number = rows }

  /// - Parameter columns: how many blank ones stand before what is read.
  fileprivate mutating func clear(_ columns: Int) {
    number += 1
    cells.removeAll(keepingCapacity: true)
    own.removeAll(keepingCapacity: true)
    for _ in 0..<columns { add(0..<0, isOwn: false) }
  }

  fileprivate mutating func add(_ range: Range<Int>, isOwn: Bool) {
    // One more than are read tells that there are too many.
    if cells.count > CSVTable.mostColumns { return }
    cells.append(
      Cell(start: UInt32(range.lowerBound), count: UInt32(range.count), isOwn: isOwn))
  }

  /// The bytes of a cell without blanks around them; none for a cell that the row does not have.
  public func withBytes<Result>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard cells.indices.contains(column) else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    let (start, count) = (Int(cells[column].start), Int(cells[column].count))
    if cells[column].isOwn {
      return own.withUnsafeBufferPointer { body(Self.trimmed($0, start, start + count)) }
    }
    return body(Self.trimmed(text, start, start + count))
  }

  /// The words of a cell as they stand, with blanks around them; none for a cell that the row does
  /// not have.
  public func exact(_ column: Int) -> String {
    guard cells.indices.contains(column) else { return "" }
    let (start, count) = (Int(cells[column].start), Int(cells[column].count))
    func words(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
      String(decoding: bytes[start..<start + count], as: UTF8.self)
    }
    return cells[column].isOwn ? own.withUnsafeBufferPointer(words) : words(text)
  }

  private static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (start, end)
    while start < end {
      if isBlank(bytes[start]) {
        start &+= 1
      } else if start + 1 < end, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
        // A blank that does not break the line, as web pages leave behind.
        start &+= 2
      } else {
        break
      }
    }
    while start < end {
      if isBlank(bytes[end - 1]) {
        end &-= 1
      } else if end - 1 > start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end &-= 2
      } else {
        break
      }
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Whether nothing is in a cell.
  public func isEmpty(_ column: Int) -> Bool { withBytes(column) { $0.isEmpty } }

  /// The words of a cell without blanks around them.
  public subscript(column: Int) -> String {
    withBytes(column) { String(decoding: $0, as: UTF8.self) }
  }

  /// The same on one line. What nobody sees, such as what a terminal takes for a command, is shown
  /// as a mark.
  func line(_ column: Int) -> String {
    let text = self[column]
    let isPlain = withBytes(column) { $0.allSatisfy { (0x20..<0x7F).contains($0) } }
    return isPlain ? text : text.onOneLine
  }

  /// The words of all cells.
  public var texts: [String] { cells.indices.map { self[$0] } }

  /// Whether a cell is written as a day after ISO 8601 is: `2024-06-10`.
  func isISO(_ column: Int) -> Bool {
    withBytes(column) { cell in
      cell.count == 10 && cell[4] == UInt8(ascii: "-") && cell[7] == UInt8(ascii: "-")
    }
  }

  /// Whether two cells hold the same.
  func isSame(_ column: Int, _ other: Int) -> Bool {
    withBytes(column) { cell in withBytes(other) { cell.elementsEqual($0) } }
  }
}

/// Words that stand in many cells, each kept once.
struct CellWords {
  private var known: [UInt64: String] = [:]

  /// The words of a cell. O(bytes), without room of its own for words that came before.
  mutating func text(_ row: borrowing CSVRow, _ column: Int) -> String {
    let hash = row.withBytes(column) { FNV1a($0).value }
    if let text = known[hash] {
      let isSame = row.withBytes(column) { $0.elementsEqual(text.utf8) }
      return isSame ? text : row.line(column)
    }
    let text = row.line(column)
    // Long ones are sentences, of which none comes again.
    if text.utf8.count < 64, known.count < 10_000 { known[hash] = text }
    return text
  }
}

extension String {
  /// With one blank for any between words, and a mark for what nobody sees.
  var onOneLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ").replacingUnseen(by: "\u{FFFD}")
  }
}
