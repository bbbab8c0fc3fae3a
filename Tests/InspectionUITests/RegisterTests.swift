import InspectionModel
import InspectionUI
import Testing

@Test func `w saves what is unsaved and tells how much it was`() throws {
  var stage = try play("<Enter> <Enter> <Enter> c p + <Enter> w")
  #expect(stage.effects.last == .save)
  stage.send(.saved(.done(unsaved: 0)))
  #expect(stage.status.hasPrefix(" saved 1 change in register.rec"))
  #expect(!stage.status.contains("unsaved"))
  try stage.press("w")
  #expect(stage.status.hasPrefix(" nothing to save: register.rec is as you see it"))
}

@Test func `while the file is written one goes on, and what is changed then is still to be saved`()
  throws
{
  var stage = try play("<Enter> <Enter> <Enter> c p + <Enter> w")
  stage.send(.saving)
  #expect(stage.status.contains("saving  1 unsaved"))
  try stage.press("c h + <Enter>")
  #expect(stage.status.contains("saving  2 unsaved"))
  try stage.press("w")
  #expect(stage.effects.last == .save)
  #expect(stage.status.hasPrefix(" later changes are saved next"))
  stage.send(.saved(.done(unsaved: 1)))
  #expect(stage.status.hasPrefix(" saved 1 change in register.rec"))
  #expect(stage.status.contains("  1 unsaved") && !stage.status.contains("saving"))
}

@Test func `leaving waits for the save; keys meant for the shell do nothing, and Esc stays`() throws
{
  var stage = try play("<Enter> <Enter> <Enter> c p + <Enter>")
  stage.send(.saving)
  try stage.press("q")
  #expect(stage.effects.last == .saveAndQuit)
  stage.send(.leaving)
  #expect(stage.status.hasPrefix(" saving, then leaving; Esc stays"))
  let count = stage.contributions.count
  try stage.press("<Del> u j")
  #expect(stage.contributions.count == count)
  #expect(stage.state.file.isLeaving)
  try stage.press("<Esc>")
  #expect(!stage.state.file.isLeaving)
  #expect(stage.status.hasPrefix(" not leaving"))
  stage.send(.leaving)
  stage.send(.saved(.failed("the disk is full")))
  #expect(!stage.state.file.isLeaving)
  #expect(stage.status.hasPrefix(" not saved: the disk is full"))
}

@Test func `q saves first where there is something to save`() throws {
  #expect(try play("q").effects == [.quit])
  #expect(try play("<Enter> <Enter> <Enter> c p + <Enter> q").effects.last == .saveAndQuit)
  #expect(try play("<Enter> <Enter> <Enter> c p + <Enter> Q").effects.last == .quit)
}

@Test func `a save that fails says why, and that the journal has it all`() throws {
  var stage = try play("<Enter> <Enter> <Enter> c p + <Enter> w")
  stage.send(.saved(.failed("the disk is full")))
  #expect(stage.status.hasPrefix(" not saved: the disk is full; every change is in the journal"))
  #expect(stage.status.contains("1 unsaved"))
}

@Test func `a register that was merged is shown at the same place`() throws {
  var stage = try play("<Enter> <Enter> <Enter> c p + <Enter>")
  let theirs = Fixture.read(
    Fixture.text.replacing("Leaders listen to children.", with: "Leaders listen."))
  stage.send(.reloaded(theirs, [], unsaved: 0, note: Message("merged", .good)))
  #expect(stage.title.hasPrefix(" jointview ▸ Areas ▸ Ashby ▸ Ashby 2017 ▸ s1 "))
  #expect(stage.shows("Leaders listen."))
  #expect(stage.status.hasPrefix(" merged"))
}

@Test func `what was done before a merge can be undone after it`() throws {
  var stage = try play("g a s S <Enter>")
  let sorted = try play("g a s S").canvas.text
  stage = try play("g a s S")
  stage.send(.reloaded(Fixture.read(Fixture.text), [], unsaved: 0, note: Message("merged", .good)))
  #expect(stage.canvas.text.dropLast() == sorted.dropLast())
  var coded = try play("<Enter> <Enter> <Enter> c p + <Enter> <Del>")
  let count = coded.contributions.count
  let theirs = Fixture.text.replacing("Leaders listen to children.", with: "Leaders listen.")
  let register = Fixture.read(theirs)
  coded.send(.reloaded(register, [], unsaved: 2, note: Message("merged", .good)))
  // The journal holds a change and one that takes it back: together they are nothing to write.
  #expect(!coded.status.contains("unsaved"))
  try coded.press("u")
  #expect(coded.status.contains("1 unsaved"))
  #expect(coded.contributions.count == count + 1)
  #expect(coded.shows("Leaders listen."))
}

@Test func `nobody looks at the file while a line is being typed`() throws {
  var stage = try play("<Enter> <Enter> <Enter> c p")
  stage.send(.fileTouched)
  #expect(!stage.effects.contains(.lookOutside))
  try stage.press("<Esc>")
  #expect(stage.effects.last == .lookOutside)
}

@Test func `a change that cannot be written is not made, and why is said`() throws {
  var stage = try play("<Enter> <Enter> <Enter> c p +")
  stage.world.refusal = "the record has lines that are not rec"
  let count = stage.contributions.count
  try stage.press("<Enter>")
  #expect(stage.world.prepared?.register.count(.contribution) == count + 1)
  #expect(stage.contributions.count == count)
  #expect(stage.shows(" not done: the record has lines that are not rec"))
  // What was typed is there still.
  #expect(stage.status.hasPrefix("code p+"))
  try stage.press("<Esc>")
  #expect(!stage.status.contains("unsaved"))
  try stage.press("u")
  #expect(stage.status.hasPrefix(" nothing left to undo"))
  #expect(stage.effects.count == 1)
}

@Test func `an undo that cannot be written stands in the way of no other`() throws {
  var stage = try play("g c i a <Enter> i b <Enter>")
  stage.world.refusal = "the record has lines that are not rec"
  try stage.press("u")
  #expect(stage.status.hasPrefix(" not done: the record has lines that are not rec"))
  stage.world.refusal = nil
  try stage.press("u")
  #expect(!stage.status.hasPrefix(" undid note ab"))
  #expect(!stage.state.isLookingBack)
}

@Test func `the screens one left are those one comes back to`() throws {
  let left = try play("j S / a <Enter> G <Enter> <Enter> j / l e a <Enter> <Enter>")
  var back = try play()
  back.send(.remembered(left.state.places))
  #expect(back.title == left.title)
  #expect(back.canvas.text == left.canvas.text)
  try back.press("<Esc>")
  #expect(back.status.hasPrefix(" filter: lea"))
  #expect(back.cursor == ["s2"])
}

@Test func `places whose records are gone are left out`() throws {
  var stage = try play()
  stage.send(
    .remembered([
      SavedScreen(kind: "areas", cursor: "birchwood"),
      SavedScreen(kind: "inspection", key: "jtai-nowhere-2030"),
      SavedScreen(kind: "no such screen"),
    ]))
  #expect(stage.title.hasPrefix(" jointview ▸ Areas  "))
  #expect(stage.cursor == ["Birchwood"])
  stage.send(.remembered([]))
  #expect(stage.cursor == ["Ashby"])
}

@Test func `what is wrong in the file is counted, listed and led to`() throws {
  let row = Fixture.register.row(.inspection, key: "jtai-birchwood-2016")
  let problems = [
    Problem(
      place: "register.rec:3:1", line: 3, isError: true, sentence: "no line of a record", row: nil),
    Problem(place: "register.rec:80:7", line: 80, isError: false, sentence: "no day", row: row),
  ]
  var stage = try Stage(problems: problems)
  #expect(stage.status.hasPrefix(" 2 problems in the file: g x lists them"))
  try stage.press("g x")
  #expect(
    stage.canvas.text(row: 2).split(separator: " ").prefix(3).joined(separator: " ")
      == "▌register.rec:3:1 error no")
  try stage.press("<Enter>")
  #expect(stage.effects.last == .edit(line: 3))
  try stage.press("j e")
  #expect(stage.effects.last == .edit(line: 80))
  try stage.press("<Enter>")
  #expect(stage.title.hasPrefix(" jointview ▸ Areas ▸ Problems ▸ Birchwood 2016 "))
}

@Test func `a sentence longer than the window is shown whole until the next key`() throws {
  var stage = try Stage(size: (40, 12))
  stage.send(
    .say(Message("/home/ada/.config/jointview/config.yaml:3: “foo” is not a setting", .warning)))
  let lines = [" /home/ada/.config/jointview/config.yam", " l:3: “foo” is not a setting"]
  #expect(stage.canvas.text.dropLast().suffix(2) == lines[...])
  try stage.press("j")
  #expect(!stage.shows("not a setting"))
}

@Test func `control characters of the register never reach the screen`() throws {
  let text = Fixture.text.replacing("Ashby", with: "As\u{1b}[31mh\u{7}by\u{9b}")
  var stage = try Stage(text, size: (140, 40))
  for keys in ["", "<Enter>", "<Enter>", "<Enter>", "c", "<Esc> g c"] {
    try stage.press(keys)
    let scalars = stage.screen.unicodeScalars.filter { $0 != "\n" }
    #expect(!scalars.contains { $0.properties.generalCategory == .control })
  }
}

/// The fixture with another version of the first contribution's direction.
private func conflicted() throws -> Stage {
  let contribution = Fixture.register.view(
    try #require(Fixture.register.rows(.contribution).first), as: Contribution.self)
  return try Stage(
    Fixture.text + """

      %rec: Conflict

      Id: Contribution/\(contribution.key)/Direction
      Type: Contribution
      Record: \(contribution.key)
      Field: Direction
      Value: =
      Note: git: review

      """, size: (120, 24))
}

@Test func `of two versions either is chosen with one key, and the choice undone`() throws {
  var stage = try conflicted()
  let before = stage.contributions
  #expect(stage.status.hasPrefix(" 1 problem in the file: g x lists it"))
  try stage.press("g x")
  #expect(stage.shows("choose") && stage.shows("Direction of contribution"))
  #expect(stage.shows("“=” in the other version (git: review)"))
  #expect(stage.shows("v keeps what is here, o takes the other version"))
  try stage.press("v")
  #expect(stage.shows("nothing wrong"))
  #expect(stage.contributions == before)
  try stage.press("u o")
  #expect(stage.shows("nothing wrong"))
  #expect(stage.contributions != before)
  try stage.press("u")
  #expect(stage.contributions == before)
  try stage.press("<Enter>")
  #expect(stage.title.contains("Problems ▸"))
}

@Test func `a register with git's marks can be written though nothing was changed`() throws {
  var stage = try play("w")
  #expect(stage.status.hasPrefix(" nothing to save"))
  stage.mark()
  try stage.press("w")
  #expect(stage.effects.last == .save)
  stage.send(.saved(.done(unsaved: 0)))
  #expect(stage.status.hasPrefix(" saved register.rec"))
}

@Test func `a change that nothing took is told of until something takes it, and not left unasked`()
  throws
{
  var stage = try play("<Enter> <Enter> <Enter> c p + <Enter>")
  stage.send(.notJournalled("no room", atRisk: 1))
  #expect(stage.status.hasPrefix(" not safe yet: no room; w writes the file"))
  try stage.press("w")
  stage.send(.saved(.failed("no room")))
  #expect(stage.status.hasPrefix(" not saved: no room; 1 change is only in memory"))
  try stage.press("Q")
  #expect(stage.effects.last != .quit)
  #expect(stage.status.hasPrefix(" 1 change is only in memory; Q again discards it"))
  try stage.press("j Q")
  #expect(stage.effects.last != .quit)
  var asked = stage
  try asked.press("Q")
  #expect(asked.effects.last == .quit)
  stage.send(.terminate)
  #expect(stage.effects.suffix(2) == [.saveAndQuit, .quit])
  stage.send(.journalled)
  try stage.press("Q")
  #expect(stage.effects.last == .quit)
}

@Test(arguments: ["<Enter> <Enter> <Enter> ] ", newReview + "] "])
func `a passage that somebody takes out of the file is missed where it was being read`(
  keys: String
) throws {
  var stage = try play(keys)
  #expect(stage.shows("Leaders listen to children."))
  let passages = stage.printed.split(separator: "\n\n", omittingEmptySubsequences: false)
  let theirs = passages.filter { !$0.contains("Id: jtai-ashby-2017/s2\n") }
  #expect(theirs.count == passages.count - 1)
  stage.send(
    .reloaded(
      Fixture.read(theirs.joined(separator: "\n\n")), [], unsaved: 0,
      note: Message("read again", .good)))
  #expect(
    stage.status.hasPrefix(" read again; passage jtai-ashby-2017/s2 is no longer in it"))
}
