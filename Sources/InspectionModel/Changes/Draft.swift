/// A text that a person is still typing: what a field of a record is to hold once it is finished.
public struct Draft: Hashable, Sendable {
  public let type: RecordType
  public let key: String
  public let field: Field
  public let text: String

  public init(_ type: RecordType, key: String, _ field: Field, text: String) {
    (self.type, self.key, self.field, self.text) = (type, key, field, text)
  }
}
