import InspectionModel
import InspectionOperations
import TableReader
import Testing

/// What becomes of decisions and rows as one edition of a table follows another.
@Suite struct `A later edition of a table` {
  private var desk = Desk(`The plan of a table`.register)

  private static let inadequate = `The plan of a table`.history(
    `The plan of a table`.row("Ashby", "2024-06-10", "2024-07-23", "Inadequate"))
  private static let question = "Judgement ilacs-ashby-2024/overall Grade"

  private static func row(_ area: String, _ from: String, _ published: String = "") -> String {
    `The plan of a table`.row(area, from, published)
  }

  private static func history(_ rows: String...) -> String {
    Published.history + "\n" + rows.joined()
  }

  @Test mutating func `does not undo what somebody put right after taking it`() throws {
    try desk.run(Self.inadequate, [TableDecision(Self.question, "take", because: "the table")])
    let key = "ilacs-ashby-2024/overall"
    #expect(desk.texts(.judgement, key, .source) == ["ofsted-history"])
    try desk.register.apply(
      Change(
        "the report says good",
        [.set(.judgement, key: key, .grade, from: ["inadequate"], to: ["good"])]))
    let plan = try desk.plan(Self.inadequate)
    #expect(plan.needsDecision && plan.heeded == 0)
    try desk.run(Self.inadequate, [TableDecision(Self.question, "keep", because: "the report")])
    #expect(desk.text(.judgement, key, .grade) == "good")
    let ruling = try #require(desk.register.all(Ruling.self).first)
    #expect(ruling.chosen == .keep && ruling.reason == "the report")
    #expect(desk.register.all(Ruling.self).count == 1)
    #expect(try desk.plan(Self.inadequate).heeded == 1)
  }

  @Test mutating func `does not lack the row that it has in a form that is refused`() throws {
    try desk.run(Self.history(Self.row("Ashby", "2024-06-10"), Self.row("Birch", "2021-06-10")))
    let plan = try desk.run(
      Self.history(Self.row("Ashby", "2024-06-10"), Self.row("Birch", "soon")))
    #expect(plan.counts == [.unchanged: 1, .refused: 1] && plan.vanished.isEmpty)
    // It is still expected.
    #expect(
      try desk.plan(Self.history(Self.row("Ashby", "2024-06-10"))).vanished == ["birch 2021-06-10"])
  }

  @Test mutating func `has the row that it gives another day to`() throws {
    try desk.run(Self.history(Self.row("Birch", "", "2021-07-23")))
    let plan = try desk.plan(Self.history(Self.row("Birch", "2021-06-10", "2021-07-23")))
    #expect(plan.vanished.isEmpty && plan.counts == [.changed: 1])
    try desk.register.apply(plan.change)
    #expect(try desk.plan(Self.history(Self.row("Birch", "", "2021-07-23"))).vanished.isEmpty)
  }

  @Test mutating func `keeps a row whose day another row has too`() throws {
    let full = Self.row("Birch", "2021-06-10", "2021-07-23")
    let short = Self.row("Birch", "", "2021-07-23").replacing("Standard", with: "Short")
    try desk.run(Self.history(full, short))
    #expect(try desk.plan(Self.history(full, short)).change.edits.isEmpty)
    #expect(try desk.plan(Self.history(full)).vanished == ["birch 2021-07-23"])
  }

  @Test mutating func `is asked about with the reason that was given for a row`() throws {
    let ashby = Self.row("Ashby", "2024-06-10")
    try desk.run(Self.history(ashby, Self.row("Birch", "2021-06-10")))
    try desk.run(
      Self.history(ashby),
      [TableDecision("vanished birch 2021-06-10", "keep", because: "withdrawn")])
    let ruling = try #require(desk.register.all(Ruling.self).first)
    #expect(ruling.subject == ("Import", "birch 2021-06-10", nil))
    #expect(ruling.reason == "withdrawn")
    let rows = desk.register.all(TableImport.self).map(\.rows)
    #expect(rows == [[], ["ashby 2024-06-10"]], "the last import alone has rows")
  }

  @Test mutating func `tells an in-year table's lacking rows without asking`() throws {
    let head = Published.inYear.split(separator: "\n")[0]
    func row(_ area: String, _ day: String) -> String {
      "\nx,,\(area),London,\(day),2024-07-23,ILACS Focused Visit,,,,,,A theme"
    }
    try desk.run(head + row("Ashby", "2024-06-10") + row("Birch", "2024-06-11"))
    let plan = try desk.plan(head + row("Ashby", "2024-06-10"))
    #expect(!plan.needsDecision)
    #expect(
      plan.suspicious.map(\.sentence) == [
        "1 of the 2 rows of the last import is not in this table, which need not have them"
      ])
  }

  @Test mutating func `remembers why a name is an area's`() throws {
    let table = Self.history(Self.row("Erewhon", "2024-06-10", "2024-07-23"))
    let plan = try desk.run(table, [TableDecision("area erewhon", "ashby", because: "renamed")])
    #expect(plan.counts == [.changed: 1])
    #expect(desk.texts(.area, "ashby", .alias).last == "Erewhon")
    let ruling = try #require(desk.register.all(Ruling.self).first)
    #expect(ruling.subject == ("Area", "ashby", "Alias") && ruling.value == "Erewhon")
    #expect(ruling.reason == "renamed" && ruling.chosen == .take)
  }
}

@Suite struct `A row of a table` {
  private var desk = Desk(`The plan of a table`.register)

  private static func row(
    _ area: String, _ from: String, _ published: String, code: String = ""
  ) -> String {
    `The plan of a table`.row(area, from, published, code: code)
  }

  private mutating func plan(_ rows: String...) throws -> TablePlan {
    try desk.plan(Published.history + "\n" + rows.joined())
  }

  @Test mutating func `that is refused says nothing against another`() throws {
    let plan = try plan(
      Self.row("Erewhon", "2021-06-10", "2021-07-23"), Self.row("Ashby", "2024-06-10", "2024-07-23")
    )
    #expect(plan.counts == [.refused: 1, .changed: 1])
  }

  @Test(arguments: [
    (
      "2016-06-10",
      "it starts on 2016-06-10, more than a year before it was published on 2024-07-23"
    ),
    ("2027-01-10", "it starts on 2027-01-10, after it was published on 2024-07-23"),
  ])
  func `with an unlikely start is refused`(from: String, sentence: String) throws {
    var desk = desk
    let table = Published.history + "\n" + Self.row("Ashby", from, "2024-07-23")
    #expect(try desk.plan(table).refused.map(\.sentence) == [sentence])
  }

  @Test mutating func `with a start that has not come is refused`() throws {
    #expect(
      try plan(Self.row("Ashby", "2027-01-10", "")).refused.map(\.sentence) == [
        "2027-01-10 has not come yet"
      ])
  }

  @Test mutating func `that goes to what came before an area is told`() throws {
    let plan = try plan(Self.row("Birch", "2019-06-10", "2019-07-23"))
    #expect(plan.count(.new) == 1)
    #expect(
      plan.suspicious.map(\.sentence) == [
        "2019-06-10 is before Birch came into being on 2020-04-01; "
          + "the inspection is of Birch County"
      ])
  }

  @Test(arguments: [
    ("Nowhere", "E06000001", "no area is called “Nowhere”; its code is of Ashby"),
    ("Ashby", "E06000999", "no area has the code E06000999; its name is of Ashby"),
  ])
  func `whose name and code do not fit is told`(
    name: String, code: String, sentence: String
  ) throws {
    var desk = desk
    let row = Self.row(name, "2024-06-10", "2024-07-23", code: code)
    let plan = try desk.plan(Published.history + "\n" + row + row)
    #expect(plan.suspicious.map(\.sentence) == [sentence])
    #expect(plan.count(.changed) == 1)
  }

  @Test mutating func `that is new is named with the record it makes`() throws {
    let plan = try plan(Self.row("Birch", "2021-06-14", "2021-07-23"))
    #expect(plan.text.contains("New inspections: 1\n  ilacs-birch-2021 (row 2)\n"))
  }

  @Test mutating func `of which a year alone is known is of that year's inspection`() throws {
    desk = Desk(`The plan of a table`.register.replacing("From: 2024-06-10", with: "From: 2024"))
    let plan = try plan(Self.row("Ashby", "2024-06-10", "2024-07-23"))
    #expect(plan.counts == [.changed: 1] && plan.made[.inspection] == nil)
  }

  @Test mutating func `says who has it otherwise`() throws {
    desk = Desk(
      `The plan of a table`.register.replacing(
        "Aspect: overall\nGrade: good\n",
        with: "Aspect: overall\nGrade: good\nBy: ben\nOn: 2026-05-01\n"))
    let table = `The plan of a table`.history(
      `The plan of a table`.row("Ashby", "2024-06-10", "2024-07-23", "Inadequate"))
    #expect(
      try desk.plan(table).text.contains("the register has good (ben, 2026-05-01), the table"))
  }
}

@Suite struct `A table read by a mapping` {
  private var desk = Desk(`The plan of a table`.register)

  private mutating func plan(
    _ text: String, framework: String? = nil, _ columns: [(String, ColumnRole)]
  ) throws -> TablePlan {
    let mapping = TableMapping(
      source: "ours", framework: framework,
      columns: columns.map { TableMapping.Column($0.0, $0.1) })
    return desk.plan(try TableFile.read(Array(text.utf8), named: "t.csv", by: mapping))
  }

  private static let columns: [(String, ColumnRole)] = [
    ("Council", .area), ("Visited", .from), ("What", .type),
  ]

  @Test mutating func `may have the code of an area and no name`() throws {
    let plan = try plan(
      "Code,Visited\nE06000001,01/02/2025\nE06000777,01/02/2025\n", framework: "ilacs",
      [("Code", .code), ("Visited", .from)])
    #expect(plan.counts == [.new: 1, .refused: 1])
    #expect(plan.refused.map(\.sentence) == ["no area is called “E06000777”"])
  }

  @Test(arguments: ["ilacs-short", "Short inspection", "ilacs SHORT"])
  func `names frameworks as the register does`(words: String) throws {
    var test = self
    let plan = try test.plan("Council,Visited,What\nBirch,2025-02-01,\(words)\n", Self.columns)
    #expect(plan.added.map(\.key) == ["ilacs-short-birch-2025"])
  }

  @Test mutating func `never makes up a framework`() throws {
    let text = "Council,Visited,What\nBirch,2025-02-01,ilacz\nBirch,2025-02-02,\n"
    let plan = try plan(text, Self.columns)
    #expect(
      plan.refused.map(\.sentence) == [
        "“ilacz” is not a framework of the register; the nearest is ilacs",
        "it does not say which kind of inspection it was",
      ])
    #expect(plan.takesNothing)
    let typed = try self.plan(
      "Council,Visited\nBirch,2025-02-01\n", framework: "ilac",
      [("Council", .area), ("Visited", .from)])
    #expect(typed.refused.count == 1)
  }

  @Test mutating func `keeps grades that it does not know as words`() throws {
    let plan = try plan(
      "Council,Visited,Grade\nBirch,2025-02-01,RI\n", framework: "ilacs",
      [("Council", .area), ("Visited", .from), ("Grade", .grade(.overall))])
    #expect(plan.counts == [.new: 1] && plan.unmapped.count == 1)
  }
}
