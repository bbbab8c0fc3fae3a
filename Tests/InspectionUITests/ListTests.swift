import InspectionUI
import Testing

@Test func `a list narrows as one types`() throws {
  #expect(try play("/ c o r").cursor == ["Corley"])
  #expect(try play("/ c o r").status.hasPrefix("/cor"))
  #expect(try play("/ c o r <Enter>").status.hasPrefix(" filter: cor "))
  #expect(try play("/ c o r <Enter>").status.hasSuffix(" 1/1"))
}

@Test func `a filter names fields`() throws {
  #expect(try play("/ r e g i o n : n o r <Enter>").cursor == ["Birchwood"])
  #expect(try play("g i / f r o m : 2 0 1 7 . . <Enter>").cursor == ["Ashby"])
  #expect(try play("g i / ! t h e m e : n e g <Enter>").cursor == ["Birchwood"])
}

@Test func `Escape while typing brings back the list and the row one was on`() throws {
  let stage = try play("j / c o r <Esc>")
  #expect(stage.status.hasSuffix(" 2/3"))
  #expect(stage.cursor == ["Birchwood"])
}

@Test func `Escape on a filtered list clears the filter before it leaves`() throws {
  var stage = try play("g i / n e g <Enter> <Esc>")
  #expect(stage.status.hasSuffix(" 2/2"))
  #expect(stage.cursor == ["Ashby"])
  try stage.press("/ n e g <Enter> / <Esc>")
  #expect(stage.status.hasPrefix(" filter: neg "))
}

@Test(arguments: ["g x c", "c", "g m c"])
func `a line that cannot be opened takes what is typed, and says why`(keys: String) throws {
  var stage = try play(keys)
  #expect(stage.shows("has no use here; it is for"))
  let before = stage.title
  stage.type("hub uq")
  #expect(stage.title == before && stage.effects.isEmpty)
  #expect(stage.shows("has no use here; it is for"))
  try stage.press("<Esc>")
  #expect(!stage.shows("has no use here"))
}

@Test func `a filter that makes no sense says why and leaves the list alone`() throws {
  var stage = try play("g i / f r o m : x")
  #expect(stage.shows("“x” is not a date; write 2016, 2016-02, 2016-02-22 or two of them with .."))
  #expect(stage.marked(.cursor) == ["Birchwood"])
  try stage.press("<Enter>")
  #expect(stage.status.hasPrefix("/from:x"))
  #expect(stage.shows("“x” is not a date"))
  try stage.press("<BS> 2 0 1 7 <Enter>")
  #expect(stage.status.hasPrefix(" filter: from:2017 "))
  #expect(stage.cursor == ["Ashby"])
}

@Test func `a filter that nothing matches says so`() throws {
  #expect(try play("/ z z").shows("no areas match “zz”"))
}

@Test func `the cursor stays on its record through sorting and filtering`() throws {
  #expect(try play("j S").cursor == ["Birchwood"])
  #expect(try play("j S / b i r <Enter> <Esc> s").cursor == ["Birchwood"])
}

@Test func `the cursor stays on its record while something is coded`() throws {
  let keys = "g c <Enter> c p 4 + <Enter> <Esc>"
  #expect(try play(keys).cursor == ["Ashby 2017 i1"])
}

@Test func `a preview stands beside the list on a wide window, or where one asks for it`() throws {
  #expect(try play(size: (140, 24)).shows("│ Ashby"))
  #expect(try !play(size: (100, 24)).shows("│ Ashby"))
  #expect(try play("p", size: (100, 24)).shows("│ Ashby"))
  #expect(try !play("p", size: (140, 24)).shows("│ Ashby"))
}

@Test func `y copies what is under the cursor`() throws {
  let stage = try play("j y")
  #expect(stage.effects == [.copy("birchwood")])
  #expect(stage.status.hasPrefix(" copied birchwood"))
}

@Test func `an action that means nothing here says so`() throws {
  #expect(try play("d").status.hasPrefix("defer not here, Esc leaves"))
  #expect(try play("v").shows("“confirm” has no use here; it is for a suspect contribution"))
  #expect(try play("O").status.hasPrefix(" O does nothing; ? shows the keys"))
}

@Test func `a filter that makes no sense is marked at its place, and the list stays`() throws {
  var stage = try play("g c / a g e n c y : h e")
  let rows = stage.cursor
  try stage.press("a l t z")
  #expect(stage.shows("no agency is called “healtz”; did you mean health?"))
  let caret = stage.screen.split(separator: "\n", omittingEmptySubsequences: false)
    .first { $0.contains("▾") }
  #expect(caret?.prefix { $0 == " " }.count == "/agency:".count)
  #expect(stage.cursor == rows)
  try stage.press("<Enter>")
  #expect(stage.status.hasPrefix("/agency:healtz "))
  try stage.press("<BS> h <Enter>")
  #expect(!stage.shows("did you mean"))
  #expect(stage.status.contains("filter: agency:health"))
}

@Test func `Tab completes a field, then its values with their counts`() throws {
  var stage = try play("g c / a g", size: (100, 24))
  #expect(stage.shows("Tab agency:"))
  try stage.press("<Tab>")
  #expect(stage.status.hasPrefix("/agency:"))
  #expect(stage.shows("Tab health Health 1"))
  try stage.press("<Tab>")
  #expect(stage.status.hasPrefix("/agency:health "))
  try stage.press("<Enter>")
  #expect(stage.status.contains("filter: agency:health") && stage.status.hasSuffix("1/1"))
}

@Test func `Up brings back filters typed before, also after a start`() throws {
  var stage = try play("/ c o r <Enter> <Esc> / a s h <Enter> <Esc> / <Up>")
  #expect(stage.status.hasPrefix("/ash ") && stage.shows("1/1"))
  try stage.press("<Up>")
  #expect(stage.status.hasPrefix("/cor "))
  try stage.press("<Down> <Down>")
  #expect(stage.status.hasPrefix("/ "))
  var back = try play()
  back.send(.remembered([], filters: stage.state.filters))
  try back.press("/ <Up>")
  #expect(back.status.hasPrefix("/ash "))
}

@Test func `a filter is saved under a name, and undone`() throws {
  var stage = try play("g c / a g e n c y : h e a l t h <C-s>", size: (100, 24))
  #expect(stage.status.hasPrefix("save the filter as"))
  stage.type("health alone")
  try stage.press("<Enter>")
  #expect(stage.status.contains("saved filter “health alone” (u undoes)"))
  try stage.press("<Esc> /")
  stage.type("saved:\"health alone\"")
  try stage.press("<Enter>")
  #expect(stage.status.hasSuffix("1/1"))
  try stage.press("<Esc> u")
  #expect(stage.state.register.count(.filter) == 0)
}

@Test func `64 kB pasted into a filter, and ten thousand terms, are told, and leave the list`()
  throws
{
  var stage = try play("g c /")
  stage.send(.key(.paste(String(repeating: "police ", count: 9_000))))
  #expect(stage.shows("a filter has at most 500 terms"))
  try stage.press("<Enter> <Esc>")
  #expect(stage.status.hasSuffix(" 1/1"))
}
