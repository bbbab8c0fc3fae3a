import Testing

@testable import InspectionUI
@testable import jointview

/// Tables of one's own, by a mapping of their columns.
@Suite struct `The command import by a mapping` {
  private let home = Home()
  private let register: String

  init() { register = home.write(smallRegister, to: "a.rec") }

  private static let mapping = """
    # What our list holds.
    source: our-list
    address: https://example.org/list.csv
    framework: ilacs
    days: month-first
    grades:
      A: good
      "-9": not-judged
    columns:
      Council: area
      Visited: from
      Overall: overall
      Leaders: leaders

    """

  private static let table = """
    Our own list
    Council;Visited;Overall;Leaders;Officer;Cost
    Ashby;03/04/2024;a;-9;x;1

    """

  private func run(_ arguments: String...) -> Outcome {
    home.run(["import", home.write(Self.table, to: "t.csv"), "--into", register] + arguments)
  }

  @Test func `says what columns hold, how days are written, and what grades mean`() throws {
    let mapping = home.write(Self.mapping, to: "m.yaml")
    let plan = run("--mapping", mapping, "--plan")
    #expect(plan.status == 0, "\(plan.errors)")
    #expect(plan.output.hasPrefix("t.csv is read by the mapping our-list.\n"))
    #expect(
      plan.output.contains("columns that the mapping does not name are not read: Officer, Cost"))
    #expect(run("--mapping", mapping).status == 0)
    let text = try #require(home.read("a.rec"))
    #expect(text.contains("From: 2024-03-04\n"))
    #expect(text.contains("Source: https://example.org/list.csv\nSource: our-list\n"))
    #expect(text.contains("Aspect: overall\nGrade: good\n"))
    #expect(text.contains("Aspect: leaders\nReason: not-judged\n"))
    #expect(text.contains("Origin: From our-list: 2024-03-04 "))
    #expect(run("--mapping", mapping).output.hasSuffix("Nothing changes.\n"))
    #expect(home.run("check", register).status == 0)
  }

  @Test(arguments: ["mappings/ours.yaml", "config/jointview/mappings/ours.yaml"])
  func `is found by its name beside the register or in the settings`(name: String) {
    home.write(Self.mapping, to: name)
    let plan = run("--as", "ours", "--plan")
    #expect(plan.status == 0, "\(plan.errors)")
    #expect(plan.output.contains("by the mapping our-list."))
  }

  @Test func `is found by its headings where no name is given`() {
    home.write(Self.mapping, to: "mappings/ours.yaml")
    home.write(
      "source: codes\nframework: ilacs\ncolumns:\n  Council: area\n", to: "mappings/a.yaml")
    home.write("columns: [", to: "mappings/broken.yaml")
    let plan = run("--plan")
    #expect(plan.status == 0, "\(plan.errors)")
    #expect(plan.output.hasPrefix("t.csv is read by the mapping our-list.\n"))
  }

  @Test func `that is said on the screen never replaces another`() throws {
    let said = SaidOfTable(
      source: "ours", isOfAreas: false, framework: "ilacs", days: .told,
      columns: [.init(heading: "Council", role: "area")])
    let other = SaidOfTable(
      source: "ours", isOfAreas: false, framework: "sif", days: .told,
      columns: [.init(heading: "Council", role: "area")])
    let places = jointview.Places()
    func keep(_ said: SaidOfTable) -> String {
      MappingFile.keep(MappingFile.named(said, beside: register), beside: register, places)
    }
    let folder = "\(home.path)/mappings"
    #expect(keep(said) == "the mapping is kept in \(folder)/ours.yaml")
    #expect(keep(said) == "the mapping is kept in \(folder)/ours.yaml")
    #expect(keep(other) == "the mapping is kept in \(folder)/ours-2.yaml")
    #expect(try MappingFile.read("\(folder)/ours.yaml").framework == "ilacs")
    // Another source, so that no row of the one is missing in the other.
    #expect(try MappingFile.read("\(folder)/ours-2.yaml").source == "ours-2")
  }

  @Test func `a name that is neither a kind nor a mapping is told`() {
    let outcome = run("--as", "ours")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("“ours” is not a kind of table, and no mapping has that name"))
  }

  @Test func `a column that the table lacks is named`() {
    let mapping = Self.mapping.replacing("Visited", with: "Visit")
    let outcome = run("--mapping", home.write(mapping, to: "m.yaml"))
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains("t.csv: it is not a table of the kind our-list: it lacks Visit\n"))
  }

  @Test(arguments: [
    ("days: month-first", "days: month", "m.yaml:5:7: days are day-first or month-first"),
    ("A: good", "A: fine", "m.yaml:7:6: “fine” is not a grade; it can be outstanding, good, "),
    ("area", "town", "m.yaml:10:12: “town” is not something a column can hold; it can be "),
    ("Council: area", "Council: from", "m.yaml:11:12: another column is from already"),
    ("Council: area", "Council: to", "m.yaml:10:3: one of the columns must be the area or its"),
    ("framework: ilacs\n", "", "m.yaml:2:1: say which framework the inspections are under"),
    ("our-list", "our list", "m.yaml:2:9: source is one word of letters, digits and hyphens"),
    ("https://", "ftp://", "m.yaml:3:10: address is where the table is published"),
    ("source:", "sauce:", "m.yaml:2:1: “sauce” is not a setting of a mapping; they are source, "),
    ("columns:", "columns: [", "this is not YAML"),
    ("source: our-list", "record: county", "m.yaml:2:9: record is inspection or area"),
  ])
  func `a mapping that makes no sense is told with its line and column`(
    words: String, other: String, sentence: String
  ) {
    let mapping = Self.mapping.replacing(words, with: other)
    let outcome = run("--mapping", home.write(mapping, to: "m.yaml"))
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    #expect(home.read("a.rec") == smallRegister)
  }

  @Test func `codes of areas come by a mapping too`() throws {
    let mapping = "source: codes\nrecord: area\ncolumns:\n  Place: area\n  ONS: code\n"
    let table = home.write("Place,ONS\nAshby,E06000001\n", to: "codes.csv")
    let path = home.write(mapping, to: "m.yaml")
    let outcome = home.run("import", table, "--into", register, "--mapping", path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(home.read("a.rec")?.contains("Name: Ashby\nGSS: E06000001\n") == true)
  }
}
