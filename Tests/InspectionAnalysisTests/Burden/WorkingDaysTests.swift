import InspectionAnalysis
import InspectionModel
import Testing

struct WorkingDaysTests {
  private let calendar = WorkingDays(Registers.starter)

  @Test(
    arguments: [
      ("2016-06-20", "2016-06-24", 5), ("2016-06-25", "2016-06-26", 0),
      ("2016-03-24", "2016-03-29", 2), ("2022-06-01", "2022-06-06", 2),
      ("2012-06-04", "2012-06-05", 0), ("2020-05-04", "2020-05-08", 4),
      ("2022-09-19", "2022-09-19", 0), ("2023-05-08", "2023-05-12", 4),
    ])
  func `working days leave out weekends and bank holidays`(
    first: String, last: String, count: Int
  ) {
    #expect(calendar.count(day(first)...day(last)) == count)
  }

  @Test func `counting agrees with looking at each day`() {
    for start in stride(from: day("2012-01-01"), to: day("2027-10-01"), by: 13) {
      let span = start...start + 97
      #expect(calendar.count(span) == span.count { calendar.isWorkingDay($0) })
    }
  }

  @Test func `stepping goes over holidays both ways`() {
    #expect(calendar.day(1, from: day("2016-03-24")) == day("2016-03-29"))
    #expect(calendar.day(-1, from: day("2016-03-29")) == day("2016-03-24"))
    #expect(calendar.day(0, from: day("2016-03-29")) == day("2016-03-29"))
  }

  /// 33 of the 64 letters that were read name the day that SI 2015/1792 gives, counted from the
  /// letter; the others mostly count from the copy that was sent out before it.
  @Test func `the statement of action is due 70 working days after 33 of the letters`() {
    let letters = Registers.starter.all(Inspection.self).filter { inspection in
      guard let published = inspection.published?.ordinal, let due = inspection.statementDue
      else { return false }
      return calendar.day(70, from: published) == due.ordinal
    }
    #expect(letters.count == 33)
    #expect(letters.contains { $0.key == "jtai-south-tyneside-2016" })
  }

  @Test func `Good Friday and Easter Monday are where the moon puts them`() {
    let holidays = Set(Registers.starter.all(Holiday.self).map(\.key))
    for year in 2012...2027 {
      let sunday = easter(year)
      for offset in [-2, 1] {
        let key = Day(ordinal: sunday + offset)?.description ?? ""
        #expect(holidays.contains(key), "\(key)")
      }
    }
  }

  @Test
  func
    `each year has its eight holidays, and those with a jubilee, a funeral or a coronation more`()
  {
    let years = Dictionary(grouping: Registers.starter.all(Holiday.self)) { $0.day?.year }
    let counts = years.mapValues(\.count)
    for year in 2012...2027 {
      #expect(counts[year] == [2012: 9, 2022: 10, 2023: 9][year] ?? 8, "\(year)")
    }
    #expect(years.values.joined().allSatisfy { ($0.day?.weekday ?? 7) < 6 })
  }

  @Test func `a year without holidays in the register is named`() {
    #expect(calendar.unlisted([2011, 2016, 2028]) == [2011, 2028])
    let none = WorkingDays(Registers.read(""))
    #expect(none.count(day("2016-03-24")...day("2016-03-29")) == 4)
  }

  /// Easter Sunday. Source: the anonymous Gregorian algorithm, Nature 13 (1876), as given by Meeus,
  /// Astronomical Algorithms, chapter 8.
  private func easter(_ year: Int) -> Int {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let sum = h + l - 7 * m + 114
    return Day(year: year, month: sum / 31, day: sum % 31 + 1)?.ordinal ?? 0
  }
}
