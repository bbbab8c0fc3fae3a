import Testing

@Test func `play prints the screen that keys lead to`() {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let outcome = home.run("play", "g i", "-r", path, "--size", "60x10")
  #expect(outcome.status == 0)
  let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
  #expect(lines.count == 11)
  #expect(lines.first?.hasPrefix(" jointview ▸ Inspections ") == true)
  #expect(lines[2] == "▌Ashby                 2017-05-08  Neglect of older children")
  let roles = home.run("play", "g i", "-r", path, "--roles")
  #expect(roles.output.contains("cursor on selected]"))
}

@Test func `what play changes is saved only if it is told to`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let keys = "<Enter> <Enter> <Enter> c p 4 - w h <Enter>"
  let dry = home.run("play", keys, "-r", path)
  #expect(dry.output.contains(" police I4 - in jtai-ashby-2017/s1 (u undoes)"))
  #expect(home.read("a.rec") == smallRegister)
  _ = home.run("play", keys, "--save", "-r", path)
  let text = try #require(home.read("a.rec"))
  #expect(text.hasPrefix(smallRegister.dropLast()))
  #expect(
    text.contains("\nAgency: police\nCriterion: I4\nDirection: -\nWith: health\nBy: ada\nOn: 20"))
  #expect(home.run("play", "", "-r", path).output.contains("Ashby"))
}

@Test func `a register of one's own is made the first time, and kept`() throws {
  let home = Home()
  #expect(home.run("play", "/ l i v e r").output.contains("Liverpool"))
  let text = try #require(home.read("data/jointview/register.rec"))
  home.write(text + "\n# mine\n", to: "data/jointview/register.rec")
  _ = home.run("list", "areas")
  #expect(home.read("data/jointview/register.rec") == text + "\n# mine\n")
}

@Test func `a session that was recorded is played again`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let keys = "\(home.path)/keys"
  let terminal = try home.open(path, "--record", keys)
  try terminal.press(toPassage + "c")
  try terminal.press("p4-wh\r")
  try terminal.leave()
  #expect(home.read("keys") == "<Enter>\n<Enter>\n<Enter>\nc p 4 - w h <Enter>\nq ")
  home.write(smallRegister, to: "b.rec")
  let played = home.run("play", "--from", keys, "-r", "\(home.path)/b.rec", "--size", "90x20")
  #expect(played.output.contains("▌Police                 -  I4 Response to the theme Health "))
  #expect(played.output.split(separator: "\n", omittingEmptySubsequences: false).count == 21)
}

@Test func `play without keys says what it wants`() {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  #expect(home.run("play", "-r", path).status == 2)
  #expect(home.run("play", "--from", "/nowhere", "-r", path).errors.contains("/nowhere"))
}

@Test func `keys that ask for what may not be done end with 1, and say why`() {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let begun = home.run("play", "g r + <Enter> <Enter> c p 4 + <Enter> Z", "--save", "-r", path)
  #expect(begun.status == 0, "\(begun.errors)")
  let before = home.read("a.rec")
  let refused = home.run("play", "g r <Enter> c h 4 - <Enter>", "--save", "-r", path)
  #expect(refused.status == 1, "\(refused)")
  #expect(refused.errors.contains("is closed"), "\(refused.errors)")
  #expect(home.read("a.rec") == before)
}

@Test(arguments: ["112x36", "120x36", "150x40"])
func `no total of the picture runs into the figure before it`(size: String) {
  let home = Home()
  let screen = home.run("play", "<Esc> g m", "--size", size).output
  let table = screen.split(separator: "\n").filter { $0.contains("−") && $0.contains("+") }
  #expect(table.contains { $0.contains("Police") })
  // Each figure of the table begins with a shade or a blank.
  #expect(table.filter { $0.firstMatch(of: /[0-9]\+/) != nil } == [])
}

@Test func `no group that has records is said to be nought of them`() {
  let screen = Home().run("play", "<Esc> g j #", "--size", "120x36").output
  #expect(screen.contains("  7       0.2 %  ▇"))
  #expect(!screen.contains(" 0 %"))
}
