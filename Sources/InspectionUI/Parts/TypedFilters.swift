/// The filters that were typed, the last one last, each once.
public struct TypedFilters: Hashable, Sendable {
  public private(set) var all: [String]

  /// More than these are not remembered.
  private static let most = 100

  public init(_ all: [String] = []) { self.all = Array(all.suffix(Self.most)) }

  mutating func note(_ filter: String) {
    guard filter.contains(where: { $0 != " " }) else { return }
    all.removeAll { $0 == filter }
    all = Array((all + [filter]).suffix(Self.most))
  }
}
