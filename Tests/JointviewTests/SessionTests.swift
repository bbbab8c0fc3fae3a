import Glibc
import PseudoTerminal
import Testing

@Test func `a round: browse, code, undo, save, quit, and come back to the same place`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let terminal = try home.open(path)
  #expect(terminal.rows[2].hasPrefix("▌Ashby"))
  terminal.send(toPassage + "c")
  try terminal.wait(for: "next: agency letter")
  terminal.send("p4-wh\rch4+\ru")
  try terminal.wait(for: "undid health I4 + in jtai-ashby-2017/s1")
  terminal.send("w")
  try terminal.wait(for: "saved 1 change in a.rec")
  try terminal.leave()
  #expect(home.read("a.rec")?.hasPrefix(smallRegister.dropLast()) == true)
  if access("/usr/bin/recsel", X_OK) == 0 {
    let arguments = ["-t", "Contribution", "-P", "Agency,Direction,With", path]
    #expect(home.run(arguments, program: "/usr/bin/recsel").output == "police\n-\nhealth\n")
  }
  let again = try home.open(path)
  #expect(again.rows[0].hasPrefix(" jointview ▸ Areas ▸ Ashby ▸ Ashby 2017 ▸ s1 "))
  #expect(again.shows("▌Police"))
}

@Test func `an edit that the register's own description refuses is not shown as made`() throws {
  let home = Home()
  let demand = "%rec: Contribution\n%size: 0"
  let register = smallRegister.replacing("%rec: Contribution", with: demand)
  let terminal = try home.open(home.write(register, to: "a.rec"))
  terminal.send(toPassage + "cp4-\r")
  try terminal.wait(for: "%size wants 0 records;")
  #expect(!terminal.shows("▌Police"))
}

@Test func `the first start makes a register and shows every area`() throws {
  let home = Home()
  let terminal = try home.open()
  #expect(terminal.rows[0].hasPrefix(" jointview ▸ Areas "))
  #expect(terminal.rows[2].contains("Barking and Dagenham"))
  terminal.send("gi/liver")
  try terminal.wait(for: "▌Liverpool")
  terminal.send("\r\r")
  try terminal.wait(for: "Fieldwork   2016-06-20")
  try terminal.leave()
  #expect(home.has("data/jointview/register.rec"))
}

@Test func `what another program writes is shown at once, with one's own changes on top`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let terminal = try home.open(path)
  terminal.send(toPassage + "cp4-\r")
  try terminal.wait(for: "police I4 - in jtai-ashby-2017/s1 (u undoes)")
  _ = home.write(smallRegister.replacing("Name: Ashby", with: "Name: Great Ashby"), to: "a.rec")
  try terminal.wait(for: "the file was changed outside; 1 change of yours merged into it")
  #expect(terminal.shows("Great Ashby"))
  terminal.send("w")
  try terminal.wait(for: "saved 1 change in a.rec")
  #expect(home.read("a.rec")?.contains("Name: Great Ashby") == true)
  #expect(home.read("a.rec")?.contains("Agency: police") == true)
  try terminal.leave()
}

@Test func `forty processes at once make forty edits`() throws {
  let home = Home()
  let areas = (1...20).map { "Id: a\($0)\nName: Area \($0)\n\n" }.joined()
  let path = home.write(
    smallRegister.replacing("Id: ashby\n", with: areas + "Id: ashby\n"), to: "a.rec")
  let add =
    "\(programPath) add contribution passage=jtai-ashby-2017/s1 agency=police direction=+ note=$i "
    + "-r \(path)"
  let set = "\(programPath) set area a$i ofsted=$((80000+i)) -r \(path)"
  let script =
    "for i in $(seq 20); do \(add) || echo failed & \(set) || echo failed & done; wait"
  let outcome = home.run(["-c", script], program: "/bin/sh")
  #expect(!outcome.output.contains("failed"), "\(outcome.errors)")
  let notes = home.read("a.rec")?.split(separator: "\n").filter { $0.hasPrefix("Note: ") } ?? []
  #expect(Set(notes).count == 20)
  let numbers = home.read("a.rec")?.split(separator: "\n").filter { $0.hasPrefix("Ofsted: ") } ?? []
  #expect(Set(numbers).count == 20)
}

@Test func `what a kill interrupts is there at the next start`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let terminal = try home.open(path)
  terminal.send(toPassage + "cp4-\r")
  try terminal.wait(for: "police I4 - in jtai-ashby-2017/s1 (u undoes)")
  terminal.signal(SIGKILL)
  #expect(try terminal.ending() == .signal(SIGKILL))
  #expect(home.read("a.rec") == smallRegister)
  let again = try home.open(path)
  #expect(again.shows("recovered 1 change that the last run had not saved"))
  #expect(again.shows("1 unsaved"))
  try again.leave()
  #expect(home.read("a.rec")?.contains("Agency: police") == true)
}

@Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
func `a program asked to end gives the terminal back and loses nothing`(signal: Int32) throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let terminal = try home.open(path)
  terminal.send(toPassage + "cp4-\r")
  try terminal.wait(for: "(u undoes)")
  terminal.signal(signal)
  #expect(try terminal.ending() == .signal(signal))
  #expect(terminal.notGivenBack == [])
  #expect(home.run("list", "contributions", "-r", path).output.contains("police"))
}

@Test func `Ctrl-Z gives the shell the terminal, and fg the screen back`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let script = "set -m; \(programPath) \(path); echo the shell again; read line; fg; echo end $?"
  let shell = try PseudoTerminal("/bin/sh", ["-c", script], environment: home.environment)
  try shell.wait(for: "▌Ashby")
  shell.send("\u{1a}")
  try shell.wait(for: "the shell again")
  #expect(!shell.isAlternateScreen)
  #expect(shell.isCursorVisible)
  shell.resize(columns: 100, rows: 30)
  shell.send("\n")
  try shell.wait(for: "the screen in its new size") {
    $0.isAlternateScreen && $0.rows[29].hasSuffix(" 1/1")
  }
  shell.send("\r")
  try shell.wait(for: "Areas ▸ Ashby")
  shell.send("q")
  try shell.wait(for: "end 0")
  _ = try shell.ending()
  #expect(shell.notGivenBack == [])
}

@Test func `a second program on a register only reads it, and says who has it`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let first = try home.open(path)
  let second = try home.open(path)
  #expect(second.rows[0].contains("a.rec (read only)"))
  #expect(second.shows(" read only: "))
  #expect(second.shows("has it open"))
  second.send(toPassage + "c")
  try second.wait(for: "Nothing coded yet")
  try second.wait(for: "has it open")
  // What is typed now was meant for the code line; Ctrl-C leaves that.
  second.send("\u{3}")
  try second.leave()
  first.send(toPassage + "cp4-\r")
  try first.wait(for: "(u undoes)")
  try first.leave()
  #expect(home.read("a.rec")?.contains("Agency: police") == true)
}

@Test(.enabled(if: geteuid() != 0, "root may write everything"))
func `a file that may not be written is only read`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  chmod(path, 0o444)
  let terminal = try home.open(path)
  #expect(terminal.shows("read only: you may not write it"))
  try terminal.leave()
}

@Test func `a file that another program wrote meanwhile is merged, not overwritten`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let terminal = try home.open(path)
  terminal.send(toPassage + "cp4-\r")
  try terminal.wait(for: "(u undoes)")
  home.write(smallRegister.replacing("meet each morning", with: "meet at noon"), to: "a.rec")
  terminal.send("w")
  try terminal.wait(for: "the file was changed outside; 1 change of yours merged into it")
  #expect(terminal.shows("meet at noon"))
  try terminal.leave()
  let text = try #require(home.read("a.rec"))
  #expect(text.contains("meet at noon") && text.contains("Agency: police"))
}

extension PseudoTerminal {
  /// Presses q and waits until the program has ended and the terminal is as it was.
  func leave() throws {
    send("q")
    let ending = try ending()
    #expect(ending == .exit(0))
    #expect(notGivenBack == [])
  }
}

@Test func `what a power cut takes from the trail is put down again`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let terminal = try home.open(path)
  terminal.send(toPassage + "cp4-\r")
  try terminal.wait(for: "police I4 - in jtai-ashby-2017/s1 (u undoes)")
  for note in ["first", "second"] {
    terminal.send("i\u{15}\(note)\r")
    try terminal.wait(for: "the note in the trail") { _ in
      home.read("a.trail.rec")?.contains("To: \(note)\n") == true
    }
  }
  terminal.signal(SIGKILL)
  #expect(try terminal.ending() == .signal(SIGKILL))
  let entries = try #require(home.read("a.trail.rec")).split(separator: "\n\nWhen: ")
  #expect(entries.count == 4)
  home.write(entries.prefix(2).joined(separator: "\n\nWhen: ") + "\n", to: "a.trail.rec")
  try home.open(path).leave()
  let trail = try #require(home.read("a.trail.rec"))
  #expect(trail.split(separator: "\n\nWhen: ").count == 4)
  #expect(trail.contains("To: first\n") && trail.contains("To: second\n"))
}

@Test func `a note half typed when the program is killed is there to be finished`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let terminal = try home.open(path)
  terminal.send(toPassage + "cp4-\ri")
  terminal.send("They meet each morning, but nobody writes down wh")
  try terminal.wait(for: "the draft in the journal") { _ in
    home.read(".a.rec.journal")?.contains("nobody writes down wh") == true
  }
  terminal.signal(SIGKILL)
  #expect(try terminal.ending() == .signal(SIGKILL))
  // Nor does a change from the shell take it away.
  #expect(home.run("set", "agency", "health", "name=All health", "-r", path).status == 0)
  #expect(home.read("a.rec")?.contains("Name: All health") == true)
  let again = try home.open(path)
  #expect(again.shows("note They meet each morning, but nobody writes down wh"))
  again.send("at.\r")
  try again.wait(for: "note on police - in jtai-ashby-2017/s1")
  try again.leave()
  #expect(
    home.read("a.rec")?.contains("Note: They meet each morning, but nobody writes down what.")
      == true)
  #expect(!home.has(".a.rec.journal"))
}
