public import InspectionModel

/// What a framework of criteria stands on: how many passages from how many inspections each
/// criterion has, and what leads to none.
///
/// A finding is a passage in which an agency is credited or faulted. One pass over what is coded:
/// O(contributions + criteria).
public struct FrameworkSupport: Sendable {
  public struct Line: Sendable {
    public let criterion: Criterion
    public internal(set) var strengths = 0
    public internal(set) var shortfalls = 0
    /// The contributions that say so, and the passages and inspections they stand in, each once.
    public internal(set) var contributions: [Row] = []
    public internal(set) var passages: [Row] = []
    public internal(set) var inspections: [Row] = []
    public internal(set) var suspects: [Row] = []
  }

  /// What a criterion must have where nothing else is asked. Defined here.
  public static let fewest = SupportThreshold(passages: 2, inspections: 2)
  /// What a criterion must have to count as supported.
  public let fewest: SupportThreshold
  /// Criteria in use, then those retired or merged, which keep what was once coded by them.
  public let lines: [Line]
  public let inUse: Int
  /// Contributions that credit or fault without a criterion.
  public let orphans: [Row]
  /// Coded passages in which no contribution has a criterion.
  public let orphanPassages: [Row]
  /// Contributions whose passage has changed since they were made.
  public let suspects: [Row]

  public init(_ codings: Codings, fewest: SupportThreshold = Self.fewest) {
    self.fewest = fewest
    let register = codings.register
    let criteria = register.all(Criterion.self)
    let ordered = criteria.filter { $0.status == nil } + criteria.filter { $0.status != nil }
    var place = [Int](repeating: -1, count: register.rowCount(.criterion))
    for (index, criterion) in ordered.enumerated() { place[criterion.row.number] = index }
    var lines = ordered.map { Line(criterion: $0) }
    let isSuspect = register.column(.suspect, of: .contribution)
    var (orphans, suspects): ([Row], [Row]) = ([], [])
    for coding in codings.all {
      let isSuspect = !isSuspect.isEmpty(coding.row.number)
      if isSuspect { suspects.append(coding.row) }
      guard coding.criterion >= 0, place[Int(coding.criterion)] >= 0 else {
        if coding.isFinding { orphans.append(coding.row) }
        continue
      }
      lines[place[Int(coding.criterion)]].tally(coding, isSuspect: isSuspect)
    }
    (self.lines, self.orphans, self.suspects) = (lines, orphans, suspects)
    inUse = criteria.count { $0.status == nil }
    orphanPassages = Self.orphanPassages(codings)
  }

  private static func orphanPassages(_ codings: Codings) -> [Row] {
    var orphans: [Row] = []
    codings.all.forEachRun(of: \.passageNumber) { passage in
      guard let row = passage.first?.passage, passage.allSatisfy({ $0.criterion < 0 }) else {
        return
      }
      orphans.append(row)
    }
    return orphans
  }

  /// The criteria in use that have what is asked.
  public var supported: [Line] {
    lines.prefix(inUse).filter { $0.isSupported(by: fewest) }
  }

  /// Criteria supported, of all in use.
  public var support: Picture.Share {
    Picture.Share(part: supported.count, whole: inUse)
  }
}

extension FrameworkSupport.Line {
  /// Whether it has passages enough from inspections enough.
  func isSupported(by fewest: SupportThreshold) -> Bool {
    passages.count >= fewest.passages && inspections.count >= fewest.inspections
  }

  /// Contributions come in the order of the letters, so that what is the same as the last is what
  /// has been seen.
  fileprivate mutating func tally(_ coding: Codings.Coding, isSuspect: Bool) {
    if isSuspect { suspects.append(coding.row) }
    guard coding.isFinding else { return }
    contributions.append(coding.row)
    if coding.isStrength { strengths += 1 }
    if coding.isShortfall { shortfalls += 1 }
    if passages.last != coding.passage { passages.append(coding.passage) }
    if inspections.last != coding.inspection { inspections.append(coding.inspection) }
  }
}
