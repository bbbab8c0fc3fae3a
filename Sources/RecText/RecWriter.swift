/// Why a record cannot be written; nothing has changed when it is thrown.
public enum RecWriteProblem: Error, Hashable, Sendable {
  /// The document has no such record, or it has been removed.
  case noSuchRecord(RecordID)
  /// The record holds lines that are not rec: rewriting it could lose what its writer meant.
  case damagedRecord(RecordID)
  /// Field names are an ASCII letter or `%`, then letters, digits and `_`.
  case badFieldName(String)
  /// recutils cuts a value at a NUL, so none is written.
  case nulInValue(field: String)
  /// A record has at least one field; to be rid of it, remove it.
  case noFieldLeft
  /// `%rec` opens a set: it is neither set nor cleared on a record that is there.
  case changesSets
  /// A descriptor put there would change the type of the records after it.
  case descriptorInsideSet
  /// Before the first descriptor of a file a record would have no type.
  case recordOutsideSets
  /// The record's set would not be any more as its descriptor demands.
  case breaksRule(RecBreach.Kind)
  /// A field holds something else than what it is to be changed from; says which field, and of what
  /// record.
  case changedMeanwhile(String)
  /// git left two versions in the file of which no one can be made.
  case unjoinedConflicts
}

/// By what the lines of a file end.
public enum RecLineEnd: Sendable {
  case lineFeed
  /// As in files made on another system.
  case carriageReturnLineFeed
}

/// Spells fields as recutils itself does, so that a rewrite of the file by recutils changes
/// nothing.
public enum RecWriter {
  /// The lines of one field, with their ends.
  ///
  /// A line feed in the value becomes a line feed and `+ `. A line of the value that ends in a
  /// backslash is written with two, a line feed and an empty line, and one that ends in a CR with
  /// two: the one spelling of each that reads back.
  public static func encode(
    _ name: String, _ value: String, ending ends: RecLineEnd = .lineFeed
  ) throws(RecWriteProblem) -> [UInt8] {
    var text: [UInt8] = []
    try append(name, value, ending: ends, to: &text)
    return text
  }

  /// The lines of a record's fields.
  public static func encode(
    _ fields: [(name: String, value: String)], ending ends: RecLineEnd = .lineFeed
  ) throws(RecWriteProblem) -> [UInt8] {
    guard !fields.isEmpty else { throw .noFieldLeft }
    var text: [UInt8] = []
    for field in fields { try append(field.name, field.value, ending: ends, to: &text) }
    return text
  }

  private static func append(
    _ name: String, _ value: String, ending ends: RecLineEnd, to text: inout [UInt8]
  ) throws(RecWriteProblem) {
    guard isFieldName(name) else { throw .badFieldName(name) }
    guard !value.utf8.contains(0) else { throw .nulInValue(field: name) }
    text += name.utf8
    text.append(Byte.colon)
    if !value.isEmpty { text.append(Byte.space) }
    let lines = value.utf8.split(separator: Byte.lineFeed, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if index > 0 { text += [Byte.plus, Byte.space] }
      text += line
      end(ends, &text)
    }
  }

  /// Whether `name` can be a field's name.
  public static func isFieldName(_ name: String) -> Bool {
    guard let first = name.utf8.first, first.startsFieldName else { return false }
    return name.utf8.dropFirst().allSatisfy(\.continuesFieldName)
  }

  private static func end(_ ends: RecLineEnd, _ text: inout [UInt8]) {
    if ends == .carriageReturnLineFeed || text.last == Byte.carriageReturn {
      text.append(Byte.carriageReturn)
    } else if text.last == Byte.backslash {
      text += [Byte.backslash, Byte.lineFeed]
    }
    text.append(Byte.lineFeed)
  }
}

extension UnsafeRawBufferPointer {
  /// What must follow a record's text before anything else may: nothing, unless the file ended in
  /// the middle of a line.
  func missingLineEnd() -> [UInt8] {
    var cursor = RecFieldCursor(self)
    var last: RecElement?
    while let field = cursor.next() { last = field }
    let isInField = last?.contentEnd == count
    guard isInField || self.last != Byte.lineFeed else { return [] }
    let endsInBackslash = isInField && self.last == Byte.backslash
    return (endsInBackslash ? [Byte.backslash, Byte.lineFeed] : []) + [Byte.lineFeed]
  }
}
