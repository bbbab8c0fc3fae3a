import PseudoTerminal
import Testing

/// Whether anything that was written asks for a colour.
private func hasColour(_ terminal: PseudoTerminal) -> Bool {
  String(decoding: terminal.transcript, as: UTF8.self).split(separator: "\u{1b}[").contains {
    guard let end = $0.firstIndex(where: { !$0.isNumber && $0 != ";" }), $0[end] == "m" else {
      return false
    }
    return $0[..<end].split(separator: ";").contains {
      (30...48).contains(Int($0) ?? 0) && $0 != "39"
    }
  }
}

@Test func `256 colours are the nearest to those of the palette`() throws {
  let terminal = try startProbe()
  #expect(terminal.cell(x: 0, y: 0).foreground == 186)
  #expect(terminal.cell(x: 0, y: 0).isBold)
  #expect(terminal.cell(x: 79, y: 3).background == 238)
  #expect(hasColour(terminal))
}

@Test func `8 colours are those the palette names for them, the bright ones bold`() throws {
  let terminal = try startProbe(environment: ["TERM": "xterm"])
  #expect(terminal.cell(x: 5, y: 3).background == 4)
  #expect(terminal.cell(x: 5, y: 3).isBold)
}

@Test(arguments: [["TERM": "vt100"], ["NO_COLOR": "1"]])
func `without colour the bar is still to be seen`(environment: [String: String]) throws {
  let terminal = try startProbe(environment: environment)
  try terminal.press("j")
  #expect(!terminal.cell(x: 5, y: 3).isReversed)
  #expect(terminal.cell(x: 5, y: 4).isReversed)
  #expect(!hasColour(terminal))
}
