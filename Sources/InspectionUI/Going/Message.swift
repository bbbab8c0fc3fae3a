/// What was last said, and how it matters.
public struct Message: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case note
    case good
    /// Why a key did nothing: whoever pressed it reads it at once.
    case hint
    case warning
    case error

    /// Whether it says that something did not come about, or not as it should.
    public var isRefusal: Bool {
      switch self {
      case .note, .good: false
      case .hint, .warning, .error: true
      }
    }
  }

  public let text: String
  public let kind: Kind

  public init(_ text: String, _ kind: Kind = .note) {
    self.text = text
    self.kind = kind
  }
}
