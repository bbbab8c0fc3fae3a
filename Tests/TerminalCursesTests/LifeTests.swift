import Glibc
import PseudoTerminal
import Testing

@Test(arguments: [SIGTERM, SIGINT, SIGHUP, SIGQUIT])
func `a program asked to end gives the terminal back`(signal: Int32) throws {
  let terminal = try startProbe()
  terminal.signal(signal)
  #expect(try terminal.ending() == .exit(128 + signal))
  #expect(terminal.notGivenBack == [])
}

@Test func `a crash gives the terminal back and its last words are seen`() throws {
  let terminal = try startProbe()
  terminal.send("t")
  let ending = try terminal.ending()
  #expect([.signal(SIGILL), .signal(SIGTRAP)].contains(ending))
  #expect(terminal.notGivenBack == [])
  #expect(terminal.shows("Fatal error: Index out of range"))
}

@Test func `a memory fault gives the terminal back`() throws {
  let terminal = try startProbe()
  terminal.signal(SIGSEGV)
  #expect(try terminal.ending() == .signal(SIGSEGV))
  #expect(terminal.notGivenBack == [])
}

@Test func `a closed window ends the program`() throws {
  let terminal = try startProbe()
  terminal.hangUp()
  let ending = try terminal.ending()
  #expect([.exit(3), .exit(128 + SIGHUP)].contains(ending))
}

@Test func `Ctrl-Z gives the shell the terminal, and fg the screen back`() throws {
  let shell = try PseudoTerminal(
    "/bin/sh", ["-c", "set -m; \(probePath); echo the shell again; read line; fg; echo end $?"])
  try shell.wait(for: "keys 0")
  shell.send("\u{1a}")
  try shell.wait(for: "the shell again")
  #expect(!shell.isAlternateScreen)
  #expect(shell.isCursorVisible)
  shell.resize(columns: 60, rows: 20)
  shell.send("\n")
  try shell.wait(for: "60x20 keys 1 last <C-z>")
  try shell.wait(for: "continued")
  #expect(shell.isAlternateScreen)
  #expect(!shell.isCursorVisible)
  shell.send("q")
  try shell.wait(for: "end 0")
  #expect(try shell.ending() == .exit(0))
  #expect(shell.notGivenBack == [])
}

@Test func `another program has the terminal to itself and the screen comes back`() throws {
  let terminal = try startProbe()
  terminal.send("e")
  try terminal.wait(for: "an editor runs")
  #expect(!terminal.isAlternateScreen)
  #expect(terminal.isCursorVisible)
  terminal.send("a line\n")
  try terminal.wait(for: "edited a line")
  #expect(terminal.isAlternateScreen)
  #expect(!terminal.isCursorVisible)
  #expect(terminal.rows[5].hasPrefix(" 2  Garrowby"))
  try terminal.press("j")
  #expect(terminal.rows[0].hasSuffix("keys 2 last j"))
}

@Test func `what goes to standard error is seen when the terminal is given back`() throws {
  let terminal = try startProbe()
  try terminal.press("o")
  #expect(!terminal.shows("out of the way"))
  terminal.send("q")
  #expect(try terminal.ending() == .exit(0))
  #expect(terminal.shows("out of the way"))
}

@Test func `work in the background wakes the program`() throws {
  let terminal = try startProbe()
  terminal.send("m")
  try terminal.wait(for: "posted")
}

@Test func `a text is put on the clipboard`() throws {
  let terminal = try startProbe()
  try terminal.press("y")
  let transcript = String(decoding: terminal.transcript, as: UTF8.self)
  #expect(transcript.contains("\u{1b}]52;c;R2Fycm93Ynk=\u{7}"))
}
