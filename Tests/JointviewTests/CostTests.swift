import Glibc
import PseudoTerminal
import Testing

@Test(arguments: ["", "gi"])
func `a move of the cursor is one write of two rows, at most 900 bytes`(keys: String) throws {
  let home = Home()
  let terminal = try home.open(columns: 120, rows: 40)
  // One key a frame, or a frame that is still coming would be counted with the next.
  for key in keys { try terminal.press(String(key)) }
  try terminal.press("j")
  let writes = terminal.writes
  for _ in 0..<10 {
    let bytes = terminal.bytes
    try terminal.press("j")
    #expect(terminal.bytes - bytes <= 900)
  }
  // Into memory in one piece, and from there. The kernel counts a write a moment after it can be
  // read, so that each end may be one off.
  #expect((19...21).contains(terminal.writes - writes))
}

@Test func `500 held keys end in one place, in few frames`() throws {
  let home = Home()
  let terminal = try home.open(columns: 120, rows: 40)
  let (bytes, writes) = (terminal.bytes, terminal.writes)
  terminal.send(String(repeating: "j", count: 500))
  try terminal.wait(for: "161/161")
  #expect(terminal.writes - writes < 500)
  #expect(terminal.bytes - bytes < 500 * 60)
  terminal.send("k")
  try terminal.wait(for: "160/161")
}

@Test func `an idle second writes nothing`() throws {
  let home = Home()
  let terminal = try home.open()
  let bytes = terminal.bytes
  let end = time(nil) + 2
  try terminal.wait(for: "the second to pass") { _ in time(nil) >= end }
  #expect(terminal.bytes == bytes)
}
