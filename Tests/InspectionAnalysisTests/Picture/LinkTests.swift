import InspectionAnalysis
import InspectionModel
import Testing

/// Networks: what letters say that two agencies did together, and how far it hangs on one of them.
struct LinkTests {
  private func grid(_ title: String, _ account: Account) throws -> Grid {
    try #require(
      account.blocks.lazy.compactMap { if case .grid(let grid) = $0 { grid } else { nil } }
        .first { $0.title.hasPrefix(title) })
  }

  private func texts(_ grid: Grid) -> [String] {
    grid.lines.map { line in
      ([line.heading.name] + line.figures.map(\.value.text)).joined(separator: " | ")
    }
  }

  /// Four agencies in scope in each of two letters; one of them has a list.
  private static func letters() -> Letters {
    var letters = Letters()
    letters.add("a", also: "HMI Probation")
    letters.add("b", from: "2017-03-01", also: "HMI Probation")
    letters.add("a", 1, "police + I1 > health", "health + I1 > police", "police + I2 > health")
    letters.add("a", 2, "police - I1 > health")
    letters.add("b", 1, "police + I1 > health", "education = I1 > police")
    letters.add("b", 2, "police + I1 > health education social-care probation")
    return letters
  }

  @Test func `a passage counts once for a pair, whatever number of contributions it has`() throws {
    let account = try AccountRequest(.picture).account(in: Self.letters().register)
    let pairs = try grid("Pairs of agencies", account)
    #expect(
      texts(pairs) == ["Police, Health | 3 | +2 −1 | 2", "Police, Education | 1 | +1 −1 | 1"])
    #expect(pairs.lines[0].figures[0].basis.count == 3)
  }

  @Test func `five agencies side by side are a list, four are not`() throws {
    var letters = Self.letters()
    let account = try AccountRequest(.picture).account(in: letters.register)
    #expect(
      texts(try grid("Pairs credited, by letter", account))
        == ["Ashby 2016 | 1 of 10 | 1 of 10 | 0", "Ashby 2017 | 2 of 10 | 4 of 10 | 1"])
    let kinds = texts(try grid("Recorded joint working by kind", account))
    #expect(kinds == ["kind not coded | 3 | +2 −2", "in a list, of any kind | 1 | +1"])
    letters.add("b", 3, "police + I1 > health education social-care")
    let network = JointNetwork(letters.picture)
    #expect(network.density == Picture.Share(part: 3, whole: 10))
    #expect(network.withLists.density == Picture.Share(part: 4, whole: 10))
  }

  @Test func `the answer says how far it hangs on one letter, and what lists would make of it`()
    throws
  {
    let answer = try AccountRequest(.picture).account(in: Self.letters().register).answer
    #expect(
      answer.hasSuffix(
        "; of 10 pairs of agencies, 2 are credited with working together outside lists (1 to 2 "
          + "whichever letter is left out), and 4 where 1 passage that lists 5 agencies or more "
          + "counts too."), "\(answer)")
  }

  @Test func `one letter has no range, and no list is not spoken of`() throws {
    var letters = Letters()
    letters.add("a")
    letters.add("a", 1, "police + I1 > health")
    let account = try AccountRequest(.picture).account(in: letters.register)
    #expect(
      account.answer.hasSuffix("; of 6 pairs of agencies, 1 is credited with working together."))
    let density = try #require(
      try grid("Measures", account).lines.first { $0.heading.name == "density D+" })
    #expect(density.figures[2].value.reason == "it needs two letters")
    #expect(density.figures[3].value == .share(1, of: 6))
  }

  @Test func `each measure of links has its range with one letter left out`() throws {
    let account = try AccountRequest(.picture).account(in: Self.letters().register)
    let lines = try grid("Measures", account).lines
    func line(_ name: String) throws -> [String] {
      try #require(lines.first { $0.heading.name == name }).figures.map(\.value.text)
    }
    #expect(try line("density D+")[2] == "1 to 2 of 10")
    // Police and health are linked both ways in the first letter alone.
    #expect(try line("reciprocity")[0] == "1 of 2")
    #expect(try line("reciprocity")[2] == "0.00 to 1.00")
    #expect(try line("isolates")[0] == "2")
    #expect(try line("isolates")[2] == "2 to 3")
    #expect(try line("centralisation")[2] == "0.25 to 0.50")
    #expect(try line("coverage")[2].isEmpty)
  }

  @Test func `to leave a letter out that says nothing more changes nothing`() throws {
    var letters = Letters()
    for key in ["a", "b", "c"] {
      letters.add(key)
      letters.add(key, 1, "police + I1 > health")
    }
    let answer = try AccountRequest(.picture).account(in: letters.register).answer
    #expect(answer.contains("1 is credited with working together (1 whichever letter is left out)"))
  }

  /// Figures recomputed from the register by another program.
  @Test func `of the first six, 9 of 15 pairs are credited outside lists, 15 with three lists`()
    throws
  {
    let register = Registers.starter
    let picture = Picture(of: try Scope("first:6").inspections(in: register), in: register)
    let network = JointNetwork(picture)
    #expect(network.letters.map(\.withLists.part).sorted() == [3, 3, 3, 6, 10, 15])
    #expect(network.withLists.density == Picture.Share(part: 15, whole: 15))
    #expect(network.density == Picture.Share(part: 9, whole: 15))
    #expect(network.lists.any.passages == 3)
    #expect(network.range { $0.density?.part } == 7...9)
    #expect(network.letters.map(\.outsideLists.part) == [3, 3, 6, 5, 3, 2])
  }
}
