/// Something in a record that does not fit what its type says.
public struct RecordProblem: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A mandatory field is not there.
    case missing
    /// The value is no day, number or word of the list.
    case invalid
    /// No record has the key that the value names.
    case dangling
    /// The field may stand once and stands again.
    case repeated
    /// Another record, earlier in the file, has the same key.
    case duplicateKey(first: Row)
    /// Another record, later in the file, has the same key.
    case sharedKey
    /// Over 16 MiB.
    case tooLong
  }

  public let kind: Kind
  public let row: Row
  public let field: Field
  /// Which of the field's values it is, from 0.
  public let value: Int
}
