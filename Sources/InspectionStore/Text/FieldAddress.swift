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
    // Not by characters: a blank and the accent that a key begins with are one.
    let parts = line.unicodeScalars
      .split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let type = RecordType(name: parts[0]),
      let field = Field(rawValue: parts[1])
    else { return nil }
    self.init(type, field, parts[2])
  }

  var line: String { "\(type.name) \(field.name) \(key)" }
}
