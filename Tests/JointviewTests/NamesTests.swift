import Glibc
import PseudoTerminal
import Testing

/// What the program keeps for a register is that register's alone, whatever registers are called.
@Suite struct `Registers of names that are nearly the same` {
  private let home = Home()

  private func note(_ text: String, in path: String) -> Outcome {
    home.run("set", "area", "ashby", "name=\(text)", "-r", path)
  }

  @Test func `have trails of their own`() {
    let (plain, ending) = (
      home.write(smallRegister, to: "a"), home.write(smallRegister, to: "a.rec")
    )
    #expect(note("Plain", in: plain).status == 0)
    #expect(note("Ending", in: ending).status == 0)
    #expect(home.read("a.trail")?.contains("To: Plain") == true)
    #expect(home.read("a.trail.rec")?.contains("To: Ending") == true)
    #expect(home.read("a.trail.rec")?.contains("Plain") == false)
  }

  @Test func `take over the trail that they had before each had its own`() {
    let path = home.write(smallRegister, to: "a")
    home.write("%rec: Trail\n", to: "a.trail.rec")
    #expect(note("Plain", in: path).status == 0)
    #expect(!home.has("a.trail.rec"))
    #expect(home.read("a.trail")?.hasPrefix("%rec: Trail\n\nWhen: ") == true)
  }

  @Test func `keep a register whole that has the name of another's trail, and say so`() {
    let path = home.write(smallRegister, to: "a.rec")
    let other = home.write(smallRegister, to: "a.trail.rec")
    let outcome = note("Ashby Vale", in: path)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("a.trail.rec is not a trail; it was left alone"))
    #expect(home.read("a.trail.rec") == smallRegister)
    // What was done is not lost: the journal keeps it until there is a trail.
    rename(other, "\(home.path)/b.rec")
    #expect(note("Ashby", in: path).status == 0)
    #expect(home.read("a.trail.rec")?.contains("To: Ashby Vale") == true)
    #expect(home.read("a.trail.rec")?.contains("To: Ashby\n") == true)
  }

  @Test func `leave one another's temporary files alone`() {
    home.write(smallRegister, to: "a")
    home.write("half", to: ".a.b.4711-0.writing")
    home.write("theirs", to: ".a.b.4711-0.tmp")
    home.write("half", to: ".a.4711-0.writing")
    #expect(note("Ashby Vale", in: "\(home.path)/a").status == 0)
    #expect(home.has(".a.b.4711-0.writing") && home.has(".a.b.4711-0.tmp"))
    #expect(!home.has(".a.4711-0.writing"))
  }

  @Test func `have places of their own to come back to`() throws {
    let (first, second) = (
      home.write(smallRegister, to: "a-b/r.rec"), home.write(smallRegister, to: "a/b/r.rec")
    )
    let terminal = try home.open(first)
    terminal.send(toPassage)
    try terminal.wait(for: "Nothing coded yet")
    try terminal.leave()
    let other = try home.open(second)
    #expect(other.rows[0].contains("Areas"))
    try other.leave()
    let again = try home.open(first)
    #expect(again.shows("Nothing coded yet"))
    try again.leave()
  }

  @Test(arguments: [230, 244, 251])
  func `of names that fill a folder's line are changed like any`(length: Int) {
    for letter in ["a", "b"] {
      let name = String(repeating: "n", count: length - 5) + letter + ".rec"
      let path = home.write(smallRegister, to: name)
      let outcome = note("Ashby Vale \(letter)", in: path)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors == "")
      #expect(home.read(name)?.contains("Name: Ashby Vale \(letter)") == true)
    }
    let trails = home.run("-c", "cat \(home.path)/*trail.rec", program: "/bin/sh").output
    #expect(trails.contains("To: Ashby Vale a") && trails.contains("To: Ashby Vale b"))
  }
}

/// Links and pipes where the program keeps files of its own.
@Suite(.timeLimit(.minutes(1))) struct `What lies where the program keeps its files` {
  private let home = Home()
  private let path: String

  init() { path = home.write(smallRegister, to: "a.rec") }

  private func change() -> Outcome {
    home.run(
      "10", programPath, "set", "area", "ashby", "name=Ashby Vale", "-r", path,
      program: "/usr/bin/timeout")
  }

  private func isMade(_ outcome: Outcome) -> Bool {
    outcome.status == 0 && home.read("a.rec")?.contains("Name: Ashby Vale") == true
  }

  @Test func `is not written through a link, whose file keeps its owner, mode and bytes`() throws {
    let theirs = home.write("theirs\n", to: "other/file")
    chmod(theirs, 0o600)
    symlink(theirs, "\(home.path)/a.trail.rec")
    let outcome = change()
    #expect(isMade(outcome))
    #expect(outcome.errors.contains("done, but not in the trail: cannot use "))
    #expect(outcome.errors.contains("it is a link, and the program follows none there"))
    var status = stat()
    #expect(stat(theirs, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(home.read("other/file") == "theirs\n")
  }

  @Test func `is not made through a link that leads nowhere`() {
    symlink("\(home.path)/made", "\(home.path)/a.trail.rec")
    #expect(isMade(change()))
    #expect(!home.has("made"))
  }

  @Test func `is not taken for a journal or a lock`() {
    let theirs = home.write("Journal: 1\n", to: "other/file")
    symlink(theirs, "\(home.path)/.a.rec.journal")
    #expect(isMade(change()))
    #expect(home.read("other/file") == "Journal: 1\n")
    symlink(theirs, "\(home.path)/.a.rec.lock")
    let outcome = change()
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("what is beside it in place of a lock is not a file"))
    #expect(home.run("list", "areas", "-r", path).output.contains("Ashby Vale"))
    #expect(home.read("other/file") == "Journal: 1\n")
  }

  @Test(arguments: ["a.trail.rec", ".a.rec.journal", ".a.rec.lock"])
  func `does not hold a command if it is a pipe`(name: String) {
    #expect(mkfifo("\(home.path)/\(name)", 0o600) == 0)
    let outcome = change()
    if name.hasSuffix(".lock") {
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("what is beside it in place of a lock is not a file"))
    } else {
      #expect(isMade(outcome), "\(outcome.errors)")
    }
  }
}

/// What a report is written to.
@Suite struct `A report is not written` {
  private let home = Home()
  private let path: String

  init() { path = home.write(smallRegister, to: "a.rec") }

  private func write(_ name: String) -> Outcome {
    home.run("report", "method", "-r", path, "-o", "\(home.path)/\(name)", "--force")
  }

  @Test(arguments: ["a.rec", ".a.rec.journal", ".a.rec.lock", "a.trail.rec", "second.rec"])
  func `over the register or what belongs to it`(name: String) {
    if name == "second.rec" { link(path, "\(home.path)/second.rec") }
    let outcome = write(name)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("is a part of the register; it was left alone"))
    #expect(home.read("a.rec") == smallRegister)
    #expect(!home.has("a.trail.rec") && !home.has(".a.rec.journal"))
  }

  @Test func `through a link, or over a pipe`() {
    symlink("\(home.path)/made", "\(home.path)/link.md")
    #expect(write("link.md").errors.contains("it is a link"))
    #expect(!home.has("made"))
    mkfifo("\(home.path)/pipe.md", 0o600)
    #expect(write("pipe.md").errors.contains("it is not an ordinary file"))
    #expect(write("pipe.md").status == 1)
  }
}
