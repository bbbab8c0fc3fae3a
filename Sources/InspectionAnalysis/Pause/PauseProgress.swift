public import InspectionModel

/// How far a pause point is reached on a day: which of its inspections are done on site, published,
/// coded and agreed.
///
/// Progress = min(k, N) / N, k the members that are so far, N the number after which to pause.
/// Defined here. O(inspections + passages of the members + memos).
public struct PauseProgress: Sendable {
  public let point: PausePoint
  /// As of this day.
  public let day: Day
  /// N.
  public let wanted: Int
  public let members: [Member]

  /// How far one of its inspections is.
  public struct Member: Sendable {
    public let inspection: Row
    /// The last day on site, else the first known, is past.
    public let isInspected: Bool
    public let isPublished: Bool
    /// Strengths, areas for improvement and for priority action of its letter; none where that is
    /// not read.
    public let passages: [Row]
    public let coded: [Row]
    public let agreed: [Row]

    public var isRead: Bool { !passages.isEmpty }
    public var isCoded: Bool { isRead && coded.count == passages.count }
    public var isAgreed: Bool { isRead && agreed.count == passages.count }
  }

  public init(_ point: PausePoint, on day: Day) {
    (self.point, self.day) = (point, day)
    wanted = max(0, point.first ?? 0)
    let register = point.record.register
    var nothing: [Row: Set<Row>] = [:]
    for memo in register.all(Memo.self)
    where memo.kind == .nothing && memo.on.map({ $0 <= day }) ?? true {
      guard let passage = memo.record.reference(.passage), let review = memo.review?.row else {
        continue
      }
      nothing[passage, default: []].insert(review)
    }
    members = point.taken.map { Member($0, on: day, readAsNothing: nothing) }
  }

  /// The three bars: on site, published, coded and agreed.
  public var inspected: [Row] { rows(\.isInspected) }
  public var published: [Row] { rows(\.isPublished) }
  public var agreed: [Row] { rows(\.isAgreed) }
  public var coded: [Row] { rows(\.isCoded) }

  func rows(_ isSo: (Member) -> Bool) -> [Row] {
    Array(members.filter(isSo).map(\.inspection).prefix(wanted))
  }

  /// Whether there is nothing left to wait for.
  public var isReady: Bool { wanted > 0 && agreed.count == wanted }
}

extension PauseProgress.Member {
  init(_ inspection: Inspection, on day: Day, readAsNothing: [Row: Set<Row>]) {
    func isPast(_ other: Day?) -> Bool { other.map { $0.lastDay <= day.lastDay } ?? false }
    self.inspection = inspection.row
    isInspected = isPast(inspection.to ?? inspection.from)
    isPublished = isPast(inspection.published ?? inspection.listed)
    let judged = inspection.passages.filter {
      $0.section.map(ReviewRule.usualSections.contains) ?? false
    }
    passages = judged.map(\.row)
    func known(_ passage: Passage) -> [Contribution] {
      passage.contributions.filter { $0.on.map { $0 <= day } ?? true }
    }
    coded = judged.filter { !known($0).isEmpty || readAsNothing[$0.row] != nil }.map(\.row)
    // Two who find nothing in a passage agree.
    agreed = judged.filter { passage in
      known(passage).contains { $0.pass == .agreed } || readAsNothing[passage.row]?.count ?? 0 > 1
    }.map(\.row)
  }
}
