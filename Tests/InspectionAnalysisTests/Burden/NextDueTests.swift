import InspectionAnalysis
import InspectionModel
import Testing

/// When the next inspections are due, how long footprints are, and days that are not those on site.
struct NextDueTests {
  private static let text = """
    %rec: Area

    Id: ashby
    Name: Ashby

    Id: gone
    Name: Gone
    To: 2019-03-31

    %rec: Framework

    Id: council
    Name: Council
    By: Ofsted
    Every: 36

    Id: former
    Name: Former
    By: Ofsted
    To: 2017
    Every: 48

    Id: jtai
    Name: Joint
    By: Ofsted
    By: CQC
    OnSite: 5
    Notice: 10
    CalendarDays: 5

    Id: short
    Name: Short
    By: Ofsted
    Every: 36

    """

  private static func inspection(
    _ key: String, _ framework: String, _ fields: String, area: String = "ashby"
  ) -> String {
    """

    %rec: Inspection

    Id: \(key)
    Area: \(area)
    Framework: \(framework)
    \(fields)
    Certainty: stated-elsewhere
    Source: x

    """
  }

  private func account(_ inspections: String..., of area: String = "ashby") throws -> Account {
    let day = try #require(Day(iso: "2026-11-29"))
    return try AccountRequest(.burden, key: area)
      .account(in: Registers.read(Self.text + inspections.joined()), on: day)
  }

  private func lines(_ account: Account, _ title: String) -> [String] {
    account.grid(title)?.lines.map { line in
      ([line.heading.name] + line.figures.map(\.value.text)).joined(separator: " | ")
    } ?? []
  }

  @Test func `the last under any framework of a round says when the next is due`() throws {
    let account = try account(
      Self.inspection("c1", "council", "From: 2019-09-16\nTo: 2019-09-27"),
      Self.inspection("s1", "short", "From: 2024-02-29\nTo: 2024-03-04"),
      Self.inspection("f1", "former", "From: 2016-05-23\nTo: 2016-06-15"),
      Self.inspection("j1", "jtai", "From: 2018-05-14\nTo: 2018-05-18"))
    #expect(
      lines(account, "Next due") == [
        "Council, Short | 2027-02-28 | 2024-02-29 | 36", "Joint | n/k | 2018-05-14 | not found",
      ])
  }

  @Test func `of an area that is no more nothing is due`() throws {
    let account = try account(
      Self.inspection("c1", "council", "From: 2018-09-17\nTo: 2018-09-28", area: "gone"),
      of: "gone")
    #expect(account.grid("Next due") == nil)
  }

  @Test func `footprints have a mean and a middle one`() throws {
    func joint(_ key: String, _ due: String) -> String {
      Self.inspection(
        key, "jtai", "Notified: 2018-01-01\nFrom: 2018-01-15\nTo: 2018-01-19\nStatementDue: \(due)")
    }
    let account = try account(
      joint("j1", "2018-01-10"), joint("j2", "2018-01-20"), joint("j3", "2018-02-09"))
    let grid = try #require(account.grid("With the joint inspections and without"))
    let columns = Dictionary(
      uniqueKeysWithValues: zip(grid.columns.map(\.name), grid.lines[0].figures.map(\.value.text)))
    #expect(columns["footprints, calendar days"] == "70")
    #expect(columns["mean footprint, calendar days"] == "23.3")
    #expect(columns["median footprint, calendar days"] == "20")
  }

  @Test func `days of a whole exercise are not days on site, and are not filled in`() throws {
    let fields = "From: 2025-02-24\nTo: 2025-03-03\nStatementDue: 2025-08-13\nNotFound: OnSite"
    let account = try account(
      Self.inspection("c1", "council", "From: 2024-09-16\nTo: 2024-09-27"),
      Self.inspection("j1", "jtai", fields))
    #expect(
      account.answer == "2 inspections of Ashby, 1 of them joint: 10 working days on site that are "
        + "known, and it is not known how many joint ones added.")
    // The footprint begins with the exercise.
    #expect(
      lines(account, "One after another").last
        == "Ashby 2025 | 2025-02-24 | n/k | of a whole exercise | 171 | – | ")
    #expect(
      account.gaps.contains(
        "1 inspection under Joint with days that span the whole exercise: the days on site are not "
          + "known, are in no sum and leave no gap."))
    #expect(lines(account, "Against the same areas").allSatisfy { $0.contains("n/k | n/k") })
  }

  @Test func `the exercise of Reading is not three weeks on site`() throws {
    let reading = try #require(Registers.starter.inspection("jtai-reading-2025"))
    #expect(reading.lacksDaysOnSite)
    let burden = Burden(Registers.starter, inspections: [reading.row])
    #expect(burden.visits.map(\.length) == [.wholeExercise])
    #expect(burden.visits.first?.workingDays == nil)
  }
}
