/// Something that a set's descriptor demands and that is not so, or that is wrong with the
/// descriptor.
public struct RecBreach: Hashable, Sendable {
  public let kind: Kind
  /// Which field of its record it is, from 0; nil for the record as a whole.
  public let field: Int?

  public enum Kind: Hashable, Sendable {
    // Of descriptors.
    /// What `%rec` says begins with no name of a type, or with more than a name and a file.
    case noRecordType(text: String)
    /// Blanks before the name of the type: recutils looks for a file of that name.
    case typeTakenForFile(String)
    /// What stands glued to the name of the type, which recutils passes over.
    case typeWithTail(String, text: String)
    /// More demands in another file, which only recutils reads.
    case otherFile(String)
    /// The line may stand once.
    case repeatedLine(String)
    /// The line takes names of fields, with blanks between them.
    case noNames(String)
    /// The line takes the name of one field; recfix looks at nothing where it has two.
    case noName(String)
    case noSize
    /// The text is no type.
    case noType
    /// Nothing defines a type of that name.
    case unknownType(String)
    /// A field that `%auto` fills is a number, a day or a UUID.
    case cannotCount(String)
    /// The set has so many records, and its descriptor wants others.
    case size(Int, wanted: String)
    /// A `%constraint`, which recfix alone evaluates.
    case notEvaluated
    /// A pattern that recfix may evaluate, and that is not evaluated here.
    case beyond(RecPatternLimit)

    // Of records.
    case missing(String)
    case noKey(String)
    case severalKeys(String)
    case sameKey(String, value: String)
    case notAllowed(String)
    case prohibited(String)
    case repeated(String)
    case taken(String, value: String)
    case notEncrypted(String)
    case wrongType(String, value: String, type: String)
    /// The key of the record is no text at all.
    case emptyKey(String)
    /// No record of the set has the key that the value names.
    case dangling(value: String, set: String)
    /// The file has no set of the name that a type of references names; told once.
    case unknownSet(String)
    /// A day that is not written as ISO 8601 does, so that recutils alone can tell.
    case oddDate(value: String)
    /// A value that would take its pattern too long.
    case tooCostly(String, value: String, type: String)
    /// From this field on, no value is held to a pattern: those before it took all the work there
    /// is for that.
    case workSpent
  }

  /// Whether recfix may approve of it.
  public var isWarning: Bool {
    switch kind {
    case .typeWithTail, .otherFile, .notEvaluated, .oddDate, .beyond, .tooCostly, .workSpent,
      .emptyKey, .dangling, .unknownSet:
      true
    case .noRecordType, .typeTakenForFile, .repeatedLine, .noNames, .noName, .noSize, .noType,
      .unknownType, .cannotCount, .size, .missing, .noKey, .severalKeys, .sameKey, .notAllowed,
      .prohibited, .repeated, .taken, .notEncrypted, .wrongType:
      false
    }
  }
}

extension RecBreach.Kind: CustomStringConvertible {
  /// A sentence for people, without a period.
  public var description: String {
    switch self {
    case .noRecordType(""): "%rec takes the name of a record type"
    case .noRecordType(let text): "“\(text.start)” is not the name of a record type"
    case .typeTakenForFile(let name):
      "blanks before \(name): recutils takes it for the name of a file"
    case .typeWithTail(let name, let text):
      "of “\(text.start)”, the name of the record type is \(name) alone"
    case .otherFile(let name):
      "what \(name.start) demands of these records is not read here, only by recfix --check"
    case .repeatedLine(let line): "\(line) may appear only once in a descriptor"
    case .noNames(let line): "\(line) takes names of fields with blanks between them"
    case .noName(let line): "\(line) takes the name of one field and nothing else"
    case .noSize: "%size takes a number, or one after <, <=, > or >="
    case .noType: "this describes no field that recutils could check"
    case .unknownType(let name): "no %typedef says what \(name) is"
    case .cannotCount(let field):
      "%auto fills numbers, days and UUIDs; \(field) is declared otherwise"
    case .size(let count, let wanted): "%size wants \(wanted) records; there are \(count)"
    case .notEvaluated: "this is not evaluated here, only by recfix --check"
    case .beyond(let limit):
      "this pattern \(limit); it is not evaluated here, only by recfix --check"
    case .missing(let field): "\(field) is missing, and %mandatory wants it"
    case .noKey(let field): "\(field) is missing, and it is the %key"
    case .severalKeys(let field): "\(field) is the %key and may appear only once"
    case .sameKey(let field, let value):
      "\(field) is the %key, and another record has “\(value.start)”"
    case .notAllowed(let field): "\(field) is not among the fields that %allowed names"
    case .prohibited(let field): "\(field) is not allowed: %prohibit"
    case .repeated(let field): "\(field) may appear only once: %unique"
    case .taken(let field, let value):
      "%singular wants no two records with one \(field); another has “\(value.start)”"
    case .notEncrypted(let field): "\(field) is not encrypted, and %confidential wants it"
    case .wrongType(_, let value, let type):
      "“\(value.start)” does not fit its %type: \(type.start(200))"
    case .emptyKey(let field): "\(field) is the %key and empty: nothing can refer to this record"
    case .dangling(let value, let set): "no record of type \(set) has the key “\(value.start)”"
    case .unknownSet(let set): "there are no records of type \(set), which its %type refers to"
    case .oddDate(let value):
      "whether “\(value.start)” is a date, only recutils can tell; write it as 2016-02-22"
    case .tooCostly(_, let value, let type):
      "whether “\(value.start)” fits its %type takes too long to tell here: \(type.start)"
    case .workSpent:
      "the patterns of this file take too long; from here on no value is checked against one"
    }
  }
}

extension String {
  /// As much of it as fits into a sentence.
  fileprivate var start: String { start(60) }

  fileprivate func start(_ count: Int) -> String {
    prefix(count).endIndex == endIndex ? self : prefix(count - 1) + "…"
  }
}
