import InspectionAnalysis
import InspectionModel
import Testing

/// Four areas, one of them followed by two others; two with a joint inspection.
struct SameAreasTests {
  private static let text = """
    %rec: Area

    Id: ashby
    Name: Ashby
    Region: North East

    Id: borne
    Name: Borne
    Region: London

    Id: old-county
    Name: Old County
    To: 2019-03-31
    Successor: east
    Successor: west

    Id: east
    Name: East
    From: 2019-04-01

    Id: west
    Name: West
    From: 2019-04-01

    Id: lone
    Name: Lone
    Region: London

    %rec: Framework

    Id: ilacs
    Name: Council
    OnSite: 10

    Id: jtai
    Name: Joint
    OnSite: 5

    %rec: Inspection

    """

  private static func inspection(
    _ key: String, _ area: String, _ framework: String, _ days: String
  ) -> String {
    """

    Id: \(key)
    Area: \(area)
    Framework: \(framework)
    \(days)
    Certainty: stated-elsewhere
    Source: x

    """
  }

  private let register = Registers.read(
    text + inspection("a1", "ashby", "ilacs", "From: 2014-06-02\nTo: 2014-06-13")
      + inspection("a2", "ashby", "jtai", "From: 2016-02-22\nTo: 2016-02-26")
      + inspection("a3", "ashby", "ilacs", "Published: 2017-06-01")
      + inspection("a4", "ashby", "ilacs", "From: 2021-06-07\nTo: 2021-06-18")
      + inspection("b1", "borne", "jtai", "From: 2016-03-14\nTo: 2016-03-18")
      + inspection("b2", "borne", "ilacs", "From: 2016-09-05\nTo: 2016-09-16")
      + inspection("o1", "old-county", "ilacs", "From: 2018-06-04\nTo: 2018-06-15")
      + inspection("e1", "east", "ilacs", "From: 2021-06-07\nTo: 2021-06-18")
      + inspection("w1", "west", "ilacs", "From: 2022-06-06\nTo: 2022-06-17")
      + inspection("l1", "lone", "ilacs", "From: 2018-06-04\nTo: 2018-06-15"))

  private func account(_ filter: String, key: String? = nil) throws -> Account {
    let day = try #require(Day(iso: "2026-11-29"))
    return try AccountRequest(.burden, filter: filter, key: key).account(in: register, on: day)
  }

  private func keys(_ filter: String) throws -> [String] {
    try Scope(filter, in: register).inspections(in: register).map(\.key)
  }

  private func rows(_ account: Account) throws -> [String] {
    let grid = try #require(
      account.blocks.lazy.compactMap { block in
        if case .grid(let grid) = block, grid.title == "Against the same areas" {
          grid
        } else {
          nil
        }
      }.first)
    return grid.lines.map { line in
      ([line.heading.name] + line.figures.map(\.value.text)).joined(separator: " | ")
    }
  }

  @Test func `the areas of the first joint inspections are meant with all of theirs`() throws {
    #expect(try keys("areas-of:first:1") == ["a1", "a2", "a3", "a4"])
    #expect(try keys("areas-of:first:1 in:2014..2017") == ["a1", "a2", "a3"])
    #expect(try keys("areas-of:\"first:2 area:borne\"") == ["b1", "b2"])
    #expect(try keys("areas-of:framework:jtai in:2016 framework:ilacs") == ["b2"])
    #expect(try keys("area:ashby,borne in:..2016-02") == ["a1", "a2"])
    #expect(try keys("region:london") == ["b1", "b2", "l1"])
  }

  @Test func `what a report alone dates lies in the years asked for`() throws {
    #expect(try keys("in:2017..2018-05") == ["a3"])
  }

  @Test func `an area and those that took over from it are one place`() throws {
    for name in ["old-county", "east", "west"] {
      #expect(try keys("place:\(name)") == ["o1", "e1", "w1"])
    }
    #expect(try keys("place:old-county,lone") == ["l1", "o1", "e1", "w1"])
    let account = try account("place:west")
    #expect(account.title == "Burden of Old County, East, West")
    #expect(account.answer.hasPrefix("3 inspections of Old County, East, West, 0 of them joint: "))
    #expect(try self.account("place:old-county", key: "west").title == account.title)
    let areas = try self.account("place:").blocks.compactMap { block in
      if case .grid(let grid) = block, grid.title.hasPrefix("Areas") { grid } else { nil }
    }
    #expect(
      areas[0].lines.map(\.heading.name) == ["Ashby", "Old County, East, West", "Borne", "Lone"])
  }

  @Test(arguments: [
    ("in:soon", 4), ("areas-of:nearby:3", 10), ("gap:90 place:atlantis", 14),
    ("areas-of:\"first:6 area:atlantis\"", 24),
  ])
  func `what is wrong with such a filter is told with its column`(filter: String, column: Int) {
    do {
      _ = try Scope(filter, in: register)
      Issue.record("it was taken")
    } catch {
      #expect(error.column == column)
    }
  }

  @Test(arguments: ["in:", "place:", "areas-of:"])
  func `a term that is still typed is no problem`(filter: String) {
    #expect((try? Scope(filter, in: register)) != nil)
  }

  @Test func `joint ones weigh more the closer the others are to their areas and years`() throws {
    let all = try account("")
    #expect(
      try rows(all) == [
        "all areas and years | 6 | 10 | 2 | 90 | 10 | 11 | 10 | 0",
        "areas with a joint inspection, all years | 2 | 6 | 2 | 50 | 10 | 20 | 10 | 0",
        "those areas, within a year of a joint one | 2 | 3 | 2 | 20 | 10 | 50 | 0 | 0",
      ])
    #expect(
      all.answer.contains(
        "Against areas with a joint inspection, all years, joint ones are 10 of 50 working days on "
          + "site (20 %)."))
    let some = try account("areas-of:first:1 in:2014..2017")
    #expect(
      try rows(some).suffix(2) == [
        "the areas in question, all years | 1 | 4 | 1 | 35 | 5 | 14 | 10 | 0",
        "the areas in question, 2014 to 2017 | 1 | 3 | 1 | 25 | 5 | 20 | 10 | 0",
      ])
  }

  @Test func `joint ones alone are told beside the others of their areas`() throws {
    let account = try account("first:2")
    #expect(
      account.answer == "All of these 2 inspections are joint, so there are no others to compare "
        + "them with. Against the areas in question, 2016, joint ones are 10 of 20 working days on "
        + "site (50 %).")
  }

  @Test func `without any inspection there is a sentence`() throws {
    #expect(try account("areas-of:first:1 in:1999").answer == "There are no inspections to count.")
    #expect(try account("area:ashby in:1999").blocks.isEmpty)
  }

  @Test func `the claim of 2015 is asked for at once`() throws {
    let day = try #require(Day(iso: "2026-11-29"))
    let account = try AccountRequest.claimOf2015.account(in: Registers.starter, on: day)
    #expect(
      account.answer.hasPrefix(
        "6 of 12 inspections are joint; they added 30 of 131 working days on site that are known "
          + "(23 %)"))
  }
}
