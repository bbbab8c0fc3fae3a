public import InspectionModel

/// What falls in one year: events by their first day, days by the day they fall on.
public struct YearLoad: Sendable {
  public let year: Int
  public let began: [Visit]
  /// Working days on site; those that nobody can place are in the year of the visit's first date.
  public let onSiteDays: Int
  public let onSiteDaysOfJoint: Int
  /// CD(F ∩ y) over all footprints.
  public let footprintDays: Int
  /// Of each visit the share of its footprint that lies in the year, CD(F ∩ y) / CD(F); of one
  /// without a footprint all in the year of its first day.
  public let shares: [(row: Row, share: Double)]

  /// O(visits).
  init(_ year: Int, from start: YearStart, _ visits: [Visit], _ calendar: WorkingDays) {
    self.year = year
    func began(_ visit: Visit) -> Bool { visit.day.map(start.year) == year }
    func part(_ days: ClosedRange<Int>) -> ClosedRange<Int>? { start.part(of: days, in: year) }
    func onSite(_ visits: [Visit]) -> Int {
      visits.compactMap { visit in
        guard let days = visit.workingDays else { return nil }
        guard let onSite = visit.onSite else { return began(visit) ? days : nil }
        return part(onSite).map(calendar.count)
      }.reduce(0, +)
    }
    self.began = visits.filter(began)
    onSiteDays = onSite(visits)
    onSiteDaysOfJoint = onSite(visits.filter(\.isJoint))
    footprintDays = visits.compactMap { $0.footprint.days.flatMap(part)?.days }.reduce(0, +)
    shares = visits.compactMap { visit in
      guard let days = visit.footprint.days else { return began(visit) ? (visit.row, 1) : nil }
      return part(days).map { (visit.row, Double($0.days) / Double(days.days)) }
    }
  }

  /// The visits of which no date is known, and which no year holds; nil where there are none.
  static func undated(_ visits: [Visit]) -> YearLoad? {
    let undated = visits.filter { $0.day == nil }
    return undated.isEmpty ? nil : YearLoad(undated: undated)
  }

  /// Neither days nor footprints are known of them: a footprint takes a day.
  private init(undated: [Visit]) {
    (year, began) = (0, undated)
    (onSiteDays, onSiteDaysOfJoint, footprintDays) = (0, 0, 0)
    shares = undated.map { ($0.row, 1) }
  }

  /// Every year that visits begin in or reach into, from the first to the last. O(years · visits).
  static func all(from start: YearStart, _ visits: [Visit], _ calendar: WorkingDays) -> [YearLoad] {
    let years = visits.flatMap { visit -> [Int] in
      let footprint = visit.footprint.days.map(start.years)
      return [visit.day.map(start.year), footprint?.lowerBound, footprint?.upperBound]
        .compactMap(\.self)
    }
    guard let first = years.min(), let last = years.max() else { return [] }
    return (first...last).map { YearLoad($0, from: start, visits, calendar) }
  }
}
