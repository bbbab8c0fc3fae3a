/// One line of the audit trail: a change as it was made, by whom and when.
public struct TrailEntry: Hashable, Sendable {
  /// ISO 8601 in UTC, to the second: `2026-11-25T09:41:07Z`.
  public let when: String
  public let who: String
  public let change: Change

  public init(when: String, who: String, change: Change) {
    (self.when, self.who, self.change) = (when, who, change)
  }

  /// Whether it changed a record.
  public func concerns(_ type: RecordType, key: String) -> Bool {
    change.edits.contains { $0.type == type && $0.key == key }
  }
}
