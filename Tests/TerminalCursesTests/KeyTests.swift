import Glibc
import PseudoTerminal
import Testing

@Test(arguments: [
  ("x", "x"), ("é", "é"), ("語", "語"), (" ", "<Space>"), ("<", "<lt>"), ("\r", "<Enter>"),
  ("\t", "<Tab>"), ("\u{1b}[Z", "<S-Tab>"), ("\u{7f}", "<BS>"), ("\u{1b}", "<Esc>"),
  ("\u{1b}x", "<A-x>"), ("\u{4}", "<C-d>"), ("\u{0}", "<C-Space>"), ("\u{3}", "<C-c>"),
  ("\u{1b}OA", "<Up>"), ("\u{1b}OB", "<Down>"), ("\u{1b}OC", "<Right>"), ("\u{1b}OD", "<Left>"),
  ("\u{1b}[5~", "<PgUp>"), ("\u{1b}[6~", "<PgDn>"), ("\u{1b}OH", "<Home>"), ("\u{1b}OF", "<End>"),
  ("\u{1b}[2~", "<Ins>"), ("\u{1b}[3~", "<Del>"), ("\u{1b}OP", "<F1>"), ("\u{1b}[24~", "<F12>"),
  ("\u{1b}[200~two\rlines\u{1b}[201~", "<Paste:two%0Alines>"),
  ("\u{1b}[<0;13;4M", "<LeftPress:12,3>"), ("\u{1b}[<2;70;4M", "<RightPress:69,3>"),
  ("\u{1b}[A", "<Up>"), ("\u{1b}[1~", "<Home>"), ("\u{1b}[F", "<End>"), ("\u{1b}[11~", "<F1>"),
  ("\u{1b}[1;3D", "<A-Left>"), ("\u{1b}[13;2u", "<Unknown>"), ("\u{1b}[27;2;13~", "<Unknown>"),
  ("\u{1b}[106;5u", "<C-j>"), ("\u{1b}]10;rgb:00/00/00\u{7}", "<Unknown>"),
  ("\u{1b}[M -$", "<LeftPress:12,3>"),
  ("\u{1b}[<64;1;1M", "<WheelUp:0,0>"), ("\u{1b}[<65;1;1M", "<WheelDown:0,0>"),
])
func `what a terminal sends is the key a person pressed`(sent: String, key: String) throws {
  let terminal = try startProbe()
  terminal.send(sent)
  try terminal.wait(for: "keys 1 last \(key)")
}

@Test func `what the description of the terminal says of its keys holds`() throws {
  let terminal = try startProbe(environment: ["TERM": "rxvt"])
  terminal.send("\u{1b}[7$\u{1b}[7~")
  try terminal.wait(for: "keys 2 last <Home>")
}

@Test func `a key whose bytes come apart is that key for as long as ESCDELAY says`() throws {
  let terminal = try startProbe(environment: ["ESCDELAY": "10000"])
  for part in ["\u{1b}", "O", "B"] { try terminal.feed(part) }
  try terminal.wait(for: "keys 1 last <Down>")
}

@Test func `a character whose bytes come apart is one`() throws {
  let terminal = try startProbe()
  for byte in "語".utf8 { try terminal.feed([byte]) }
  try terminal.wait(for: "keys 1 last 語")
}

@Test func `a button pressed and let go in one cell is a click, else the end of a drag`() throws {
  let terminal = try startProbe()
  terminal.send("\u{1b}[<0;13;4M\u{1b}[<0;13;4m")
  try terminal.wait(for: "last <LeftClick:12,3>")
  terminal.send("\u{1b}[<0;13;4M\u{1b}[<0;14;4m")
  try terminal.wait(for: "last <LeftRelease:13,3>")
}

@Test func `a key that has no name here is one unknown key and holds nothing up`() throws {
  let terminal = try startProbe()
  terminal.send("\u{1b}[1;5Djj")
  try terminal.wait(for: "keys 3 last j")
}

@Test func `a paste that comes in two parts is one paste`() throws {
  let terminal = try startProbe()
  try terminal.press("\u{1b}[200~one ")
  try terminal.press("two\u{1b}[201~")
  #expect(terminal.rows[0].hasSuffix("keys 1 last <Paste:one%20two>"))
}

@Test(arguments: ["", "\u{1b}", "\u{3}"])
func `a paste without an end ends by silence, Escape or Ctrl-C`(key: String) throws {
  let terminal = try startProbe()
  try terminal.feed("\u{1b}[200~abc")
  terminal.send(key)
  try terminal.wait(for: "keys 1 last <Paste:abc>")
  terminal.send("q")
  #expect(try terminal.ending() == .exit(0))
}

@Test func `a paste that is too long is cut, and said to be`() throws {
  let terminal = try startProbe()
  terminal.send("\u{1b}[200~" + String(repeating: "x", count: 300_000) + "\u{1b}[201~")
  try terminal.wait(for: "keys 1 last <CutPaste:xxx")
}

@Test func `the mouse can be switched off, and stays so when the program goes on`() throws {
  let terminal = try startProbe()
  try terminal.press("M")
  #expect(!terminal.takesMouse)
  terminal.signal(SIGCONT)
  try terminal.wait(for: "continued")
  #expect(!terminal.takesMouse)
  try terminal.press("M")
  #expect(terminal.takesMouse)
}

@Test func `the cursor is where the program wants it, or not to be seen`() throws {
  let terminal = try startProbe()
  try terminal.press("c")
  #expect(terminal.isCursorVisible)
  #expect(terminal.cursor == (2, 1))
  try terminal.press("c")
  #expect(!terminal.isCursorVisible)
}
