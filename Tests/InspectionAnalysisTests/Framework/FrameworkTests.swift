import InspectionAnalysis
import InspectionModel
import Testing

struct FrameworkTests {
  private func support(_ letters: Letters) -> FrameworkSupport {
    FrameworkSupport(letters.picture.codings)
  }

  @Test func `two passages of two inspections support a criterion, two of one do not`() {
    var letters = Letters()
    letters.add("a")
    letters.add("b", from: "2017-01-01")
    letters.add("a", 1, "police + I1", "health + I1", "police - I2")
    letters.add("a", 2, "police - I2")
    #expect(support(letters).support == Picture.Share(part: 0, whole: 2))
    letters.add("b", 1, "police + I1", "police 0 I2")
    let now = support(letters)
    #expect(now.support == Picture.Share(part: 1, whole: 2))
    // A passage counts once, however many agencies it credits; a mere mention not at all.
    #expect(now.lines.map(\.criterion.key) == ["I1", "I2", "I3"])
    #expect(now.lines.map(\.passages.count) == [2, 2, 0])
    #expect(now.lines.map(\.inspections.count) == [2, 1, 0])
    #expect(now.lines.map(\.strengths) == [3, 0, 0])
    #expect(now.lines.map(\.shortfalls) == [0, 2, 0])
  }

  @Test func `what has no criterion is an orphan, and a passage only if nothing in it has one`() {
    var letters = Letters()
    letters.add("a")
    letters.add("a", 1, "police +", "health + I1")
    letters.add("a", 2, "police -")
    letters.add("a", 3, "police 0")
    let support = support(letters)
    #expect(support.orphans.count == 2)
    #expect(support.orphanPassages.count == 2)
  }

  @Test func `a retired criterion keeps its contributions and counts for nothing`() {
    var letters = Letters()
    letters.add("a")
    letters.add("b", from: "2017-01-01")
    letters.add("a", 1, "police + I3")
    letters.add("b", 1, "police + I3")
    let support = support(letters)
    #expect(support.inUse == 2)
    #expect(support.support.part == 0)
    #expect(support.lines[2].passages.count == 2)
  }

  @Test func `without a codebook or a coding it says so`() throws {
    let nothing = Registers.read("%rec: Area\n\nId: a\nName: A\n")
    let account = try AccountRequest(.framework).account(in: nothing)
    #expect(account.answer == "The codebook has no criterion in use.")
    #expect(account.blocks.isEmpty)
    let empty = try AccountRequest(.framework).account(in: Letters().register)
    #expect(empty.answer == "Nothing is coded yet, so no criterion can be supported.")
  }

  @Test func `how much support is asked is a term of the filter`() throws {
    let filter = "first:6 support:25,4"
    #expect(try Scope(filter).support == SupportThreshold(passages: 25, inspections: 4))
    #expect(try Scope("support:5").support == SupportThreshold(passages: 5, inspections: 1))
    #expect(try Scope("support:5").isAll)
    let account = try AccountRequest(.framework, filter: filter).account(in: Registers.starter)
    #expect(account.title == "Framework from first:6")
    #expect(
      account.answer == "7 of 10 criteria are supported by 25 passages or more from 4 inspections "
        + "or more; not supported: I0, I6, I2; least: I0 with 17 passages from 6 inspections.")
    for wrong in ["support:0", "support:", "support:5,", "support:a,2", "support:1,2,3"] {
      let problem = #expect(throws: QueryProblem.self) { try Scope("first:6 \(wrong)") }
      #expect(
        problem?.description
          == "“\(wrong)” does not say how many; write support:5 or support:5,3")
      #expect(problem?.column == 9)
    }
  }

  @Test func `the least supported come first, and more can be asked than is`() throws {
    var letters = Letters()
    letters.add("a")
    letters.add("b", from: "2017-01-01")
    for index in 1...3 { letters.add("a", index, "police + I1") }
    letters.add("b", 1, "police - I1", "health - I2")
    let account = try AccountRequest(.framework).account(in: letters.register)
    #expect(
      account.answer == "1 of 2 criteria are supported by 2 passages or more from 2 inspections or "
        + "more; not supported: I2; least: I2 with 1 passage from 1 inspection.")
    let grids = account.blocks.compactMap { if case .grid(let grid) = $0 { grid } else { nil } }
    #expect(grids[0].lines.map(\.heading.name) == ["I2 Two", "I1 One"])
    // Four passages of two inspections are the most that any has.
    #expect(grids[1].title == "How many criteria have so many passages")
    #expect(grids[1].columns.map(\.name) == ["from 1 or more", "from 2 or more"])
    #expect(grids[1].lines.map(\.heading.name) == ["1", "2", "4"])
    #expect(
      grids[1].lines.map { $0.figures.map(\.value.text) } == [
        ["2 of 2", "1 of 2"], ["1 of 2", "1 of 2"], ["1 of 2", "1 of 2"],
      ])
  }

  @Test func `the first six support all ten criteria of the starter`() throws {
    let register = Registers.starter
    let six = try Scope("first:6").inspections(in: register)
    let support = FrameworkSupport(Codings(of: six, in: register))
    #expect(support.support == Picture.Share(part: 10, whole: 10))
    for line in support.lines {
      let byHand = register.all(Contribution.self).filter {
        $0.criterion?.row == line.criterion.row && $0.direction != .mention
      }
      #expect(line.contributions.count == byHand.count)
      #expect(line.passages.count == Set(byHand.compactMap { $0.passage?.row }).count)
    }
  }

  @Test func `what other frameworks judge by leads to criteria of ours`() throws {
    let register = Registers.starter
    let leadership = try #require(register.row(.standard, key: "ncpi/leadership"))
    let standard: Standard = register.view(leadership)
    #expect(standard.framework?.key == "ncpi")
    #expect(standard.narrower.map(\.key) == ["I7"])
    let account = try AccountRequest(.framework).account(in: register)
    guard case .grid(let grid) = account.blocks.last else {
      Issue.record("no mapping")
      return
    }
    #expect(grid.lines.contains { $0.heading.name == "NCPI: Investigation" })
  }
}
