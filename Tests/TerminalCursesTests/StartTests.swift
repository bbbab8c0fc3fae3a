import PseudoTerminal
import Testing

@testable import TerminalCurses

@Test(arguments: [
  ("", "TERM is not set, so the terminal's kind is unknown; try TERM=xterm-256color."),
  ("nosuchterm", "The terminal description “nosuchterm” (from TERM) is not on this machine"),
  ("dumb", "A “dumb” terminal (from TERM) cannot move its cursor"),
])
func `a terminal that cannot be used is left alone, with a reason`(
  term: String, reason: String
) throws {
  let terminal = try PseudoTerminal(probePath, environment: ["TERM": term], columns: 120)
  #expect(try terminal.ending() == .exit(2))
  #expect(terminal.shows(reason))
  #expect(terminal.notGivenBack == [])
  #expect(!terminal.transcript.contains(0x1b))
}

@Test(arguments: ["\(probePath) < /dev/null", "\(probePath) | cat"])
func `a file or a pipe is no terminal`(command: String) throws {
  let terminal = try PseudoTerminal("/bin/sh", ["-c", command])
  _ = try terminal.ending()
  #expect(terminal.shows("Standard input and output must be a terminal; they are not."))
  #expect(terminal.notGivenBack == [])
}

@Test(arguments: ["linux", "screen-256color", "tmux-256color", "rxvt", "vt220", "xterm"])
func `terminals of many kinds can be used`(term: String) throws {
  let terminal = try startProbe(environment: ["TERM": term])
  try terminal.press("j")
  #expect(terminal.rows[0] == "80x24 keys 1 last j")
  terminal.send("q")
  #expect(try terminal.ending() == .exit(0))
  #expect(terminal.isCursorVisible)
}

@Test func `a locale without UTF-8 shows UTF-8 all the same`() throws {
  let terminal = try startProbe(environment: ["LANG": "C"])
  #expect(terminal.rows[2].hasPrefix("日本語"))
}

@Test func `base64 pads what is not a multiple of three`() {
  #expect(
    ["", "f", "fo", "foo", "foob"].map(Base64.encode) == ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg=="])
}
