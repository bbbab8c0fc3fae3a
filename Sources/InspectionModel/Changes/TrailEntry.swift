/// One entry of the audit trail: a change as it was made, by whom and when.
public struct TrailEntry: Hashable, Sendable {
  /// ISO 8601 in UTC, to the second: `2026-11-25T09:41:07Z`.
  public let when: String
  public let who: String
  public let change: Change
  /// The same time by the clock here; nil where `when` is no time.
  public var moment: Moment?

  public init(when: String, who: String, change: Change, moment: Moment? = nil) {
    (self.when, self.who, self.change, self.moment) = (when, who, change, moment)
  }

  /// Whether it changed a record.
  public func concerns(_ type: RecordType, key: String) -> Bool {
    change.edits.contains { $0.type == type && $0.key == key }
  }
}
