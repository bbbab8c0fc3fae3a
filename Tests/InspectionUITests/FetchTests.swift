import InspectionModel
import InspectionOperations
import Testing

@testable import InspectionUI

/// The fixture, whose first inspection names the address of its report.
private let text = Fixture.text.replacing(
  "https://example.org/ashby", with: "https://files.example/v1/file/1")

private func plan(_ missing: Int, _ there: Int, hosts: [String] = ["files.example"]) -> Event {
  .fetchPlanned(
    FetchPlan(
      inspections: ["jtai-ashby-2017"], missing: missing, there: there, hosts: hosts,
      folder: "~/reports"))
}

struct `R where an inspection names a report` {
  private var stage: Stage

  init() throws { stage = try Stage(text) }

  @Test mutating func `offers to fetch it, and asks what that takes`() throws {
    try stage.press("R")
    #expect(stage.shows("an empty line fetches the report of jtai-ashby-2017"))
    try stage.press("<Enter>")
    #expect(stage.effects.last == .planFetch(["jtai-ashby-2017"]))
    #expect(stage.status == "" || !stage.status.contains("report file"))
  }

  @Test mutating func `reads a file all the same`() throws {
    try stage.press("R a <Enter>")
    #expect(stage.effects.last == .readReport(path: "a"))
  }

  @Test mutating func `asks for none of those that a filter leaves out`() throws {
    try stage.press("g i / b i r c h <Enter> R")
    #expect(!stage.shows("an empty line"))
    try stage.press("<Esc> <Esc> R")
    #expect(stage.shows("an empty line"))
  }

  @Test mutating func `names how many come from which hosts, and does it on yes alone`() throws {
    stage.send(plan(12, 3))
    #expect(
      stage.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
        "12 reports would be fetched from files.example, one at a time, into ~/reports; "
          + "3 more are there already"))
    #expect(stage.shows("y fetches and reads them, any other key does not"))
    try stage.press("<Enter>")
    #expect(!stage.effects.contains(.fetchReports(["jtai-ashby-2017"])))
    stage.send(plan(12, 3))
    try stage.press("y")
    #expect(stage.effects.last == .fetchReports(["jtai-ashby-2017"]))
  }

  @Test mutating func `reads what is there already, and names no more hosts than fit`() throws {
    stage.send(plan(0, 1))
    #expect(stage.shows("1 report of 1 inspection is in ~/reports already"))
    #expect(stage.shows("y reads them"))
    try stage.press("<Esc>")
    stage.send(plan(9, 0, hosts: ["a", "b", "c", "d", "e"]))
    #expect(stage.shows("from a, b, c and 2 more"))
  }

  @Test mutating func `does not take away the line that is typed`() throws {
    try stage.press("R a")
    stage.send(plan(12, 3))
    #expect(stage.shows("report file a"))
  }
}

struct `Escape while letters are read` {
  private var stage: Stage

  init() throws { stage = try play("<Enter> R a <Enter>") }

  @Test mutating func `stops that, and the next one goes back`() throws {
    let title = stage.title
    stage.send(.working("3 of 600 reports read, 2 min left"))
    #expect(stage.status.contains("3 of 600 reports read, 2 min left  <Esc> stops"))
    try stage.press("<Esc>")
    #expect(stage.effects.last == .stopReading)
    #expect(stage.title == title)
    #expect(!stage.status.contains("<Esc> stops"))
    try stage.press("<Esc>")
    #expect(stage.title != title)
  }

  @Test mutating func `is told how many were left, and what was read is there`() throws {
    try stage.press("<Esc>")
    var read = Event.LettersRead([letterOfCorley])
    read.left = 597
    stage.send(.lettersRead(read))
    #expect(stage.status.hasPrefix(" 1 report read, 1 new passage; stopped, 597 files left"))
    try stage.press("<Esc>")
    #expect(!stage.status.contains("stop"))
  }

  @Test mutating func `before anything was read says so`() throws {
    try stage.press("<Esc>")
    stage.send(.lettersRead(.init()))
    #expect(stage.status.hasPrefix(" stopped before anything was read"))
  }

  @Test mutating func `goes back as ever once all is read`() throws {
    stage.send(.lettersRead(.init(failures: [("a", "a is no letter")])))
    let count = stage.effects.count
    try stage.press("<Esc>")
    #expect(stage.effects.count == count)
  }
}
