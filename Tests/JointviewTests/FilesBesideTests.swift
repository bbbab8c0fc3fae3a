import Glibc
import PseudoTerminal
import Testing

/// Removes what lies beside a register for the program, as `git clean -fdX` does.
private func clean(_ home: Home, _ name: String = "a.rec") {
  unlink("\(home.path)/.\(name).journal")
  unlink("\(home.path)/.\(name).lock")
}

@Test func `a journal and a lock that are deleted while the register is open are there again`()
  throws
{
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let terminal = try home.open(path)
  terminal.send(toPassage + "cp4-\r")
  try terminal.wait(for: "police I4 - in jtai-ashby-2017/s1 (u undoes)")
  clean(home)
  try terminal.wait(for: "the journal beside the file had been removed; it is there again with")
  #expect(home.read(".a.rec.journal")?.contains("Agency: police") == true)
  #expect(home.has(".a.rec.lock"))
  terminal.send("ch4+\r")
  try terminal.wait(for: "health I4 + in jtai-ashby-2017/s1 (u undoes)")
  terminal.signal(SIGKILL)
  _ = try terminal.ending()
  let again = try home.open(path)
  #expect(again.shows("recovered 2 changes that the last run had not saved"))
  try again.leave()
}

@Test func `after a lock was deleted a second program still only reads`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let first = try home.open(path)
  clean(home)
  try first.wait(for: "the lock beside the file had been removed; it is taken again")
  let second = try home.open(path)
  #expect(second.rows[0].contains("a.rec (read only)"))
  try second.leave()
  try first.leave()
  #expect(!home.has(".a.rec.lock"))
}

@Test func `a command that cannot save has changed nothing, and repeated does it once`() throws {
  let home = Home()
  let notes = String(repeating: "# A note of somebody's that makes the file longer.\n", count: 40)
  let path = home.write(smallRegister + "\n" + notes, to: "a.rec")
  let before = home.read("a.rec")
  let add =
    "\(programPath) add contribution passage=jtai-ashby-2017/s1 agency=police direction=+ -r \(path)"
  // Files may be of 1 KB at most: the journal fits, the register does not.
  let limited = home.run(["-c", "trap '' XFSZ; ulimit -f 2; \(add)"], program: "/bin/sh")
  #expect(limited.status == 1)
  #expect(limited.errors.contains("not saved, and nothing is changed: no room for"))
  #expect(limited.output.isEmpty)
  #expect(home.read("a.rec") == before)
  #expect(!home.has(".a.rec.journal"))
  #expect(home.run(["-c", add], program: "/bin/sh").status == 0)
  #expect(home.read("a.rec")?.ranges(of: "Agency: police").count == 1)
}
