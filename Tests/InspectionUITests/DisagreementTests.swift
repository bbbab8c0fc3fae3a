import InspectionModel
import InspectionUI
import TerminalCore
import Testing

/// Two passes over the three passages, closed: the first coded alike, the second by another agency,
/// the third by one alone.
private func twoPasses(_ size: (Int, Int) = (160, 40)) throws -> Stage {
  var stage = try secondPass(size)
  try stage.press("c s 4 = w p d <Enter> c p 4 + <Enter> z Z g r")
  return stage
}

@Test func `with both passes closed everything is seen, and what differs is settled`() throws {
  var stage = try twoPasses()
  #expect(stage.state.register.count(.contribution) > 3)
  #expect(stage.shows("Disagreements"))
  #expect(stage.shows("0 of 2  ada and mh"))
  try stage.press("<Enter>")
  #expect(stage.shows("2 of 2 left · 100 % apart"))
  let agreed = stage.state.register.all(Contribution.self).filter { $0.pass == .agreed }
  #expect(agreed.map(\.agency?.key) == ["social-care"])
  for name in ["ada", "mh"] { #expect(!stage.shows(name), "\(name)") }
  try stage.press("a")
  #expect(stage.status.hasPrefix("because"))
  try stage.press("<Enter>")
  #expect(stage.shows("a decision needs its reason"))
  try stage.press("c l e a r <Enter>")
  #expect(stage.shows("1 of 2 left"))
  try stage.press("c h 4 - <Enter> b o t h <Enter>")
  #expect(stage.shows("0 of 2 left"))
  let decisions = stage.state.register.all(Decision.self)
  #expect(decisions.map(\.reason) == ["clear", "both"])
  #expect(decisions.last?.chosen == .new)
  try stage.press("u")
  #expect(stage.shows("1 of 2 left"))
  #expect(stage.state.register.all(Decision.self).count == 1)
}

@Test func `agreement is worked out in the background and leads to the passages behind it`() throws
{
  var stage = try twoPasses()
  try stage.press("A")
  #expect(stage.shows("working it out"))
  stage.workOut()
  #expect(stage.title.contains("Agreement of “Review 1”"))
  #expect(stage.shows("“Review 1” was read by ada and mh."))
  #expect(stage.shows("3 passages read in both, 2 coded differently, 0 of them settled."))
  #expect(stage.shows("direction, in order"))
  // From how many differ to the passages in which they do.
  try stage.press("G")
  #expect(stage.shows("drawn from seed"))
  try stage.press("g g l l l l")
  #expect(stage.status.contains("1 of "), "\(stage.screen)")
}

@Test func `whoever settles stays where they are when the file changes outside`() throws {
  var stage = try twoPasses()
  try stage.press("<Enter>")
  #expect(stage.shows("2 of 2 left"))
  stage.send(
    .reloaded(Fixture.read(stage.printed), [], unsaved: 0, note: Message("changed outside")))
  #expect(stage.shows("2 of 2 left"))
}

@Test func `both readings stay in view while another code is typed in a small window`() throws {
  var stage = try twoPasses((80, 24))
  try stage.press("<Enter>")
  #expect(stage.canvas.text.contains(" A") && stage.canvas.text.contains(" B"))
  try stage.press("c")
  #expect(stage.canvas.text.contains(" A") && stage.canvas.text.contains(" B"))
  // Where there is no room for them in words, they stand as one would type them.
  stage.send(.resize(Size(columns: 60, rows: 16)))
  let lines = stage.canvas.text
  let codes = try ["A", "B"].map { name in
    try #require(lines.first { $0.hasPrefix(" \(name) ") }, "\(stage.screen)")
  }
  #expect(codes.contains { $0.hasPrefix(" A p4+") || $0.hasPrefix(" B p4+") }, "\(codes)")
}

@Test func `the passage in a disagreement scrolls to its end and no further`() throws {
  var stage = try twoPasses((80, 24))
  try stage.press("<Enter> <PgDn> <PgDn> <PgDn>")
  let passage = try #require(
    stage.state.register.all(Passage.self).first { stage.shows($0.text ?? "-") })
  #expect(passage.text != nil)
}

@Test func `somebody who has not read a pass reads it too, sees nothing of it, and makes three`()
  throws
{
  var settled = try twoPasses()
  try settled.press("<Enter> a")
  settled.type("settledsecret")
  try settled.press("<Enter>")
  #expect(settled.state.register.count(.decision) == 1)

  // What is looked for is there to be seen until then.
  var zoe = try Stage(settled.printed, size: (160, 150), reviewer: "zoe")
  try zoe.press("g M")
  zoe.workOut()
  #expect(zoe.shows("settledsecret"))
  try zoe.press("g r G k <Enter> c")
  #expect(zoe.shows("“Review 1” is ada's. A second pass is blind: "))
  try zoe.press("y")
  #expect(zoe.title.contains("Review 1, third pass ▸ Ashby 2017 s1"))
  #expect(zoe.state.register.count(.contribution) == 0)
  try zoe.press("g r")
  #expect(!zoe.shows("Disagreements") && !zoe.shows("second pass, by mh"))
  #expect(zoe.shows("by mh; hidden until both passes are closed"))
  let screens = ActionSpec.table.filter { $0.group == .go }.map { $0.keys[0] }
  let keys = screens.flatMap { screen in
    ["", "<Enter>", "A", "G A", "9 9 9 j <Enter>"].map { "\(screen) \($0)" }
  }
  try expectNone(of: ["settledsecret", "secretnote", "secretmemo"], after: keys, from: zoe)

  try zoe.press("<Enter> c s 4 = <Enter> c h 4 + <Enter> z Z g r G k <Enter> A")
  zoe.workOut()
  #expect(zoe.shows("3 passes together") && zoe.shows("Fleiss' kappa"))
}
