import InspectionModel
import InspectionUI
import TerminalCore
import Testing

private let noon = Day(iso: "2026-11-22").map { Moment($0, hour: 12, minute: 5) }

private func entry(
  _ change: Change, by who: String = "mh", at when: String = "2026-11-22T12:05:00Z"
)
  -> TrailEntry
{
  TrailEntry(when: when, who: who, change: change, moment: noon)
}

private func direction(_ from: String, _ to: String, _ summary: String) -> Change {
  Change(
    summary, [.set(.contribution, key: "C-00000001", .direction, from: [from], to: [to])])
}

private let contribution = TrailSubject(.contribution, key: "C-00000001")

extension Stage {
  fileprivate var remarks: [String] {
    effects.compactMap {
      if case .remark(let text, let entry) = $0 { "\(entry.who): \(text)" } else { nil }
    }
  }

  /// Answers what was asked for, as the program does.
  fileprivate mutating func putDown(_ who: String = "mh") {
    guard case .remark(let text, let entry) = effects.last else { return }
    let remark = TrailRemark(when: "2026-11-23T10:00:00Z", who: who, text: text, moment: noon)
    send(.remarked(remark, on: entry))
  }
}

@Test func `the trail says who, when, before, after and why, whole in a narrow window`() throws {
  let long = String(repeating: "what was said in the meeting of that morning ", count: 4)
  var change = direction("+", "-", "health - in jtai-ashby-2017/i1")
  change.edits.append(
    .set(.contribution, key: "C-00000001", .note, from: [], to: [long.trimmed]))
  change.why = "the letter says so"
  var stage = try play(size: (60, 24))
  stage.send(.trail(Trail(contribution, [entry(change)], isWhole: true)))
  #expect(stage.title.contains("▸ Trail of contribution C-00000001 "))
  #expect(stage.shows("▌2026-11-22 12:05  mh  health - in jtai-ashby-2017/i1"))
  #expect(stage.shows("because      the letter says so"))
  #expect(stage.shows("Direction    + → -"))
  #expect(stage.shows("Note         was nothing"))
  let words = stage.screen.split { $0.isWhitespace || $0 == "▌" }
  #expect(words.joined(separator: " ").contains("is \(long.trimmed)"))
}

@Test func `one comes back to a trail, which is read again, and it outlives a change outside`()
  throws
{
  var stage = try play(size: (100, 24))
  stage.send(.trail(Trail(contribution, [entry(direction("+", "-", "shortfall"))], isWhole: true)))
  try stage.press("g i <C-o>")
  #expect(stage.title.contains("▸ Trail of contribution C-00000001 "))
  guard case .readTrail(let subject) = stage.effects.last else {
    Issue.record("the trail is not read again")
    return
  }
  #expect(subject == contribution)
  try stage.press("? <C-d>")
  let before = stage.canvas.text.dropLast()
  stage.send(.reloaded(Fixture.register, [], unsaved: 0, note: Message("read anew")))
  #expect(stage.canvas.text.dropLast() == before)
}

@Test func `of a change of many records the trail tells that of this one, and all if asked`() throws
{
  let edits = (1...9).map { number in
    Edit.insert(
      .passage, [.init(.id, "jtai-ashby-2017/x\(number)"), .init(.text, "passage \(number)")])
  }
  var stage = try play(size: (100, 40))
  let subject = TrailSubject(.passage, key: "jtai-ashby-2017/x5")
  stage.send(.trail(Trail(subject, [entry(Change("reading a letter", edits))], isWhole: false)))
  #expect(stage.shows("made") && stage.shows("passage 5") && !stage.shows("passage 4"))
  #expect(stage.shows("8 other records; p shows all"))
  #expect(stage.status.hasSuffix(" 1/1+"))
  try stage.press("p")
  #expect(stage.shows("passage 4") && !stage.shows("other records"))
  try stage.press("*")
  #expect(stage.effects.last == .readTrail(.everything))
}

@Test func `while a long trail is read the screen says so, and asked for twice it is shown once`()
  throws
{
  var stage = try play("g c L L")
  #expect(stage.status.contains("reading the trail"))
  for _ in 0..<2 { stage.send(.trail(Trail(contribution, [], isWhole: true))) }
  #expect(!stage.status.contains("reading"))
  try stage.press("<Esc>")
  #expect(stage.title.hasPrefix(" jointview ▸ Contributions  "))
}

@Test func `B says why the last change was made, and says it otherwise when asked again`() throws {
  var stage = try play("B")
  #expect(stage.shows("nothing has been changed since the program started; L shows"))
  try stage.press("<Enter> <Enter> <Enter> c p + <Enter>")
  guard case .journal(let change) = stage.effects.last else {
    Issue.record("nothing was made")
    return
  }
  try stage.press("B")
  #expect(stage.status.hasPrefix("because"))
  #expect(stage.shows(change.summary))
  // Escape, and nothing typed, leave all as it is.
  try stage.press("a <Esc> B <Enter>")
  #expect(stage.remarks == [])
  #expect(stage.shows("nothing was said, so nothing has changed"))
  try stage.press("B")
  stage.type("they name it")
  try stage.press("<Enter>")
  #expect(stage.remarks == ["mh: they name it"])
  stage.putDown()
  #expect(stage.status.hasPrefix(" noted why"))
  try stage.press("B ! <Enter>")
  #expect(stage.remarks == ["mh: they name it", "mh: they name it!"])
}

@Test func `in a trail B says why of the entry under the cursor, and remarks on another's`() throws
{
  var stage = try play(size: (100, 30))
  let entries = [
    entry(direction("-", "=", "mixed"), by: "ada", at: "2026-11-22T12:06:00Z"),
    entry(direction("+", "-", "shortfall")),
  ]
  stage.send(.trail(Trail(contribution, entries, isWhole: true)))
  try stage.press("j B")
  stage.type("they do not")
  try stage.press("<Enter>")
  stage.putDown()
  #expect(stage.shows("because      they do not"))
  try stage.press("B <C-u> n e v e r <Enter>")
  stage.putDown()
  #expect(stage.shows("because      never"))
  #expect(stage.shows("said before  they do not"))
  try stage.press("k B")
  #expect(stage.status.hasPrefix("remark"))
  #expect(stage.shows("ada: mixed"))
  try stage.press("w h y ? <Enter>")
  #expect(stage.remarks.last == "ada: why?")
  stage.putDown()
  #expect(stage.shows("remark       why? (mh, 2026-11-22 12:05)"))
  var readOnly = try play(readOnly: "ada has it open")
  readOnly.send(.trail(Trail(contribution, entries, isWhole: true)))
  try readOnly.press("B")
  #expect(readOnly.shows("read only: ada has it open"))
}

@Test func `a name given while a trail is shown takes out of it what is hidden from that person`()
  throws
{
  var stage = try Stage(try secondPass().printed, reviewer: nil)
  let edit = Edit.set(.area, key: "ashby", .alias, from: [], to: ["secretnote"])
  stage.send(
    .trail(Trail(.everything, [entry(Change("alias", [edit]), by: "ada")], isWhole: true)))
  #expect(stage.shows("secretnote"))
  try stage.press("B m h <Enter>")
  #expect(!stage.shows("secretnote"))
}

@Test func `what is undone while the trail is shown comes on top of it`() throws {
  // What is done in another passage is no part of it.
  var stage = try play("<Enter> <Enter> <Enter> c p + <Enter> g c G i a <Enter>", size: (100, 30))
  guard case .journal(let change) = stage.effects.last else {
    Issue.record("nothing was made")
    return
  }
  stage.send(.trail(Trail(contribution, [entry(change)], isWhole: true)))
  try stage.press("u")
  #expect(stage.shows("▌today      10:00  mh  undid \(change.summary)"))
  #expect(stage.status.hasSuffix(" 1/2"))
  try stage.press("u")
  #expect(stage.status.hasSuffix(" 1/2"))
  try stage.press("j <Enter>")
  #expect(stage.title.contains("▸ i1 "))
}

@Test func `an entry longer than the window is read through before the next one`() throws {
  let values = (1...40).map { FieldValue(.alias, "alias \($0)") }
  let fields = values.map { Edit.set(.area, key: "ashby", .alias, from: [], to: [$0.value]) }
  var stage = try play(size: (80, 16))
  let entries = [
    entry(Change("aliases", fields)), entry(direction("+", "-", "shortfall")),
  ]
  stage.send(.trail(Trail(.everything, entries, isWhole: true)))
  var seen: Set<String> = []
  var presses = 0
  while !stage.shows("▌2026-11-22 12:05  mh  shortfall"), presses < 40 {
    for value in values where stage.shows("\(value.value)\n") || stage.shows("\(value.value) ") {
      seen.insert(value.value)
    }
    try stage.press("j")
    presses += 1
  }
  #expect(seen.count == 40)
  #expect(presses < 12)
  try stage.press("g g")
  #expect(stage.shows("▌2026-11-22 12:05  mh  aliases"))
  try stage.press("<PgDn> <PgUp> G")
  #expect(stage.status.hasSuffix(" 2/2"))
}

extension String {
  fileprivate var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}
