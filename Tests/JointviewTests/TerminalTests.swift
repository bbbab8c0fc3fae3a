import PseudoTerminal
import Seeded
import Testing

@Test func `a storm of resizes and keys ends in the last size`() throws {
  let home = Home()
  let terminal = try home.open()
  let seed = UInt64.random(in: 0...UInt64.max)
  var random = SeededGenerator(seed: seed)
  for step in 0..<60 {
    terminal.resize(
      columns: .random(in: 20...250, using: &random), rows: .random(in: 6...80, using: &random))
    terminal.send(["j", "k", "gi", "ga", "p", "/a\u{1b}"][step % 6])
  }
  terminal.resize(columns: 101, rows: 33)
  terminal.send("\u{1b}gajj")
  try terminal.wait(for: "the last size, seed \(seed)") {
    $0.rows[0].hasPrefix(" jointview ▸ Areas ") && $0.rows[4].hasPrefix("▌")
      && $0.rows[32].hasSuffix(" 3/161")
  }
  try terminal.leave()
}

@Test(arguments: [(20, 6), (80, 24), (120, 36), (200, 60), (250, 80), (1, 1), (10, 2)])
func `the program starts, moves and leaves in any window`(columns: Int, rows: Int) throws {
  let home = Home()
  let terminal = try home.open(columns: columns, rows: rows)
  for key in ["j", "\r", "\r", "?", "q"].dropLast() { terminal.send(key) }
  try terminal.leave()
}

@Test(arguments: [
  ("", "TERM is not set"), ("nosuchterm", "The terminal description “nosuchterm”"),
  ("dumb", "cannot move its cursor"),
])
func `a terminal that cannot be used is left alone, with a reason`(
  term: String, reason: String
) throws {
  let home = Home()
  let terminal = try PseudoTerminal(
    programPath, environment: home.environment.merging(["TERM": term]) { $1 }, columns: 160)
  #expect(try terminal.ending() == .exit(1))
  #expect(terminal.shows(reason))
  #expect(terminal.notGivenBack == [])
}

@Test(arguments: [["NO_COLOR": "1"], ["TERM": "vt100"]])
func `without colour the cursor is still seen`(environment: [String: String]) throws {
  let home = Home()
  let terminal = try home.open(environment: environment)
  let cells = (0..<24).flatMap { y in (0..<80).map { terminal.cell(x: $0, y: y) } }
  #expect(cells.allSatisfy { $0.foreground == -1 && $0.background == -1 })
  #expect(terminal.cell(x: 1, y: 2).isReversed)
  #expect(!terminal.cell(x: 1, y: 3).isReversed)
  try terminal.leave()
}

@Test func `a click goes to a row`() throws {
  let home = Home()
  let terminal = try home.open()
  try terminal.press("\u{1b}[<0;5;6M\u{1b}[<0;5;6m")
  try terminal.wait(for: "the row clicked on") { $0.rows[5].hasPrefix("▌") }
  #expect(terminal.rows[0].hasPrefix(" jointview ▸ Areas  "))
  try terminal.leave()
}

@Test func `T goes through the colour schemes`() throws {
  let home = Home()
  let terminal = try home.open()
  let before = terminal.cell(x: 1, y: 3)
  let names = [
    "dracula", "gruvbox-dark-hard", "gruvbox-light-hard", "light", "modus-operandi",
    "modus-vivendi", "modus-vivendi-deuteranopia", "monochrome", "nord", "onedark",
    "solarized-light", "catppuccin-latte", "catppuccin-mocha", "dark",
  ]
  for name in names {
    terminal.send("T")
    try terminal.wait(for: "colour scheme \(name)  ")
    let isOurs = terminal.cell(x: 1, y: 3) == before
    // Of 256 colours Gruvbox has the same ground.
    #expect(isOurs == (name == "dark") || name == "gruvbox-dark-hard", "\(name)")
  }
  try terminal.leave()
}
