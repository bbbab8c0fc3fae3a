/// A screen as it is remembered between two starts of the program.
public struct SavedScreen: Hashable, Sendable {
  /// The screen's kind: `inspections`.
  public var kind: String
  /// The record it is about.
  public var key: String?
  public var filter: String?
  /// The record under the cursor.
  public var cursor: String?
  /// The column a list is sorted by, with `-` before it where the order is turned round.
  public var sort: String?

  public init(
    kind: String, key: String? = nil, filter: String? = nil, cursor: String? = nil,
    sort: String? = nil
  ) {
    self.kind = kind
    self.key = key
    self.filter = filter
    self.cursor = cursor
    self.sort = sort
  }
}
