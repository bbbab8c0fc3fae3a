import InspectionModel
import RecText

/// Puts a register's file in order: the sets in the order of their types, the records in that of their keys, the
/// fields in that of their type, and line ends as LF.
///
/// Every line stays: comments go with the record below them, those at the head and the foot stay there, and what the
/// register does not know stands after what it knows, in its own order.
struct Tidier {
  /// Why a file is left as it is.
  enum Refusal: Error, Hashable {
    /// Git's marks are in it.
    case marked
    /// What came of it does not read back as the same register.
    case selfCheck
  }

  private let read: ReadRegister
  private let rows: [RecordID: Row]
  private var document: RecDocument { read.text.document }

  /// - Parameter text: the file's bytes, with the changes that are not in it yet.
  init(_ text: [UInt8]) throws(Refusal) {
    read = RegisterReader.read(RecBytes(Self.plainLines(text)))
    if read.isMarked { throw .marked }
    var rows: [RecordID: Row] = [:]
    for type in RecordType.allCases {
      for row in read.register.rows(type) {
        if let place = read.text.place(of: row) { rows[place] = row }
      }
    }
    self.rows = rows
  }

  /// The file in order. O(bytes + records · log records).
  func tidied() throws(Refusal) -> [UInt8] {
    var pieces = Pieces(document)
    var groups: [Group] = []
    for set in document.sets {
      let group = Group(set, pieces: pieces.take(set), type: set.name.flatMap(RecordType.init))
      let twin = groups.firstIndex { $0.type != nil && $0.type == group.type }
      if twin.map({ !groups[$0].take(over: group, in: document) }) ?? true { groups.append(group) }
    }
    var printer = Printer(head: pieces.head)
    for group in groups.enumerated().sorted(by: Group.isInOrder).map(\.element) {
      if let descriptor = group.descriptor { printer.print(descriptor) }
      for piece in sorted(group) { printer.print(arranged(piece, of: group.type)) }
    }
    let text = printer.finish(foot: pieces.foot)
    let again = RegisterReader.read(RecBytes(text))
    guard again.register.holdsTheSame(as: read.register),
      LineSum(text, but: groups) == LineSum(document)
    else { throw .selfCheck }
    return text
  }

  /// Lines that end in LF alone, and no mark before the first.
  private static func plainLines(_ text: [UInt8]) -> [UInt8] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = text.starts(with: mark) ? Array(text.dropFirst(mark.count)) : text
    guard text.contains(UInt8(ascii: "\r")) else { return text }
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    for (index, byte) in text.enumerated() {
      let endsLine = index + 1 == text.count || text[index + 1] == UInt8(ascii: "\n")
      if byte != UInt8(ascii: "\r") || !endsLine { plain.append(byte) }
    }
    return plain
  }

  // MARK: Order

  /// Records in the order of their keys; what is none of the register's stays behind them.
  private func sorted(_ group: Group) -> [Piece] {
    guard group.type != nil else { return group.records }
    return group.records.enumerated().sorted { one, other in
      guard let row = rows[one.element.id] else {
        return rows[other.element.id] == nil && one.offset < other.offset
      }
      guard let otherRow = rows[other.element.id] else { return true }
      if read.register.comesBefore(row, otherRow) { return true }
      return !read.register.comesBefore(otherRow, row) && one.offset < other.offset
    }
    .map(\.element)
  }

  /// The record with its fields in the order of its type, comments with the field below them.
  private func arranged(_ piece: Piece, of type: RecordType?) -> Piece {
    guard let type, !document.isDamaged(piece.id), let record = document.record(piece.id),
      let start = record.fileOffset
    else { return piece }
    var lines: [(rank: Int, text: ArraySlice<UInt8>)] = []
    var at = 0
    for field in record.fields {
      guard let range = field.fileRange else { return piece }
      let end = min(range.upperBound - start + 1, piece.lines.count)
      let rank = type.fields.firstIndex { $0.name == field.name } ?? type.fields.count
      lines.append((rank, piece.lines[at..<end]))
      at = end
    }
    if zip(lines, lines.dropFirst()).allSatisfy({ $0.rank <= $1.rank }) { return piece }
    var arranged = piece
    let inOrder = lines.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }
    arranged.lines = []
    for (_, line) in inOrder {
      arranged.lines +=
        line.text.last == UInt8(ascii: "\n") ? line.text : line.text + [UInt8(ascii: "\n")]
    }
    arranged.lines += piece.lines[at...]
    return arranged
  }
}

/// A record with the comments above it.
private struct Piece {
  let id: RecordID
  var above: [UInt8]
  var lines: [UInt8]
}

/// The way through a file from record to record.
private struct Pieces {
  let document: RecDocument
  /// The comments that stand above everything.
  private(set) var head: [UInt8] = []
  private var at = 0

  init(_ document: RecDocument) {
    self.document = document
    guard let first = document.record(RecordID(0))?.fileOffset, document.isDescriptor(RecordID(0))
    else { return }
    head = Array(document.bytes.buffer[..<first])
    at = first
  }

  /// What stands below the last record.
  var foot: [UInt8] { Array(document.bytes.buffer[at...]) }

  /// The records of the next set, its descriptor first.
  mutating func take(_ set: RecSet) -> [Piece] {
    let first = set.descriptor?.index ?? set.baseRecords.lowerBound
    return (first..<set.baseRecords.upperBound).compactMap { take(RecordID($0)) }
  }

  private mutating func take(_ id: RecordID) -> Piece? {
    guard let record = document.record(id), let start = record.fileOffset else { return nil }
    let lines = record.text
    defer { at = start + lines.count }
    return Piece(id: id, above: Array(document.bytes.buffer[at..<start]), lines: lines)
  }
}

/// The records of a set, to be printed together.
private struct Group {
  let type: RecordType?
  var descriptor: Piece?
  var records: [Piece]
  /// Descriptors of later sets of the type that said nothing more, and are left out.
  private(set) var leftOut: [Piece] = []
  private let isNameless: Bool

  init(_ set: RecSet, pieces: [Piece], type: RecordType?) {
    self.type = type
    isNameless = set.name == nil
    descriptor = set.descriptor == nil ? nil : pieces.first
    records = set.descriptor == nil ? pieces : Array(pieces.dropFirst())
  }

  /// Takes the records of another set of the type, unless its descriptor says something that this one's does not.
  mutating func take(over other: Group, in document: RecDocument) -> Bool {
    func said(_ piece: Piece?) -> [String] {
      piece.flatMap { document.record($0.id) }?.fields.map { "\($0.name)=\($0.value)" } ?? []
    }
    let mine = Set(said(descriptor))
    guard let second = other.descriptor, said(second).allSatisfy(mine.contains) else {
      return false
    }
    var records = other.records
    if !records.isEmpty { records[0].above = second.above + records[0].above }
    self.records += records
    leftOut.append(second)
    return true
  }

  private var rank: Int {
    isNameless ? -1 : type.map { Int($0.rawValue) } ?? RecordType.allCases.count
  }

  static func isInOrder(
    _ one: (offset: Int, element: Group), _ other: (offset: Int, element: Group)
  )
    -> Bool
  {
    (one.element.rank, one.offset) < (other.element.rank, other.offset)
  }
}

/// Writes records one after another, a blank line between them.
private struct Printer {
  private var text: [UInt8]

  init(head: [UInt8]) { text = Self.withoutBlankEnds(head).lines }

  mutating func print(_ piece: Piece) {
    let above = Self.withoutBlankEnds(piece.above)
    part()
    text += above.lines
    if !above.lines.isEmpty, above.endsInBlank { text.append(UInt8(ascii: "\n")) }
    text += piece.lines
  }

  mutating func finish(foot: [UInt8]) -> [UInt8] {
    let foot = Self.withoutBlankEnds(foot).lines
    if !foot.isEmpty {
      part()
      text += foot
    }
    endLine()
    return text
  }

  private mutating func part() {
    guard !text.isEmpty else { return }
    endLine()
    text.append(UInt8(ascii: "\n"))
  }

  private mutating func endLine() {
    if let last = text.last, last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
  }

  /// Lines without the blank ones before the first and after the last, each with its end.
  private static func withoutBlankEnds(_ text: [UInt8]) -> (lines: [UInt8], endsInBlank: Bool) {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let isFull = { (line: ArraySlice<UInt8>) in !line.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
    guard let first = lines.firstIndex(where: isFull), let last = lines.lastIndex(where: isFull)
    else { return ([], false) }
    let kept = lines[first...last].joined(separator: [UInt8(ascii: "\n")])
    // The last piece of a split is what stands after the last line feed: nothing, mostly.
    return (Array(kept) + [UInt8(ascii: "\n")], last < lines.count - 2)
  }
}

/// Which lines a text has, in whatever order, blank ones left out.
private struct LineSum: Equatable {
  private var count = 0
  private var sum: UInt64 = 0

  init(_ document: RecDocument) { add(document.bytes.buffer) }

  /// The lines of a text with those that were left out of it.
  init(_ text: [UInt8], but groups: [Group]) {
    text.withUnsafeBytes { add($0) }
    for piece in groups.flatMap(\.leftOut) { piece.lines.withUnsafeBytes { add($0) } }
  }

  private mutating func add(_ text: UnsafeRawBufferPointer) {
    for line in text.split(separator: UInt8(ascii: "\n"))
    where line.contains(where: { $0 != 0x20 && $0 != 0x09 }) {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in line { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      count += 1
      sum &+= hash ^ hash >> 29
    }
  }
}
