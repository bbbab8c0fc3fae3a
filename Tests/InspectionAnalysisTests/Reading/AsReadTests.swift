import InspectionAnalysis
import InspectionModel
import Testing

/// What the program read, before anybody has coded anything.
struct AsReadTests {
  private static func letters() -> Letters {
    var letters = Letters()
    letters.add("a", words: 100)
    letters.add("b", from: "2023-03-01", words: 100)
    letters.add("c", from: "2024-03-01")
    letters.read("a", 1, "police", "health")
    letters.read("a", 2, "police", in: "improvement")
    letters.read("a", 3, in: "improvement")
    letters.read("b", 1, "police", in: "main-finding", words: 30)
    letters.read("b", 2, "police", in: "priority-action")
    return letters
  }

  private func picture(_ filter: String = "reading:machine") throws -> Account {
    try AccountRequest(.picture, filter: filter).account(in: Self.letters().register)
  }

  private func row(_ name: String, of grid: Int, in account: Account) throws -> [Figure.Value] {
    guard case .grid(let grid) = account.blocks[grid] else { return [] }
    return try #require(grid.lines.first { $0.heading.name == name }).figures.map(\.value)
  }

  @Test func `a direction is that of the section, or none`() throws {
    let police = try row("Police", of: 0, in: try picture())
    #expect(police[0] == .count(1) && police[1] == .count(2))
    #expect(police[2] == .share(2, of: 3))
    #expect(police[3] == .phrase("67 % (50–100 %), few"))
    #expect(police[4] == .count(1))
  }

  @Test func `a figure that the program read says so, with how reliable it is, and what it is of`()
    throws
  {
    let account = try picture()
    #expect(account.title == "Picture as read")
    #expect(account.answer.hasPrefix("Read by the program, not coded by anybody: in 51 joint"))
    #expect(account.answer.contains("found 96.5 % of the agencies, and 93.6 % of those"))
    #expect(account.answer.hasSuffix("such passages; fewer give no share to quote."))
    #expect(
      account.behind == "Behind this: 2 of 3 reports read, 5 passages (35 % of the words of these "
        + "reports), 4 of them naming an agency.")
  }

  @Test func `the answer quotes a share of twenty passages or more`() throws {
    var letters = Self.letters()
    for paragraph in 10..<27 { letters.read("c", paragraph, "police") }
    let account = try AccountRequest(.picture, filter: "reading:machine")
      .account(in: letters.register)
    #expect(
      account.answer.hasSuffix(
        "Of 20 passages naming Police in sections with a direction, 10 % are in areas for "
          + "improvement."), "\(account.answer)")
  }

  @Test func `as coded, the same says how little is coded`() throws {
    var letters = Self.letters()
    letters.add("a", 9, "police + I1")
    let account = try AccountRequest(.picture).account(in: letters.register)
    #expect(
      account.behind
        == "Behind this: 2 of 3 letters read, 1 of them coded (1 of 6 passages, 0 % of "
        + "the words of these letters) by nobody that is named; no passage was read by a second "
        + "person.")
  }

  @Test func `a filter on an agency leaves that one alone`() throws {
    let account = try picture("reading:machine agency:health")
    #expect(account.answer.contains("No agency is named in 20 such passages"))
    guard case .grid(let grid) = account.blocks[0] else { return }
    #expect(grid.lines.map(\.heading.name) == ["Health"])
  }

  @Test func `what asks for codes narrows nothing as read, and that is said`() throws {
    let account = try picture("reading:machine criterion:I1")
    #expect(account.gaps.contains { $0.hasPrefix("criterion:I1 asks what was coded") })
  }

  @Test func `where nothing was read, nothing is known`() throws {
    var letters = Letters()
    letters.add("a")
    let account = try AccountRequest(.picture, filter: "reading:machine")
      .account(in: letters.register)
    #expect(account.answer.hasPrefix("No report of these inspections has been read"))
    #expect(account.blocks.isEmpty && account.behind.isEmpty)
  }

  @Test func `a reading that is none is pointed at`() throws {
    let problem = #expect(throws: QueryProblem.self) {
      try picture("area:ashby reading:robot")
    }
    #expect(problem?.column == 20)
    #expect(problem?.description.contains("machine") == true)
  }

  @Test func `two agencies in one passage are named together, and no more is said`() throws {
    let account = try picture()
    let grids = account.blocks.compactMap { block in
      if case .grid(let grid) = block { grid } else { nil }
    }
    let together = try #require(grids.first { $0.title.hasPrefix("Named together") })
    #expect(together.notes.first?.contains("whether they worked together") == true)
    let police = try #require(together.lines.first { $0.heading.name == "Police" })
    #expect(police.figures.map(\.value).contains(.count(1)))
  }
}

/// Sentences are made for the filter that is on.
struct FilteredPictureTests {
  private static func letters() -> Letters {
    var letters = Letters()
    letters.add("a")
    letters.add("b", from: "2023-03-01")
    letters.add("a", 1, "police + I1", "health - I2", "education = I1")
    letters.add("b", 1, "police - I1")
    return letters
  }

  @Test func `an account of one agency speaks of that agency`() throws {
    let account = try AccountRequest(.picture, filter: "agency:police")
      .account(in: Self.letters().register)
    #expect(
      account.answer
        == "2 contributions in 2 letters match the filter, of 1 agency: 1 strength and 1 "
        + "shortfall.")
    guard case .grid(let cells) = account.blocks[0] else { return }
    #expect(cells.lines.map(\.heading.name) == ["Police"])
    // Nothing is called a gap that the filter took out.
    #expect(
      cells.lines[0].figures[1].value == .absent(.unknown("nothing of it matches the filter")))
    #expect(!account.blocks.contains { $0.title.hasPrefix("Gaps") })
  }

  @Test func `what a filter takes out is not called not coded`() throws {
    let account = try AccountRequest(.picture, filter: "agency:probation")
      .account(in: Self.letters().register)
    #expect(account.answer == "Nothing that is coded in these letters matches the filter.")
    #expect(account.behind.contains("2 of them coded"))
  }
}

/// One agency alone, as read.
struct ReadAloneTests {
  @Test func `passages are counted by how many agencies the program found in them`() throws {
    var letters = Letters()
    letters.add("a")
    letters.read("a", 1, "police")
    letters.read("a", 2, "police", "health")
    letters.read("a", 3, "all-partners")
    letters.read("a", 4, "partnership")
    letters.read("a", 5)
    let account = try AccountRequest(.alone, filter: "reading:machine")
      .account(in: letters.register)
    #expect(
      account.answer.hasSuffix(
        "1 of 3 passages that name an agency name only one: "
          + "33 % (6–79 %), few."))
    #expect(account.answer.hasPrefix("Read by the program"))
  }
}
