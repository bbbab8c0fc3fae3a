import InspectionAnalysis
import InspectionModel
import Testing

/// A figure from year to year, from round to round, from theme to theme.
struct TrendTests {
  /// Six letters: three of 2016 with many shortfalls of the police, three of 2018 with few.
  private static func letters() -> Letters {
    var letters = Letters()
    for number in 1...6 {
      let key = "l\(number)"
      letters.add(
        key, from: number < 4 ? "2016-0\(number)-01" : "2018-0\(number)-01",
        fields: "PriorityAction: \(number < 3 ? "yes" : "no")\n")
      for index in 1...10 {
        let isShortfall = number < 4 ? index < 9 : index < 2
        letters.read(key, index, "police", in: isShortfall ? "improvement" : "strength")
      }
    }
    return letters
  }

  private func trend(_ filter: String, in letters: Letters = letters()) throws -> Account {
    try AccountRequest(.trend, filter: filter).account(in: letters.register)
  }

  private func chart(_ account: Account) throws -> Chart {
    try #require(
      account.blocks.lazy.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
        .first)
  }

  private func lines(_ title: String, _ account: Account) -> [String] {
    account.blocks.flatMap { block -> [String] in
      guard case .grid(let grid) = block, grid.title.hasPrefix(title) else { return [] }
      return grid.lines.map { line in
        ([line.heading.name] + line.figures.map(\.value.text)).joined(separator: " | ")
      }
    }
  }

  @Test func `each point has its share, n, interval and records, and a year without any has none`()
    throws
  {
    let account = try trend("reading:machine")
    #expect(account.title == "Trend: shortfalls by year, as read")
    let chart = try chart(account)
    #expect(chart.labels == ["2016", "2017", "2018"])
    #expect(chart.series.map(\.name) == ["Police"])
    #expect(
      chart.series[0].points.map { $0?.phrase } == [
        "80 % of 30 (80–80 %)", nil, "10 % of 30 (10–10 %)",
      ])
    #expect(chart.series[0].points[0]?.basis.count == 30)
    #expect(
      lines("In figures", account) == [
        "Police, 2016 | 24 of 30 | 80 % (80–80 %)", "Police, 2018 | 3 of 30 | 10 % (10–10 %)",
      ])
    #expect(
      lines("What stands", account) == [
        "2016 | 3 | 100 %", "2017 | 0 | n/k", "2018 | 3 | 100 %",
      ])
  }

  @Test func `what changes by more than chance gives is said with both ends`() throws {
    let answer = try trend("reading:machine").answer
    #expect(
      answer.hasSuffix(
        "The share of areas for improvement changes by more than chance would explain for 1 of "
          + "1 agency: "
          + "Police: 80 % of 30 in 2016, 10 % of 30 in 2018 (−70 points, −70 to −70 points)."),
      "\(answer)")
    #expect(answer.hasPrefix(AgencyReliability.sentence))
  }

  @Test func `too few tell of no change`() throws {
    var letters = Letters()
    for (key, from) in [("a", "2016-01-01"), ("b", "2017-01-01")] {
      letters.add(key, from: from)
      letters.add(key, 1, "police - I1")
    }
    let answer = try trend("", in: letters).answer
    #expect(
      answer == "No agency has 20 contributions in two years, so no change can be seen.")
    let account = try trend("", in: letters)
    #expect(lines("In figures", account).first == "Police, 2016 | 1 of 1 | 100 % (21–100 %), few")
  }

  @Test func `priority action is a fact of inspections, read or not`() throws {
    let account = try trend("figure:priority")
    #expect(
      lines("In figures", account) == [
        "Inspections with an area for priority action, 2016 | 2 of 3 | 67 % (21–94 %), few",
        "Inspections with an area for priority action, 2018 | 0 of 3 | 0 % (0–56 %), few",
      ])
    #expect(
      account.answer == "Inspections with an area for priority action: 67 % of 3 in 2016, 0 % of 3 "
        + "in 2018 (−67 points, −94 to +6 points). This could be chance: the numbers are small.")
  }

  @Test func `coverage is told as coded and as read`() throws {
    var letters = Self.letters()
    letters.add("l1", 11, "police + I1", "health - I1")
    let coded = try trend("figure:coverage", in: letters)
    #expect(
      coded.answer == "The 1 report is of one year, 2016, so there is no trend: agencies in scope "
        + "with findings, 50 % of 4. Add reading:machine to ask this as read.")
    let read = try trend("figure:coverage reading:machine")
    #expect(try chart(read).series[0].points[0]?.share == Proportion(3, of: 12))
    #expect(read.answer.hasSuffix("This could be chance: the numbers are small."))
  }

  @Test func `rounds stand in their order of time with their years, themes in the register's`()
    throws
  {
    let register = Registers.starter
    func labels(_ filter: String) throws -> [String] {
      try chart(try AccountRequest(.trend, filter: filter).account(in: register)).labels
    }
    let rounds = try labels("figure:priority over:round")
    #expect(
      rounds.prefix(3) == [
        "Child sexual exploitation and missing children 2016",
        "Children living with domestic abuse 2016–18", "Neglect 2017",
      ])
    let themes = try AccountRequest(.trend, filter: "figure:priority over:theme")
      .account(in: register)
    #expect(try !chart(themes).isJoined)
    #expect(themes.answer.contains("lie apart by chance too"))
  }

  @Test(arguments: [
    ("reading:machine from:2031", "The filter leaves no inspection."),
    (
      "from:2016",
      "Nothing is coded for these inspections, so there is no trend. Add reading:machine to ask "
        + "this as read."
    ),
    (
      "reading:machine from:2018",
      "All 3 reports are of one year, 2018, so there is no trend: police, 10 % of 30."
    ),
    (
      "reading:machine over:theme",
      "None of the 6 reports has a theme, so there is no trend by theme."
    ),
    (
      "reading:machine agency:health",
      "Nothing is found as read in the 6 reports, so there is no trend."
    ),
  ])
  func `no trend is a sentence`(filter: String, answer: String) throws {
    #expect(try trend(filter).answer == answer)
  }

  @Test func `a letter without a date stands in no year, and is told`() throws {
    var letters = Self.letters()
    letters.add("undated", from: "")
    letters.read("undated", 1, "police")
    let account = try trend("reading:machine", in: letters)
    #expect(account.gaps.contains("1 inspection has no date, and stands nowhere here."))
    let alone = try trend("reading:machine id:undated", in: letters)
    #expect(alone.answer == "The 1 report has no date, so there is no trend by year.")
  }

  @Test func `a word that is none of the choices is pointed at`() throws {
    for (filter, words) in [
      ("figure:joy", "“joy” is not one of shortfalls coverage priority"),
      ("over:month", "“month” is not one of year round theme"),
    ] {
      let problem = #expect(throws: QueryProblem.self) { try trend(filter) }
      #expect(problem?.description == words)
    }
  }
}
