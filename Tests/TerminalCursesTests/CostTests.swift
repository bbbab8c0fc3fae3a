import PseudoTerminal
import Testing

@Test(arguments: ["xterm-256color", "xterm", "tmux-256color", "vt100"])
func `moving the bar is one write of few bytes`(term: String) throws {
  let terminal = try startProbe(environment: ["TERM": term], columns: 120, rows: 40)
  try terminal.press("j")
  let (bytes, writes) = (terminal.bytes, terminal.writes)
  try terminal.press("j")
  // Into memory in one piece, and from there.
  #expect(terminal.writes - writes == 2)
  // A terminal that cannot erase in a colour is sent the blanks of the bar.
  #expect(terminal.bytes - bytes <= (term == "tmux-256color" ? 270 : 250))
}

@Test func `scrolling by a row sends a row and not the screen`() throws {
  let terminal = try startProbe(columns: 120, rows: 40)
  try terminal.press("s")
  let (bytes, writes) = (terminal.bytes, terminal.writes)
  try terminal.press("s")
  #expect(terminal.rows[39].hasPrefix(" 38  Garrowby"))
  // Into memory in one piece, and from there.
  #expect(terminal.writes - writes == 2)
  #expect(terminal.bytes - bytes <= 400)
}

@Test func `a frame with nothing new sends nothing`() throws {
  let terminal = try startProbe()
  let (bytes, fences) = (terminal.bytes, terminal.fences)
  terminal.signal(28 /* SIGWINCH, and the size is the same */)
  try terminal.wait(for: "a frame") { $0.fences > fences }
  #expect(terminal.bytes == bytes)
}

@Test func `500 keys held down are all taken, in few frames`() throws {
  let terminal = try startProbe(columns: 120, rows: 40)
  let bytes = terminal.bytes
  terminal.send(String(repeating: "j", count: 500))
  try terminal.wait(for: "keys 500 last j")
  #expect(terminal.bytes - bytes < 500 * 60)
}
