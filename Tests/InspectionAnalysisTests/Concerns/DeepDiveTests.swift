import InspectionAnalysis
import InspectionModel
import Testing

struct DeepDiveTests {
  private static let response = "Response to neglect"
  private static let other = "Leadership"

  @Test func `what only the deep dive faults is counted letter by letter`() throws {
    let register = Registers.starter
    let dive = DeepDive(Codings(of: register.all(Inspection.self), in: register))
    // Oxfordshire's headings have no response, Salford's letter none at all.
    #expect(
      dive.lines.map { $0.inspection.area?.name } == [
        "Central Bedfordshire", "Croydon", "Liverpool", "South Tyneside",
      ])
    let share = try #require(dive.share)
    #expect(share.part > 0 && share.part < share.whole)
    for line in dive.lines { #expect(line.unique <= line.found) }
  }

  @Test func `a letter without headings says nothing of a deep dive`() throws {
    var letters = Letters()
    letters.add("a")
    letters.add("a", 1, "police - I1", in: "improvement")
    let account = try AccountRequest(.deepDive).account(in: letters.register)
    #expect(account.answer.hasPrefix("No letter here separates its deep dive from the rest"))
  }

  @Test func `where every passage finds something else, chance finds as much`() throws {
    var letters = Letters()
    letters.add("a")
    letters.add("a", 1, "police - I1", in: "improvement", under: Self.response)
    letters.add("a", 2, "police - I2", in: "improvement", under: Self.response)
    letters.add("a", 3, "health - I1", in: "improvement", under: Self.other)
    letters.add("a", 4, "health - I2", "health - I3", in: "improvement", under: Self.other)
    let account = try AccountRequest(.deepDive).account(in: letters.register)
    #expect(
      account.answer == "2 of 2 findings of the deep dives are made nowhere else in the same "
        + "letter; by chance it would be 2 (2 to 2 in 95 % of shuffles; as many or more in 100 %).")
  }

  @Test func `chance takes as many passages as the deep dive has, each with its findings`() throws {
    // Of three passages the third alone says what no other does.
    var letters = Letters()
    letters.add("a")
    letters.add("a", 1, "police - I1", in: "improvement", under: Self.other)
    letters.add("a", 2, "police - I1", in: "improvement", under: Self.other)
    letters.add("a", 3, "health - I1", in: "improvement", under: Self.response)
    let dive = DeepDive(letters.picture.codings)
    let chance = try #require(dive.byChance)
    #expect(dive.share == Picture.Share(part: 1, whole: 1))
    #expect(abs(chance.share.mean - 1.0 / 3) < 0.03)
    #expect(abs(chance.share.asHigh - 1.0 / 3) < 0.03)
    #expect(chance.share.asLow == 1 && chance.share.low == 0 && chance.share.high == 1)
    #expect(chance.byLetter == [chance.share.mean])
    // From one seed, so that anybody gets the same.
    #expect(dive.byChance?.share == chance.share)
  }

  /// 17.4 was worked out by somebody else, before four passages were read again.
  @Test func `the starter: 21 of 40 stand beside 17.4 by chance`() throws {
    let dive = DeepDive(
      Codings(of: Registers.starter.all(Inspection.self), in: Registers.starter))
    #expect(dive.share == Picture.Share(part: 21, whole: 40))
    let chance = try #require(dive.byChance?.share)
    #expect(abs(chance.mean * 40 - 17.4) < 0.5)
    #expect(chance.low * 40 < 15 && chance.high * 40 > 20)
    #expect(chance.asHigh > 0.03 && chance.asHigh < 0.1)
    #expect(chance.shuffles.count == 2000)
    let account = try AccountRequest(.deepDive).account(in: Registers.starter)
    #expect(account.answer.contains("; by chance it would be 17.7 (13"))
    #expect(account.method.contains { $0.contains("2000 shuffles from seed 20160222") })
  }
}
