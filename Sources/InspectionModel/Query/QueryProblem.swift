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
    /// It has more terms than a filter may have.
    case tooManyTerms(Int)
    /// Nobody of that name coded anything; the one that may be meant.
    case noCoder(String, nearest: String?)
    /// Records of the type have none such that could be counted.
    case nothingToCount(String, RecordType)
    /// What is wrong with a filter that was saved.
    indirect case inSaved(String, Kind)
    /// A saved filter is more than one term, and cannot be turned round.
    case savedTurnedRound
    /// None, or several, where one saved filter is to be named.
    case oneSaved
    /// A saved filter names another, which is not looked for.
    case savedInSaved
  }

  public let kind: Kind
  /// Where it stands in the filter, from 1.
  public let column: Int

  public init(_ kind: Kind, column: Int) { (self.kind, self.column) = (kind, column) }
}

extension QueryProblem: CustomStringConvertible {
  /// A sentence without a full stop, with the nearest known word where there is one.
  public var description: String { Self.sentence(kind) }

  private static func sentence(_ kind: Kind) -> String {
    switch kind {
    case .noSuchField(let name, let type):
      return "\(type.noun.many) have no “\(name)”; \(fields(like: name, of: type))"
    case .noDay(let text):
      return
        "“\(text)” is not a date; write 2016, 2016-02, 2016-02-22 or two of them with .. between"
    case .noNumber(let text):
      return "“\(text)” is not a number; write 3 or 2..4"
    case .noChoice(let text, let options):
      let nearest = Self.meant(Nearest.to(text, among: options))
      return "“\(text)” is not one of \(options.joined(separator: " "))"
        + (nearest.isEmpty ? "" : "; " + nearest.dropLast())
    case .noCount(let text, let examples):
      return "“\(text)” does not say how many; write \(examples)"
    case .nothingToCount(let name, let type):
      let names = Query.countable(from: type).map { $0 + ">0" }
      return names.isEmpty
        ? "nothing of \(type.noun.many) can be counted"
        : "\(type.noun.many) have no \(name) to count; write \(names.joined(separator: " or "))"
    case .inSaved(let name, let kind): return "in the filter “\(name)”: \(sentence(kind))"
    case .savedInSaved: return "it names another saved filter; save it with its terms instead"
    case .oneSaved: return "name one saved filter; for several write saved: before each"
    case .savedTurnedRound: return "a saved filter cannot be turned round"
    case .tooManyTerms(let most):
      return "a filter has at most \(most) terms; the rest begins here"
    case .noCoder(let text, let nearest):
      return "nobody called “\(text)” has coded; write yes, no or a name"
        + (nearest.map { ", such as \($0)" } ?? "")
    case .noSuchRecord(let text, let type, let nearest):
      let meant = Self.meant(nearest)
      return "no \(type.noun.one) is called “\(text)”"
        + (meant.isEmpty ? "" : "; " + meant.dropLast())
    }
  }

  /// How many fields are named where none is like the one asked for.
  private static let mostNamed = 12

  private static func fields(like name: String, of type: RecordType) -> String {
    let names = Query.fieldNames(of: type)
    if let nearest = Nearest.to(name, among: names) { return "did you mean \(nearest)?" }
    let usual = Completion.usual(names)
    let others = names.count - min(names.count, mostNamed)
    return "they have \(usual.prefix(mostNamed).joined(separator: " "))"
      + (others == 0 ? "" : " and \(others) others")
  }

  private static func meant(_ word: String?) -> String {
    word.map { "did you mean \($0)? " } ?? ""
  }
}
