import InspectionAnalysis
import InspectionModel
import Testing

struct BurdenTests {
  /// Two areas of one police force; Ashby has three inspections in one spring.
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
    Notice: 10
    OnSite: 5
    Statement: 70

    Id: visit
    Name: Visit

    %rec: Agency

    Id: education
    Name: Schools
    Letter: e
    Inspectorate: Ofsted

    Id: police
    Name: Police
    Letter: p
    Inspectorate: HMICFRS

    Id: social-care
    Name: Social care
    Letter: s
    Inspectorate: Ofsted

    %rec: Inspection

    Id: a1
    Area: ashby
    Framework: ilacs
    From: 2016-01-11
    Inspectorate: Ofsted
    Certainty: stated-elsewhere
    Source: x

    Id: a2
    Area: ashby
    Framework: jtai
    From: 2016-02-22
    To: 2016-02-26
    Published: 2016-04-05
    Inspectorate: Ofsted
    Inspectorate: HMIC
    Certainty: stated-elsewhere
    Source: x

    Id: a3
    Area: ashby
    Framework: visit
    From: 2016-06-06
    Inspectorate: Ofsted
    Certainty: stated-elsewhere
    Source: x

    Id: a4
    Area: ashby
    Framework: visit
    From: 2018-05
    Inspectorate: Ofsted
    Certainty: stated-elsewhere
    Source: x

    Id: b1
    Area: borne
    Framework: jtai
    Notified: 2016-02-29
    From: 2016-03-14
    To: 2016-03-18
    Published: 2016-05-10
    StatementDue: 2016-08-15
    Inspectorate: Ofsted
    Inspectorate: HMICFRS
    Certainty: stated-elsewhere
    Source: x

    %rec: Body

    Id: force
    Name: The force
    Agency: police
    Covers: ashby
    Covers: borne
    Source: x

    %rec: Holiday

    Id: 2016-03-25
    Name: Good Friday
    """

  private let register = Registers.read(Self.text)
  private let burden = Burden(Registers.read(Self.text))

  private func part(_ key: String) throws -> Burden.Part {
    let row = try #require(register.row(.area, key: key))
    return try #require(burden.part(row))
  }

  private func keys(_ rows: [Row]) -> [String] { rows.map { register[$0].key } }

  @Test func `days on site that are not stated are filled in from the framework, and marked`()
    throws
  {
    let ashby = try part("ashby")
    #expect(ashby.all.events == 4)
    #expect(ashby.all.onSiteDays == 15)
    #expect(keys(ashby.all.assumed) == ["a1"])
    #expect(keys(ashby.all.unmeasured) == ["a3", "a4"])
    #expect(ashby.added == 5)
    #expect(ashby.withoutJoint.events == 3)
  }

  @Test func `an inspection in parts has a first and a last day, and no days on site to count`()
    throws
  {
    let register = Registers.read(
      Self.text.replacing("Statement: 70", with: "Statement: 70\nCalendarDays: 5")
        .replacing("To: 2016-02-26", with: "To: 2016-03-03"))
    let ashby = try #require(register.row(.area, key: "ashby"))
    let load = try #require(Burden(register).part(ashby)).all
    #expect(load.onSiteDays == 10)
    #expect(load.unmeasured.contains { register[$0].key == "a2" })
    #expect(load.spacings.map(\.days) == [31, day("2016-06-06") - day("2016-03-03")])
    #expect(
      Burden(register).account().gaps.contains(
        "1 inspection under Joint in parts, with more than twice the usual days from the first to "
          + "the last: their days on site are in no sum."))
    // Ten days are not more than twice five.
    let whole = Registers.read(
      Self.text.replacing("Statement: 70", with: "Statement: 70\nCalendarDays: 5")
        .replacing("To: 2016-02-26", with: "To: 2016-03-02"))
    #expect(Burden(whole).visits.allSatisfy { $0.length != .inParts })
  }

  @Test func `gaps run from the last day of one to the first of the next`() throws {
    let spacings = try part("ashby").all.spacings
    #expect(spacings.map(\.days) == [31, 101])
    #expect(spacings.map(\.isBreach) == [true, false])
    #expect(try part("ashby").withoutJoint.spacings.map(\.days) == [136])
    #expect(try part("borne").all.closest == nil)
  }

  @Test func `a footprint needs a notice and a statement, stated or from the framework`() throws {
    let footprints = Dictionary(
      uniqueKeysWithValues: burden.visits.map { (register[$0.row].key, $0.footprint) })
    #expect(
      footprints["a2"]
        == .days(day("2016-02-08")...day("2016-07-12"), isStartAssumed: true, isEndAssumed: true))
    #expect(
      footprints["b1"]
        == .days(day("2016-02-29")...day("2016-08-15"), isStartAssumed: false, isEndAssumed: false))
    #expect(footprints["a1"] == .none(.noNotice))
    #expect(footprints["a4"] == .none(.noFirstDay))
  }

  @Test func `a body meets the inspections that its kind was in scope of, wherever they overlap`()
    throws
  {
    let force = try #require(burden.bodies.first)
    #expect(keys(force.all.rows) == ["a2", "b1"])
    #expect(force.all.spacings.map(\.days) == [17])
    #expect(force.all.overlapFootprint == day("2016-07-12") - day("2016-02-29") + 1)
    #expect(force.all.concurrency?.peak == 2)
    #expect(force.all.overlapOnSite == 0)
    #expect(force.withoutJoint.events == 0)
  }

  @Test func `schools are in scope of inspectors who come together alone`() throws {
    let met = burden.agencies.map { "\(register[$0.row].key) \($0.all.events)" }
    #expect(met == ["education 2", "police 2", "social-care 5"])
  }

  @Test func `youth justice alone is in scope of its inspectors alone, probation is not`() {
    let agencies = """

      Id: probation
      Name: Probation
      Letter: o
      Inspectorate: HMI Probation

      Id: youth-justice
      Name: Youth justice
      Letter: y
      Inspectorate: HMI Probation

      %rec: Inspection

      Id: y1
      Area: borne
      Framework: visit
      Published: 2020-02-04
      Inspectorate: HMI Probation
      Certainty: stated-elsewhere
      Source: x

      """
    let text = Self.text.replacing("\n%rec: Inspection\n", with: agencies)
    let register = Registers.read(text)
    let burden = Burden(register)
    let met = burden.agencies.map { register[$0.row].key }
    #expect(met == ["education", "police", "social-care", "youth-justice"])
    #expect(
      burden.account().gaps.contains {
        $0.contains("without a first day on site, under Visit: they count as inspections, on the")
      })
  }

  @Test func `the account tells which years of which frameworks the register has`() {
    let more = Self.text.replacing(
      "Id: visit\n", with: "Id: ncpi\nName: Of the police alone\n\nId: visit\n")
    #expect(
      Burden(Registers.read(more)).account().gaps.contains(
        "The register has inspections of these years: Council 2016, Joint 2016, Visit 2016 to "
          + "2018; none of Of the police alone. Inspections that it lacks are not counted."))
  }

  @Test func `what is too close depends on how many days one asks for`() throws {
    let far = Burden(register, threshold: 110)
    #expect(far.areas.first?.all.breaches.map(\.days) == [31, 101])
    #expect(try Scope("gap:110").gap == 110)
    #expect(try Scope("gap:110").inspections(in: register).count == 5)
  }

  @Test func `inspectors who come while others are on site leave no gap`() throws {
    let register = Registers.read(Self.text.replacing("From: 2016-02-22", with: "From: 2016-01-20"))
    let ashby = try #require(register.row(.area, key: "ashby"))
    let burden = Burden(register)
    let part = try #require(burden.part(ashby))
    // The ten working days from 11 January end on 22 January.
    #expect(part.all.spacings.first?.days == -2)
    #expect(part.all.overlapOnSite == 3)
    let account = burden.account(of: ashby)
    #expect(
      account.answer.contains("began while inspectors of another were on site, for 3 days together")
    )
    #expect(account.grid("One after another")?.lines[1].figures[4].value == .measure(-2, digits: 0))
  }

  @Test func `years may begin in April or September`() throws {
    let april = try #require(
      Burden(register, yearStart: .april).account().grid("By year, from 1 April"))
    #expect(april.lines.map(\.heading.name) == ["2015/16", "2016/17", "2017/18", "2018/19"])
    // a1, a2 and b1 began before April 2016, a3 in June, a4 in May 2018.
    #expect(
      april.lines.map { $0.figures[0].value } == [.count(3), .count(1), .count(0), .count(1)])
    // The footprint of a2 from 8 February, that of b1 from 29 February, up to 31 March.
    #expect(april.lines[0].figures[4].value == .count(53 + 32))
    let scope = try Scope("year:september gap:30")
    #expect(scope.yearStart == .september && scope.isAll && scope.phrase([]).isEmpty)
    #expect((try? Scope("year:march")) == nil)
  }

  @Test func `staff-days are spread over the years of a footprint, and say how much is assumed`()
    throws
  {
    let estimate = """


      %rec: Estimate

      Id: E-1
      Agency: police
      Inspection: c1
      Phase: on-site
      Low: 10
      Mid: 20
      High: 40
      Grade: assumption
      Source: x

      %rec: Inspection

      Id: c1
      Area: borne
      Framework: jtai
      Notified: 2018-12-22
      From: 2019-01-07
      To: 2019-01-11
      Published: 2019-02-01
      StatementDue: 2019-03-31
      Inspectorate: HMICFRS
      Certainty: stated-elsewhere
      Source: x
      """
    let register = Registers.read(Self.text + estimate)
    let borne = try #require(register.row(.area, key: "borne"))
    let account = Burden(register).account(of: borne)
    let years = try #require(account.grid("By year"))
    let staff = years.lines.suffix(2).map { $0.figures[5].value }
    // 10 of the 100 days from notice to statement lie in 2018.
    #expect(staff == [.range(low: 1, mid: 2, high: 4), .range(low: 9, mid: 18, high: 36)])
    #expect(years.lines.last?.figures[6].value == .measure(100, digits: 0))
    let total = try #require(account.grid("Staff-days")?.lines.last)
    #expect(total.figures[0].value == .range(low: 10, mid: 20, high: 40))
    #expect(total.figures[3].value == .share(1, of: 2))
    #expect(account.gaps.contains { $0.contains("lists no bank holidays for 2018, 2019") })
  }

  @Test func `a body has a calendar of its own, an area a lane`() throws {
    let force = try #require(register.row(.body, key: "force"))
    let account = burden.account(of: force)
    let lanes = account.blocks.flatMap { block -> [String] in
      if case .timeline(let timeline) = block { timeline.lanes.map(\.name) } else { [] }
    }
    #expect(lanes == ["Ashby", "Borne", "under 90 days"])
    #expect(account.answer.contains("the closest gap is 17 days"))
    let police = try #require(register.row(.agency, key: "police"))
    #expect(burden.account(of: police).grid("By year")?.lines.count == 1)
  }

  @Test func `most inspections in a year are counted from any day on`() {
    #expect(burden.areas.first?.all.rolling.count == 3)
  }

  @Test func `the share that joint ones add is rounded, not cut`() {
    // Ten of twenty days, of a1, a2 and b1.
    #expect(
      burden.account().answer.hasPrefix(
        "2 of 5 inspections are joint; they added 10 of 20 working days on site that are known or "
          + "filled in (50 %), "))
    let long = Registers.read(Self.text.replacing("OnSite: 10", with: "OnSite: 7"))
    #expect(Burden(long).account().answer.contains("10 of 17 working days"))
    #expect(Burden(long).account().answer.contains("(59 %)"))
  }

  @Test func `nothing to count is no burden of nought`() {
    let nothing = Burden(Registers.read(""))
    #expect(nothing.areas.isEmpty)
  }
}
