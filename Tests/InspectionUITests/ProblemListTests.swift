import InspectionModel
import InspectionUI
import Testing

/// What is wrong in the file, as a list that is sorted, grouped, marked and filtered as all are.
struct ProblemListTests {
  private static var problems: [Problem] {
    let row = Fixture.register.row(.inspection, key: "jtai-birchwood-2016")
    func problem(_ line: Int, _ sentence: String, isError: Bool = true, of row: Row? = nil)
      -> Problem
    {
      Problem(
        place: "register.rec:\(line):7", line: line, column: 7, isError: isError,
        sentence: sentence, source: "From: soon", row: row)
    }
    return [
      problem(9, "“soon” is not a date", of: row), problem(10, "no line of a record"),
      problem(100, "“soon” is not a date", of: row),
      problem(80, "no day is known", isError: false, of: row),
    ]
  }

  private func stage(
    _ keys: String = "", size: (Int, Int) = (100, 30)
  ) throws -> Stage {
    var stage = try Stage(size: size, problems: Self.problems)
    try stage.press("g x " + keys)
    return stage
  }

  private func lines(_ stage: Stage) -> [String] {
    stage.canvas.text.dropFirst(2).dropLast(2).filter { $0.contains("register.rec:") }.map { line in
      String(line.dropFirst().prefix { $0 != " " })
    }
  }

  @Test func `they have columns, and stand as in the file until they are sorted`() throws {
    var stage = try stage()
    #expect(stage.canvas.text(row: 1).hasPrefix(" Place "))
    #expect(lines(stage).map { $0.dropFirst(13) } == ["9:7", "10:7", "100:7", "80:7"])
    try stage.press("s")
    #expect(lines(stage).map { $0.dropFirst(13) } == ["9:7", "10:7", "80:7", "100:7"])
    try stage.press("s")
    #expect(lines(stage).first == "register.rec:100:7")
    try stage.press("> s s")
    #expect(stage.canvas.text(row: 1).contains("Kind ↓"))
    #expect(lines(stage).first == "register.rec:80:7")
  }

  @Test func `they are filtered by words and fields, kept and left out by a value`() throws {
    var stage = try stage("/")
    stage.type("kind:warning")
    #expect(lines(stage) == ["register.rec:80:7"])
    try stage.press("<Enter> <Esc>")
    #expect(lines(stage).count == 4)
    try stage.press("g g > > =")
    #expect(lines(stage).map { $0.dropFirst(13) } == ["9:7", "100:7"])
    try stage.press("<Esc> !")
    #expect(lines(stage).map { $0.dropFirst(13) } == ["10:7", "80:7"])
    try stage.press("<Esc> <lt> <lt> =")
    #expect(lines(stage) == ["register.rec:10:7"])
    try stage.press("<Esc> /")
    stage.type("record:birch !soon")
    #expect(lines(stage) == ["register.rec:80:7"])
    try stage.press("<C-s>")
    #expect(stage.shows("a filter of problems is not kept"))
  }

  @Test func `they are grouped, and a group leads to its problems and on to a record`() throws {
    var stage = try stage("> > #")
    #expect(stage.shows("by Problem") && stage.shows("“soon” is not a date"))
    #expect(stage.canvas.text(row: 2).contains(" 2 "))
    try stage.press("<Enter>")
    #expect(lines(stage).count == 2)
    try stage.press("e")
    #expect(stage.effects.last == .edit(line: 9))
    try stage.press("j <Enter>")
    #expect(stage.title.contains("▸ Birchwood 2016"))
    try stage.press("<Esc> <Esc> !")
    #expect(lines(stage).count == 2 && stage.title.contains("▸ Problems  "))
  }

  @Test func `groups of problems and what is in them go with the file`() throws {
    var stage = try stage("> > # <Enter>")
    #expect(lines(stage).map { $0.dropFirst(13) } == ["9:7", "100:7"])
    stage.send(.problems(Array(Self.problems.dropFirst())))
    #expect(lines(stage).map { $0.dropFirst(13) } == ["100:7"])
    try stage.press("<Esc>")
    #expect(stage.canvas.text(row: 2).contains(" 1 "), "\(stage)")
    // One comes back to them from elsewhere.
    try stage.press("<Enter> g a <C-o>")
    #expect(lines(stage).map { $0.dropFirst(13) } == ["100:7"], "\(stage)")
  }

  @Test func `a click below the list chooses nothing in it`() throws {
    let many = (1...60).map { line in
      Problem(
        place: "r.rec:\(line):1", line: line, column: 1, isError: true, sentence: "bad",
        source: "From: soon", row: nil)
    }
    var stage = try Stage(size: (80, 24), problems: many)
    try stage.press("g x")
    let rule = try #require(stage.canvas.text.lastIndex { $0.contains("────") })
    try stage.press("<LeftClick:30,\(rule + 2)>")
    #expect(stage.canvas.text(row: 2).hasPrefix("▌r.rec:1:1"), "\(stage)")
  }

  @Test func `marks are on problems, and what is marked is written`() throws {
    var stage = try stage("<Space> j <Space>")
    #expect(stage.status.contains("2 marked"))
    try stage.press("x")
    #expect(stage.shows("write 2 marked problems to problems.csv"))
    #expect(stage.shows(".csv .json .jsonl .md .html .txt  Tab completes"))
    #expect(stage.shows("Up and Down change that") && !stage.shows(".rec has whole records"))
    try stage.press("<Esc>")
    // The first goes; the marks stay on those that they were on.
    stage.send(.problems(Array(Self.problems.dropFirst())))
    #expect(stage.status.contains("1 marked"))
    #expect(stage.canvas.text(row: 3).hasPrefix("•"), "\(stage)")
  }

  @Test func `the cursor stays on its problem when others come and go`() throws {
    var stage = try stage("j j")
    #expect(stage.canvas.text(row: 4).hasPrefix("▌"))
    stage.send(.problems(Array(Self.problems.dropFirst(2))))
    #expect(stage.canvas.text(row: 2).hasPrefix("▌register.rec:100:7"))
    stage.send(.problems([Self.problems[3]]))
    #expect(stage.canvas.text(row: 2).hasPrefix("▌register.rec:80:7"))
    stage.send(.problems([]))
    #expect(stage.shows("nothing wrong"))
    try stage.press("j <Enter> s # = <Space> v e")
  }

  @Test(arguments: [(60, 17), (80, 24), (140, 30)])
  func `the problem under the cursor is told whole, with its line`(
    columns: Int, rows: Int
  ) throws {
    let stage = try stage(size: (columns, rows))
    #expect(stage.shows("From: soon") && stage.screen.contains("      ^"))
  }

  @Test func `no record of the register is taken for a problem`() throws {
    for keys in ["y", "Y", "g h", "i", "+", "<Del>", "<Space> <Del>", "<Space> e", "F", "T", "a"] {
      let stage = try stage(keys)
      #expect(stage.title.contains("Problems"), "\(keys)")
      #expect(stage.contributions == (try Stage()).contributions)
    }
  }

  @Test(arguments: [(60, 10), (80, 24), (100, 40)])
  func `a row is as high as its words need, and the window is full`(columns: Int, rows: Int) throws
  {
    let problems = (1...60).map { number in
      let words = String(repeating: "words ", count: number % 3 == 0 ? 40 : number % 3 * 8)
      return Problem(
        place: "r.rec:\(number):1", line: number, isError: true, sentence: words + "end", row: nil)
    }
    var stage = try Stage(size: (columns, rows), problems: problems)
    try stage.press("g x > > _ _ _")
    let header = stage.canvas.text(row: 1)
    #expect(header.contains("Problem"))
    var heights: Set<Int> = []
    for keys in [
      "", "j", "j", "G", "k", "k", "g g", "<PgDn>", "<PgDn>", "<PgUp>", "G g g", "3 0 G",
    ] {
      try stage.press(keys)
      let body = stage.canvas.text.dropFirst(2).dropLast(2).prefix { !$0.hasPrefix(" ───") }
      #expect(body.count { $0.hasPrefix("▌") } == 1, "\(keys)")
      // No row is cut, and no more than a row's height stays empty.
      let starts = body.indices.filter { body[$0].dropFirst().hasPrefix("r.rec:") }
      heights.formUnion(zip(starts, starts.dropFirst()).map { $1 - $0 })
      #expect(body.reversed().prefix { $0.isEmpty }.count < 3, "\(keys)\n\(stage)")
    }
    #expect(heights.count > 1 && heights.isSubset(of: [1, 2, 3]), "\(heights)")
    try stage.press("g g")
    let second = try #require(
      stage.canvas.text.dropFirst(3).firstIndex { $0.contains("r.rec:2:1") })
    try stage.press("<LeftClick:30,\(second + 1)>")
    #expect(stage.canvas.text[second].hasPrefix("▌r.rec:2:1"), "\(stage)")
  }

  @Test func `one comes back to them with the filter, the order and the cursor`() throws {
    var stage = try stage("> s / k i n d : e r r o r <Enter> j g a")
    try stage.press("<C-o>")
    #expect(stage.title.contains("▸ Problems"))
    #expect(stage.status.contains("filter: kind:error"))
    #expect(stage.canvas.text(row: 1).contains("Kind ↑"))
    #expect(stage.canvas.text(row: 3).hasPrefix("▌"), "\(stage)")
  }
}
