import InspectionModel
import InspectionOperations
import TerminalCore
import Testing

@testable import InspectionUI

/// Tables on their way into the register, from the key to the last decision.
struct ImportScreenTests {
  /// Areas as a table has them, each by its code, its name and its row.
  private static func table(
    _ areas: [(code: String, name: String)], fingerprint: String = "1", kind: TableKind = .areas
  ) -> TableObservation {
    var table = TableObservation(
      file: "areas.csv", kind: kind, source: "areas", fingerprint: fingerprint,
      headings: ["Code", "Name"])
    for (place, area) in areas.enumerated() {
      table.rows.append(.init(place + 2, .init(code: area.code, name: area.name, column: 1)))
    }
    return table
  }

  private static let known = [
    ("E10000901", "Ashby"), ("E06000902", "Birchwood"), ("E07000903", "Corley"),
  ]

  /// The screen after a table was read.
  private func stage(
    _ areas: [(code: String, name: String)] = known, as kind: TableKind = .areas,
    size: (Int, Int) = (100, 30)
  ) throws -> Stage {
    var stage = try Stage(size: size)
    try stage.press("I")
    stage.type("areas.csv")
    try stage.press("<Enter>")
    #expect(stage.effects.contains(.readTables(path: "areas.csv")))
    stage.send(.tablesRead(.init([Self.table(areas, kind: kind)])))
    stage.plan()
    return stage
  }

  @Test func `a key asks for a table, and shows what it would change before any of it is`() throws {
    var stage = try stage()
    #expect(stage.title.contains("Areas ▸ Import"))
    #expect(stage.shows("areas.csv is read as areas"))
    #expect(stage.shows("3 rows: 0 refused, 2 changed, 0 new, 1 unchanged"))
    #expect(stage.shows("Cells that change: 2"))
    #expect(stage.shows("GSS of birchwood: nothing → E06000902"))
    #expect(stage.shows("row 2: Ashby"))
    #expect(stage.state.register.count(.tableImport) == 0)
    try stage.press("<Enter>")
    #expect(!stage.title.contains("Import"))
    #expect(
      stage.state.register.row(.area, key: "birchwood").map {
        stage.state.register[$0].text(.gss)
      } == "E06000902")
    try stage.press("u")
    #expect(stage.state.register.count(.tableImport) == 0)
    #expect(
      stage.state.register[try #require(stage.state.register.row(.area, key: "birchwood"))]
        .text(.gss) == nil)
  }

  @Test func `what was said of the columns is kept once the table is written`() throws {
    var stage = try Stage(size: (100, 30))
    var read = Event.TablesRead([Self.table(Self.known)])
    read.said = SaidOfTable(
      source: "ours", isOfAreas: true, framework: nil, days: .told, columns: [])
    try stage.press("I")
    stage.type("areas.csv")
    try stage.press("<Enter>")
    stage.send(.tablesRead(read))
    stage.plan()
    try stage.press("<Enter>")
    #expect(stage.state.register.count(.tableImport) == 1)
    #expect(stage.effects.contains(.keepMapping(try #require(read.said))))
  }

  @Test func `nothing is written before what differs is decided, and a reason is kept`() throws {
    var stage = try stage([("E10000999", "Ashby")] + Self.known.dropFirst())
    #expect(stage.shows("nothing is written until 1 decision is made"))
    try stage.press("<Enter>")
    #expect(stage.title.contains("Import") && stage.state.register.count(.tableImport) == 0)
    try stage.goTo("the register has")
    #expect(stage.shows("the register has E10000901, the table E10000999"))
    try stage.press("v")
    #expect(stage.status.hasPrefix("keep what the register has, because"))
    stage.type("the code is that of 2009")
    try stage.press("<Enter>")
    stage.plan()
    #expect(stage.shows("keep what the register has (the code is that of 2009)"))
    #expect(stage.screen.contains("▌write "))
    try stage.press("<Enter>")
    let ruling = try #require(stage.state.register.rows(.ruling).first { _ in true })
    #expect(stage.state.register[ruling].text(.reason) == "the code is that of 2009")
    #expect(stage.state.register[ruling].text(.by) == "mh")
  }

  @Test func `rows that are gone since the last time are decided alike by marks`() throws {
    var stage = try stage(as: .outcomes)
    try stage.press("<Enter> I")
    stage.type("areas.csv")
    try stage.press("<Enter>")
    stage.send(.tablesRead(.init([Self.table([Self.known[0]], fingerprint: "2", kind: .outcomes)])))
    stage.plan()
    #expect(stage.shows("2 of the 3 areas in the last import of this source are not in"))
    try stage.press("%")
    #expect(stage.status.contains("2 marked"))
    try stage.press("v")
    #expect(stage.status.hasPrefix("2 decisions alike, because"))
    try stage.press("<Enter>")
    stage.plan()
    #expect(!stage.shows("nothing is written until"))
    try stage.press("<Enter>")
    #expect(stage.state.register.count(.tableImport) == 2)
  }

  @Test func `an area that nobody knows is named once, and known by that name ever after`() throws {
    var stage = try stage([("", "Asby-on-Sea")])
    #expect(stage.shows("no area is called “Asby-on-Sea”"))
    try stage.goTo("no area is called")
    try stage.press("e")
    stage.type("ashb")
    try stage.press("<Enter>")
    stage.plan()
    #expect(stage.shows("“Asby-on-Sea” is ashby: "))
    try stage.press("g g <Enter>")
    let area = try #require(stage.state.register.row(.area, key: "ashby"))
    #expect(stage.state.register[area].texts(.alias) == ["Asby-on-Sea"])
  }

  @Test func `a table stays at hand while one looks at other things`() throws {
    var stage = try stage([("E10000999", "Ashby")])
    try stage.press("g c")
    #expect(!stage.title.contains("Import"))
    try stage.press("I")
    #expect(stage.title.contains("Import") && stage.shows("E10000999"))
  }

  @Test func `what changes meanwhile is planned anew`() throws {
    var stage = try stage()
    let before = stage.effects.count
    try stage.press("g c <Del>")
    func works() -> Int {
      stage.effects.dropFirst(before).count { if case .planTables = $0 { true } else { false } }
    }
    // Nobody waits for it elsewhere.
    #expect(works() == 0)
    try stage.press("I <Enter>")
    #expect(works() == 1)
    #expect(stage.shows("still being worked out"))
    stage.plan()
    try stage.press("<Enter>")
    #expect(stage.state.register.count(.tableImport) == 1)
  }

  @Test func `decisions are not left for another table without a word`() throws {
    var stage = try stage([("E10000999", "Ashby")])
    try stage.press("% v <Enter>")
    stage.plan()
    try stage.press("+")
    #expect(stage.shows("1 decision on areas.csv would be lost"))
    try stage.press("n")
    #expect(stage.shows("keep what the register has"))
    try stage.press("+ y")
    #expect(stage.status.hasPrefix("table file"))
  }

  @Test func `nobody leaves with decisions that are nowhere else, without a word`() throws {
    var stage = try stage([("E10000999", "Ashby")])
    try stage.press("% v <Enter>")
    stage.plan()
    try stage.press("q")
    #expect(stage.shows("1 decision on areas.csv would be lost"))
    try stage.press("n")
    #expect(stage.effects.last != .quit && stage.title.contains("Import"))
    try stage.press("q y")
    #expect(stage.effects.last == .quit)
  }

  @Test func `areas are not decided together`() throws {
    var stage = try stage([("E10000999", "Ashby"), ("", "Erewhon")])
    try stage.press("%")
    #expect(stage.status.contains("1 marked"))
    try stage.press("% v <Enter>")
    stage.plan()
    #expect(stage.shows("Areas that are not known; their rows are refused: 1"))
    try stage.press("%")
    #expect(stage.status.contains("nothing holds the tables up"))
  }

  @Test func `help says what the keys do here`() throws {
    var stage = try stage()
    try stage.press("?")
    #expect(stage.shows("Keep what the register has; stop expecting a row"))
    #expect(!stage.canvas.text.prefix(9).contains { $0.contains("Confirm a suspect") })
  }

  @Test func `a register that cannot be written shows what a table would change`() throws {
    var stage = try Stage(size: (100, 30), readOnly: "ada has it open")
    try stage.press("I")
    stage.type("areas.csv")
    try stage.press("<Enter>")
    stage.send(.tablesRead(.init([Self.table(Self.known)])))
    stage.plan()
    #expect(stage.shows("Cells that change: 2"))
    try stage.press("g g <Enter>")
    #expect(stage.status.contains("read only: ada has it open"), "\(stage)")
    #expect(stage.state.register.count(.tableImport) == 0)
  }

  @Test func `the first area of all is chosen by an arrow`() throws {
    var stage = try stage([("", "Erewhon")])
    try stage.goTo("no area is called")
    try stage.press("e <Enter>")
    #expect(stage.status.hasPrefix("“Erewhon” is"))
    try stage.press("<Up> <Enter>")
    stage.plan()
    #expect(stage.shows("“Erewhon” is ashby"))
  }

  @Test func `a file that is no table is told, and where it is listed`() throws {
    var stage = try Stage(size: (100, 24))
    stage.send(.tablesRead(.init(failures: [("x.csv", "x.csv: no row names the columns")])))
    #expect(stage.shows("no row names the columns"))
    try stage.press("g x")
    #expect(stage.shows("x.csv"))
  }

  @Test(arguments: [(20, 6), (60, 16), (80, 24), (200, 60)])
  func `the cursor is on a line at any size`(columns: Int, rows: Int) throws {
    var stage = try stage([("E10000999", "Ashby")] + Self.known, size: (columns, rows))
    for keys in ["G", "g g", "<PgDn> <PgDn>", "<PgUp>", "v <Esc>", "% o <Esc>", "x <Esc>"] {
      try stage.press(keys)
      #expect(stage.screen.contains("▌") || stage.screen.contains("◆"), "\(keys)")
    }
  }
}

extension Stage {
  /// Moves to a line that has the words.
  fileprivate mutating func goTo(_ words: String) throws {
    try press("g g")
    for _ in 0..<100 where !canvas.text.contains(where: { $0.hasPrefix("▌") && $0.contains(words) })
    {
      try press("j")
    }
  }

  /// Works out what the tables at hand would change, as it was asked for last.
  fileprivate mutating func plan() {
    for effect in effects.reversed() {
      guard case .planTables(let work) = effect else { continue }
      send(.tablesPlanned(work.run()))
      return
    }
  }
}
