public import InspectionModel
public import RecText

/// A register as it was read from its text.
public struct ReadRegister: Sendable {
  public var text: RegisterText
  public var register: Register
  /// All that is wrong with it, in the order of the file.
  public var diagnostics: [Diagnostic]
  /// The file with the marks that git left in it; `text` is what it becomes without them.
  let marked: MarkedFile?

  /// Whether git left two versions in the file, so that saving the register writes it without git's marks.
  public var isMarked: Bool { marked != nil }
}

/// Reads a register from its text: records into rows, and what does not fit into diagnostics. Nothing is refused.
public enum RegisterReader {
  /// One pass over the fields, one over the references. O(bytes).
  ///
  /// Of a file in which git left conflicts it reads both versions.
  public static func read(_ bytes: RecBytes) -> ReadRegister {
    let document = RecDocument(bytes)
    return MarkedFile(document)?.joined() ?? readAsItStands(document)
  }

  /// - Parameter marked: the file that the document is our side of.
  static func readAsItStands(_ document: RecDocument, in marked: MarkedFile? = nil) -> ReadRegister
  {
    let bytes = document.bytes
    var builder = RegisterBuilder(file: TextBuffer(bytes.buffer, ownedBy: bytes))
    var places: [[RecordID]] = RecordType.allCases.map { _ in [] }
    var strangers: [Stranger] = []
    for set in document.sets {
      guard let type = set.name.flatMap({ RecordType(name: $0) }) else {
        if !set.baseRecords.isEmpty { strangers.append(Stranger(set: set)) }
        continue
      }
      var pass = SetPass(type: type, document: document)
      pass.read(set.baseRecords, into: &builder)
      places[Int(type.rawValue)] += pass.places
      strangers += pass.strangers
    }
    let (register, problems) = builder.finish()
    let text = RegisterText(document: document, places: places)
    let diagnostics = Diagnostics(text: text, marked: marked)
    return ReadRegister(
      text: text, register: register, diagnostics: diagnostics.all(problems, strangers),
      marked: marked)
  }
}

/// Something the register does not know and leaves alone.
struct Stranger: Sendable {
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

  init(set: RecSet) {
    kind = set.name.map(Kind.type) ?? .noType
    record = set.descriptor ?? RecordID(set.baseRecords.lowerBound)
    offset = nil
  }
}

/// The way through the records of one set.
private struct SetPass {
  let type: RecordType
  let document: RecDocument
  private let names: [[UInt8]]
  /// A CR at the end of a line is part of its end here, not of a value.
  private let dropsCR: Bool
  private(set) var places: [RecordID] = []
  private(set) var strangers: [Stranger] = []

  init(type: RecordType, document: RecDocument) {
    self.type = type
    self.document = document
    dropsCR = document.endsLinesInCRLF
    names = type.fields.map { Array($0.name.utf8) }
  }

  mutating func read(_ records: Range<Int>, into builder: inout RegisterBuilder) {
    var current: RecordID?
    var expected = 0
    document.forEachBaseField(in: records) { id, field in
      if id != current {
        if current != nil { builder.end() }
        _ = builder.begin(type)
        places.append(id)
        current = id
        expected = 0
      }
      guard let column = column(field.name, expected: expected) else {
        let name = String(decoding: field.name, as: UTF8.self)
        strangers.append(
          Stranger(field: name, of: type, in: id, at: field.valueOffset - field.name.count))
        return
      }
      expected = column + 1
      if field.isFolded {
        let value = String(decoding: field.unfolded(), as: UTF8.self)
        builder.add(column, dropsCR ? LineEnds.withoutCR(value) : value)
      } else {
        let dropped = dropsCR && field.rawValue.last == UInt8(ascii: "\r") ? 1 : 0
        builder.add(column, at: field.valueOffset, length: field.rawValue.count - dropped)
      }
    }
    if current != nil { builder.end() }
  }

  /// Fields mostly stand in their order, so the next one, or the same again, is the first guess.
  private func column(_ name: UnsafeRawBufferPointer, expected: Int) -> Int? {
    if expected < names.count, name.elementsEqual(names[expected]) { return expected }
    if expected > 0, name.elementsEqual(names[expected - 1]) { return expected - 1 }
    return names.firstIndex { name.elementsEqual($0) }
  }
}

/// The ends of lines of a file made on another system.
enum LineEnds {
  /// A value without the CRs before its line ends.
  static func withoutCR(_ value: String) -> String {
    let lines = value.replacing("\r\n", with: "\n")
    return lines.unicodeScalars.last == "\r" ? String(lines.unicodeScalars.dropLast()) : lines
  }
}
