import PseudoTerminal
import Testing

@Test func `the first frame fills the window and the terminal is given back`() throws {
  let terminal = try startProbe()
  #expect(terminal.isAlternateScreen)
  #expect(!terminal.isCursorVisible)
  #expect(terminal.takesMouse)
  #expect(terminal.rows[0] == "80x24 keys 0 last none")
  #expect(terminal.rows[23].hasPrefix(" 20  Garrowby"))
  terminal.send("q")
  #expect(try terminal.ending() == .exit(0))
  #expect(terminal.isGivenBack)
}
