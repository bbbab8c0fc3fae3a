import PseudoTerminal
import Testing

@Test func `settings choose the scheme, the reviewer and the keys`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  home.write("scheme: light\nreviewer: mh\nkeys:\n  open: o\n", to: "config/jointview/config.yaml")
  let terminal = try home.open(path)
  #expect(terminal.rows[22].contains(" o open"))
  terminal.send("ooocp4-\r")
  try terminal.wait(for: "(u undoes)")
  try terminal.leave()
  #expect(home.read("a.rec")?.contains("By: mh") == true)
}

@Test(arguments: [
  ("colour: red\n", "config.yaml:1: “colour” is no setting; there are scheme, reviewer and keys"),
  ("scheme: dark\nkeys:\n  dance: d\n", "config.yaml:3: “dance” is no action"),
  ("keys:\n  down: [<Nokey>]\n", "config.yaml:2: “<Nokey>” is no key"),
  ("keys:\n  down: g\n", "config.yaml: the key “g” hides “g a”"),
  ("scheme: [\n", "this is no YAML"), ("- a\n", "config.yaml:1: settings are names with a colon"),
  ("scheme: beige\n", "there is no colour scheme “beige”; there are dark, light, monochrome"),
])
func `a setting that makes no sense is named with its line, and the rest works`(
  text: String, words: String
) throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  home.write(text, to: "config/jointview/config.yaml")
  let terminal = try home.open(path, columns: 200)
  #expect(terminal.shows(words))
  terminal.send("j\r")
  try terminal.wait(for: "Areas ▸ Ashby")
  try terminal.leave()
}

@Test func `an action whose new keys are none keeps those it had`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  home.write("keys:\n  open: <Nokey>\n", to: "config/jointview/config.yaml")
  let terminal = try home.open(path)
  terminal.send("\r")
  try terminal.wait(for: "Areas ▸ Ashby")
  try terminal.leave()
}

@Test func `a scheme that lacks a colour is named, and another is used`() throws {
  let home = Home()
  let colours = (0..<15).map { "base0\(String($0, radix: 16, uppercase: true)): \"#111111\"\n" }
  home.write(colours.joined(), to: "config/jointview/themes/mine.yaml")
  home.write("scheme: mine\n", to: "config/jointview/config.yaml")
  let terminal = try home.open(columns: 160)
  #expect(terminal.shows("config/jointview/themes/mine.yaml:1: the colour base0F is missing"))
  terminal.send("j")
  try terminal.wait(for: "2/161")
  try terminal.leave()
}
