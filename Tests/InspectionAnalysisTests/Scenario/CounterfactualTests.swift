import InspectionAnalysis
import InspectionModel
import Testing

/// One inspection of all in place of two frameworks, in two areas over two years.
struct CounterfactualTests {
  private static let text = """
    %rec: Area

    Id: ashby
    Name: Ashby

    Id: borne
    Name: Borne

    %rec: Framework

    Id: ilacs
    Name: Council
    OnSite: 10

    Id: jtai
    Name: Joint

    %rec: Agency

    Id: partnership
    Name: Partnership
    Letter: l

    Id: police
    Name: Police
    Letter: p
    Inspectorate: HMICFRS

    Id: social-care
    Name: Social care
    Letter: s
    Inspectorate: Ofsted

    %rec: Criterion

    Id: I1
    Name: Identification

    Id: I2
    Name: Deciding

    Id: I3
    Name: Planning

    %rec: Inspection

    Id: a1
    Area: ashby
    Framework: ilacs
    From: 2016-02-01
    Inspectorate: Ofsted
    Certainty: stated-elsewhere
    Source: x

    Id: a2
    Area: ashby
    Framework: ilacs
    From: 2017-06-05
    Inspectorate: Ofsted
    Certainty: stated-elsewhere
    Source: x

    Id: a3
    Area: ashby
    Framework: jtai
    From: 2016-06-06
    To: 2016-06-10
    Inspectorate: Ofsted
    Inspectorate: HMICFRS
    Certainty: stated-elsewhere
    Source: x

    Id: b1
    Area: borne
    Framework: jtai
    From: 2017-06-05
    To: 2017-06-09
    Inspectorate: Ofsted
    Inspectorate: HMICFRS
    Certainty: stated-elsewhere
    Source: x

    %rec: Passage

    Id: a3/s1
    Inspection: a3
    Section: strength
    Index: 1
    Summary: one

    Id: b1/s1
    Inspection: b1
    Section: strength
    Index: 1
    Summary: two

    %rec: Contribution

    Id: C-1
    Passage: a3/s1
    Agency: police
    Criterion: I1
    Direction: +

    Id: C-2
    Passage: a3/s1
    Agency: police
    Criterion: I2
    Direction: -

    Id: C-3
    Passage: b1/s1
    Agency: police
    Criterion: I1
    Direction: +

    Id: C-4
    Passage: b1/s1
    Agency: police
    Criterion: I2
    Direction: -

    Id: C-5
    Passage: b1/s1
    Agency: police
    Criterion: I3
    Direction: 0

    %rec: Scenario

    Id: S-1
    Name: One for all
    Removes: ilacs
    Removes: jtai
    Adds: JOINT-X
    Every: 24
    OnSite: 8
    Criterion: I1
    From: 2016-01-01
    To: 2017-12-31

    """

  private func estimate(
    _ id: String, _ agency: String, _ subject: String, _ range: (Int, Int, Int),
    _ grade: String = "assumption"
  ) -> String {
    """

    Id: \(id)
    Agency: \(agency)
    \(subject)
    Phase: on-site
    Low: \(range.0)
    Mid: \(range.1)
    High: \(range.2)
    Grade: \(grade)
    Source: x

    """
  }

  private func scenario(_ more: String = "", _ edit: (String) -> String = { $0 }) throws
    -> Counterfactual
  {
    let register = Registers.read(edit(Self.text) + more)
    return Counterfactual(register.view(try #require(register.row(.scenario, key: "S-1"))))
  }

  private func line(_ agency: String, _ what: Counterfactual) throws -> Counterfactual.AgencyLine {
    let register = what.scenario.record.register
    return try #require(what.agencies.first { register[$0.agency].key == agency })
  }

  @Test func `the council gains where partners that were seldom inspected lose`() throws {
    let what = try scenario()
    #expect(what.obstacle == nil)
    #expect(what.removed.count == 4)
    let added = try #require(what.added)
    #expect(abs(added - 2) < 0.01)
    let (council, police) = (try line("social-care", what), try line("police", what))
    #expect(council.removed.count == 4 && police.removed.count == 2)
    #expect(abs((council.savedEvents ?? 0) - 2) < 0.01)
    #expect(abs(police.savedEvents ?? 9) < 0.01)
    #expect(abs((council.savedDays(8) ?? 0) - 14) < 0.1)
    #expect(abs((police.savedDays(8) ?? 0) + 6) < 0.1)
    #expect(council.savedDays(nil) == nil)
  }

  @Test func `coverage kept names the criteria that would be lost`() throws {
    let what = try scenario()
    #expect(
      what.account.answer.hasSuffix(
        "Lost, as far as standards and reports show, since only what goes looks at it: I2. Not "
          + "known: what Council looks at. Kept: I1."))
    // What a framework finds is not a matter of where.
    let borne = try scenario(
      "", { $0.replacing("Removes: ilacs", with: "Area: borne\nRemoves: ilacs") })
    #expect(borne.removed.count == 1 && borne.coverage.lines.count == 3)
    let less = try scenario("", { $0.replacing("Removes: jtai\n", with: "") })
    #expect(less.coverage.lost.isEmpty)
  }

  @Test func `staff-days are ranges from the least saved to the most`() throws {
    let estimates =
      "\n%rec: Estimate\n" + estimate("E-1", "social-care", "Framework: ilacs", (10, 20, 30))
      + estimate("E-2", "social-care", "Framework: jtai", (5, 5, 5), "survey")
      + estimate("E-3", "social-care", "Scenario: S-1", (4, 8, 16))
    let what = try scenario(estimates)
    let council = try line("social-care", what)
    let saved = try #require(council.savedStaff)
    // Two of each go: 30, 50, 70. Two come: 8, 16, 32.
    #expect(abs(saved.low - (30 - 32)) < 0.1)
    #expect(abs(saved.mid - (50 - 16)) < 0.1)
    #expect(abs(saved.high - (70 - 8)) < 0.1)
    let share = try #require(council.assumedShare)
    #expect(abs(share - (40.0 + 16) / (50 + 16)) < 0.01)
    let often = try #require(council.breakEvenStaff(over: 2))
    #expect(abs(often - 50.0 / 2 / 8) < 0.1)
    #expect(try line("police", what).savedStaff == nil)
  }

  @Test func `an estimate of one inspection goes before that of its framework`() throws {
    let register = Registers.read(
      Self.text + "\n%rec: Estimate\n"
        + estimate("E-1", "social-care", "Framework: ilacs", (10, 20, 30))
        + estimate("E-2", "social-care", "Inspection: a1", (1, 2, 3), "measured")
        + estimate("E-3", "police", "Framework: ilacs", (9, 9, 9))
        + estimate("E-4", "police", "Framework: jtai", (7, 3, 1))
        + estimate("E-5", "partnership", "Framework: jtai", (1, 1, 1)))
    let staffTime = StaffTime(register)
    let total = staffTime.total(register.all(Inspection.self))
    // The council of two inspections, and the partnership, which no inspectorate looks at, of two
    // others.
    #expect(total.days == StaffDays(low: 13, mid: 24, high: 35))
    #expect(total.known.count == 4 && total.of == 4)
    #expect(total.weakest == .assumption)
    #expect(staffTime.unusable.map { register[$0].key } == ["E-4"])
  }

  @Test(
    arguments: [
      ("Removes: ilacs\nRemoves: jtai\n", "", "no framework goes, so nothing is saved"),
      ("From: 2016-01-01\nTo", "To", "it covers no time"),
      (
        "From: 2016-01-01\nTo: 2017-12-31", "From: 2018-01-01\nTo: 2017-12-31",
        "its time ends on 2017-12-31, before it begins on 2018-01-01"
      ),
      (
        "From: 2016-01-01\nTo: 2017-12-31", "From: 2027-01-01\nTo: 2028-12-31",
        "its time begins on 2027-01-01, after the last inspection under the frameworks that go "
          + "(2017-06-05): there is nothing to compare with"
      ),
      ("Every: 24\n", "", "how often what comes would come is not stated"),
      (
        "From: 2016-01-01\nTo: 2017-12-31", "From: 2010\nTo: 2011",
        "no inspection under the frameworks that go took place in these areas in that time"
      ),
      ("Adds: JOINT-X", "Region: London", "none of its areas existed then"),
    ])
  func `what cannot be worked out is a sentence`(from: String, to: String, sentence: String) throws
  {
    let what = try scenario("", { $0.replacing(from, with: to) })
    #expect(what.obstacle == sentence)
    #expect(what.account.answer.hasPrefix("No saving can be stated: \(sentence)"))
    for case .grid(let grid) in what.account.blocks {
      for figure in grid.lines.flatMap(\.figures) {
        if case .measure(let number, _) = figure.value { #expect(number.isFinite) }
      }
    }
  }

  @Test func `a scenario that removes everything keeps no coverage and says that nobody looks`()
    throws
  {
    let what = try scenario(
      "", { $0.replacing("Adds: JOINT-X\nEvery: 24\nOnSite: 8\nCriterion: I1\n", with: "") })
    #expect(what.obstacle == nil)
    #expect(what.coverage.kept.isEmpty && what.coverage.lost.count == 2)
    #expect(what.account.answer.hasSuffix("Nothing is known to be kept."))
    #expect(what.account.gaps.contains { $0.contains("nobody would find") })
  }
}
