import InspectionAnalysis
import InspectionModel
import Testing

/// One area on a page.
struct AreaAccountTests {
  private static let text = """
    %rec: Area

    Id: ashby-county
    Name: Ashby County
    To: 2015-03-31
    Successor: ashby
    Successor: ashby-vale

    Id: ashby
    Name: Ashby
    Neighbour: borne
    Neighbour: cole
    Neighbour: dale

    Id: ashby-vale
    Name: Ashby Vale

    Id: borne
    Name: Borne

    Id: cole
    Name: Cole
    Neighbour: ashby

    Id: dale
    Name: Dale

    %rec: Framework

    Id: ilacs
    Name: Council
    Alias: ILACS
    By: Ofsted
    OnSite: 10
    Every: 36

    Id: jtai
    Name: Joint
    Alias: JTAI
    OnSite: 5

    Id: sif
    Name: Former
    Alias: SIF
    To: 2017

    %rec: Agency

    Id: police
    Name: Police
    Letter: p

    Id: health
    Name: Health
    Letter: h

    """

  private static func inspection(_ key: String, _ area: String, _ fields: String) -> String {
    """

    %rec: Inspection

    Id: \(key)
    Area: \(area)
    Certainty: stated-elsewhere
    Source: x
    \(fields)

    """
  }

  private static let inspections =
    inspection("sif", "ashby-county", "Framework: sif\nFrom: 2014-03-03\nTo: 2014-03-14")
    + inspection("joint", "ashby", "Framework: jtai\nFrom: 2016-05-16\nTo: 2016-05-20")
    + inspection(
      "full", "ashby", "Framework: ilacs\nFrom: 2019-06-03\nTo: 2019-06-07\nGrade: good")
    + inspection("listed", "ashby", "Framework: sif")
    + inspection("vale", "ashby-vale", "Framework: ilacs\nFrom: 2020-06-01\nTo: 2020-06-05")
    + inspection("borne", "borne", "Framework: ilacs\nFrom: 2019-06-10\nTo: 2019-06-14")
    + inspection("dale", "dale", "Framework: ilacs\nFrom: 2019-06-10\nTo: 2019-06-12")

  private static let judgements = """

    %rec: Judgement

    Id: sif/overall
    Inspection: sif
    Aspect: overall
    Grade: inadequate

    Id: sif/leaders
    Inspection: sif
    Aspect: leaders
    Grade: requires-improvement

    """

  private static let letter = """

    %rec: Passage

    Id: joint/s1
    Inspection: joint
    Section: strength
    Index: 1
    Text: Police and health meet each day.
    Agency: police
    Agency: health

    Id: joint/i1
    Inspection: joint
    Section: improvement
    Index: 1
    Text: Health does not share what it knows.
    Agency: health

    """

  private static let codes = """

    %rec: Contribution

    Id: C-1
    Passage: joint/s1
    Agency: police
    Direction: +
    By: mh

    Id: C-2
    Passage: joint/i1
    Agency: health
    Direction: -
    By: mh

    Id: C-3
    Passage: joint/i1
    Agency: police
    Direction: 0
    By: mh

    """

  private let register = Registers.read(
    Self.text + Self.inspections + Self.judgements + Self.letter)

  private func account(
    _ key: String?, in register: Register? = nil, filter: String = "", on day: String = "2026-11-25"
  ) throws -> Account {
    try AccountRequest(.area, filter: filter, key: key)
      .account(in: register ?? self.register, on: try #require(Day(iso: day)))
  }

  private func timeline(_ account: Account) throws -> Timeline {
    try #require(
      account.blocks.lazy.compactMap { if case .timeline(let line) = $0 { line } else { nil } }
        .first)
  }

  private func words(_ account: Account, _ title: String) -> [String] {
    account.blocks.flatMap { block in
      if case .sentences(title, let sentences) = block { sentences } else { [String]() }
    }
  }

  private func texts(_ grid: Grid?) -> [[String]] {
    (grid?.lines ?? []).map { [$0.heading.name] + $0.figures.map(\.value.text) }
  }

  @Test func `the answer says what was inspected, how it ended, what it took and what is due`()
    throws
  {
    let answer = try account("ashby").answer
    #expect(
      answer == """
        Ashby had 4 inspections from 2014 to 2019, 1 of them joint. It followed Ashby County; what \
        was inspected there counts here as well. The council's last overall grade is good (Ashby \
        ILACS 2019). They took 20 working days on site that are known; the median of its 3 \
        statistical neighbours is 3, in 1 inspection. On the usual cycle ILACS was due by \
        2022-06-03; the register has none since.
        """)
    #expect(
      try account("ashby", on: "2020-01-01").answer.hasSuffix(
        "On the usual cycle ILACS is next due by 2022-06-03."))
  }

  @Test func `a line of years has a lane a framework, each inspection by its grade`() throws {
    let line = try timeline(account("ashby"))
    #expect(line.lanes.map(\.name) == ["ILACS", "JTAI", "SIF"])
    #expect(
      line.lanes.map { $0.spans.map(\.kind) } == [
        [.graded(.good), .due], [.graded(nil)], [.graded(.inadequate)],
      ])
    #expect(line.lanes[0].spans[0].basis.first == register.row(.inspection, key: "full"))
    #expect(line.from.description == "2014-01-01")
    #expect(line.to.description == "2026-12-31")
  }

  @Test func `one begins at the latest inspection, and each leads to its records`() throws {
    let account = try account("ashby")
    #expect(account.start == register.row(.inspection, key: "full"))
    let grid = account.grid("Inspections and their judgements, the latest first")
    #expect(
      texts(grid).map { Array($0.dropFirst(1)) } == [
        ["2019-06-03", "good", "–", "not read"],
        ["2016-05-16", "no grades", "–", "2"],
        ["2014-03-03", "inadequate", "requires improvement", "not read"],
        ["n/k", "n/k", "–", "not read"],
      ])
    let judgement = register.row(.judgement, key: "sif/leaders")
    #expect(grid?.lines[2].figures[2].basis.first == judgement)
    #expect(grid?.lines.map(\.subject) == account.evidence.prefix(4).map(\.self))
    #expect(account.gaps.contains("No date is known of 1 inspection, so the line lacks them."))
  }

  @Test func `burden stands beside the median of the neighbours, and beside each`() throws {
    let grid = try account("ashby").grid("Burden beside its statistical neighbours")
    #expect(
      texts(grid).map { Array($0.prefix(5)) } == [
        ["Ashby", "4", "1", "20", "1"],
        ["median of 3 neighbours", "1", "0", "3", ""],
        ["Borne", "1", "0", "5", "0"],
        ["Dale", "1", "0", "3", "0"],
        ["Cole", "0", "0", "0", "0"],
      ])
    let neighbours = ["borne", "dale", "cole"].compactMap { register.row(.area, key: $0) }
    #expect(grid?.lines[1].figures[0].basis == neighbours)
    #expect(
      grid?.lines[0].figures[2].opens
        == AccountRequest(.burden, filter: "place:ashby", key: "ashby"))
  }

  @Test func `what was said of agencies is as coded, or as read, each with its records`() throws {
    let coded = Registers.read(
      Self.text + Self.inspections + Self.letter + Self.codes)
    let grid = try account("ashby", in: coded).grid("What was said of each agency, as coded")
    #expect(texts(grid) == [["Police", "1", "0", "0", "1"], ["Health", "0", "1", "0", "0"]])
    #expect(grid?.lines[0].figures[0].basis.first == coded.row(.contribution, key: "C-1"))
    #expect(grid?.notes.first?.contains("1 of 1 letter read") == true)
    let read = try account("ashby", filter: "reading:machine")
      .grid("What was said of each agency, as read")
    #expect(texts(read) == [["Police", "1", "0", "0"], ["Health", "1", "1", "0"]])
    #expect(
      try words(account("ashby"), "What was said of each agency, as coded")
        == ["Nothing is coded yet in 1 letter with 2 passages to code."])
  }

  @Test func `an area with no inspection, no neighbour, no key says so`() throws {
    let cole = try account("cole")
    #expect(
      cole.answer == """
        The register has no inspection of Cole. The median of its 1 statistical neighbour is 20 \
        working days on site, in 4 inspections.
        """)
    #expect(
      words(cole, "Next due") == [
        "Not known: the register has no dated inspection of Cole under a framework in force."
      ])
    #expect(cole.start == nil)
    let borne = try account("borne")
    #expect(borne.answer.contains("what its statistical neighbours had is not known."))
    #expect(borne.gaps.contains("The register names no statistical neighbours of Borne."))
    #expect(try account("nowhere").answer == "The register has no area nowhere.")
    #expect(
      try account(nil).answer
        == "This is about one area; name it by its key, as the register has it.")
  }

  @Test func `an area that is no more is told with those that followed it`() throws {
    let county = try account("ashby-county")
    #expect(
      county.answer.hasPrefix(
        """
        Ashby County had 5 inspections from 2014 to 2020, 1 of them joint. It was followed by \
        Ashby, and by Ashby Vale after 2015-03-31; what was inspected there counts here as well.
        """))
    #expect(
      words(county, "Next due") == ["Ashby County no longer exists, so nothing is due."])
    // Of one that was split, each part has the whole before it and not the other parts.
    #expect(try account("ashby-vale").evidence.count == 2)
  }

  @Test func `areas that follow one another by mistake are told once each`() throws {
    let ring = Registers.read(
      """
      %rec: Area

      Id: a
      Name: A
      Successor: b
      Successor: a

      Id: b
      Name: B
      Successor: a

      """ + Self.inspection("one", "b", "Framework: sif\nFrom: 2014-03-03"))
    let account = try account("a", in: ring)
    #expect(account.answer.hasPrefix("A had 1 inspection in 2014, none of them joint."))
    #expect(account.evidence.count == 1)
  }

  @Test func `a register without anything is answered in sentences`() throws {
    let empty = Registers.read("%rec: Area\n\nId: a\nName: A\n")
    let account = try account("a", in: empty)
    #expect(account.answer.hasPrefix("The register has no inspection of A."))
    #expect(account.evidence.isEmpty)
  }
}
