public import InspectionModel

/// What one coder said of one agency in one passage.
public struct Coding: Hashable, Sendable {
  public let agency: String
  public let criterion: String?
  public let direction: Direction
  public let with: Set<String>
  public let how: Set<JointWorking>

  /// Nil for a contribution whose agency or direction is no longer known.
  public init?(_ contribution: Contribution) {
    guard let agency = contribution.agency?.key, let direction = contribution.direction else {
      return nil
    }
    (self.agency, self.direction) = (agency, direction)
    criterion = contribution.criterion?.key
    with = Set(contribution.with.map(\.key))
    how = Set(contribution.how)
  }
}

/// Two passes over the same passages, side by side.
public struct PassComparison: Sendable {
  /// One passage that both passes have read.
  public struct Unit: Sendable {
    public let passage: Row
    public let first: [Contribution]
    public let second: [Contribution]
    /// 0 where both say the same, 1 where they have nothing in common.
    public let distance: Double
  }

  public let first: Row
  public let second: Row
  /// The passages that both have coded, or said to hold nothing, in the order of the second.
  public let units: [Unit]
  /// Passages of the second that are not compared, and how many of them one of the two put off.
  public let unread: (passages: Int, deferred: Int)

  /// O(queue).
  public init(_ first: Review, _ second: Review) {
    (self.first, self.second) = (first.row, second.row)
    let register = second.record.register
    let (one, other) = (ReviewProgress(of: first), ReviewProgress(of: second))
    let left = other.queue.passages.filter { !other.isRead($0) || !one.isRead($0) }
    unread = (left.count, left.count { one.isDeferred($0) || other.isDeferred($0) })
    units = other.queue.passages.compactMap { passage in
      guard other.isRead(passage), one.isRead(passage) else { return nil }
      let coded = register.view(passage, as: Passage.self).contributions
      let mine = coded.filter { $0.review?.row == first.row }
      let theirs = coded.filter { $0.review?.row == second.row }
      return Unit(
        passage: passage, first: mine, second: theirs,
        distance: Self.distance(mine.compactMap(Coding.init), theirs.compactMap(Coding.init)))
    }
  }

  /// What is not compared, in a sentence; nil where all is.
  var leftOut: String? {
    if unread.passages == 0 { return nil }
    let deferred = unread.deferred == 0 ? "" : ", \(unread.deferred) of them put off by one"
    let count = counted(unread.passages, "passage")
    return "Not compared: \(count) that only one of them has read, or neither\(deferred)."
  }

  /// Those that differ, the furthest apart first.
  public var disagreements: [Unit] {
    units.enumerated().filter { $1.distance > 0 }
      .sorted { ($1.element.distance, $0.offset) < ($0.element.distance, $1.offset) }
      .map(\.element)
  }

  /// The mean Jaccard distance of the agencies, of the agencies with their criteria, with their
  /// directions, and of all that was said: two that name other agencies are further apart than two
  /// that differ in whom they worked with.
  static func distance(_ mine: [Coding], _ theirs: [Coding]) -> Double {
    func apart<Part: Hashable>(_ part: (Coding) -> Part) -> Double {
      let (one, other) = (Set(mine.map(part)), Set(theirs.map(part)))
      let all = one.union(other).count
      return all == 0 ? 0 : 1 - Double(one.intersection(other).count) / Double(all)
    }
    let parts = [
      apart(\.agency), apart { [$0.agency, $0.criterion ?? ""] },
      apart { [$0.agency, $0.direction.rawValue] }, apart(\.self),
    ]
    return parts.reduce(0, +) / Double(parts.count)
  }
}

extension PassComparison {
  /// Whether the second pass is shown as A in a passage, so that nobody can tell from the letter
  /// whose reading it is.
  public static func showsSecondAsA(_ passage: Passage, of review: Review) -> Bool {
    var generator = SplitMix(seed: 0, text: review.key + " " + passage.key)
    return generator.next() & 1 == 1
  }
}
