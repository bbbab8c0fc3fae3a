import InspectionAnalysis
import InspectionModel
import Testing

/// Two filters side by side.
struct ComparisonTests {
  /// Six letters: three of 2016 with many shortfalls of the police, three of 2023 with few.
  private static func letters(old: String = "improvement") -> Letters {
    var letters = Letters()
    for number in 1...6 {
      let key = "l\(number)"
      letters.add(key, from: number < 4 ? "2016-0\(number)-01" : "2023-0\(number)-01")
      for index in 1...10 {
        let isShortfall = number < 4 ? index < 9 : index < 2
        letters.read(key, index, "police", in: isShortfall ? old : "strength")
      }
    }
    return letters
  }

  private func compare(_ filter: String, in letters: Letters = letters()) throws -> Account {
    try AccountRequest(.compare, filter: filter).account(in: letters.register)
  }

  private func police(_ account: Account) throws -> [Figure.Value] {
    guard case .grid(let grid) = account.blocks[0] else { return [] }
    return try #require(grid.lines.first { $0.heading.name == "Police" }).figures.map(\.value)
  }

  @Test func `both shares have their n and interval, and so has the difference`() throws {
    let account = try compare("reading:machine from:2016 vs from:2023")
    let figures = try police(account)
    #expect(figures[0] == .share(24, of: 30) && figures[2] == .share(3, of: 30))
    // Every report of a side is alike, so whole reports drawn again differ by nothing.
    #expect(figures[1] == .phrase("80 % (80–80 %)") && figures[3] == .phrase("10 % (10–10 %)"))
    #expect(figures[4] == .phrase("+70 points (+70 to +70 points)"))
    #expect(account.answer.contains("Police 80 % of 30 beside 10 % of 30 (+70 points"))
    #expect(account.method.contains { $0.contains("seed 20160222") })
  }

  @Test func `one filter is set beside the rest`() throws {
    let account = try compare("reading:machine from:2016")
    #expect(account.title == "from:2016 beside the rest, as read")
    #expect(try police(account)[2] == .share(3, of: 30))
  }

  @Test func `filters that overlap say in how many reports`() throws {
    let account = try compare("reading:machine from:2016 vs from:2016-02..")
    #expect(account.answer.contains("2 reports stand on both sides"))
  }

  @Test func `an empty side is a sentence`() throws {
    let nowhere = try compare("reading:machine from:2016 vs from:2031")
    #expect(nowhere.answer == "The right filter matches no inspection, so nothing can be compared.")
    #expect(nowhere.blocks.count == 1)
    let coded = try compare("from:2016 vs from:2023")
    #expect(
      coded.answer
        == "Nothing is found as coded in the 3 reports on the left, and nothing is found "
        + "as coded in the 3 reports on the right, so nothing can be compared. Add "
        + "reading:machine to ask this as read.")
    let all = try compare("reading:machine")
    #expect(
      all.answer == "The filter matches every report, so nothing is left to compare it with.")
  }

  @Test func `layouts that differ are told before anybody compares`() throws {
    var letters = Self.letters()
    letters.add("new", from: "2024-01-01")
    letters.read("new", 1, "police", in: "main-finding", words: 900)
    let account = try compare("reading:machine from:2016..2023 vs from:2024", in: letters)
    #expect(account.answer.hasPrefix("Nothing is found as read in the 1 report on the right"))
    letters.read("new", 2, "police", in: "improvement", words: 100)
    let other = try compare("reading:machine from:2016..2023 vs from:2024", in: letters)
    #expect(other.answer.contains("the layouts differ: 100 % of the words on the left"))
    #expect(other.answer.contains("10 % on the right; only those are compared."))
    let wide = try compare("reading:machine pool:all from:2016..2023 vs from:2024", in: letters)
    #expect(try police(wide)[2] == .share(1, of: 2))
  }

  @Test func `as coded, criteria are compared too`() throws {
    var letters = Letters()
    letters.add("a")
    letters.add("b", from: "2023-03-01")
    letters.add("a", 1, "police - I1", "police = I1", "health 0 I1")
    letters.add("b", 1, "police + I1")
    let account = try compare("from:2016 vs from:2023", in: letters)
    #expect(try police(account)[0] == .share(1, of: 2))
    guard case .grid(let criteria) = account.blocks[1] else { return }
    #expect(criteria.lines.map(\.figures[2].value) == [.share(0, of: 1)])
  }

  @Test func `what one is likely to ask next opens`() throws {
    let account = try compare("reading:machine id:l1")
    guard case .grid(let grid) = account.blocks.last else { return }
    #expect(grid.title == "Other comparisons")
    let next = try #require(
      grid.lines.first { $0.heading.name == "Ashby before and after its joint inspection" }?
        .figures[0].opens)
    #expect(
      next.filter == "area:ashby framework:jtai from:..2015-12-31 vs area:ashby framework:jtai "
        + "from:2016-01-02.. reading:machine")
    #expect(
      try next.account(in: Self.letters().register).answer.hasPrefix("The left filter matches no"))
  }

  @Test func `a mistake on the right is pointed at where it stands`() throws {
    let problem = #expect(throws: QueryProblem.self) {
      try compare("from:2016 vs from:never")
    }
    #expect(problem?.column == 19)
  }
}
