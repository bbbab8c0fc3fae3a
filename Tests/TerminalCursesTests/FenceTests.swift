import PseudoTerminal
import Testing

/// What the tests of screens stand on.
@Suite struct FenceTests {
  @Test(arguments: ["\u{1b}", "\u{1b}]", "\u{1b}]77", "\u{1b}]7747;12"])
  func `A fence that comes in two parts is seen`(first: String) throws {
    let rest = "\u{1b}]7747;12\u{7}".dropFirst(first.count)
    let script = "stty -echo; printf '%s' \"$0\"; read line; printf '%s' \"$1\"; read line"
    let terminal = try PseudoTerminal("/bin/sh", ["-c", script, first, String(rest)])
    try terminal.wait(for: "the first part") { $0.transcript == Array(first.utf8) }
    terminal.send("\n")
    try terminal.wait(for: "the fence") { $0.fences == 1 }
  }
}
