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
  (
    "colour: red\n",
    "config.yaml:1: “colour” is not a setting; the settings are scheme, reviewer, mouse, "
      + "mirror, pause and keys"
  ),
  ("mirror: ftp://x\n", "config.yaml:1: a mirror is an address such as https://mirror.example"),
  ("pause: -1\n", "config.yaml:1: a pause is from 0 to 3600 seconds"),
  ("mouse: sideways\n", "config.yaml:1: the mouse is on or off, not “sideways”"),
  ("scheme: dark\nmouse: [on]\n", "config.yaml:2: “mouse” takes a single value"),
  ("reviewer: [mh]\n", "config.yaml:1: “reviewer” takes a single value"),
  ("keys:\n  open: {o: x}\n", "config.yaml:2: “open” takes a key, or a list of keys"),
  ("keys:\n  open: []\n", "config.yaml:2: “open” takes a key, or a list of keys"),
  ("keys: j\n", "config.yaml:1: “keys” takes actions, each with its keys"),
  ("scheme: dark\nkeys:\n  dance: d\n", "config.yaml:3: “dance” is not an action"),
  ("keys:\n  down: [<Nokey>]\n", "config.yaml:2: “<Nokey>” is not a key"),
  ("keys:\n  down: g\n", "config.yaml: the key “g” hides “g a”"),
  ("scheme: [\n", "config.yaml:2: this is not YAML: did not find expected node content"),
  ("- a\n", "config.yaml:1: settings are names with a colon"),
  ("\u{FEFF}# Windows\ncolour: red\n", "config.yaml:2: “colour” is not a setting"),
  ("keys:\n\topen: o\n", "config.yaml:2: this is not YAML: found character that cannot start"),
  ("reviewer: \"m\\eh\"\n", "config.yaml:1: the reviewer's name holds U+001B"),
  ("reviewer: m\u{202E}h\n", "config.yaml:1: the reviewer's name holds U+202E RIGHT-TO-LEFT"),
  ("reviewer: mh\nreviewer: ab\n", "config.yaml:2: “reviewer” is here a second time"),
  ("scheme: dark\n---\nreviewer: mh\n", "config.yaml:2: a second document begins here"),
  ("scheme: \(String(repeating: "[", count: 50))", "config.yaml:1: this is nested more than 16"),
  (String(repeating: "#", count: 1 << 20) + "\n", "config.yaml: it is larger than 1 MiB"),
  ("scheme: beige\n", "there is no colour scheme “beige”; there are catppuccin-latte, "),
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

@Test func `what is wrong with the settings is in the log once`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  home.write("colour: red\n", to: "config/jointview/config.yaml")
  let terminal = try home.open(path, columns: 200)
  terminal.send("gl")
  try terminal.wait(for: "Messages")
  #expect(terminal.rows.dropLast().filter { $0.contains("is not a setting") }.count == 1)
  try terminal.leave()
}

@Test func `the mouse is the terminal's where the settings or a key say so`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  home.write("mouse: off\n", to: "config/jointview/config.yaml")
  let terminal = try home.open(path, columns: 120)
  #expect(!terminal.takesMouse)
  terminal.send("\u{1b}m")
  try terminal.wait(for: "the mouse goes to rows and scrolls; <A-m> leaves it to the terminal")
  #expect(terminal.takesMouse)
  terminal.send("\u{1b}m")
  try terminal.wait(for: "the mouse is the terminal's, to select text with; <A-m> takes it back")
  #expect(!terminal.takesMouse)
  try terminal.leave()
}

@Test func `settings may be quoted, escaped and named for use elsewhere`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  home.write(
    "---\n'scheme': &name \"li\\x67ht\"\nreviewer: *name\nkeys: {\"open\": \"\\u006f\"}\n...\n",
    to: "config/jointview/config.yaml")
  let terminal = try home.open(path)
  #expect(terminal.rows[22].contains(" o open"))
  terminal.send("ooocp4-\r")
  try terminal.wait(for: "(u undoes)")
  try terminal.leave()
  #expect(home.read("a.rec")?.contains("By: light") == true)
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

/// Sixteen colours, as a scheme has them under `palette:`.
private let sixteen = (0..<16).map {
  "  base0\(String($0, radix: 16, uppercase: true)): \"#\($0 < 5 ? "111111" : "eeeeee")\"\n"
}.joined()

@Test func `a scheme that lacks a colour is named, and another is used`() throws {
  let home = Home()
  let colours = (0..<15).map { "base0\(String($0, radix: 16, uppercase: true)): \"#111111\"\n" }
  home.write(colours.joined(), to: "config/jointview/themes/mine.yaml")
  home.write("scheme: mine\n", to: "config/jointview/config.yaml")
  let terminal = try home.open(columns: 160)
  #expect(terminal.shows("config/jointview/themes/mine.yaml:1:1: the colour base0F is missing"))
  terminal.send("j")
  try terminal.wait(for: "2/161")
  try terminal.leave()
}

@Test(arguments: [
  ("base00: &a \"#181818\"\nbase01: *a\n", "base02 is missing"),
  ("palette:\n  base00: 181818\n  base01: 18181\n", ":3:11: base01 is not a colour"),
  ("base00: [181818]\n", ":1:9: base00 is not a colour"), ("# none\n", ":1:1: the file is empty"),
  ("base00: 181818\nbase00: 282828\n", ":2:1: “base00” is here a second time"),
  ("contrast: 3\npalette:\n\(sixteen)", ":1:11: contrast is a number from 4.5 to 21"),
  ("safe-for: blue\npalette:\n\(sixteen)", ":1:11: safe-for can be red-green"),
  ("light\n", ":1:1: a scheme is a list of names and colours"),
  ("base00: 'caf\n", ":2:1: this is not YAML: found unexpected end of stream"),
])
func `what is wrong with a scheme is said with its line`(text: String, words: String) throws {
  let home = Home()
  home.write(text, to: "config/jointview/themes/mine.yaml")
  home.write("scheme: mine\n", to: "config/jointview/config.yaml")
  let played = home.run(
    "play", "", "-r", home.write(smallRegister, to: "a.rec"), "--size", "200x24")
  #expect(played.output.contains("themes/mine.yaml"), "\(played.output)")
  #expect(played.output.contains(words), "\(played.output)")
}

@Test(arguments: [
  "set area ashby name=Birch -r a.rec", "list areas -r a.rec", "report method -r a.rec",
])
func `a command whose settings cannot be read gives nothing another's name, and shows nothing`(
  words: String
) {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  home.write("reviewer: mh\nreviewer: ab\n", to: "config/jointview/config.yaml")
  let outcome = home.run(words.split(separator: " ").map { $0 == "a.rec" ? path : String($0) })
  #expect(outcome.status == 1)
  #expect(outcome.errors.contains("config.yaml:2: “reviewer” is here a second time"))
  #expect(outcome.errors.contains("nobody knows who you are"))
  #expect(outcome.output.isEmpty)
  #expect(home.read("a.rec") == smallRegister)
  home.write("reviewer: [mh]\n", to: "config/jointview/config.yaml")
  #expect(home.run("list", "areas", "-r", path).errors.contains("nobody knows who you are"))
  // A line that makes no sense leaves the others as they are.
  home.write("colour: red\nreviewer: mh\n", to: "config/jointview/config.yaml")
  #expect(home.run("add", "memo", "kind=query", "text=x", "-r", path).status == 0)
  #expect(home.read("a.rec")?.contains("By: mh") == true)
}
