import InspectionModel
import InspectionOperations
import TerminalCore
import Testing

@testable import InspectionUI

/// A table of no known kind, until somebody has said what its columns hold.
struct MappingScreenTests {
  private func stage(
    _ top: [[String]], of text: String = Fixture.text, size: (Int, Int) = (100, 30)
  ) throws -> Stage {
    var stage = try Stage(text, size: size)
    let table = UnknownTable(
      path: "/x/Our list.csv", name: "Our list.csv", top: top,
      roles: ["area", "code", "from", "overall", "published", "type"])
    stage.send(.tablesRead(.init(failures: [("Our list.csv", "no row")], unknown: table)))
    return stage
  }

  private static let visits = [
    ["A list of visits"],
    ["Council", "Visited \"first\"", "Report out", "Overall", "Remarks"],
    ["Ashby", "03/04/2024", "14/05/2024", "Good", "see the file"],
  ]

  @Test func `what a heading makes likely is offered, beside the first rows`() throws {
    let stage = try stage(Self.visits)
    #expect(stage.title.contains("▸ Columns of a table"))
    #expect(stage.shows("Our list.csv is of no known kind"))
    #expect(stage.canvas.text.contains { $0.hasPrefix("▌Council") && $0.contains(" area") })
    #expect(stage.canvas.text.contains { $0.hasPrefix(" Remarks") && $0.contains("not read") })
    #expect(stage.shows("Ashby               03/04/2024"))
    #expect(stage.shows("say which framework the inspections are under"))
  }

  @Test func `a framework is found by its key before any whose name has the same letters`() throws {
    let frameworks = """
      Id: slac
      Name: Inspection of safeguarding and looked-after children's services

      Id: ilacs
      Name: Inspection of local authority children's services

      %rec: Theme
      """
    var stage = try stage(
      Self.visits, of: Fixture.text.replacing("%rec: Theme", with: frameworks, maxReplacements: 1))
    try stage.press("G k k k <Enter>")
    stage.type("ilacs")
    try stage.press("<Enter>")
    #expect(stage.shows("Inspection of local authority children's services"))
  }

  @Test func `what is said becomes a mapping, by which the table is read`() throws {
    var stage = try stage(Self.visits)
    try stage.press("G <Enter>")
    #expect(stage.status.contains("say which framework the inspections are under"))
    try stage.press("k k k <Enter>")
    stage.type("joint")
    try stage.press("<Enter> <Enter> j <Enter> <C-u>")
    stage.type("Our visits")
    try stage.press("<Enter> G <Enter>")
    let said = SaidOfTable(
      source: "our-visits", isOfAreas: false, framework: "jtai", days: .dayFirst,
      columns: [
        .init(heading: "Council", role: "area"),
        .init(heading: "Visited \"first\"", role: "from"),
        .init(heading: "Report out", role: "published"), .init(heading: "Overall", role: "overall"),
      ])
    #expect(stage.effects.contains(.mapTable(path: "/x/Our list.csv", said)))
    var table = TableObservation(
      file: "Our list.csv", kind: .mapped, source: "our-visits", fingerprint: "1", headings: [])
    table.rows.append(.init(3, .init(name: "Ashby", column: 0)))
    var read = Event.TablesRead([table])
    read.said = said
    stage.send(.tablesRead(read))
    #expect(stage.title.contains("Areas ▸ Import "))
    // One looks first what comes of it.
    #expect(!stage.effects.contains(.keepMapping(said)))
    try stage.press("<Esc>")
    #expect(!stage.title.contains("Columns"))
  }

  @Test func `what one column holds no other does, and a column may be left out`() throws {
    var stage = try stage(Self.visits)
    try stage.press("G k k k k <Enter>")
    stage.type("area")
    try stage.press("<Enter> g g")
    #expect(stage.canvas.text.contains { $0.hasPrefix("▌Council") && $0.contains("not read") })
    try stage.press("j <Del>")
    #expect(stage.canvas.text.contains { $0.hasPrefix("▌Visited") && $0.contains("not read") })
  }

  @Test func `a table of names and codes is one of areas`() throws {
    var stage = try stage([["Area name", "GSS code"], ["Ashby", "E10000901"]])
    #expect(stage.shows("none: a table of areas"))
    try stage.press("G <Enter>")
    let said = SaidOfTable(
      source: "our-list", isOfAreas: true, framework: nil, days: .told,
      columns: [
        .init(heading: "Area name", role: "area"), .init(heading: "GSS code", role: "code"),
      ])
    #expect(stage.effects.contains(.mapTable(path: "/x/Our list.csv", said)))
  }

  @Test func `of two columns with one heading only the first can be named`() throws {
    var stage = try stage([["Council", "Date", "date"], ["Ashby", "2024-01-02", "2024-02-03"]])
    try stage.press("j j <Enter>")
    #expect(stage.status.contains("a column without a heading of its own cannot be named"))
  }

  @Test func `a line that is typed is not left for it, and a key leads to it`() throws {
    var stage = try Stage(size: (100, 24))
    try stage.press("/ a s h")
    let table = UnknownTable(path: "/x/a.csv", name: "a.csv", top: Self.visits, roles: ["area"])
    stage.send(.tablesRead(.init(unknown: table)))
    #expect(stage.shows("the table is of no known kind; I asks what its columns hold"))
    try stage.press("<Enter> I")
    #expect(stage.title.contains("Columns of a table"))
  }

  @Test(arguments: [(20, 6), (60, 16), (200, 60)])
  func `the cursor is on a line at any size`(columns: Int, rows: Int) throws {
    var stage = try stage(Self.visits, size: (columns, rows))
    for keys in ["G", "g g", "<PgDn>", "g g <Enter> <Esc>", "G k k <Enter>"] {
      try stage.press(keys)
      #expect(stage.screen.contains("▌"), "\(keys)")
    }
  }
}
