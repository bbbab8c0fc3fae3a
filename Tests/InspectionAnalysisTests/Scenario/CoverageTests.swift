import InspectionAnalysis
import InspectionModel
import Testing

/// What would still be looked at, and of what nobody knows.
struct CoverageTests {
  private static let text = """
    %rec: Area

    Id: ashby
    Name: Ashby

    Id: borne
    Name: Borne

    %rec: Framework

    Id: council
    Name: Council
    From: 2014

    Id: jtai
    Name: Joint
    From: 2014

    Id: schools
    Name: Schools
    From: 2014

    Id: former
    Name: Former
    From: 2005
    To: 2009

    Id: vague
    Name: Vague
    From: 2014
    NotFound: To

    %rec: Agency

    Id: police
    Name: Police
    Letter: p
    Inspectorate: HMICFRS

    %rec: Criterion

    Id: I1
    Name: Identification

    Id: I2
    Name: Deciding

    Id: I3
    Name: Planning

    %rec: Standard

    Id: council/help
    Framework: council
    Name: Help
    Broader: I1

    Id: council/leading
    Framework: council
    Name: Leading
    Narrower: I3

    Id: council/care-leavers
    Framework: council
    Name: Experiences of care leavers

    Id: council/homes
    Framework: council
    Name: Homes

    %rec: Inspection

    """

  private static func inspection(_ key: String, _ area: String, _ framework: String) -> String {
    """

    Id: \(key)
    Area: \(area)
    Framework: \(framework)
    From: 2016-06-06
    To: 2016-06-10
    Certainty: stated-elsewhere
    Source: x

    """
  }

  private static func finding(_ number: Int, _ inspection: String, _ criterion: String) -> String {
    """

    %rec: Passage

    Id: \(inspection)/s\(number)
    Inspection: \(inspection)
    Section: strength
    Index: \(number)
    Summary: one

    %rec: Contribution

    Id: C-\(inspection)\(number)
    Passage: \(inspection)/s\(number)
    Agency: police
    Criterion: \(criterion)
    Direction: +

    """
  }

  /// Two letters that both find something on I1 and I2.
  private static let coded =
    finding(1, "j1", "I1") + finding(2, "j1", "I2") + finding(1, "j2", "I1")
    + finding(2, "j2", "I2")

  private static let judged = """

    %rec: Judgement

    Id: c1/in-care-and-care-leavers
    Inspection: c1
    Aspect: in-care-and-care-leavers
    Grade: good

    Id: c1/adoption
    Inspection: c1
    Aspect: adoption
    Reason: not-judged

    """

  private func scenario(removing: [String], coded: Bool = true, more: String = "") throws
    -> Account
  {
    let inspections =
      [
        ("j1", "ashby", "jtai"), ("j2", "borne", "jtai"), ("c1", "ashby", "council"),
        ("s1", "borne", "schools"),
      ].map(Self.inspection).joined()
    let register = Registers.read(
      Self.text + inspections + (coded ? Self.coded : "") + Self.judged
        + "\n%rec: Scenario\n\nId: S-1\nName: What if\nFrom: 2016-01-01\nTo: 2016-12-31\n"
        + removing.map { "Removes: \($0)\n" }.joined() + more)
    return Counterfactual.account(of: "S-1", in: register)
  }

  private func coverage(_ account: Account) throws -> [String] {
    try #require(account.grid("Coverage kept")).lines.map { line in
      ([line.heading.short] + line.figures.prefix(3).map(\.value.text)).joined(separator: " | ")
    }
  }

  @Test func `what only the frameworks that go look at is lost, and listed first`() throws {
    let account = try scenario(removing: ["council", "schools"])
    #expect(
      try coverage(account) == [
        "children in care | lost | Council | –", "care leavers | lost | Council | –",
        "Homes (Council) | lost | Council | –", "I3 | lost | Council | –",
        "what Schools looks at | not known | Schools | –",
        "I1 | kept, by what stays | Council | Joint", "I2 | kept, by what stays | – | Joint",
      ])
    #expect(
      account.answer.hasSuffix(
        "Lost, as far as standards and reports show, since only what goes looks at it: children in "
          + "care, care leavers, Homes (Council), I3. Not known: what Schools looks at. Kept: I1, "
          + "I2."))
    #expect(
      account.behind == "Behind this: 2 inspections that would go; 4 standards, 2 judgements and "
        + "findings coded in 2 reports for what is looked at.")
  }

  @Test func `a framework that stays and of which nobody knows anything loses and keeps nothing`()
    throws
  {
    #expect(
      try coverage(scenario(removing: ["council"])).prefix(4) == [
        "children in care | not known of Schools | Council | –",
        "care leavers | not known of Schools | Council | –",
        "Homes (Council) | not known of Schools | Council | –",
        "I3 | not known of Schools | Council | –",
      ])
  }

  @Test func `standards keep what no coded report does, and say where they cover a part`() throws {
    #expect(
      try coverage(scenario(removing: ["jtai", "schools"])) == [
        "I2 | lost, by standards alone | Joint | –",
        "what Schools looks at | not known | Schools | –",
        "children in care | kept, by what stays | – | Council",
        "care leavers | kept, by what stays | – | Council",
        "Homes (Council) | kept, by what stays | – | Council",
        "I1 | kept, by what stays | Joint | Council",
        "I3 | kept in part, by what stays | – | Council",
      ])
  }

  @Test func `reports that nobody has coded say nothing of what they look at`() throws {
    #expect(
      try coverage(scenario(removing: ["council", "schools"], coded: false)) == [
        "children in care | not known of Joint | Council | –",
        "care leavers | not known of Joint | Council | –",
        "Homes (Council) | not known of Joint | Council | –",
        "I1 | not known of Joint | Council | –", "I3 | not known of Joint | Council | –",
        "what Schools looks at | not known | Schools | –",
      ])
  }

  @Test func `what comes keeps the criteria that it judges by`() throws {
    let removing = ["council", "jtai", "schools"]
    let account = try scenario(
      removing: removing, more: "Adds: One\nEvery: 12\nOnSite: 5\nCriterion: I2\n")
    #expect(try coverage(account).last == "I2 | kept, by what comes | Joint | –")
    #expect(try coverage(account).first == "children in care | lost | Council | –")
    // By what it judges is not said yet.
    let open = try scenario(removing: removing, more: "Adds: One\nEvery: 12\nOnSite: 5\n")
    #expect(try coverage(open).allSatisfy { $0.contains("not known") })
  }

  @Test func `without any evidence there is a sentence`() throws {
    let register = Registers.read(
      """
      %rec: Framework

      Id: jtai
      Name: Joint

      %rec: Scenario

      Id: S-1
      Name: What if
      Removes: jtai
      """)
    let account = Counterfactual.account(of: "S-1", in: register)
    #expect(
      account.answer == "No saving can be stated: it covers no time. Nothing is known of what the "
        + "frameworks look at, so coverage kept is not known.")
  }
}

/// The same of the register that the program ships.
struct KnownCoverageTests {
  private func answer(keeping kept: Set<String>, _ from: Int, _ to: Int) -> String {
    let removes = Registers.starter.all(Framework.self).filter { !kept.contains($0.key) }
      .map { "Removes: \($0.key)\n" }.joined()
    let register = Registers.starter(
      with: "\n\n%rec: Scenario\n\nId: S-1\nName: What if\nFrom: \(from)\nTo: \(to)\n\(removes)")
    return Counterfactual.account(of: "S-1", in: register).answer
  }

  @Test func `joint inspections alone lose children in care, care leavers and adoption`() {
    let lost = "Lost, as far as standards and reports show, since only what goes looks at it: "
    #expect(
      answer(keeping: ["jtai"], 2014, 2018).contains(
        lost + "children in care, care leavers, adoption, "))
    let since = answer(keeping: ["jtai"], 2019, 2025)
    #expect(since.contains(lost + "children in care, care leavers, special educational needs, "))
    #expect(!since.contains("10 of 10"))
    #expect(since.contains("Not known: what ILACS focused visit, Monitoring visit"))
  }

  @Test func `inspections of councils alone keep care leavers, and lose what is joint`() {
    let answer = answer(keeping: ["ilacs", "ilacs-short"], 2019, 2025)
    #expect(answer.contains("Kept: children in care, care leavers, I1, I3, I4, I6, I7 (in part)."))
    #expect(answer.contains("goes looks at it: special educational needs, Investigation (NCPI). "))
    #expect(
      answer.contains(
        "Lost by the standards of what stays, of which no report is coded: I0, I2, I5, I8, I9."))
  }
}
