import InspectionModel
import Testing

struct DayTests {
  @Test(arguments: ["2016-02-22", "2016-02", "2016", "2000-02-29", "0001-01-01", "9999-12-31"])
  func `a day is written as it was read`(text: String) throws {
    #expect(try #require(Day(iso: text)).description == text)
  }

  @Test(arguments: [
    "", "16", "2016-2", "2016-02-3", "2016-13", "2016-00", "2016-02-00", "2016-02-30", "2015-02-29",
    "1900-02-29", "2016-04-31", "0000", "2016-", "2016-02-", "-2016", "2016-02-22-01", "2016/02/22",
    " 2016", "2016 ", "20l6", "+016", "２０１６",
  ])
  func `what is no day of the calendar is not read`(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func `a day without its month is refused`() {
    #expect(Day(year: 2016, day: 3) == nil)
    #expect(Day(year: 10_000) == nil)
  }

  @Test func `a month or a year alone keeps its precision`() throws {
    let month = try #require(Day(iso: "2018-05"))
    #expect((month.year, month.month, month.day) == (2018, 5, nil))
    let year = try #require(Day(iso: "2009"))
    #expect((year.year, year.month, year.day) == (2009, nil, nil))
    #expect(month.weekday == nil)
    #expect(year.days(until: month) == nil)
  }

  @Test func `days stand in the order of time, a year before its months, a month before its days`()
    throws
  {
    let texts = ["2016", "2016-02", "2016-02-22", "2016-02-23", "2016-03", "2016-12-31", "2017"]
    let days = try texts.map { try #require(Day(iso: $0)) }
    #expect(days.reversed().sorted() == days)
  }

  @Test(arguments: [
    ("2016-02-22", 1), ("2016-02-29", 1), ("2026-11-23", 1), ("2000-01-01", 6), ("1900-01-01", 1),
    ("2024-12-29", 7),
  ])
  func `a day knows its weekday`(text: String, weekday: Int) throws {
    #expect(try #require(Day(iso: text)).weekday == weekday)
  }

  @Test(arguments: [
    ("2016-02-28", "2016-03-01", 2), ("2015-02-28", "2015-03-01", 1),
    ("1900-02-28", "1900-03-01", 1),
    ("2000-02-28", "2000-03-01", 2), ("2016-01-01", "2017-01-01", 366),
    ("2016-12-31", "2016-01-01", -365),
    ("1600-01-01", "2000-01-01", 146_097), ("2016-02-22", "2016-02-22", 0),
  ])
  func `days between two days count leap days`(from: String, to: String, days: Int) throws {
    let (from, to) = (try #require(Day(iso: from)), try #require(Day(iso: to)))
    #expect(from.days(until: to) == days)
  }

  @Test func `every day of four centuries follows the one before`() throws {
    var expected = try #require(Day(year: 1899, month: 12, day: 31)?.ordinal)
    for year in 1900..<2300 {
      for month in 1...12 {
        for day in 1...31 {
          guard let ordinal = Day(year: year, month: month, day: day)?.ordinal else { continue }
          expected += 1
          if ordinal != expected {
            Issue.record("\(year)-\(month)-\(day) is not the day after the one before")
            expected = ordinal
          }
        }
      }
    }
  }
}
