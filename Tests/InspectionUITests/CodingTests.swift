import InspectionUI
import Testing

/// To the passage s1 of Ashby, in which nothing is coded.
private let toS1 = "<Enter> <Enter> <Enter> "
/// To the passage s2, in which no agency is named.
private let toS2 = "<Enter> <Enter> j <Enter> "
/// To the passage i1, in which health has a shortfall.
private let toI1 = "<Enter> <Enter> G <Enter> "

@Test(arguments: [
  ("p4+", ["police I4 +"]),
  ("p4-,h,s", ["police I4 -", "health I4 -", "social-care I4 -"]),
  ("p4-wh", ["police I4 - with health"]),
  ("p4-whs,h", ["police I4 - with health,social-care", "health I4 -"]),
  ("h00", ["health I0 0"]),
  ("p+", ["police +"]),
  ("p4=,h0", ["police I4 =", "health I0 ="]),
  ("p4+,h-", ["police I4 +", "health I4 -"]),
  ("p 4 + , h", ["police I4 +", "health I4 +"]),
])
func `a line of letters is contributions`(line: String, contributions: [String]) throws {
  var stage = try play(toS1 + "c")
  stage.type(line)
  try stage.press("<Enter>")
  #expect(stage.contributions.dropFirst() == contributions[...])
}

@Test(arguments: [
  ("x", 0, "no agency letter"), ("p7", 1, "no criterion digit or direction"),
  ("p4x", 2, "no direction: + - = 0"), ("p4+z", 3, "no w for with whom"),
  ("p4+wp", 4, "no agency letter for with whom"),
  ("p4+whh", 5, "no letter for how or with whom else, or comma for the next agency"),
  (",", 0, "no agency letter"), ("p4+,x", 4, "no agency letter"),
])
func `what makes no sense in the line is pointed at, and not taken`(
  line: String, place: Int, words: String
) throws {
  var stage = try play(toS1 + "c")
  stage.type(line)
  let pointer = String(repeating: " ", count: "code ".count + place) + "^ " + words
  #expect(stage.canvas.text.contains { $0.hasPrefix(pointer) })
  try stage.press("<Enter>")
  #expect(stage.status.hasPrefix("code \(line)"))
  #expect(stage.contributions.count == 1)
}

@Test(arguments: ["", "p", "p4", "p4+,h,s4w", "p4+w"])
func `a line that is not whole is not taken`(line: String) throws {
  var stage = try play(toS1 + "c")
  stage.type(line)
  try stage.press("<Enter>")
  #expect(stage.shows("not complete yet: agency, criterion, direction"))
  #expect(stage.contributions.count == 1)
}

@Test func `the legend tells what may come next`() throws {
  #expect(try play(toS1 + "c").shows("digit or Tab takes police, social-care +"))
  #expect(try play(toS2 + "c").shows("h Health"))
  #expect(try play(toS1 + "c p").shows("4 Response to the theme"))
  #expect(try play(toS1 + "c p 4").shows("+ strength"))
  #expect(try play(toS1 + "c p 4 + w").shows("next: agency letter for with whom"))
  #expect(try play(toS1 + "c p 4 + w h").shows("police I4 + with health"))
}

@Test func `Escape leaves the code line and codes nothing`() throws {
  let stage = try play(toS1 + "c p 4 + <Esc>")
  #expect(stage.contributions.count == 1)
  #expect(stage.status.hasSuffix(" not coded"))
}

@Test func `what is coded has its coder and its day and is in the journal`() throws {
  let stage = try play(toS1 + "c p 4 + <Enter>")
  guard case .journal(let change) = stage.effects.first, stage.effects.count == 1 else {
    Issue.record("\(stage.effects)")
    return
  }
  guard case .insert(.contribution, let values) = change.edits.first else { return }
  let texts = values.map { "\($0.field.name): \($0.value)" }
  #expect(texts.first?.hasPrefix("Id: C-") == true)
  #expect(
    texts.dropFirst() == [
      "Passage: jtai-ashby-2017/s1", "Agency: police", "Criterion: I4", "Direction: +", "By: mh",
      "On: 2026-11-23",
    ])
  #expect(stage.status.hasPrefix(" police I4 + in jtai-ashby-2017/s1 (u undoes)"))
  #expect(stage.status.contains("1 unsaved"))
}

@Test func `several contributions of one line are one step to undo`() throws {
  var stage = try play(toS1 + "c p 4 - , h , s <Enter>")
  #expect(stage.contributions.count == 4)
  try stage.press("u")
  #expect(stage.contributions == ["health I4 -"])
  #expect(stage.shows(" undid police I4 -, health I4 -, social-care I4 - in jtai-ashby-2017/s1"))
  try stage.press("<C-r>")
  #expect(stage.contributions.count == 4)
  #expect(stage.shows(" redid police I4 -, health I4 -, social-care I4 - in "))
}

@Test func `the cursor goes to what was just coded`() throws {
  let stage = try play(toI1 + "c p 4 + <Enter>")
  #expect(stage.cursor == ["Police"])
}

@Test func `a change begins with what is there`() throws {
  var stage = try play(toI1 + "e")
  #expect(stage.status == "change h4-")
  try stage.press("<BS> = w s <Enter>")
  #expect(stage.contributions == ["health I4 = with social-care"])
  #expect(stage.shows("health - in jtai-ashby-2017/i1 as health I4 = (u undoes)"))
  try stage.press("u")
  #expect(stage.contributions == ["health I4 -"])
  try stage.press("e <Enter>")
  #expect(stage.status.hasPrefix(" nothing to change"))
  #expect(
    try play(toI1 + "e , p <Enter>").shows("you are changing one contribution; this line has more"))
}

@Test func `a contribution is removed, and comes back`() throws {
  var stage = try play(toI1 + "<Del>")
  #expect(stage.contributions.isEmpty)
  #expect(stage.status.hasPrefix(" removing health - in jtai-ashby-2017/i1 (u undoes)"))
  #expect(stage.shows("Nothing coded yet"))
  try stage.press("u")
  #expect(stage.contributions == ["health I4 -"])
  #expect(stage.status.hasPrefix(" undid removing health -"))
  #expect(stage.cursor == ["Health"])
}

@Test func `a note is written, changed and taken away`() throws {
  var stage = try play(toI1 + "i")
  stage.type("ask again")
  try stage.press("<Enter>")
  try stage.press("i")
  #expect(stage.status == "note ask again")
  try stage.press("<C-u> <Enter> i")
  #expect(stage.status == "note")
  try stage.press("<Esc> u i")
  #expect(stage.status == "note ask again")
}

@Test func `undo has an end, and so has redo`() throws {
  #expect(try play("u").status.hasPrefix(" nothing left to undo"))
  #expect(try play("<C-r>").status.hasPrefix(" there is nothing to redo"))
  #expect(try play(toI1 + "<Del> u u").status.hasPrefix(" nothing left to undo"))
}

@Test func `where nothing is coded there is nothing to change`() throws {
  for key in ["e", "<Del>", "i"] {
    #expect(try play(toS1 + key).status.hasPrefix(" nothing here to change yet; c codes"), "\(key)")
  }
}

@Test func `a register that is read only says why before one types`() throws {
  for key in ["c", "e", "<Del>", "i", "R", "w", "u", "<C-r>"] {
    let stage = try Stage(readOnly: "ada has it open")
    var copy = stage
    try copy.press(toI1 + key)
    #expect(copy.shows("read only: ada has it open"), "\(key)")
    #expect(copy.effects.isEmpty)
  }
  #expect(try play(readOnly: "ada has it open").title.hasSuffix("register.rec (read only)"))
}

@Test func `pasted text is one line without control characters`() throws {
  var stage = try play(toI1 + "i")
  stage.send(.key(.paste("two\nlines\u{0}\u{1b}[31m\u{202E}")))
  #expect(stage.status == "note two lines  [31m")
}

@Test func `of a paste that is too long it is said what was taken`() throws {
  var stage = try play(toI1 + "i", size: (80, 24))
  stage.send(.key(.cutPaste("two wor")))
  #expect(stage.status == "note two")
  #expect(stage.shows("only the first 64 KiB of what was pasted are taken in"))
  try stage.press("<Esc> <Paste:w>")
  #expect(stage.status.hasPrefix(" a paste does nothing; ? shows the keys"))
}

@Test func `a suspect contribution says why, and v lets it stand`() throws {
  let marked = Fixture.text.replacing(
    "Direction: -\n", with: "Direction: -\nSuspect: the passage reads otherwise now, 2026-11-20\n")
  var stage = try play(toI1)
  stage.send(.reloaded(Fixture.read(marked), [], unsaved: 0, note: Message("reloaded")))
  #expect(stage.shows("suspect (v confirms it): the passage reads otherwise now, 2026-11-20"))
  #expect(stage.shows("-!"))
  try stage.press("v")
  #expect(!stage.shows("suspect"))
  #expect(!stage.shows("-!"))
  try stage.press("v")
  #expect(stage.status.hasPrefix(" this contribution is not suspect"))
  try stage.press("u")
  #expect(stage.shows("-!"))
}

@Test func `why a contribution is changed may be typed after the code`() throws {
  let stage = try play(toI1 + "e <BS> = # t o o <Space> h a r s h <Enter>")
  #expect(stage.contributions == ["health I4 ="])
  guard case .journal(let change) = stage.effects.last else {
    Issue.record("\(stage.effects)")
    return
  }
  #expect(change.why == "too harsh")
}

@Test func `what memos are on goes only after a question, and comes back with them`() throws {
  var stage = try play("g c m")
  stage.type("is that so?")
  try stage.press("<Enter>")
  let before = stage.printed
  try stage.press("<Del>")
  #expect(stage.shows("1 memo on this contribution goes with it."))
  try stage.press("<Del>")
  #expect(stage.printed == before)
  try stage.press("<Del> y")
  #expect(stage.contributions.isEmpty && stage.state.register.count(.memo) == 0)
  try stage.press("u")
  #expect(stage.printed == before)
}

@Test func `a suggestion says whom it will code, and a letter takes each out or in`() throws {
  var stage = try play(toS1 + "c 4")
  #expect(stage.shows("2 contributions: Police, Social care, each I4 +"))
  #expect(stage.shows("p ● Police"))
  try stage.press("p")
  #expect(stage.status.hasPrefix("code s4+"))
  #expect(stage.shows("1 contribution: Social care, I4 +"))
  #expect(stage.shows("p ○ Police"))
  try stage.press("s")
  #expect(stage.shows("this is the last agency of the line"))
  try stage.press("h - <Enter>")
  #expect(stage.contributions.dropFirst() == ["social-care I4 -", "health I4 -"])
}
