import InspectionModel
import RecText

// What a file is taken apart into, and put together from.

extension Tidier {
  /// A record with the comments above it.
  struct Piece {
    let id: RecordID
    var above: [UInt8]
    var lines: [UInt8]
  }

  /// The way through a file from record to record.
  struct Pieces {
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
    mutating func pull(_ set: RecSet) -> [Piece] {
      let first = set.descriptor?.index ?? set.baseRecords.lowerBound
      return (first..<set.baseRecords.upperBound).compactMap { pull(RecordID($0)) }
    }

    private mutating func pull(_ id: RecordID) -> Piece? {
      guard let record = document.record(id), let start = record.fileOffset else { return nil }
      let lines = record.text
      defer { at = start + lines.count }
      return Piece(id: id, above: Array(document.bytes.buffer[at..<start]), lines: lines)
    }
  }

  /// The records of a set, to be printed together.
  struct Group {
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

    /// Takes the records of another set of the type, unless its descriptor says something that this
    /// one's does not.
    mutating func merge(over other: Group, in document: RecDocument) -> Bool {
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
  struct Printer {
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
  struct LineSum: Equatable {
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
        let hash = FNV1a(line).value
        count += 1
        sum &+= hash ^ hash >> 29
      }
    }
  }
}
