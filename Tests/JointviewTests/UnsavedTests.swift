import Glibc
import PseudoTerminal
import Testing

/// What became of what was changed, when it is not in the register's file.

private let coding = "<Enter> <Enter> <Enter> c p 4 - <Enter>"

/// The code that these keys make, as a change.
private let coded = "Agency: police\nCriterion: I4\nDirection: -\n"

@Test(arguments: FailingDisk.allCases)
func `wherever the disk fails under play --save, what is not saved is told and not gone`(
  disk: FailingDisk
) throws {
  let home = Home()
  guard let library = home.failingDisk() else { return print("skipped: no C compiler") }
  var codes: [Int32] = []
  for call in 0..<100 where codes.suffix(2) != [0, 0] {
    let path = home.write(smallRegister, to: "a.rec")
    let complaints = home.run("check", path).output
    let outcome = home.run(["play", coding, "--save", "-r", path], on: disk, from: call, library)
    codes.append(outcome.status)
    let (said, text) = (outcome.errors, home.read("a.rec") ?? "")
    #expect(text == smallRegister || text.contains(coded), "call \(call): \(text)")
    #expect(home.run("check", path).output == complaints)
    let isSaved = text.contains(coded)
    let isThere = home.run("list", "contributions", "-r", path).output.contains("police")
    if outcome.status == 0 {
      #expect(isSaved, "call \(call): \(said)")
    } else {
      #expect(outcome.status == 1 && !said.isEmpty)
      #expect(isThere || said.contains(coded), "call \(call): \(said)")
      if said.contains("in the journal") { #expect(isThere, "call \(call): \(said)") }
    }
    for name in [".a.rec.journal", "a.trail.rec"] { unlink("\(home.path)/\(name)") }
  }
  // It was met at every call, and at last at none.
  #expect(codes.first == 1 && codes.suffix(2) == [0, 0], "\(codes)")
}

@Test func `a key that play --save could not follow is told, with code 1`() {
  let home = Home()
  let register = smallRegister.replacing(
    "%rec: Contribution", with: "%rec: Contribution\n%size: 0")
  let path = home.write(register, to: "a.rec")
  let outcome = home.run("play", coding + " g a", "--save", "-r", path)
  #expect(outcome.status == 1)
  #expect(outcome.errors.hasPrefix("jointview: not done: the register's own description refuses"))
  #expect(home.read("a.rec") == register)
  // Nor is anything to be kept where nothing is saved.
  let dry = home.run("play", coding + " g a", "-r", path)
  #expect((dry.status, dry.errors) == (0, ""))
}

@Test func `a note half typed when the keys of play end is kept for the next start, and told`() {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let outcome = home.run("play", coding + " i h a l f", "--save", "-r", path)
  #expect(outcome.status == 1)
  #expect(
    outcome.errors
      == "jointview: \(path) is not fully saved: what was being typed is in the journal; "
      + "the next start goes on with it\n"
  )
  #expect(home.read("a.rec")?.contains(coded) == true)
  #expect(home.run("play", "a n d <Enter>", "--save", "-r", path).status == 0)
  #expect(home.read("a.rec")?.contains("Note: halfand\n") == true)
}

@Test func `what printing takes away from play is not what it saves`() {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let script = "'\(programPath)' play '\(coding)' --save -r '\(path)' >/dev/full"
  let outcome = home.run(["-c", script], program: "/bin/sh")
  #expect(outcome.status == 1)
  #expect(outcome.errors == "jointview: cannot write: No space left on device\n")
  #expect(home.read("a.rec")?.contains(coded) == true)
  #expect(!home.has(".a.rec.journal"))
}

// MARK: - On the screen

@Test func `Q says on the terminal given back what the journal has`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let terminal = try home.open(path)
  terminal.send(toPassage + "cp4-\rch4+\r")
  try terminal.wait(for: "2 unsaved")
  terminal.send("Q")
  #expect(try terminal.ending() == .exit(1))
  #expect(terminal.notGivenBack == [])
  try terminal.showsAll("2 changes are in the journal; the next start makes them again")
  let again = try home.open(path)
  #expect(again.shows("recovered 2 changes"))
  try again.leave()
  #expect(home.read("a.rec")?.contains("Agency: health") == true)
}

@Test(arguments: [SIGTERM, SIGHUP])
func `a signal says on the terminal given back what the journal has, with what was being typed`(
  signal: Int32
) throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let terminal = try home.open(path)
  terminal.send(toPassage + "cp4-\r")
  try terminal.wait(for: "(u undoes)")
  terminal.send("ihalf")
  try terminal.wait(for: "note half")
  terminal.signal(signal)
  #expect(try terminal.ending() == .signal(signal))
  try terminal.showsAll("1 change is in the journal; the next start makes it again")
  try terminal.showsAll("what was being typed is in the journal; the next start goes on with it")
  let again = try home.open(path)
  #expect(again.shows("note half"))
}

@Test(arguments: FailingDisk.allCases, [nil, SIGTERM])
func `what is in memory alone is printed on the terminal given back`(
  disk: FailingDisk, signal: Int32?
) throws {
  let home = Home()
  guard let library = home.failingDisk() else { return print("skipped: no C compiler") }
  let path = home.write(smallRegister, to: "a.rec")
  let terminal = try home.open(path, environment: home.environment(of: disk, library), columns: 160)
  terminal.send(toPassage + "ch4+\r")
  try terminal.wait(for: "health I4 + in jtai-ashby-2017/s1 (u undoes)")
  home.write("", to: "fails")
  terminal.send("cp4-\r")
  try terminal.wait(for: "not safe yet: ")
  if let signal {
    terminal.signal(signal)
    #expect(try terminal.ending() == .signal(signal))
  } else {
    terminal.send("Q")
    try terminal.wait(for: "only in memory; Q again discards it")
    terminal.send("Q")
    #expect(try terminal.ending() == .exit(1))
  }
  try terminal.showsAll("1 change is in the journal; the next start makes it again")
  try terminal.showsAll("1 change may not be kept anywhere but here:")
  try terminal.showsAll("Agency: police")
  #expect(home.read("a.rec") == smallRegister)
}

@Test func `what was being typed and could not be kept is printed on the terminal given back`()
  throws
{
  let home = Home()
  guard let library = home.failingDisk() else { return print("skipped: no C compiler") }
  let path = home.write(smallRegister, to: "a.rec")
  let terminal = try home.open(
    path, environment: home.environment(of: .full, library), columns: 160)
  terminal.send(toPassage + "cp4-\r")
  try terminal.wait(for: "(u undoes)")
  home.write("", to: "fails")
  terminal.send("ihalf a note")
  try terminal.wait(for: "note half a note")
  terminal.signal(SIGTERM)
  #expect(try terminal.ending() == .signal(SIGTERM))
  try terminal.showsAll("what was being typed may not be kept anywhere but here:")
  try terminal.showsAll("Text: half a note")
}

@Test func `a save that failed and then leaving is told, and is no success`() throws {
  let home = Home()
  guard let library = home.failingDisk() else { return print("skipped: no C compiler") }
  let path = home.write(smallRegister, to: "a.rec")
  let terminal = try home.open(
    path, environment: home.environment(of: .full, library), columns: 160)
  terminal.send(toPassage + "cp4-\r")
  try terminal.wait(for: "(u undoes)")
  home.write("", to: "fails")
  terminal.send("q")
  try terminal.wait(for: "not saved: ")
  #expect(terminal.shows("every change is in the journal"))
  terminal.send("Q")
  #expect(try terminal.ending() == .exit(1))
  try terminal.showsAll("1 change is in the journal; the next start makes it again")
  #expect(home.read("a.rec") == smallRegister)
}

@Test func `a register that another program removes and nobody writes again is told`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let terminal = try home.open(path)
  unlink(path)
  try terminal.wait(for: "the file was removed outside")
  terminal.send("Q")
  #expect(try terminal.ending() == .exit(1))
  try terminal.showsAll("has removed or emptied it, and it is not written again")
  home.write(smallRegister, to: "a.rec")
  let again = try home.open(path)
  unlink(path)
  try again.wait(for: "the file was removed outside")
  try again.leave()
  #expect(home.read("a.rec") == smallRegister)
}

@Test func `what could not be put into the trail is told when nothing shows it any more`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  // Not even root can write a trail where a folder stands.
  mkdir("\(home.path)/a.trail.rec", 0o755)
  let played = home.run("play", coding, "--save", "-r", path)
  #expect(played.status == 0)
  #expect(played.errors.hasPrefix("jointview: saved, but not in the trail: "), "\(played.errors)")
  #expect(home.read("a.rec")?.contains(coded) == true)
}

extension PseudoTerminal {
  /// Whether a sentence is shown, over however many lines.
  fileprivate func showsAll(_ sentence: String) throws {
    let words = rows.joined(separator: "").filter { !$0.isWhitespace }
    #expect(words.contains(sentence.filter { !$0.isWhitespace }), "\(rows)")
  }
}
