public import InspectionModel

/// What inspections together ask of an area, a body or an agency.
///
/// Defined here; the days are those of ``Visit``.
public struct Load: Sendable {
  /// The inspections counted, by their first day.
  public let visits: [Visit]
  /// Σ O: working days on site of the visits of which they are known.
  public let onSiteDays: Int
  /// Visits of which the days on site are not known, so that the sum lacks them.
  public let unmeasured: [Row]
  /// Visits whose days on site were filled in from the framework, and how many those are.
  public let assumed: [Row]
  public let assumedDays: Int
  /// Visits of which no date is known.
  public let undated: [Row]
  /// Σ CD(F): calendar days of all footprints that there are, one after another.
  public let footprintDays: Int
  public let footprints: [Row]
  public let spacings: [Spacing]
  /// Days on which inspectors of two inspections or more were on site.
  public let overlapOnSite: Int
  /// Days covered by two footprints or more.
  public let overlapFootprint: Int
  /// c: most footprints on one day, and the mean over the days that hold any; nil without
  /// footprints.
  public let concurrency: (peak: Int, mean: Double)?
  /// The most visits whose first days lie within 365 days.
  public let rolling: [Row]

  /// From the last day on site of one inspection to the first of the next.
  public struct Spacing: Hashable, Sendable {
    public let before: Row
    public let after: Row
    /// Start − end, in days. At most so many where the last day of the one before is not known.
    public let days: Int
    public let isAtMost: Bool
    public let isBreach: Bool
  }

  /// - Parameters:
  ///   - visits: by their first day.
  ///   - threshold: the fewest days that are to lie between two inspections.
  ///
  /// O(visits · log visits).
  public init(_ visits: [Visit], threshold: Int) {
    self.visits = visits
    onSiteDays = visits.compactMap(\.workingDays).reduce(0, +)
    unmeasured = visits.filter { $0.workingDays == nil }.map(\.row)
    let filled = visits.filter(\.length.isFromFramework)
    assumed = filled.map(\.row)
    assumedDays = filled.compactMap(\.workingDays).reduce(0, +)
    undated = visits.filter { $0.day == nil }.map(\.row)
    let footprints = visits.compactMap { visit in visit.footprint.days.map { (visit.row, $0) } }
    self.footprints = footprints.map(\.0)
    footprintDays = footprints.map(\.1.days).reduce(0, +)
    spacings = Self.spacings(visits, threshold)
    overlapOnSite = Sweep(visits.compactMap(\.onSite)).crowded
    let sweep = Sweep(footprints.map(\.1))
    overlapFootprint = sweep.crowded
    concurrency =
      sweep.covered == 0
      ? nil : (sweep.peak, Double(footprintDays) / Double(sweep.covered))
    rolling = Self.rolling(visits)
  }

  public var events: Int { visits.count }
  public var rows: [Row] { visits.map(\.row) }
  public var breaches: [Spacing] { spacings.filter(\.isBreach) }
  public var closest: Spacing? { spacings.min { $0.days < $1.days } }

  private static func spacings(_ visits: [Visit], _ threshold: Int) -> [Spacing] {
    let dated = visits.compactMap { visit in visit.onSite.map { (visit: visit, days: $0) } }
    return zip(dated, dated.dropFirst()).map { one, next in
      let days = next.days.lowerBound - one.days.upperBound
      return Spacing(
        before: one.visit.row, after: next.visit.row, days: days,
        isAtMost: one.visit.length == .unknown, isBreach: days < threshold)
    }
  }

  private static func rolling(_ visits: [Visit]) -> [Row] {
    let dated = visits.compactMap { visit in visit.start.map { (day: $0, row: visit.row) } }
    var (first, best) = (0, 0..<0)
    for last in dated.indices {
      while dated[last].day - dated[first].day >= 365 { first += 1 }
      if last - first + 1 > best.count { best = first..<last + 1 }
    }
    return dated[best].map(\.row)
  }
}

/// Goes over the days of some spans once, and counts how many hold each.
private struct Sweep {
  /// Days in one span or more, and in two or more.
  var (covered, crowded) = (0, 0)
  var peak = 0

  /// O(n log n).
  init(_ spans: [ClosedRange<Int>]) {
    let steps = spans.flatMap { [($0.lowerBound, 1), ($0.upperBound + 1, -1)] }.sorted { $0 < $1 }
    var (depth, since) = (0, 0)
    for (day, step) in steps {
      if depth > 0 { covered += day - since }
      if depth > 1 { crowded += day - since }
      (depth, since) = (depth + step, day)
      peak = max(peak, depth)
    }
  }
}
