public import InspectionModel

/// Working days: Monday to Friday without the bank holidays of England that the register lists.
///
/// Days are ordinals (``Day/ordinal``). Counting is O(log holidays), stepping O(days stepped over).
///
/// Source of the days: https://www.gov.uk/bank-holidays, as `Holiday` records that anybody may add
/// to.
public struct WorkingDays: Sendable {
  /// Holidays that are no Saturday or Sunday, in order.
  private let holidays: [Int]
  private let years: Set<Int>

  /// O(holidays · log of those).
  public init(_ register: Register) {
    let days = register.all(Holiday.self).compactMap(\.day)
    years = Set(days.map(\.year))
    holidays = Set(days.compactMap(\.ordinal)).filter(Self.isWeekday).sorted()
  }

  /// WD(a, b): the working days from the first to the last day of a span, both counted.
  public func count(_ span: ClosedRange<Int>) -> Int {
    let weekdays = Self.weekdays(upTo: span.upperBound) - Self.weekdays(upTo: span.lowerBound - 1)
    return weekdays - (place(span.upperBound + 1) - place(span.lowerBound))
  }

  /// The day that lies so many working days after another, or before it where the number is
  /// negative.
  public func day(_ count: Int, from day: Int) -> Int {
    let step = count < 0 ? -1 : 1
    var (day, left) = (day, abs(count))
    while left > 0 {
      day += step
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  public func isWorkingDay(_ day: Int) -> Bool {
    let place = place(day)
    return Self.isWeekday(day) && !(holidays.indices.contains(place) && holidays[place] == day)
  }

  /// The years among these of which the register lists no holiday: there only weekends are left
  /// out.
  public func unlisted(_ years: some Sequence<Int>) -> [Int] {
    Set(years).subtracting(self.years).sorted()
  }

  /// How many holidays come before a day.
  private func place(_ day: Int) -> Int {
    var (low, high) = (0, holidays.count)
    while low < high {
      let middle = (low + high) / 2
      if holidays[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func isWeekday(_ day: Int) -> Bool { (day + 2) % 7 < 5 }

  /// Weekdays since a Monday before all days.
  private static func weekdays(upTo day: Int) -> Int {
    let days = day + 2
    return days / 7 * 5 + min(days % 7 + 1, 5)
  }
}
