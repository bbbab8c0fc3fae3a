/// One entry of the audit trail: a change as it was made, by whom and when, with what was said on
/// it later.
public struct TrailEntry: Hashable, Sendable {
  /// ISO 8601 in UTC, to the second: `2026-11-25T09:41:07Z`.
  public let when: String
  public let who: String
  public let change: Change
  /// The same time by the clock here; nil where `when` is no time.
  public var moment: Moment?
  /// In the order in which they were made.
  public var remarks: [TrailRemark] = []

  public init(when: String, who: String, change: Change, moment: Moment? = nil) {
    (self.when, self.who, self.change, self.moment) = (when, who, change, moment)
  }

  /// The same entry of what the change became when it was made to fit.
  public func with(_ change: Change) -> TrailEntry {
    var entry = TrailEntry(when: when, who: who, change: change, moment: moment)
    entry.remarks = remarks
    return entry
  }

  /// Whether it changed a record.
  public func concerns(_ type: RecordType, key: String) -> Bool {
    change.edits.contains { $0.type == type && $0.key == key }
  }

  /// All reasons that whoever made the change gave, the last one being that which counts.
  public var reasons: [String] {
    [change.why].compactMap(\.self) + remarks.filter { $0.who == who }.map(\.text)
  }

  /// What others said on it.
  public var remarksOfOthers: [TrailRemark] { remarks.filter { $0.who != who } }
}

/// What somebody said on an entry of the trail, after it was made: why, where it is one's own.
public struct TrailRemark: Hashable, Sendable {
  /// ISO 8601 in UTC, to the second.
  public let when: String
  public let who: String
  public let text: String
  /// The same time by the clock here; nil where `when` is no time.
  public var moment: Moment?

  public init(when: String, who: String, text: String, moment: Moment? = nil) {
    (self.when, self.who, self.text, self.moment) = (when, who, text, moment)
  }
}

/// What a trail is asked about: one record, or everything.
public struct TrailSubject: Hashable, Sendable {
  public let type: RecordType?
  public let key: String

  public init(_ type: RecordType, key: String) { (self.type, self.key) = (type, key) }

  private init() { (type, key) = (nil, "") }

  public static let everything = TrailSubject()

  public func isOf(_ entry: TrailEntry) -> Bool {
    type.map { entry.concerns($0, key: key) } ?? true
  }
}

/// What a trail says of a record, or of everything: the last first.
public struct Trail: Hashable, Sendable {
  public let subject: TrailSubject
  public var entries: [TrailEntry]
  /// False where older entries are left out.
  public let isWhole: Bool

  public init(_ subject: TrailSubject, _ entries: [TrailEntry], isWhole: Bool) {
    (self.subject, self.entries, self.isWhole) = (subject, entries, isWhole)
  }
}
