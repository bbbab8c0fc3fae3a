import PseudoTerminal
import Seeded
import Testing

@Test func `the first frame fills the window and the terminal is given back`() throws {
  let terminal = try startProbe()
  #expect(terminal.isAlternateScreen)
  #expect(!terminal.isCursorVisible)
  #expect(terminal.takesMouse)
  #expect(terminal.bracketsPastes)
  #expect(terminal.rows[0] == "80x24 keys 0 last none")
  #expect(terminal.rows[23].hasPrefix(" 20  Garrowby"))
  terminal.send("q")
  #expect(try terminal.ending() == .exit(0))
  #expect(terminal.notGivenBack == [])
}

@Test func `text of all scripts stands in its place and commands nothing`() throws {
  let terminal = try startProbe()
  let row = try #require(terminal.rows.dropFirst(2).first)
  #expect(row == "日本語 e\u{301}a\u{300}\u{302} 👩👧 🇬🇧 \u{FFFD}  \u{FFFD}[31m| end")
  #expect(terminal.cell(x: 0, y: 2).columns == 2)
  #expect(terminal.cell(x: 7, y: 2).text == "e\u{301}")
  #expect(terminal.cell(x: 0, y: 2).isUnderlined)
}

@Test(arguments: [(20, 6), (250, 80), (3, 2), (2, 1), (1, 1), (1, 40), (200, 1)])
func `any size of window holds a screen`(columns: Int, rows: Int) throws {
  let terminal = try startProbe(columns: columns, rows: rows)
  let title = "\(columns)x\(rows) keys 1 last j"
  try terminal.press("j")
  #expect(terminal.rows[0] == title.prefix(columns).trimmingEnd)
  terminal.send("q")
  #expect(try terminal.ending() == .exit(0))
}

@Test func `a storm of resizes ends in the last size`() throws {
  let terminal = try startProbe()
  let seed = UInt64.random(in: 0...UInt64.max)
  var random = SeededGenerator(seed: seed)
  for step in 0..<60 {
    let columns = Int.random(in: 1...250, using: &random)
    let rows = Int.random(in: 1...80, using: &random)
    terminal.resize(columns: columns, rows: rows)
    if step % 3 == 0 { terminal.send("jk") }
  }
  terminal.resize(columns: 101, rows: 33)
  try terminal.wait(for: "the last size, seed \(seed)") {
    $0.rows[0].hasPrefix("101x33 keys 40 ") && $0.rows.last?.hasPrefix(" 29  Garrowby") == true
  }
  #expect(terminal.rows.count == 33)
}

@Test func `after a storm of keys and sizes a full repaint changes nothing`() throws {
  let terminal = try startProbe()
  let seed = UInt64.random(in: 0...UInt64.max)
  var random = SeededGenerator(seed: seed)
  for _ in 0..<100 {
    if Int.random(in: 0..<5, using: &random) == 0 {
      try resize(
        terminal, columns: Int.random(in: 1...130, using: &random),
        rows: Int.random(in: 1...45, using: &random))
    }
    try terminal.press(["j", "k", "s", "c", "語"].randomElement(using: &random) ?? "j")
  }
  let before = picture(of: terminal)
  try stopAndContinue(terminal)
  // All but the row that says that the program went on.
  #expect(picture(of: terminal) == before, "seed \(seed)")
}

/// Gives the window a size and waits for the frame that answers it, which the next key would take
/// for its own.
private func resize(_ terminal: PseudoTerminal, columns: Int, rows: Int) throws {
  if terminal.size == (columns, rows) { return }
  let fences = terminal.fences
  terminal.resize(columns: columns, rows: rows)
  try terminal.wait(for: "a frame of the new size") { $0.fences > fences }
}

/// Has the program repaint the screen from nothing.
private func stopAndContinue(_ terminal: PseudoTerminal) throws {
  try terminal.stop()
  let fences = terminal.fences
  terminal.signal(18 /* SIGCONT */)
  try terminal.wait(for: "a frame after the stop") { $0.fences > fences && $0.isAtFence }
}

private func picture(of terminal: PseudoTerminal) -> [[ScreenCell]] {
  let (columns, rows) = terminal.size
  return (0..<rows).filter { $0 != 1 }.map { y in
    (0..<columns).map { x in terminal.cell(x: x, y: y) }
  }
}
