import InspectionModel
import InspectionUI
import TerminalCore
import Testing

/// Two notes of a day before, the second on top of the first, in a register that holds them.
private let noted = Fixture.text.replacing(
  "Direction: -\nBy: mh", with: "Direction: -\nNote: second\nBy: mh")

private func note(_ from: [String], _ to: [String], _ when: String, by who: String = "mh")
  -> TrailEntry
{
  let edit = Edit.set(.contribution, key: "C-00000001", .note, from: from, to: to)
  let day = Day(iso: when.prefix(10)).map { Moment($0, hour: 9, minute: 41) }
  return TrailEntry(when: when, who: who, change: Change("note \(to[0])", [edit]), moment: day)
}

private let past = Past(
  entries: [
    note([], ["first"], "2025-11-24T09:41:00Z"),
    note(["first"], ["second"], "2026-11-23T09:41:00Z"),
  ], isWhole: true)

extension Stage {
  /// How many bytes of the trail were asked for last.
  fileprivate var asked: Int? {
    effects.compactMap { if case .readPast(let bytes) = $0 { bytes } else { nil } }.last
  }

  fileprivate var note: String? { state.register.all(Contribution.self).first?.record.text(.note) }
}

@Test func `u goes on to what was done before the start, saying of which day`() throws {
  var stage = try Stage(noted)
  stage.world.past = nil
  try stage.press("u")
  #expect(stage.state.isLookingBack && stage.asked == 1 << 20)
  stage.send(.past(past))
  #expect(stage.status.hasPrefix(" undid note second, of 09:41 today"))
  #expect(stage.note == "first")
  try stage.press("u")
  #expect(stage.status.hasPrefix(" undid note first, of 24 November 2025"))
  #expect(stage.note == nil)
  try stage.press("u")
  #expect(stage.status.hasPrefix(" nothing left to undo "))
  try stage.press("<C-r> <C-r>")
  #expect(stage.status.hasPrefix(" redid note second, of 09:41 today"))
  #expect(stage.note == "second")
}

@Test func `Ctrl-R does again what was taken back before the start`() throws {
  var stage = try Stage(noted.replacing("Note: second", with: "Note: first"))
  stage.world.past = nil
  try stage.press("<C-r>")
  let last = past.entries[1]
  let undone = TrailEntry(when: last.when, who: "mh", change: last.change.inverse)
  stage.send(.past(Past(entries: past.entries + [undone], isWhole: true)))
  #expect(stage.status.hasPrefix(" redid note second, of 09:41 today"))
  #expect(stage.note == "second")
  // After a change there is nothing to do again, and nothing is looked for.
  let other = try play("<Enter> <Enter> <Enter> c p + <Enter> <C-r>")
  #expect(other.asked == nil)
  #expect(other.status.hasPrefix(" there is nothing to redo"))
}

@Test func `what somebody changed since stays, and the next u goes on to the one before`() throws {
  let text = noted.replacing("Note: second", with: "Note: ada's")
  var stage = try Stage(text, size: (200, 24))
  stage.world.past = nil
  try stage.press("u")
  let edit = Edit.set(.area, key: "birchwood", .region, from: ["South"], to: ["North"])
  let older = TrailEntry(
    when: "2026-11-20T09:00:00Z", who: "mh", change: Change("region of Birchwood", [edit]))
  stage.send(.past(Past(entries: [older] + past.entries, isWhole: true)))
  let refusal = "cannot undo note second, of 09:41 today: Note of contribution C-00000001"
  #expect(stage.shows(refusal))
  #expect(stage.shows("has changed meanwhile; u again goes on to the one before"))
  // Another key between, and it is said again.
  try stage.press("j u")
  #expect(stage.shows(refusal))
  try stage.press("u")
  #expect(stage.shows("cannot undo note first, of 24 November 2025"))
  #expect(stage.note == "ada's")
  try stage.press("u")
  #expect(stage.status.hasPrefix(" undid region of Birchwood"))
  try stage.press("u")
  #expect(stage.status.hasPrefix(" nothing left to undo "))
}

@Test func `what cannot be done again stays so, and the next Ctrl-R goes on to the one after`()
  throws
{
  var stage = try Stage(noted, size: (200, 24))
  stage.world.past = nil
  let inverses = past.entries.reversed().map { entry in
    TrailEntry(when: "2026-11-23T10:00:00Z", who: "mh", change: entry.change.inverse)
  }
  let region = Change(
    "region", [.set(.area, key: "birchwood", .region, from: ["North"], to: ["South West"])])
  let both = [region, region.inverse].map {
    TrailEntry(when: "2026-11-23T08:00:00Z", who: "mh", change: $0)
  }
  try stage.press("<C-r>")
  stage.send(.past(Past(entries: past.entries + both + inverses, isWhole: true)))
  #expect(stage.shows("cannot redo note first, of 24 November 2025: Note of contribution"))
  #expect(stage.shows("<C-r> again goes on to the one after"))
  try stage.press("<C-r>")
  #expect(stage.note == "second")
  #expect(stage.shows("cannot redo note second"))
  try stage.press("<C-r>")
  #expect(stage.status.hasPrefix(" redid region"))
}

@Test func `where the end of the trail holds nothing of one's own, more of it is read`() throws {
  var stage = try Stage(noted)
  stage.world.past = nil
  try stage.press("u")
  stage.send(.past(Past(entries: [], isWhole: false)))
  #expect(stage.asked == 1 << 23)
  while stage.state.isLookingBack { stage.send(.past(Past(entries: [], isWhole: false))) }
  #expect(stage.asked == 1 << 26)
  #expect(stage.status.hasPrefix(" nothing left to undo in the last part of the trail"))
}

@Test func `a trail that cannot be read leaves all as it is, and says so`() throws {
  var stage = try Stage(noted, size: (160, 24))
  stage.world.past = nil
  try stage.press("u")
  stage.send(.past(Past(problem: "cannot read a.trail.rec: Permission denied")))
  #expect(
    stage.shows(
      "what was done before the start cannot be undone: cannot read a.trail.rec: Permission"))
  #expect(stage.note == "second")
  try stage.press("u")
  #expect(stage.state.isLookingBack)
}

@Test func `whoever is not known by name is asked before anybody's doings are undone`() throws {
  var stage = try Stage(noted, size: (160, 24), reviewer: nil)
  stage.world.past = nil
  try stage.press("u")
  #expect(stage.asked == nil && stage.status.hasPrefix("your name"))
  try stage.press("m h <Enter>")
  stage.send(.past(past))
  #expect(stage.note == "first")
}

@Test func `a letter that comes in while the trail is read is the last change`() throws {
  var stage = try Stage(noted)
  stage.world.past = nil
  try stage.press("u")
  stage.send(.lettersRead(.init([letterOfCorley])))
  stage.send(.past(past))
  #expect(stage.status.hasPrefix(" undid reading the letter of Corley "))
  #expect(stage.note == "second")
  try stage.press("u")
  stage.send(.past(past))
  #expect(stage.note == "first")
}

@Test func `a blind reviewer's undo neither changes nor names what is hidden`() throws {
  // The pass was begun before the program started.
  var stage = try Stage(try secondPass().printed, size: (160, 40), reviewer: "mh")
  stage.world.past = nil
  let hidden = try #require(stage.state.whole.all(Contribution.self).first { $0.by == "ada" })
  let change = Change(
    "note on secretnote",
    [.set(.contribution, key: hidden.key, .criterion, from: ["I0"], to: ["I4"])])
  let entry = TrailEntry(when: "2026-11-20T09:00:00Z", who: "mh", change: change)
  let before = stage.state.whole
  try stage.press("u")
  stage.send(.past(Past(entries: [entry], isWhole: true)))
  #expect(stage.shows("cannot undo: not now: 4 contributions in 3 passages"))
  #expect(!stage.shows("secretnote"))
  #expect(stage.state.whole.holdsTheSame(as: before))
}
