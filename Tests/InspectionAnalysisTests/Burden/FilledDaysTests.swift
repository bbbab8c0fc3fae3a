import InspectionAnalysis
import InspectionModel
import Testing

/// Inspections of which the report alone is known, or no date at all.
struct FilledDaysTests {
  private static let text = """
    %rec: Area

    Id: borne
    Name: Borne

    %rec: Framework

    Id: ilacs
    Name: Council
    OnSite: 10

    Id: jtai
    Name: Joint

    %rec: Inspection

    Id: b1
    Area: borne
    Framework: jtai
    From: 2016-03-14
    To: 2016-03-18
    Certainty: stated-elsewhere
    Source: x

    Id: r1
    Area: borne
    Framework: ilacs
    Published: 2017-06-01
    Certainty: stated-elsewhere
    Source: x

    Id: r2
    Area: borne
    Framework: ilacs
    Certainty: stated-elsewhere
    Source: x

    Id: r3
    Area: borne
    Framework: ilacs
    From: 2018-05
    To: 2018-05
    Certainty: stated-elsewhere
    Source: x
    """

  private let register = Registers.read(Self.text)
  private var burden: Burden { Burden(register) }

  @Test func `an inspection with a report alone has the days of its framework, in that year`()
    throws
  {
    let row = try #require(register.row(.area, key: "borne"))
    let borne = try #require(burden.part(row)).all
    #expect(borne.onSiteDays == 25 && borne.assumedDays == 20)
    #expect(borne.assumed.map { register[$0].key } == ["r1", "r3"])
    #expect(borne.undated.map { register[$0].key } == ["r2"])
    #expect(borne.unmeasured == borne.undated)
    let account = burden.account()
    let years = try #require(account.grid("By year"))
    #expect(years.lines.map(\.heading.name) == ["2016", "2017", "2018", "no date"])
    #expect(years.lines[1].figures[2].value == .count(10))
    let sum = years.lines.reduce(0.0) { $0 + ($1.figures[2].value.size ?? 0) }
    #expect(Int(sum) == burden.areas.map(\.all.onSiteDays).reduce(0, +))
    #expect(
      account.behind == "Behind this: 4 inspections; the days on site are stated for 1, filled in "
        + "from the framework for 2 (20 days), not known for 1.")
    #expect(
      account.gaps.contains(
        "2 inspections with all 20 days on site filled in from the framework, under Council: "
          + "nobody knows which days, so they have no gaps."))
    #expect(
      account.gaps.contains(
        "1 inspection without any date, under Council: counted apart, in no year and with no days.")
    )
  }

  @Test func `one that counts by its report is not said to count by its first day`() throws {
    let row = try #require(register.row(.area, key: "borne"))
    let account = burden.account(of: row)
    let visits = try #require(account.grid("One after another"))
    #expect(
      visits.lines.map { $0.figures[0].value.text } == [
        "2016-03-14", "report 2017-06-01", "2018-05", "n/k",
      ])
    #expect(
      visits.lines.map { $0.figures[2].value.text } == ["", "filled in", "filled in", "not known"])
    #expect(account.grid("By year")?.notes.first?.contains("For 2 that day is not known") == true)
  }
}
