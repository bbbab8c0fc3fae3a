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
  #expect(roles.output.contains("cursor]"))
}

@Test func `what play changes is saved, unless it is dry`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let keys = "<Enter> <Enter> <Enter> c p 4 - w h <Enter>"
  let dry = home.run("play", keys, "--dry", "-r", path)
  #expect(dry.output.contains(" police I4 - in jtai-ashby-2017/s1 (u undoes)"))
  #expect(home.read("a.rec") == smallRegister)
  _ = home.run("play", keys, "-r", path)
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
