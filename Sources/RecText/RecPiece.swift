/// What a piece of a file holds, read without what comes before it, so that several can be read at
/// once.
public struct RecPiece: Sendable {
  /// The bytes of the file it was read from.
  public let range: Range<Int>
  /// False where the piece breaks off in the middle of a record, or of something that a backslash
  /// joins to the next line: then nothing of it holds.
  public let endsBetweenRecords: Bool

  let starts: [UInt32]
  let ends: [UInt32]
  let damaged: [UInt32]
  let openings: [Opening]
  let lines: LineTable
  let lineCount: Int
  let problems: [RecProblem]

  /// A descriptor: the name of the set it opens, which record of the piece it is, and where its
  /// field stands.
  struct Opening: Sendable {
    let name: String
    let record: Int
    let range: Range<Int>
  }

  /// Reads the bytes from `start` to the end of `buffer`, which is the file's beginning up to a
  /// place between two records, or all of it. One pass.
  public init<Sink: RecSink & ~Copyable>(
    _ buffer: UnsafeRawBufferPointer, from start: Int, into sink: inout Sink
  ) {
    self = RecLayoutBuilder.read(buffer, from: start, into: &sink)
  }

  init(
    range: Range<Int>, endsBetweenRecords: Bool, starts: [UInt32], ends: [UInt32],
    damaged: [UInt32], openings: [Opening], lines: LineTable, lineCount: Int,
    problems: [RecProblem]
  ) {
    (self.range, self.endsBetweenRecords) = (range, endsBetweenRecords)
    (self.starts, self.ends, self.damaged) = (starts, ends, damaged)
    (self.openings, self.lines, self.lineCount) = (openings, lines, lineCount)
    self.problems = problems
  }

  /// How many records stand in it, descriptors among them.
  public var recordCount: Int { starts.count }

  /// The name of the set that the records after this piece belong to; nil if no set is opened in
  /// it.
  public var lastOpened: String? { openings.last?.name }
}

/// A sink for whoever wants the layout alone.
struct NoSink: RecSink {
  let names = RecNames.none
  mutating func receive(
    _ index: Int, _ fields: UnsafeBufferPointer<RecFieldPlace>, opens: String?
  ) {}
}

extension RecLayout {
  /// The layout of a file of which these are the pieces, in order and without gaps. O(records).
  static func joining(_ pieces: [RecPiece], of bytes: RecBytes) -> RecLayout {
    var joint = Joint(records: pieces.reduce(0) { $0 + $1.recordCount })
    for piece in pieces { joint.add(piece) }
    return RecLayout(
      bytes: bytes, starts: joint.starts, ends: joint.ends, damaged: joint.damaged,
      sets: joint.setsWithRecords(), problems: joint.problemsInOrder,
      lines: joint.lines)
  }
}

/// Puts pieces together.
private struct Joint {
  var starts: [UInt32] = []
  var ends: [UInt32] = []
  var damaged: [UInt32] = []
  var problems: [RecProblem] = []
  var lines = LineTable()
  private var lineCount = 0
  private var sets: [RecSet] = []
  private var names: Set<String> = []
  private var told: Set<RecProblem.Kind> = []

  init(records: Int) {
    starts.reserveCapacity(records)
    ends.reserveCapacity(records)
  }

  mutating func add(_ piece: RecPiece) {
    let first = starts.count
    starts += piece.starts
    ends += piece.ends
    damaged += piece.damaged.map { $0 + UInt32(first) }
    lines.append(piece.lines, from: piece.range.lowerBound, after: lineCount)
    lineCount += piece.lineCount
    for problem in piece.problems
    where !problem.isToldOnce || told.insert(problem.kind).inserted {
      problems.append(problem)
    }
    for opening in piece.openings { open(opening, first + opening.record) }
  }

  var problemsInOrder: [RecProblem] {
    // Of a text in another encoding nothing else can be said.
    if let encoding = problems.first(where: { $0.encoding != nil }) { return [encoding] }
    return problems.sorted { $0.offset < $1.offset }
  }

  private mutating func open(_ opening: RecPiece.Opening, _ record: Int) {
    if !names.insert(opening.name).inserted {
      problems.append(
        RecProblem(
          kind: .repeatedType(opening.name), offset: opening.range.lowerBound,
          length: opening.range.count))
    }
    if sets.isEmpty, record > 0 { appendSet(named: nil, descriptor: nil, firstRecord: 0) }
    appendSet(named: opening.name, descriptor: RecordID(record), firstRecord: record + 1)
  }

  private mutating func appendSet(named name: String?, descriptor: RecordID?, firstRecord: Int) {
    let none = firstRecord..<firstRecord
    sets.append(
      RecSet(index: sets.count, name: name, descriptor: descriptor, baseRecords: none))
  }

  /// The sets, each with its records up to the next descriptor.
  func setsWithRecords() -> [RecSet] {
    guard !sets.isEmpty else {
      return [RecSet(index: 0, name: nil, descriptor: nil, baseRecords: 0..<starts.count)]
    }
    var result = sets
    for index in result.indices {
      let isLast = index + 1 == result.count
      let end = isLast ? starts.count : result[index + 1].descriptor?.index ?? starts.count
      result[index].baseRecords = result[index].baseRecords.lowerBound..<end
    }
    return result
  }
}

extension RecProblem {
  /// Whether it is told once a file, and not again for each line.
  fileprivate var isToldOnce: Bool {
    switch kind {
    case .carriageReturnInValue, .carriageReturnOnBlankLine, .gluedComments: true
    case .notRec, .nothingToContinue, .indentedLaterField, .indentedFirstField, .swallowedField,
      .joinedLine, .trailingBackslash, .gitConflict, .encoding, .byteOrderMark, .nul, .byteFF,
      .noBlankAfterColon, .endsAfterColon, .endsAfterPlus, .endsInBackslash, .repeatedType:
      false
    }
  }
}
