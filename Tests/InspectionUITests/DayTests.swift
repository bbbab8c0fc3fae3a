import InspectionModel
import InspectionUI
import Testing

/// The program open over midnight: the fixture's day is 2026-11-23.

private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

@Test func `what is coded after midnight is of the new day`() throws {
  var stage = try play("<Enter> <Enter> <Enter> c p 4 +")
  stage.send(.today(try day("2026-11-24")))
  try stage.press("<Enter> c h 4 - <Enter>")
  let codes = stage.state.register.all(Contribution.self).filter {
    $0.passage?.key.hasSuffix("s1") == true
  }
  #expect(codes.map { $0.on?.description } == ["2026-11-24", "2026-11-24"])
}

private let concern =
  Fixture.text + """

    %rec: Concern

    Id: K1
    Name: Every partner
    Raised: 2015-08-11
    Test: Coverage is known.
    Standing: open

    """

@Test func `an account of today that is open when the day ends is one of the next`() throws {
  var stage = try Stage(concern, size: (120, 40))
  try stage.press("g k")
  let before = stage.screen
  #expect(before.contains("on 2026-11-23") && before.contains(" 4122 "), "\(before)")
  stage.send(.today(try day("2026-11-24")))
  #expect(stage.shows("on 2026-11-24") && stage.shows(" 4123 "), "\(stage.screen)")
  #expect(!stage.shows("2026-11-23"))
}

@Test func `an account that one comes back to is of the day on which one does`() throws {
  var stage = try Stage(concern, size: (120, 40))
  try stage.press("g k ?")
  stage.send(.today(try day("2026-11-24")))
  try stage.press("<Esc>")
  #expect(stage.shows("on 2026-11-24") && !stage.shows("2026-11-23"), "\(stage.screen)")
}

@Test func `what the trail calls today is today`() throws {
  var stage = try play()
  let noon = Moment(try day("2026-11-23"), hour: 12, minute: 5)
  let entry = TrailEntry(
    when: "2026-11-23T12:05:00Z", who: "mh", change: Change("a code", []), moment: noon)
  stage.send(.trail(Trail(.everything, [entry], isWhole: true)))
  #expect(stage.shows("today      12:05"))
  stage.send(.today(try day("2026-11-24")))
  #expect(stage.shows("2026-11-23 12:05") && !stage.shows("today"))
}
