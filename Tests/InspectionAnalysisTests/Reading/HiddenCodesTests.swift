import InspectionAnalysis
import InspectionModel
import Testing

/// Codes that somebody may not see are not said to be missing.
struct HiddenCodesTests {
  private static func letters(isCoded: Bool) -> Register {
    var letters = Letters()
    for (key, from) in [("a", "2016-03-01"), ("b", "2017-03-01")] {
      letters.add(key, from: from)
      letters.read(key, 1, "police")
      letters.read(key, 2, "health", in: "improvement")
      if isCoded { letters.add(key, 1, "police + I1", "health - I2 > police") }
    }
    return letters.register
  }

  private func accounts(_ topic: Topic, _ filter: String = "") throws -> [Account] {
    let day = try #require(Day(iso: "2026-11-29"))
    let request = AccountRequest(topic, filter: filter)
    let seen = Self.letters(isCoded: false)
    return [
      try request.account(in: seen, on: day),
      try request.account(
        in: seen, on: day, hidden: "4 contributions", whole: Self.letters(isCoded: true)),
    ]
  }

  @Test(arguments: [Topic.alone, .deepDive, .picture, .framework, .trend, .brief])
  func `what is hidden is said not to be seen`(topic: Topic) throws {
    let accounts = try accounts(topic)
    #expect(accounts[0].behind.contains("Nothing is coded yet in them."))
    #expect(accounts[1].behind.contains("Nothing that you may see is coded in them."))
    let sentences = [accounts[1].answer] + accounts[1].gaps
    #expect(!sentences.contains { $0.contains("oded yet") }, "\(sentences)")
  }

  @Test func `a comparison does not say that nothing is coded`() throws {
    for account in try accounts(.compare, "from:2016 vs from:2017") {
      #expect(!"\(account)".contains("coded yet"))
      #expect(account.answer.contains("Nothing is found as coded in the 1 report on the left"))
    }
  }
}
