import InspectionModel
import InspectionOperations
import TableReader
import Testing

@Suite struct `The plan of a table` {
  /// A register with three areas, one of them gone, and two inspections.
  static let register = """
    %rec: Area

    Id: ashby
    Name: Ashby
    GSS: E06000001
    Alias: Bristol, City of

    Id: birch-county-to-2020
    Name: Birch County
    GSS: E10000001
    To: 2020-03-31
    Successor: birch

    Id: birch
    Name: Birch
    GSS: E06000002
    From: 2020-04-01

    Id: cole
    Name: Cole & Dale

    %rec: Framework

    Id: ilacs
    Name: Inspection of children's services
    Alias: ILACS
    From: 2018-01

    Id: ilacs-short
    Name: Short inspection
    Alias: ILACS short
    From: 2018-01

    %rec: Inspection

    Id: ilacs-ashby-2024
    Area: ashby
    Framework: ilacs
    From: 2024-06-10
    Grade: good
    Certainty: stated-elsewhere
    Source: x

    %rec: Judgement

    Id: ilacs-ashby-2024/overall
    Inspection: ilacs-ashby-2024
    Aspect: overall
    Grade: good

    """

  /// One row of the history of inspections.
  static func row(
    _ area: String, _ from: String, _ published: String, _ overall: String = "Good",
    code: String = "", leaders: String = "Good", type: String = "ILACS Standard Inspection"
  ) -> String {
    "x,\(code),\"\(area)\",Current,London,\(from),\(published),\(type),\(overall),\(leaders),,,\n"
  }

  static func history(_ rows: String...) -> String {
    Published.history + "\n" + rows.joined()
  }

  private var desk = Desk(register)

  @Test mutating func `every row counts once, and they add up`() throws {
    let plan = try desk.plan(
      Self.history(
        Self.row("Ashby", "2024-06-10", "2024-07-23"),
        Self.row("Birch", "2021-06-10", "2021-07-23"),
        Self.row("Ashby", "soon", "2024-07-23"),
        Self.row("Birch", "2021-06-10", "2021-07-23"), Self.row("Nowhere", "2021-06-10", "")))
    #expect(plan.counts == [.changed: 1, .new: 1, .refused: 2, .unchanged: 1])
    #expect(plan.rows == plan.counts.values.reduce(0, +))
    #expect(plan.made == [.inspection: 1, .judgement: 3, .tableImport: 1])
    #expect(plan.text.contains("5 rows: 2 refused, 1 changed, 1 new, 1 unchanged"))
  }

  @Test mutating func `a row is of the inspection of its very day, not of one near it`() throws {
    let table = Self.history(
      Self.row("Ashby", "2024-06-24", "2024-08-01"), Self.row("Ashby", "2024-06-10", "2024-07-23"))
    let plan = try desk.run(table)
    #expect(plan.counts == [.new: 1, .changed: 1])
    #expect(plan.decisions.isEmpty)
    #expect(desk.text(.inspection, "ilacs-ashby-2024", .from) == "2024-06-10")
    #expect(try desk.plan(table).change.edits.isEmpty)
  }

  @Test mutating func `what is empty is filled, with who said so`() throws {
    let plan = try desk.run(Self.history(Self.row("Ashby", "2024-06-10", "2024-07-23")))
    #expect(
      plan.cells.map { "\($0.field.name) \($0.from)→\($0.to) row \($0.row)" } == [
        "Listed →2024-07-23 row 2", "Grade →good row 2",
      ])
    #expect(desk.text(.inspection, "ilacs-ashby-2024", .listed) == "2024-07-23")
    #expect(
      desk.texts(.inspection, "ilacs-ashby-2024", .origin) == [
        "Listed ofsted-history: 2024-07-23 2026-11-29"
      ])
    #expect(desk.text(.judgement, "ilacs-ashby-2024/leaders", .grade) == "good")
    #expect(desk.register.inconsistencies().isEmpty)
  }

  @Test mutating func `a new inspection comes with its judgements and origins`() throws {
    try desk.run(
      Self.history(
        Self.row("Birch", "2021-06-14", "2021-07-23", type: "ILACS Short Inspection")))
    let key = "ilacs-short-birch-2021"
    #expect(desk.text(.inspection, key, .from) == "2021-06-14")
    #expect(desk.text(.inspection, key, .grade) == "good")
    #expect(
      desk.texts(.inspection, key, .origin) == [
        "From ofsted-history: 2021-06-14 2026-11-29",
        "Listed ofsted-history: 2021-07-23 2026-11-29",
        "Framework ofsted-history: ilacs-short 2026-11-29", "Grade ofsted-history: good 2026-11-29",
      ])
    #expect(
      desk.text(.judgement, "\(key)/leaders", .origin) == "Grade ofsted-history: good 2026-11-29")
    #expect(desk.register.inconsistencies().isEmpty)
  }

  @Test mutating func `a table without rows says so`() throws {
    #expect(try desk.plan(Self.history()).text.hasSuffix("no rows under its headings.\n"))
  }

  @Test mutating func `the same file again changes nothing`() throws {
    let text = Self.history(
      Self.row("Ashby", "2024-06-10", "2024-07-23"), Self.row("Birch", "2021-06-10", "2021-07-23"))
    try desk.run(text)
    desk.wait(until: "2026-12-01")
    let again = try desk.plan(text)
    #expect(again.change.edits.isEmpty && again.counts == [.unchanged: 2])
    #expect(again.text.hasSuffix("Nothing changes.\n"))
  }

  // MARK: - Decisions

  @Test mutating func `another grade of another source waits for a decision`() throws {
    let text = Self.history(Self.row("Ashby", "2024-06-10", "2024-07-23", "Inadequate"))
    let plan = try desk.plan(text)
    #expect(plan.needsDecision && plan.change.edits.isEmpty)
    #expect(plan.decisions.map(\.id) == ["Judgement ilacs-ashby-2024/overall Grade"])
    #expect(
      plan.text.contains(
        "Grade of ilacs-ashby-2024/overall: the register has good, the table inadequate "
          + "(row 2, column I “Overall effectiveness”); keep or take"))
    #expect(
      plan.outcome(isWritten: false) == "Nothing is written until 1 decision is made.")
  }

  @Test(arguments: [("keep", "good"), ("take", "inadequate")])
  func `a decision is heeded by the next import`(choice: String, grade: String) throws {
    var desk = desk
    let text = Self.history(Self.row("Ashby", "2024-06-10", "2024-07-23", "Inadequate"))
    let question = "Judgement ilacs-ashby-2024/overall Grade"
    let decided = try desk.run(text, [TableDecision(question, choice, because: "the report")])
    #expect(!decided.needsDecision)
    #expect(desk.text(.judgement, "ilacs-ashby-2024/overall", .grade) == grade)
    #expect(desk.text(.inspection, "ilacs-ashby-2024", .grade) == grade)
    let ruling = try #require(desk.register.all(Ruling.self).first)
    #expect(ruling.chosen?.rawValue == choice && ruling.reason == "the report")
    let again = try desk.plan(text)
    #expect(again.change.edits.isEmpty && !again.needsDecision)
    // Another value of the same source is another question.
    let other = Self.history(
      Self.row("Ashby", "2024-06-10", "2024-07-23", "Outstanding"))
    #expect(try desk.plan(other).needsDecision == (choice == "keep"))
    #expect(desk.register.inconsistencies().isEmpty)
  }

  @Test mutating func `what the same source corrects is changed`() throws {
    try desk.run(Self.history(Self.row("Birch", "2021-06-10", "2021-07-23")))
    let plan = try desk.run(
      Self.history(Self.row("Birch", "2021-06-10", "2021-07-23", "Inadequate")))
    #expect(plan.cells.map { "\($0.from) → \($0.to)" } == ["good → inadequate"])
    #expect(desk.text(.inspection, "ilacs-birch-2021", .grade) == "inadequate")
    #expect(
      desk.texts(.judgement, "ilacs-birch-2021/overall", .origin) == [
        "Grade ofsted-history: inadequate 2026-11-29"
      ])
  }

  // MARK: - What vanished

  @Test mutating func `rows that the last import had are told, and wait`() throws {
    let (ashby, birch) = (
      Self.row("Ashby", "2024-06-10", "2024-07-23"), Self.row("Birch", "2021-06-10", "2021-07-23")
    )
    try desk.run(Self.history(ashby, birch))
    let plan = try desk.plan(Self.history(ashby))
    #expect(plan.vanished == ["birch 2021-06-10"] && plan.needsDecision)
    #expect(
      plan.vanishedWords
        == "1 of the 2 rows in the last import of this source is not in this one.")
    let kept = try desk.run(
      Self.history(ashby), [TableDecision("vanished birch 2021-06-10", "keep")])
    #expect(!kept.needsDecision)
    #expect(desk.text(.inspection, "ilacs-birch-2021", .grade) == "good")
    #expect(try desk.plan(Self.history(ashby)).change.edits.isEmpty)
  }

  @Test mutating func `a row that is still expected is asked about again`() throws {
    let ashby = Self.row("Ashby", "2024-06-10", "2024-07-23")
    try desk.run(Self.history(ashby, Self.row("Birch", "2021-06-10", "2021-07-23")))
    try desk.run(Self.history(ashby), [TableDecision("vanished", "skip")])
    #expect(try desk.plan(Self.history(ashby)).vanished == ["birch 2021-06-10"])
  }

  // MARK: - Areas

  @Test(arguments: [
    "ashby", "Bristol City Council", "City of Bristol", "bristol, city of", "Ashby Borough",
  ])
  func `an area is known by its names`(name: String) throws {
    var desk = desk
    let plan = try desk.plan(Self.history(Self.row(name, "2024-06-10", "2024-07-23")))
    #expect(plan.counts == [.changed: 1])
  }

  @Test mutating func `an area is the one that there was on the day`() throws {
    try desk.run(
      Self.history(
        Self.row("Birch", "2019-06-10", "2019-07-23"), Self.row("cole and dale", "2019-06-10", "")))
    #expect(desk.text(.inspection, "ilacs-birch-county-to-2020-2019", .area) != nil)
    #expect(desk.text(.inspection, "ilacs-cole-2019", .area) == "cole")
  }

  @Test mutating func `an abolished code after its time refuses the row`() throws {
    let plan = try desk.plan(
      Self.history(
        Self.row("Birch County", "2024-06-10", "2024-07-23", code: "E10000001"),
        Self.row("Ashby", "2024-06-10", "2024-07-23", code: "E06000002")))
    // There is one area now that came of it.
    #expect(plan.counts == [.new: 1, .refused: 1])
    #expect(
      plan.refused.map(\.sentence) == ["the code E06000002 is of Birch, the name of Ashby"])
  }

  @Test mutating func `a day before its framework began refuses the row`() throws {
    let plan = try desk.plan(Self.history(Self.row("Ashby", "2017-06-10", "2017-07-23")))
    #expect(
      plan.refused.map(\.sentence) == ["2017-06-10 is before ILACS began, which was in 2018-01"])
  }

  @Test mutating func `an unknown area is asked about once`() throws {
    let text = Self.history(
      Self.row("Ashby and District", "2024-06-10", "2024-07-23"),
      Self.row("Erewhon", "2024-06-10", "2024-07-23"))
    let plan = try desk.plan(text)
    #expect(plan.decisions.map(\.id) == ["area ashby and district", "area erewhon"])
    #expect(plan.text.contains("Areas that are not known; their rows are refused: 2"))
    #expect(plan.takesNothing && plan.text.hasSuffix("All rows are refused.\n"))
    #expect(!plan.needsDecision)
    try desk.run(
      text,
      [TableDecision("area erewhon", "ashby"), TableDecision("area ashby and district", "skip")])
    #expect(desk.texts(.area, "ashby", .alias).contains("Erewhon"))
    let again = try desk.plan(text)
    #expect(again.decisions.isEmpty, "\(again.text)")
  }

  @Test mutating func `two rows that differ on one inspection are not both taken`() throws {
    let plan = try desk.plan(
      Self.history(
        Self.row("Birch", "2021-06-10", "2021-07-23"),
        Self.row("Birch", "2021-06-10", "2021-07-23", "Inadequate")))
    #expect(plan.counts == [.new: 1, .refused: 1])
    #expect(plan.refused[0].sentence == "row 2 contradicts it on the same inspection")
  }

  @Test mutating func `a grade under a framework that gives none is kept as words`() throws {
    desk = Desk(
      Self.register.replacing(
        "Id: ilacs-short\n",
        with: "Id: ilacs-focused\nName: F\nOutcome: narrative\n\nId: ilacs-short\n"))
    let row = Self.row("Birch", "2021-06-10", "2021-07-23", type: "ILACS Focused Visit")
    let plan = try desk.run(Self.history(row))
    #expect(
      plan.suspicious.first?.sentence
        == "no grade is given under ilacs-focused; “good” is kept as words")
    let key = "ilacs-focused-birch-2021/overall"
    #expect(desk.text(.judgement, key, .reason) == "narrative")
    #expect(desk.text(.judgement, key, .words) == "good")
    #expect(desk.text(.inspection, "ilacs-focused-birch-2021", .grade) == nil)
    #expect(desk.register.inconsistencies().isEmpty)
  }

  @Test mutating func `a day that has not come is refused`() throws {
    let plan = try desk.plan(Self.history(Self.row("Birch", "2026-11-10", "2027-01-23")))
    #expect(plan.refused[0].sentence == "2027-01-23 has not come yet")
  }

  @Test mutating func `a proposal is refused until all is decided`() throws {
    let table = try TableFile.read(
      Array(Self.history(Self.row("Ashby", "2024-06-10", "", "Inadequate")).utf8), named: "t.csv")
    var author = desk.author
    #expect(throws: Refusal.undecided(1)) {
      try ImportTable(table).proposal(for: desk.register, by: &author)
    }
  }

  @Test mutating func `a history read from reports tells what it could not read`() throws {
    let headings = Published.ilacsHistory.split(separator: "\n")[0]
    let rows = [
      "1,ashby,,a.pdf,23/07/24,standard,x,10/06/2024,21/06/2024,good,data_unreadable,good,good,"
        + "good,1",
      "1,birch,,a.pdf,09/11/21,short,x,27/09/2021,01/10/2021,good,good,good,good,"
        + "inspection_pre_dates_judgement,1",
      "1,cole and dale,,a.pdf,19/01/18,,,,,,data_unreadable,data_unreadable,data_unreadable,"
        + "data_unreadable,1",
      "1,cole and dale,,a.pdf,18/09/26,standard,x,03/08/2026,14/08/2026,not_reported_post_reform,"
        + "good,good,good,good,1",
    ]
    let plan = try desk.run(headings + "\n" + rows.joined(separator: "\n"))
    #expect(plan.counts == [.changed: 1, .new: 2, .refused: 1], "\(plan.text)")
    #expect(
      plan.refused.map(\.sentence) == [
        "no grade of it could be read, nor what kind of inspection it was"
      ])
    #expect(desk.text(.judgement, "ilacs-ashby-2024/leaders", .reason) == nil)
    #expect(
      desk.text(.judgement, "ilacs-short-birch-2021/in-care-and-care-leavers", .grade) == "good")
    #expect(desk.text(.judgement, "ilacs-cole-2026/overall", .reason) == "not-reported")
    #expect(desk.register.inconsistencies().isEmpty)
  }

  @Test mutating func `a month that is known becomes the day of it, a word never another`() throws {
    desk = Desk(Self.register.replacing("From: 2024-06-10", with: "From: 2024-06"))
    let row = Self.row("Ashby", "2024-06-10", "", type: "ILACS Short Inspection")
    let plan = try desk.plan(Self.history(row))
    #expect(plan.decisions.map(\.id) == ["Inspection ilacs-ashby-2024 Framework"])
    #expect(plan.cells.first?.to == "2024-06-10" && plan.cells.first?.from == "2024-06")
  }

  @Test mutating func `a table of areas fills their codes`() throws {
    let text = "gss_code,la_code,name\nE06000001,801,Ashby\nE06000009,802,Cole & Dale\n"
    let plan = try desk.run(text + "E06000007,803,Birch\n")
    #expect(plan.counts == [.changed: 3] && plan.change.edits.isEmpty, "\(plan.text)")
    #expect(plan.decisions.map(\.id) == ["Area birch GSS"])
    try desk.run(text + "E06000007,803,Birch\n", [TableDecision("Area birch GSS", "keep")])
    #expect(desk.text(.area, "cole", .gss) == "E06000009")
    #expect(desk.text(.area, "birch", .gss) == "E06000002")
    #expect(desk.text(.area, "ashby", .dfe) == "801")
    let twice = try desk.plan(
      "gss_code,la_code,name\nE06000011,,Cole & Dale\nE06000012,,Cole & Dale\n")
    #expect(twice.refused.map(\.sentence) == ["row 2 has another code of the same area"])
  }
}
