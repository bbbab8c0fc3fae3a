import Glibc
import PseudoTerminal
import Testing

@testable import TerminalCurses

/// A frame that is put together before it is known whether it is to be shown.
@Suite struct ComposedTests {
  /// What a probe sends for a key.
  private func sent(_ key: String, by terminal: PseudoTerminal) throws -> String {
    let count = terminal.transcript.count
    try terminal.press(key)
    return String(decoding: terminal.transcript[count...], as: UTF8.self)
  }

  @Test func `what was put together is sent with the next frame`() throws {
    let terminal = try startProbe(columns: 60, rows: 12)
    let rows = terminal.rows
    #expect(try sent("h", by: terminal).contains("not yet"))
    // The frame that followed took it back.
    #expect(terminal.rows[1...].elementsEqual(rows[1...]))
    #expect(!terminal.isCursorVisible)
  }

  @Test func `what is dropped is never sent, and all is as it was`() throws {
    let terminal = try startProbe(columns: 60, rows: 12)
    let rows = terminal.rows
    #expect(!(try sent("d", by: terminal)).contains("not so"))
    #expect(terminal.rows[1...].elementsEqual(rows[1...]))
    #expect(!terminal.isCursorVisible)
    try terminal.press("j")
    #expect(terminal.rows[0].contains("keys 2 last j"))
  }

  @Test func `a cursor that was dropped is shown by the next frame that has one`() throws {
    let terminal = try startProbe(columns: 60, rows: 12)
    try terminal.press("D")
    #expect(terminal.isCursorVisible)
  }

  @Test func `a redraw before it is shown leaves nothing behind`() throws {
    let terminal = try startProbe(columns: 60, rows: 12)
    let rows = terminal.rows
    try terminal.press("r")
    #expect(terminal.rows[1...].elementsEqual(rows[1...]))
    #expect(!terminal.isCursorVisible)
  }

  @Test @MainActor func `what is written in parts is held until all of it is there`() {
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    var held = HeldOutput(of: ends[1])
    held.hold { for part in ["a ", "frame"] { _ = write(ends[1], part, part.utf8.count) } }
    var reading = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
    #expect(poll(&reading, 1, 0) == 0)
    #expect(held.removeBytes() == Array("a frame".utf8))
    #expect(held.isEmpty && held.removeBytes().isEmpty)
    _ = write(ends[1], "x", 1)
    #expect(poll(&reading, 1, 0) == 1)
  }
}
