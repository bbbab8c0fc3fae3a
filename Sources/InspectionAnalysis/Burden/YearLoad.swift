public import InspectionModel

/// Which years days are counted by: those of the calendar, of councils' accounts or of schools.
public enum YearStart: String, CaseIterable, Sendable {
  case january
  case april
  case september

  private var month: Int {
    switch self {
    case .january: 1
    case .april: 4
    case .september: 9
    }
  }

  /// The year a day falls in, by the calendar year in which that begins. A day of which only the year is known counts in
  /// the one that begins in it.
  func year(of day: Day) -> Int {
    guard let month = day.month else { return day.year }
    return month < self.month ? day.year - 1 : day.year
  }

  /// The years that days touch.
  func years(of days: ClosedRange<Int>) -> ClosedRange<Int> {
    let first = Day(ordinal: days.lowerBound).map(year) ?? 0
    return first...max(first, Day(ordinal: days.upperBound).map(year) ?? first)
  }

  /// The part of some days that lies in a year; nil where none does.
  func part(of days: ClosedRange<Int>, in year: Int) -> ClosedRange<Int>? {
    guard let first = Day(year: year, month: month, day: 1)?.ordinal,
      let end = Day(year: year + 1, month: month, day: 1)?.ordinal, days.overlaps(first...end - 1)
    else { return nil }
    return days.clamped(to: first...end - 1)
  }

  /// `2016`, or `2016/17` for one that goes over two years of the calendar.
  func name(_ year: Int) -> String {
    guard self != .january else { return String(year) }
    let next = (year + 1) % 100
    return "\(year)/\(next < 10 ? "0" : "")\(next)"
  }
}

/// What falls in one year: events by their first day, days by the day they fall on.
public struct YearLoad: Sendable {
  public let year: Int
  public let began: [Visit]
  /// Working days on site.
  public let onSiteDays: Int
  public let onSiteDaysOfJoint: Int
  /// CD(F ∩ y) over all footprints.
  public let footprintDays: Int
  /// Of each visit the share of its footprint that lies in the year, CD(F ∩ y) / CD(F); of one without a footprint all in
  /// the year of its first day.
  public let shares: [(row: Row, share: Double)]

  /// O(visits).
  init(_ year: Int, from start: YearStart, _ visits: [Visit], _ calendar: WorkingDays) {
    self.year = year
    func began(_ visit: Visit) -> Bool { visit.day.map(start.year) == year }
    func part(_ days: ClosedRange<Int>) -> ClosedRange<Int>? { start.part(of: days, in: year) }
    func onSite(_ visits: [Visit]) -> Int {
      visits.filter { $0.length != .unknown }
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
