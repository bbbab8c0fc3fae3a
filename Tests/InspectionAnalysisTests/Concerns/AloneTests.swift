import InspectionAnalysis
import InspectionModel
import Testing

struct AloneTests {
  @Test func `passages about one agency alone are told from those about several`() throws {
    var letters = Letters()
    letters.add("a")
    letters.add("a", 1, "police + I1")
    letters.add("a", 2, "police + I1 > health")
    let account = try AccountRequest(.alone).account(in: letters.register)
    // With one contribution each, it is the same whichever stands where.
    #expect(
      account.answer == "1 of 2 passages that name an agency name only one; by chance it would be "
        + "1 (1 to 1 in 95 % of shuffles; as many or more in 100 %).")
    let empty = try AccountRequest(.alone).account(in: Letters().register)
    #expect(empty.answer == "No coded passage names an agency.")
  }

  @Test func `chance gives each passage as many contributions as it has`() throws {
    // Of the three ways to pair four contributions of two agencies, one keeps them apart.
    var letters = Letters()
    letters.add("a")
    letters.add("a", 1, "police + I1", "police - I2")
    letters.add("a", 2, "health + I1", "health - I2")
    // Another letter has a pool of its own, in which the partnership is no agency.
    letters.add("b", from: "2017-01-01")
    letters.add("b", 1, "probation + I1", "partnership + I1", "probation 0 I2")
    let account = try AccountRequest(.alone).account(in: letters.register)
    let words = try #require(
      account.answer.wholeMatch(
        of:
          /3 of 3 .*; by chance it would be (1\.\d) \(1 to 3 in .*; as many or more in (\d+) %\)\./)
    )
    #expect(abs((Double(words.1) ?? 0) - 5.0 / 3) < 0.1)
    #expect(abs((Double(words.2) ?? 0) - 100.0 / 3) < 4)
    guard case .grid(let agencies) = account.blocks.last else {
      Issue.record("no agencies")
      return
    }
    #expect(agencies.lines.map(\.heading.name) == ["Health", "Police", "Probation"])
    #expect(agencies.lines[2].figures[1].value.text == "1.0")
  }

  @Test func `the starter has far more passages about one agency than chance gives`() throws {
    let account = try AccountRequest(.alone).account(in: Registers.starter)
    #expect(
      account.answer.hasPrefix(
        "52 of 199 passages that name an agency name only one; by chance it would be 19."))
    #expect(account.answer.hasSuffix("as many or more in under 1 %)."))
  }
}
