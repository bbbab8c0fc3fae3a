import PseudoTerminal
import Testing

/// A frame that is put together before it is known whether it is to be shown.
@Suite struct ComposedTests {
  @Test func `what is dropped is never sent, and all is as it was`() throws {
    let terminal = try startProbe(columns: 60, rows: 12)
    let (rows, sent) = (terminal.rows, terminal.transcript.count)
    try terminal.press("d")
    #expect(Array(terminal.rows[1...]) == Array(rows[1...]))
    #expect(!terminal.isCursorVisible)
    let since = String(decoding: terminal.transcript[sent...], as: UTF8.self)
    #expect(!since.contains("not so"))
    try terminal.press("j")
    #expect(terminal.rows[0].contains("keys 2 last j"))
  }

  @Test func `a redraw before it is shown leaves no cursor behind`() throws {
    let terminal = try startProbe(columns: 60, rows: 12)
    let rows = terminal.rows
    try terminal.press("r")
    #expect(Array(terminal.rows[1...]) == Array(rows[1...]))
    #expect(!terminal.isCursorVisible)
  }
}
