import InspectionAnalysis
import InspectionModel
import Testing

/// The questions of 2015 on a page each, all of it computed.
struct BriefTests {
  private static func letters(_ direction: String = "+", from: String = "2016-03-01") -> Letters {
    var letters = Letters()
    letters.add("a", from: from, fields: "To: 2016-03-04\n")
    letters.add("a", 1, "police \(direction) I1", "health - I2 > police")
    letters.add("a", 2, "education + I1", in: "improvement")
    letters.read("a", 3, "police", in: "improvement")
    return letters
  }

  private func brief(_ register: Register, _ filter: String = "") throws -> Account {
    try AccountRequest(.brief, filter: filter).account(in: register)
  }

  private func titles(_ account: Account) -> [String] {
    account.blocks.map { block in
      switch block {
      case .grid(let grid): grid.title
      case .timeline(let timeline): timeline.title
      case .chart(let chart): chart.title
      case .sentences(let title, _): title
      }
    }
  }

  @Test func `each question has an answer, figures, what speaks against it and what is not known`()
    throws
  {
    let titles = titles(try brief(Registers.starter))
    for number in 1...4 {
      let own = titles.filter { $0.hasPrefix("\(number). ") }
      #expect(own.count == 5, "\(own)")
      #expect(own[1] == "\(number). Figures" && own[2] == "\(number). What speaks against it")
      #expect(own[3] == "\(number). What is not known" && own[4] == "\(number). Where it stands")
    }
  }

  @Test func `three figures stand under each question, each with what it is of and how sure`()
    throws
  {
    for block in try brief(Registers.starter).blocks {
      guard case .grid(let grid) = block else { continue }
      #expect(grid.lines.count == 3, "\(grid.title)")
      for line in grid.lines {
        #expect(line.figures[1].value != .phrase("") && line.figures[2].value != .phrase(""))
        let value = line.figures[0]
        #expect(value.opens != nil || value.value.reason != nil, "\(line.heading.name)")
      }
    }
  }

  @Test func `changing one contribution, or one date, changes the brief`() throws {
    let one = try brief(Self.letters().register)
    #expect(try brief(Self.letters().register) == one)
    #expect(try brief(Self.letters("-").register).blocks != one.blocks)
    #expect(try brief(Self.letters(from: "2016-03-02").register).blocks != one.blocks)
  }

  @Test func `the claim of 2015 stands on the first page`() throws {
    let account = try brief(Registers.starter)
    #expect(
      account.answer.contains(
        "In the first six areas in 2014–17 joint ones were 30 of 131 working days on site (23 %)."))
  }

  /// Everything that a brief says.
  private func words(_ account: Account) -> String {
    account.blocks.map { block in
      if case .sentences(_, let sentences) = block { sentences.joined(separator: "\n") } else { "" }
    }.joined(separator: "\n")
  }

  @Test(arguments: ["", "first:6", "agency:police", "reading:machine", "from:2016..2017"])
  func `what it quotes is what the accounts say`(filter: String) throws {
    for register in [Registers.starter, Self.letters().register] {
      let words = words(try brief(register, filter))
      let rest = filter == "reading:machine" ? "" : filter
      for topic in [Topic.value, .framework, .deepDive, .picture, .alone] {
        let account = try AccountRequest(topic, filter: rest).account(in: register)
        let isQuoted = words.contains(account.answer)
        // Where nothing is coded, the deep dive speaks against nothing.
        #expect(isQuoted || topic == .deepDive && account.evidence.isEmpty, "\(topic.name)")
      }
      let burden = try AccountRequest(.burden).account(in: register)
      #expect(words.contains(burden.answer))
      if let first = burden.gaps.first { #expect(words.contains(first)) }
    }
  }

  @Test func `its figures are those of the accounts`() throws {
    let register = Registers.starter
    var figures: [String: Figure] = [:]
    for block in try brief(register).blocks {
      guard case .grid(let grid) = block else { continue }
      for line in grid.lines { figures[line.heading.name] = line.figures[0] }
    }
    let support = try #require(figures["criteria supported"]?.value.text)
    let framework = try AccountRequest(.framework).account(in: register)
    #expect(framework.answer.hasPrefix(support))
    let dive = try #require(figures["found only in the deep dive"]?.value.text)
    #expect(try AccountRequest(.deepDive).account(in: register).answer.hasPrefix(dive))
    let shown = try #require(figures["agencies with findings, as coded"]?.value.text)
    #expect(try AccountRequest(.picture).account(in: register).answer.contains(shown))
  }

  @Test func `of an empty register nothing is said that is not so`() throws {
    let account = try brief(Registers.read("%rec: Area\n\nId: ashby\nName: Ashby\n"))
    let words = "\(account)"
    #expect(!words.contains("nan") && !words.contains("NaN"))
    #expect(account.answer.contains("There are no inspections to count."))
  }
}
