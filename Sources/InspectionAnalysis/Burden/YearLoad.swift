public import InspectionModel

/// What falls in one year: events by their first day, days by the day they fall on.
public struct YearLoad: Sendable {
  public let year: Int
  public let began: [Visit]
  /// Working days on site.
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
      visits.filter(\.length.isMeasured)
        .compactMap { $0.onSite.flatMap(part).map(calendar.count) }.reduce(0, +)
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
