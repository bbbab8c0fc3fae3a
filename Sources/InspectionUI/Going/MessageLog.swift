import InspectionModel

/// All that was said since the program started, and what of it nobody has read yet.
struct MessageLog: Sendable {
  struct Entry: Sendable {
    let message: Message
    /// When it was said, by the clock here; nil where nobody tells.
    let at: Moment?
  }

  /// So many are kept; who wants to know more looks at the trail.
  private static let most = 1000

  /// The last one last.
  private(set) var entries: [Entry] = []
  /// The warnings and errors that have not been read, the last one last.
  private(set) var unread: [Message] = []

  /// What was said last, while nobody has asked whether it is to be kept.
  private var fresh: Message?

  mutating func add(_ message: Message, at moment: Moment?) {
    if entries.count == Self.most { entries.removeFirst() }
    entries.append(Entry(message: message, at: moment))
    fresh = message
  }

  /// A warning or an error that was said stays to be read, unless it answers what is being typed.
  mutating func settle(isAnswer: Bool) {
    defer { fresh = nil }
    guard let fresh, !isAnswer, fresh.kind == .warning || fresh.kind == .error,
      unread.last != fresh
    else { return }
    unread.append(fresh)
  }

  mutating func markRead() { unread = [] }
}
