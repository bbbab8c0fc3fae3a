import Glibc
import PseudoTerminal
import Seeded
import Testing

/// The program edits and saves on a terminal, is killed at a random moment, and comes back; again
/// and again on one register. 50 rounds, or as many as `JOINTVIEW_KILLS` says: 1000 for the long
/// test.
@Test func `whenever the program is killed, no acknowledged edit is lost`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  try kill(Places.number("JOINTVIEW_KILLS") ?? 50, path, home, [{ try home.open(path) }])
}

/// The same with two people in a folder of both, who take up what the other's kill has left: a
/// quarter as many rounds. What is not one's own is saved in place, so that kills meet that, too.
@Test(.enabled(if: SharedFolder.isPossible, "only root, with setpriv, can be two people"))
func `whoever of two is killed, the other goes on with all that was acknowledged`() throws {
  let folder = SharedFolder()
  let path = folder.register
  let rounds = max(8, (Places.number("JOINTVIEW_KILLS") ?? 50) / 4)
  try kill(
    rounds, path, folder.home, [{ try folder.ada.open(path) }, { try folder.bo.open(path) }])
}

private func kill(
  _ rounds: Int, _ path: String, _ home: Home, _ people: [Typist.Opening]
) throws {
  let seed = Places.number("JOINTVIEW_SEED").map(UInt64.init) ?? .random(in: 0..<1_000_000)
  print("killed \(rounds) times, \(people.count) people, seed \(seed)")
  var typist = Typist(path, home, people, random: SeededGenerator(seed: seed))
  for round in 1...rounds {
    try typist.sit(round)
    let outcome = typist.count()
    #expect(typist.acknowledged <= outcome.count, "round \(round): \(outcome.text)")
    #expect(outcome.count <= typist.tried, "round \(round): \(outcome.text)")
    typist.settle(on: outcome.count)
  }
  #expect(typist.kills == rounds)
  #expect(typist.kept > rounds / 2, "hardly anything was edited")
  #expect(home.run("check", path).output == typist.complaints)
  // Whoever changes the file next catches up the trail.
  #expect(home.run("set", "area", "ashby", "name=Ashby Vale", "-r", path).status == 0)
  let made = home.readAll(path.dropLast(4) + ".trail.rec")?.ranges(of: "\nInsert: Contribution")
    .count
  #expect(made == typist.acknowledged, "the trail has each edit once")
}

/// What the person who runs the tests asks for.
enum Places {
  static func number(_ name: String) -> Int? {
    getenv(name).flatMap { Int(String(cString: $0)) }
  }
}

/// Somebody who codes the same passage over and over and counts what the screen has said is made.
private struct Typist {
  typealias Opening = () throws -> PseudoTerminal

  let home: Home
  let path: String
  /// Opens the program as each of those who take turns.
  let people: [Opening]
  /// What is wrong with the register from the start.
  let complaints: String
  /// Contributions that the screen said were made, and those that were asked for, since the start.
  private(set) var acknowledged = 0
  private(set) var tried = 0
  private(set) var kills = 0
  private(set) var kept = 0
  private var random: SeededGenerator

  init(_ path: String, _ home: Home, _ people: [Opening], random: SeededGenerator) {
    (self.path, self.home, self.people, self.random) = (path, home, people, random)
    complaints = home.run("check", path).output
  }

  /// Opens, works a little, and is killed in the middle of the next thing.
  mutating func sit(_ round: Int) throws {
    let terminal = try people[round % people.count]()
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
    return (lines, outcome.errors + (home.readAll(path) ?? "no file"))
  }

  /// What was under way at the kill is there or not: from now on that is known.
  mutating func settle(on count: Int) {
    (acknowledged, tried, kept) = (count, count, count)
  }

  private mutating func code(on terminal: PseudoTerminal, wait: Bool) throws {
    tried += 1
    terminal.send("cp4-\r")
    guard wait else { return }
    // The position in the list counts what is there; the message alone would be that of the edit
    // before.
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
