public import InspectionModel

/// What a run has changed and the register's file does not hold.
public struct Leftover: Sendable {
  /// Changes in a file beside the register.
  public struct Beside: Hashable, Sendable {
    public let count: Int
    public let path: String
  }

  /// How many changes the journal holds: the next open makes them again.
  public internal(set) var journalled = 0
  /// Changes that another program took the register from under.
  public internal(set) var stopped: Beside?
  /// Changes that do not fit what another program has written.
  public internal(set) var unfit: [Beside] = []
  /// Changes that are in memory alone, each as a rec record, the oldest first.
  public internal(set) var lost: [[UInt8]] = []
  /// Whether another program removed or emptied the file, and nobody wrote it again.
  public internal(set) var isFileGone = false

  public init() {}

  /// Whether the file holds all.
  public var isNothing: Bool {
    journalled == 0 && stopped == nil && unfit.isEmpty && lost.isEmpty && !isFileGone
  }

  /// A text that was being typed, as a rec record.
  public static func text(of draft: Draft) -> [UInt8] { (try? DraftText.encode(draft)) ?? [] }
}

extension RegisterStore {
  /// What would be left if the register were closed now.
  public var leftover: Leftover {
    var leftover = Leftover()
    leftover.isFileGone = isGone
    leftover.unfit = parted
    if let path = unfitChangesPath {
      leftover.unfit.append(.init(count: unfitChanges.count, path: path))
    }
    if hasStopped {
      if let path = unsavedBeside { leftover.stopped = .init(count: unsaved.count, path: path) }
      // The journal is another program's by now.
      if unsavedBeside == nil { leftover.lost = unsaved.compactMap { try? TrailText.encode($0) } }
    } else {
      leftover.lost = pending.map(\.lines)
      leftover.journalled = unsaved.count - pending.count
    }
    // What was said on an entry stands in the trail alone.
    leftover.lost += file.trail.held.filter { lines in
      TrailText.decode(lines).contains { $0.entry == nil }
    }
    return leftover
  }
}
