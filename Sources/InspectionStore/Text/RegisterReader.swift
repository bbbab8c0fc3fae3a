public import InspectionModel
public import RecText

/// A register as it was read from its text.
public struct ReadRegister: Sendable {
  public var text: RegisterText
  public var register: Register
  /// All that does not fit.
  var readingProblems: ReadingProblems
  /// The file with the marks that git left in it; `text` is what it becomes without them.
  let marked: MarkedFile?

  /// Whether git left two versions in the file, so that saving the register writes it without git's
  /// marks.
  public var isMarked: Bool { marked != nil }
}

/// Reads a register from its text: records into rows, and what does not fit into diagnostics.
/// Nothing is refused.
public enum RegisterReader {
  /// One pass over the bytes in pieces, on as many cores as there are, and one over the pieces'
  /// rows. O(bytes).
  ///
  /// Of a file in which git left conflicts it reads both versions.
  public static func read(_ bytes: RecBytes) -> ReadRegister {
    joined(readAsItStands(bytes))
  }

  /// What was read, or, where git left conflicts in it, both versions in one. A file with marks
  /// that make no conflict, or another program's, takes no change: what stands between them is not
  /// what it seems.
  static func joined(_ read: ReadRegister) -> ReadRegister {
    if let marked = MarkedFile(read.text.document) { return marked.joined() }
    var read = read
    read.text.refusesChanges = read.text.document.problems.contains { $0.kind == .gitConflict }
    return read
  }

  /// - Parameter marked: the file that the bytes are our side of.
  static func readAsItStands(_ bytes: RecBytes, in marked: MarkedFile? = nil) -> ReadRegister {
    let reading = RegisterReading(ArrivingBytes(bytes))
    reading.work()
    return reading.finish(bytes, in: marked)
  }
}

/// Something the register does not know and leaves alone.
struct UnknownItem: Sendable {
  enum Kind: Sendable {
    case field(String, RecordType)
    case type(String)
    case noType
  }

  let kind: Kind
  let record: RecordID
  let offset: Int?

  init(field: String, of type: RecordType, in record: RecordID, at offset: Int) {
    kind = .field(field, type)
    self.record = record
    self.offset = offset
  }

  private init(_ kind: Kind, in record: RecordID, at offset: Int?) {
    (self.kind, self.record, self.offset) = (kind, record, offset)
  }

  /// The same where so many records stand before those it was counted from.
  func moved(by records: Int) -> UnknownItem {
    UnknownItem(kind, in: RecordID(record.index + records), at: offset)
  }

  init(set: RecSet) {
    kind = set.name.map(Kind.type) ?? .noType
    record = set.descriptor ?? RecordID(set.baseRecords.lowerBound)
    offset = nil
  }
}
