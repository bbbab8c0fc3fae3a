import Glibc
import PseudoTerminal
import Testing

/// Scripts that change a register while it is open on a screen.
@Suite struct `Scripts beside the screen` {
  private let home = Home()
  private let path: String

  init() { path = home.write(smallRegister, to: "a.rec") }

  @Test func `a change is in the file at once and on the screen soon, and u leaves it there`()
    throws
  {
    let terminal = try home.open(path)
    terminal.send(toPassage + "cp4-\r")
    try terminal.wait(for: "(u undoes)")
    let outcome = home.run("set", "area", "ashby", "name=Ashby Vale", "-r", path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(home.read("a.rec")?.contains("Name: Ashby Vale") == true)
    try terminal.wait(for: "Ashby Vale")
    terminal.send("u")
    try terminal.wait(for: "undid")
    terminal.send("u")
    try terminal.wait(for: "nothing left to undo")
    terminal.send("w")
    try terminal.leave()
    #expect(home.read("a.rec")?.contains("Name: Ashby Vale") == true)
    #expect(home.read("a.rec")?.contains("Direction") == false)
    #expect(home.read("a.trail.rec")?.contains("Ashby Vale") == true)
  }

  @Test func `forty scripts at once and an analyst who edits and saves lose nothing`() throws {
    let terminal = try home.open(path)
    terminal.send(toPassage)
    let scripts = (0..<40).map {
      "'\(programPath)' add memo kind=query inspection=jtai-ashby-2017 text=script-\($0) "
        + "-r '\(path)' >/dev/null 2>>'\(home.path)/errors' || echo \($0) failed "
        + ">>'\(home.path)/errors' &"
    }
    let all = scripts.joined(separator: "\n") + "\nwait"
    let shell = home.write(all, to: "all.sh")
    let other = try PseudoTerminal(
      "/bin/sh", ["-c", ". '\(shell)'; echo all done"], environment: home.environment)
    for number in 0..<10 {
      terminal.send("m")
      try terminal.wait(for: "memo on")
      terminal.send("screen-\(number)\r")
      try terminal.wait(for: "(u undoes)")
      terminal.send("w")
    }
    try other.wait(for: "all done")
    try terminal.leave()
    #expect(home.read("errors") == "" || home.read("errors") == nil)
    let text = home.read("a.rec") ?? ""
    for number in 0..<40 { #expect(text.contains("Text: script-\(number)\n")) }
    for number in 0..<10 { #expect(text.contains("Text: screen-\(number)\n")) }
    #expect(home.run("check", path).status == 0)
  }

  @Test func `a screen that is stopped keeps no script from its change`() throws {
    let terminal = try home.open(path)
    terminal.signal(SIGSTOP)
    for number in 0..<5 {
      let outcome = home.run("set", "area", "ashby", "name=Name \(number)", "-r", path)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    terminal.signal(SIGCONT)
    try terminal.wait(for: "Name 4")
    try terminal.leave()
    #expect(home.read("a.rec")?.contains("Name: Name 4") == true)
  }

  @Test func `whoever does not end their turn is named to a script within a second`() throws {
    let lock = home.write("Lock: 1\nPid: 4711\nUser: bo\nHost: desk\n", to: ".a.rec.turn")
    let file = open(lock, O_RDWR)
    defer { close(file) }
    #expect(flock(file, LOCK_EX | LOCK_NB) == 0)
    let outcome = home.run("set", "area", "ashby", "name=Birch", "-r", path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("cannot be changed: bo (jointview 4711 on desk)"))
    #expect(home.read("a.rec") == smallRegister)
  }
}
