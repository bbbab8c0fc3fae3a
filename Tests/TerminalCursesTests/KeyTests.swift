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
  ("\u{1b}[<64;1;1M", "<WheelUp:0,0>"), ("\u{1b}[<65;1;1M", "<WheelDown:0,0>"),
])
func `what a terminal sends is the key a person pressed`(sent: String, key: String) throws {
  let terminal = try startProbe()
  terminal.send(sent)
  try terminal.wait(for: "keys 1 last \(key)")
}

@Test func `a button pressed and let go in one cell is a click, else the end of a drag`() throws {
  let terminal = try startProbe()
  terminal.send("\u{1b}[<0;13;4M\u{1b}[<0;13;4m")
  try terminal.wait(for: "last <LeftClick:12,3>")
  terminal.send("\u{1b}[<0;13;4M\u{1b}[<0;14;4m")
  try terminal.wait(for: "last <LeftRelease:13,3>")
}

@Test func `a key that has no name here is passed over and holds nothing up`() throws {
  let terminal = try startProbe()
  terminal.send("\u{1b}[1;5Djj")
  try terminal.wait(for: "keys 2 last j")
}

@Test func `a paste that comes in two parts is one paste`() throws {
  let terminal = try startProbe()
  try terminal.press("\u{1b}[200~one ")
  try terminal.press("two\u{1b}[201~")
  #expect(terminal.rows[0].hasSuffix("keys 1 last <Paste:one%20two>"))
}

@Test func `the cursor is where the program wants it, or not to be seen`() throws {
  let terminal = try startProbe()
  try terminal.press("c")
  #expect(terminal.isCursorVisible)
  #expect(terminal.cursor == (2, 1))
  try terminal.press("c")
  #expect(!terminal.isCursorVisible)
}
