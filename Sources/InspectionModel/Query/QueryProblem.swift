/// What is wrong with a filter, and at which column of it (from 1).
public struct QueryProblem: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case noSuchField(String, RecordType)
    case noDay(String)
    case noNumber(String)
    case noChoice(String, [String])
    /// A term that is to say how many, and does not; with examples of one that does.
    case noCount(String, examples: String)
    /// No record of the type is called so; the one that may be meant.
    case noSuchRecord(String, RecordType, nearest: String?)
  }

  public let kind: Kind
  /// Where it stands in the filter, from 1.
  public let column: Int

  public init(_ kind: Kind, column: Int) { (self.kind, self.column) = (kind, column) }
}

extension QueryProblem: CustomStringConvertible {
  /// A sentence without a full stop, with the nearest known word where there is one.
  public var description: String {
    switch kind {
    case .noSuchField(let name, let type):
      let names = Query.fieldNames(of: type)
      return "\(type.words.many) have no “\(name)”; \(Self.meant(Nearest.to(name, among: names)))"
        + "they have \(names.joined(separator: " "))"
    case .noDay(let text):
      return
        "“\(text)” is not a date; write 2016, 2016-02, 2016-02-22 or two of them with .. between"
    case .noNumber(let text):
      return "“\(text)” is not a number; write 3 or 2..4"
    case .noChoice(let text, let words):
      let nearest = Self.meant(Nearest.to(text, among: words))
      return "“\(text)” is not one of \(words.joined(separator: " "))"
        + (nearest.isEmpty ? "" : "; " + nearest.dropLast(2))
    case .noCount(let text, let examples):
      return "“\(text)” does not say how many; write \(examples)"
    case .noSuchRecord(let text, let type, let nearest):
      let meant = Self.meant(nearest)
      return "no \(type.words.one) is called “\(text)”"
        + (meant.isEmpty ? "" : "; " + meant.dropLast(2))
    }
  }

  private static func meant(_ word: String?) -> String {
    word.map { "did you mean \($0)?; " } ?? ""
  }
}
