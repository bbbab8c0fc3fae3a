import InspectionModel

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

  /// The year a day falls in, by the calendar year in which that begins. A day of which only the
  /// year is known counts in the one that begins in it.
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
