import PseudoTerminal
import Testing

/// Keys as other terminals send them, and what comes of them in the program itself.
struct InputTests {
  @Test(arguments: [
    "\u{1b}[13;2u", "\u{1b}[27;2;13~", "\u{1b}[117;6u", "\u{1b}[106;5u", "\u{1b}[1;5D",
    "\u{1b}[1~", "\u{1b}[H", "\u{1b}[I", "\u{1b}]11;rgb:0000/0000/0000\u{1b}\\",
  ])
  func `no key that another terminal has undoes a coding`(sent: String) throws {
    let home = Home()
    let path = home.write(smallRegister, to: "a.rec")
    let terminal = try home.open(path)
    terminal.send(toPassage + "cp4-\r")
    try terminal.wait(for: "(u undoes)")
    terminal.send(sent)
    try terminal.leave()
    #expect(home.read("a.rec")?.contains("Agency: police") == true)
  }

  @Test func `Shift-Enter leaves everything as it is`() throws {
    let home = Home()
    let terminal = try home.open(home.write(smallRegister, to: "a.rec"))
    terminal.send("g")
    try terminal.wait(for: "programme")
    let before = terminal.rows
    terminal.send("\u{1b}[13;2u")
    try terminal.wait(for: "the terminal sent a key that is not known here")
    #expect(terminal.rows.dropLast() == before.dropLast())
    terminal.send("i")
    try terminal.wait(for: "jointview ▸ Inspections")
    try terminal.leave()
  }

  @Test func `a down arrow whose bytes come apart is one on a slow line`() throws {
    let home = Home()
    let terminal = try home.open(environment: ["ESCDELAY": "10000"])
    for part in ["\u{1b}", "O", "B"] { try terminal.feed(part) }
    try terminal.wait(for: "the row below") { $0.rows[3].hasPrefix("▌") }
    try terminal.leave()
  }

  @Test(arguments: ["", "\u{1b}", "\u{3}"])
  func `a paste without an end is over by itself, by Escape or by Ctrl-C`(key: String) throws {
    let home = Home()
    let terminal = try home.open(home.write(smallRegister, to: "a.rec"))
    terminal.send("/")
    try terminal.feed("\u{1b}[200~ash")
    terminal.send(key)
    try terminal.wait(for: "/ash")
    terminal.send("b\r")
    try terminal.wait(for: "filter: ashb")
    try terminal.leave()
  }
}
