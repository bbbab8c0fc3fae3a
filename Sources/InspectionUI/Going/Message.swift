/// What was last said, and how it matters.
public struct Message: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case note
    case good
    case warning
    case error
  }

  public let text: String
  public let kind: Kind

  public init(_ text: String, _ kind: Kind = .note) {
    self.text = text
    self.kind = kind
  }
}
