import InspectionModel
import Testing

@testable import InspectionStore

struct ReadingTests {
  @Test func `a text becomes records that refer to each other`() throws {
    let register = read(Sample.text).register
    let row = try #require(register.row(.contribution, key: "C-3"))
    let contribution = register.view(row, as: Contribution.self)
    #expect(contribution.agency?.name == "Police")
    #expect(contribution.with.map(\.name) == ["Santé publique"])
    #expect(contribution.direction == .strength)
    #expect(contribution.criterion?.digit == "4")
    #expect(contribution.passage?.text == "Police share what they know.")
    #expect(contribution.passage?.inspection?.from == Day(year: 2016, month: 2, day: 22))
    #expect(contribution.passage?.inspection?.area?.aliases == ["Ashby Council", "Old Ashby"])
    #expect(
      RecordType.allCases.prefix(8).map(register.count) == [2, 1, 1, 2, 1, 1, 2, 3])
    #expect(RecordType.allCases.dropFirst(8).allSatisfy { register.count($0) == 0 })
  }

  @Test func `a folded value is read as its lines`() throws {
    let register = read(Sample.text).register
    let row = try #require(register.row(.passage, key: "jtai-ashby-2016/i1"))
    #expect(register[row].text(.text) == "Referrals go missing\nbetween two desks.")
  }

  @Test(.timeLimit(.minutes(2)), arguments: [1, 2, 3, 5, 1000, 60_000])
  func `fields that stand in turns are read in their order`(count: Int) throws {
    let turns = (0..<count).map { "Alias: a\($0)\n\($0 % 3 == 0 ? "" : "FormerGSS: g\($0)\n")" }
    let register = read("%rec: Area\n\nId: a\nName: A\n\(turns.joined())").register
    let row = try #require(register.row(.area, key: "a"))
    #expect(register[row].texts(.alias) == (0..<count).map { "a\($0)" })
    #expect(register[row].texts(.formerGSS) == (0..<count).filter { $0 % 3 > 0 }.map { "g\($0)" })
  }

  @Test func `strengths come before areas for improvement, contributions by key`() throws {
    let read = read(Sample.text)
    let inspection = try #require(read.register.row(.inspection, key: "jtai-ashby-2016"))
    let passages = read.register.children(.passage, of: inspection)
    #expect(read.keys(passages) == ["jtai-ashby-2016/s1", "jtai-ashby-2016/i1"])
    #expect(read.keys(read.register.children(.contribution, of: passages[0])) == ["C-3", "C-7"])
    #expect(read.register.childCount(.contribution, of: passages[1]) == 1)
  }

  @Test func `what the register does not know is a warning and nothing more`() {
    #expect(
      read(Sample.text).sentences == [
        "92:1: a contribution has no field Mood; it is kept as it is",
        "99:1: records of type Visit are not known here; they are kept as they are",
      ])
  }

  @Test func `a text of no records is a register of none`() {
    for text in ["", "\n\n", "# nothing yet\n", "%rec: Area\n"] {
      let read = read(text)
      #expect(read.diagnostics.isEmpty)
      #expect(read.register.count(.area) == 0)
      #expect(read.printed == text)
    }
  }

  @Test func `several sets of a type are read as one`() {
    let read = read(
      "%rec: Area\n\nId: a\nName: A\n\n%rec: Theme\n\nId: t\nName: T\n\n"
        + "%rec: Area\n\nId: b\nName: B\n")
    #expect(read.keys(read.register.rows(.area)) == ["a", "b"])
  }
}

extension ReadingTests {
  @Test func `a file with the line ends of another system is read, and told of once`() throws {
    let foreign = Sample.text.replacing("\n", with: "\r\n")
    var read = read(foreign)
    #expect(read.register.holdsTheSame(as: InspectionStoreTests.read(Sample.text).register))
    #expect(read.sentences.count == 4)
    #expect(read.printed == foreign)
    let change = Change("", [.set(.contribution, key: "C-7", .direction, from: ["0"], to: ["+"])])
    try read.make(change)
    #expect(read.printed != foreign)
    try read.make(change.inverse)
    #expect(read.printed == foreign)
  }

  @Test func `a record with other line ends than its file is found by what it refers to`() throws {
    let text = Sample.text.replacing("Area: ashby\n", with: "Area: ashby\r\n")
      .replacing("Framework: jtai\n", with: "Framework: jtai\r\n")
    #expect(text != Sample.text)
    let read = read(text)
    #expect(read.register.holdsTheSame(as: InspectionStoreTests.read(Sample.text).register))
    #expect(read.printed == text)
    let warnings = read.findings.filter { $0.sentence.hasPrefix("this line ends in CR LF") }
    #expect(warnings.map(\.severity) == [.warning])
    #expect(read.findings.count == InspectionStoreTests.read(Sample.text).findings.count + 1)
  }

  @Test func `a value that is folded and empty is nothing more than empty`() {
    let text = "%rec: Theme\n\nId: \\\n\nName: A\n\nId: b\nName: \\\n\n"
    let read = read(text)
    #expect(read.register.rows(.theme).map { read.register[$0].key } == ["", "b"])
    #expect(read.printed == text)
  }

  @Test func `a file of two kinds of line ends is read after a removal as before it`() throws {
    var read = read("%rec: Area\r\n\r\nId: a\r\nName: A\n\nId: b\r\nName: B\r\n")
    let values = read.register[try #require(read.register.row(.area, key: "a"))].values
    try read.make(.remove(.area, values))
    #expect(InspectionStoreTests.read(read.printed).register.holdsTheSame(as: read.register))
  }

  @Test func `a file whose only line ends in CR alone is read after an edit as before it`() throws {
    var read = read("%rec: Theme\r")
    try read.make(.insert(.theme, [.init(.id, "t"), .init(.name, "T\r")]))
    #expect(InspectionStoreTests.read(read.printed).register.holdsTheSame(as: read.register))
  }

  @Test func `what is written around a record into such a file ends its lines as the file does`()
    throws
  {
    let text = "%allowed: Id Name\n%rec: Area\n\nId: a\nName: A\n"
    var read = read(text.replacing("\n", with: "\r\n"))
    try read.make(.set(.area, key: "a", .ofsted, from: [], to: ["80501"]))
    try read.make(.insert(.theme, [.init(.id, "t"), .init(.name, "T")]))
    #expect(read.printed.hasPrefix("%allowed: Id Name Ofsted\r\n%rec: Area\r\n\r\nId: a\r\n"))
    #expect(!read.printed.replacing("\r\n", with: "").contains("\n"))
    #expect(InspectionStoreTests.read(read.printed).register.holdsTheSame(as: read.register))
  }

  @Test(arguments: ["plain", "two\nlines", "ends in \\", "\\\n\n+ x", " blank ", "a\r", "a\r\nb"])
  func `what is written into such a file reads back, and undone gives the very bytes`(
    value: String
  ) throws {
    let foreign = Sample.text.replacing("\n", with: "\r\n")
      .replacing("Name: Borne\r\n", with: "Name: Borne\r\r\n")
    for field in [Field.name, .alias] {
      var read = read(foreign)
      let row = try #require(read.register.row(.area, key: "borne"))
      let former = read.register[row].texts(field)
      let change = Change("", [.set(.area, key: "borne", field, from: former, to: [value])])
      try read.make(change)
      #expect(InspectionStoreTests.read(read.printed).register.holdsTheSame(as: read.register))
      try read.make(change.inverse)
      #expect(read.printed == foreign)
    }
  }
}
