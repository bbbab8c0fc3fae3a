import InspectionAnalysis
import InspectionModel
import Testing

struct PictureTests {
  @Test func `cells count credits and faults, and a mixed contribution as both`() {
    var letters = Letters()
    letters.add("a")
    letters.add("a", 1, "police + I1", "police = I1", "health - I2", "education 0 I1")
    let picture = letters.picture
    #expect(picture.agencies.map(\.key) == ["social-care", "police", "health", "education"])
    #expect(picture.criteria.map(\.key) == ["I1", "I2"])
    let cell = picture.cells[1][0]
    #expect([cell.strengths, cell.shortfalls, cell.basis.count] == [2, 1, 2])
    #expect(picture.fill == Picture.Share(part: 2, whole: 8))
    #expect(picture.absence(agency: 3, criterion: 0) == .namedOnly)
    #expect(picture.absence(agency: 0, criterion: 0) == .nothingRecorded)
  }

  @Test func `probation is in scope where its inspectorate took part`() {
    var letters = Letters()
    letters.add("a")
    letters.add("b", also: "HMI Probation")
    letters.add("a", 1, "police + I1", "probation + I1")
    letters.add("b", 1, "police + I1")
    let picture = letters.picture
    #expect(picture.inScope.map(\.key).contains("probation"))
    #expect(picture.coverages.map(\.inScope.count) == [4, 5])
    // What was found about an agency out of scope covers nothing.
    #expect(picture.coverage == Picture.Share(part: 2, whole: 9))
  }

  @Test func `a letter that nobody has coded is not known, not uncovered`() {
    var letters = Letters()
    letters.add("a")
    letters.add("b")
    letters.add("a", 1, "police + I1")
    letters.add("b", 1)
    let picture = letters.picture
    #expect(picture.coverage == Picture.Share(part: 1, whole: 4))
    #expect(picture.coverages.map(\.isKnown) == [true, false])
    #expect(picture.absence(agency: 0, criterion: 0) == .notCoded)
  }

  @Test func `a passage said to hold nothing is coded, and nothing recorded`() {
    var letters = Letters()
    letters.add("a")
    letters.add("a", 1, "police + I1")
    letters.add("a", 2, isNothing: true)
    #expect(letters.picture.absence(agency: 0, criterion: 0) == .nothingRecorded)
    letters.add("a", 3)
    #expect(letters.picture.absence(agency: 0, criterion: 0) == .notCoded)
  }

  @Test func `what was agreed stands, else the first pass, and nothing twice`() {
    var letters = Letters()
    letters.add("a")
    letters.add("a", 1, "police + I1", pass: "first")
    letters.add("a", 1, "police - I1", pass: "second")
    #expect(letters.picture.cells[1][0].strengths == 1)
    #expect(letters.picture.cells[1][0].shortfalls == 0)
    letters.add("a", 1, "health + I2", pass: "agreed")
    #expect(letters.picture.cells[1][0].basis.isEmpty)
    #expect(letters.picture.codings.all.count == 1)
    // The same as the passage itself says, for every passage.
    let register = letters.register
    let counted = register.all(Passage.self).flatMap(\.countedContributions).map(\.row)
    #expect(Set(letters.picture.codings.all.map(\.row)) == Set(counted))
  }

  @Test(
    arguments: [
      ([1, 1], 1.0), ([2, 0], 0.0), ([3, 1], 0.8113), ([4, 2, 1, 1], 0.875), ([10, 10, 10], 1.0),
    ] as [([Int], Double)])
  func `evenness is Pielou's J`(counts: [Int], expected: Double) throws {
    #expect(abs(try #require(Picture.evenness(counts)) - expected) < 0.0001)
  }

  @Test(arguments: [[], [3], [0, 0, 0]] as [[Int]])
  func `evenness of nothing, or of one agency, is not known`(counts: [Int]) {
    #expect(Picture.evenness(counts) == nil)
  }

  @Test func `links are directed, mixed ones are both, and bodies are no agencies`() throws {
    var letters = Letters()
    letters.add("a")
    letters.add("a", 1, "police + I1 > health partnership", "health - I2 > police")
    letters.add("a", 2, "social-care = I1 > health", "partnership + I1 > police")
    letters.add("a", 3, "education 0 I1 > police")
    let network = JointNetwork(letters.picture)
    // Pairs: police–health both ways, social care–health one way; education named only.
    #expect(network.density == Picture.Share(part: 2, whole: 6))
    #expect(network.shortfallDensity == Picture.Share(part: 2, whole: 6))
    #expect(network.directedDensity == Picture.Share(part: 3, whole: 12))
    #expect(network.reciprocity == Picture.Share(part: 1, whole: 2))
    #expect(network.isolates.map(\.key) == ["education"])
    #expect(network.passages == 2)
    // Degrees: health 2, police 1, social care 1, education 0; (0 + 1 + 1 + 2) / (3 · 2).
    #expect(abs(try #require(network.centralisation) - 4.0 / 6) < 1e-9)
  }

  @Test func `a star is centralised, a ring is not`() throws {
    var star = Letters()
    star.add("a")
    star.add("a", 1, "police + I1 > health education social-care")
    #expect(try #require(JointNetwork(star.picture).centralisation) == 1)
    var ring = Letters()
    ring.add("a")
    ring.add(
      "a", 1, "police + I1 > health", "health + I1 > education", "education + I1 > social-care",
      "social-care + I1 > police")
    #expect(try #require(JointNetwork(ring.picture).centralisation) == 0)
  }

  @Test func `jointness counts passages that name two agencies, all partners as two`() {
    var letters = Letters()
    letters.add("a")
    letters.add("a", 1, "police + I1")
    letters.add("a", 2, "police + I1 > health")
    letters.add("a", 3, "all-partners - I1")
    letters.add("a", 4, "partnership - I1")
    letters.add("a", 5, "police + I1", "health 0 I1")
    let naming = Naming(letters.picture.codings)
    #expect(naming.jointness == Picture.Share(part: 2, whole: 4))
    #expect(naming.one.count == 2)
  }
}

struct PictureAnswerTests {
  @Test func `nothing read, nothing coded, nobody in scope: a sentence, and no number`() throws {
    var letters = Letters()
    #expect(
      try AccountRequest(.picture).account(in: letters.register).answer
        == "No letter of these inspections has been read yet.")
    letters.add("a")
    #expect(
      try AccountRequest(.picture).account(in: letters.register).answer.hasPrefix("No letter"))
    letters.add("a", 1)
    #expect(
      try AccountRequest(.picture).account(in: letters.register).answer
        == "Nothing is coded yet in 1 letter with 1 passage to code.")
  }

  @Test
  func `with one agency in scope measures between agencies are not known, each with a reason`()
    throws
  {
    let text = """
      %rec: Area

      Id: ashby
      Name: Ashby

      %rec: Framework

      Id: jtai
      Name: Joint

      %rec: Agency

      Id: police
      Name: Police
      Letter: p
      Inspectorate: HMICFRS

      %rec: Inspection

      Id: a
      Area: ashby
      Framework: jtai
      Inspectorate: HMICFRS
      Certainty: stated-in-letter
      Source: https://example.org

      %rec: Passage

      Id: a/s1
      Inspection: a
      Section: strength
      Index: 1

      %rec: Contribution

      Id: C-1
      Passage: a/s1
      Agency: police
      Direction: +

      """
    let account = try AccountRequest(.picture).account(in: Registers.read(text))
    guard case .grid(let grid) = account.blocks.first(where: { $0.title == "Measures" }) else {
      Issue.record("no measures")
      return
    }
    var known: [String: String] = [:]
    for line in grid.lines { known[line.heading.name] = line.figures[0].value.reason }
    #expect(known["coverage"] == nil)
    #expect(known["evenness J"] == "needs two agencies in scope and a finding")
    #expect(known["density D+"] == "needs two agencies in scope")
    #expect(known["reciprocity"] == "no pair is linked")
    #expect(known["centralisation"] == "needs three agencies in scope")
    #expect(known["matrix fill"] == "no agency is in scope, or there is no criterion")
  }

  @Test func `a filter narrows it to inspections and to what was coded`() throws {
    var letters = Letters()
    letters.add("a", from: "2016-03-01")
    letters.add("b", from: "2017-03-01")
    letters.add("a", 1, "police + I1", "health - I2")
    letters.add("b", 1, "police - I1", in: "improvement")
    let register = letters.register
    func evidence(_ filter: String) throws -> Int {
      try AccountRequest(.picture, filter: filter).account(in: register).evidence.count
    }
    #expect(try evidence("") == 3)
    #expect(try evidence("first:1") == 2)
    #expect(try evidence("id:b") == 1)
    #expect(try evidence("from:2017") == 1)
    #expect(try evidence("agency:police") == 2)
    #expect(try evidence("section:strength agency:police") == 1)
    #expect(throws: QueryProblem.self) { try evidence("weather:fine") }
  }
}

/// Known answers of the register that the program ships.
struct StarterPictureTests {
  private let register = Registers.starter
  private var firstSix: [Inspection] {
    (try? Scope("first:6").inspections(in: register)) ?? []
  }

  @Test func `the first six by fieldwork are the six of the field`() {
    #expect(
      firstSix.map { $0.area?.name } == [
        "South Tyneside", "Oxfordshire", "Central Bedfordshire", "Croydon", "Liverpool", "Salford",
      ])
  }

  @Test func `26 of 36 agencies join the statements of the first six, education in 1 of 6`() throws
  {
    let statements = StatementCoverage(of: firstSix, in: register)
    #expect(statements.share == Picture.Share(part: 26, whole: 36))
    let shares = zip(statements.agencies.map(\.key), statements.agencies.indices).map {
      "\($0) \(statements.share(ofAgency: $1).part)"
    }
    #expect(
      shares == [
        "social-care 6", "police 6", "health 6", "education 1", "probation 4", "youth-justice 3",
      ])
    #expect(statements.lines.map { $0.joins.count { $0 } } == [4, 5, 5, 5, 3, 4])
  }

  @Test func `203 passages are coded, and every figure of the picture counts what they hold`()
    throws
  {
    let picture = Picture(of: firstSix, in: register)
    #expect(picture.codings.marks.count == 203)
    #expect(picture.codings.marks.allSatisfy { $0.mark == .coded })
    #expect(picture.codings.all.count == 553)
    let byHand = register.all(Contribution.self).filter {
      $0.agency?.key == "education" && $0.criterion?.key == "I2" && $0.direction == .shortfall
    }
    let education = try #require(picture.agencies.firstIndex { $0.key == "education" })
    let second = try #require(picture.criteria.firstIndex { $0.key == "I2" })
    #expect(picture.cells[education][second].shortfalls == byHand.count)
    #expect(picture.coverage == Picture.Share(part: 36, whole: 36))
  }
}

extension Account.Block {
  var title: String {
    switch self {
    case .grid(let grid): grid.title
    case .timeline(let timeline): timeline.title
    case .chart(let chart): chart.title
    case .sentences(let title, _): title
    }
  }
}
