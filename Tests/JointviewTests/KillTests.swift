import Glibc
import PseudoTerminal
import Seeded
import Testing

/// The program edits and saves on a terminal, is killed at a random moment, and comes back; again and again on one
/// register. 50 rounds, or as many as `JOINTVIEW_KILLS` says: 1000 for the long test.
@Test func `whenever the program is killed, no acknowledged edit is lost`() throws {
  let rounds = Places.number("JOINTVIEW_KILLS") ?? 50
  let seed = Places.number("JOINTVIEW_SEED").map(UInt64.init) ?? .random(in: 0..<1_000_000)
  print("killed \(rounds) times, seed \(seed)")
  var typist = Typist(random: SeededGenerator(seed: seed))
  for round in 1...rounds {
    try typist.sit(round)
    let outcome = typist.count()
    #expect(typist.acknowledged <= outcome.count, "round \(round): \(outcome.text)")
    #expect(outcome.count <= typist.tried, "round \(round): \(outcome.text)")
    typist.settle(on: outcome.count)
  }
  #expect(typist.kills == rounds)
  #expect(typist.kept > rounds / 2, "hardly anything was edited")
  #expect(typist.home.run("check", typist.path).output == typist.complaints)
}

private enum Places {
  static func number(_ name: String) -> Int? {
    getenv(name).flatMap { Int(String(cString: $0)) }
  }
}

/// Somebody who codes the same passage over and over and counts what the screen has said is made.
private struct Typist {
  let home = Home()
  let path: String
  /// What is wrong with the register from the start.
  let complaints: String
  /// Contributions that the screen said were made, and those that were asked for, since the start.
  private(set) var acknowledged = 0
  private(set) var tried = 0
  private(set) var kills = 0
  private(set) var kept = 0
  private var random: SeededGenerator

  init(random: SeededGenerator) {
    self.random = random
    path = home.write(smallRegister, to: "a.rec")
    complaints = home.run("check", path).output
  }

  /// Opens, works a little, and is killed in the middle of the next thing.
  mutating func sit(_ round: Int) throws {
    let terminal = try home.open(path)
    terminal.send("gi\r\r")
    try terminal.wait(for: "c code")
    for _ in 0..<Int.random(in: 0...3, using: &random) { try code(on: terminal, wait: true) }
    if Bool.random(using: &random) { try code(on: terminal, wait: false) }
    if Int.random(in: 0..<3, using: &random) > 0 {
      terminal.send("w")
      // While it saves, too.
      if Bool.random(using: &random) {
        try code(on: terminal, wait: Bool.random(using: &random))
      }
    }
    Self.spin(microseconds: Int.random(in: 0...8_000, using: &random))
    terminal.signal(SIGKILL)
    if try terminal.ending() == .signal(SIGKILL) { kills += 1 }
  }

  /// What is there now: a start that recovers, as any does.
  func count() -> (count: Int, text: String) {
    let outcome = home.run("list", "contributions", "-r", path, "--format", "csv")
    let lines = outcome.output.split(separator: "\r\n").dropFirst().count
    return (lines, outcome.errors + (home.read("a.rec") ?? "no file"))
  }

  /// What was under way at the kill is there or not: from now on that is known.
  mutating func settle(on count: Int) {
    (acknowledged, tried, kept) = (count, count, count)
  }

  private mutating func code(on terminal: PseudoTerminal, wait: Bool) throws {
    tried += 1
    terminal.send("cp4-\r")
    guard wait else { return }
    // The position in the list counts what is there; the message alone would be that of the edit before.
    let position = "\(tried)/\(tried)"
    try terminal.wait(for: "contribution \(position)") { screen in
      // A save that ends in the same moment says so in place of it.
      let isSaid =
        screen.shows("police I4 - in jtai-ashby-2017/s1 (u undoes)")
        || screen.rows[23].hasPrefix(" saved ")
      return isSaid && screen.rows[23].hasSuffix(" " + position)
    }
    acknowledged += 1
  }

  /// A moment of the program's work, of which nothing shows on the terminal.
  private static func spin(microseconds: Int) {
    var start = timespec()
    clock_gettime(CLOCK_MONOTONIC, &start)
    var now = start
    while (now.tv_sec - start.tv_sec) * 1_000_000 + (now.tv_nsec - start.tv_nsec) / 1000
      < microseconds
    {
      clock_gettime(CLOCK_MONOTONIC, &now)
    }
  }
}
