import InspectionModel

/// A field of a record in one line: `Contribution Note C-7K3QZ9TB`.
struct FieldAddress {
  let type: RecordType
  let field: Field
  let key: String

  init(_ type: RecordType, _ field: Field, _ key: String) {
    (self.type, self.field, self.key) = (type, field, key)
  }

  /// Nil for a line that names no type or field this version knows.
  init?(_ line: String) {
    guard let (type, name, key) = Self.parts(line), let field = Field(rawValue: name) else {
      return nil
    }
    self.init(type, field, key)
  }

  var line: String { Self.line(type, field.name, key) }

  /// The same of a field that the type need not know.
  static func line(_ type: RecordType, _ name: String, _ key: String) -> String {
    "\(type.name) \(name) \(key)"
  }

  /// What such a line names; nil for one that names no type this version knows.
  static func parts(_ line: String) -> (type: RecordType, name: String, key: String)? {
    // Not by characters: a blank and the accent that a key begins with are one.
    let parts = line.unicodeScalars
      .split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let type = RecordType(name: parts[0]) else { return nil }
    return (type, parts[1], parts[2])
  }
}
