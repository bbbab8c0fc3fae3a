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
  try first.wait(for: "the lock beside the file had been removed; it was made again")
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
    "\(programPath) add contribution passage=jtai-ashby-2017/s1 agency=police direction=+ -r "
    + "\(path)"
  // Files may be of 1 KB at most: the journal fits, the register does not.
  let limited = home.run(["-c", "trap '' XFSZ; ulimit -f 2; \(add)"], program: "/bin/sh")
  #expect(limited.status == 1)
  #expect(limited.errors.contains("not saved, and nothing has changed: no room for"))
  #expect(limited.output.isEmpty)
  #expect(home.read("a.rec") == before)
  #expect(!home.has(".a.rec.journal"))
  #expect(home.run(["-c", add], program: "/bin/sh").status == 0)
  #expect(home.read("a.rec")?.ranges(of: "Agency: police").count == 1)
}

@Test func `whoever only read can edit once the other is done, on what that one saved`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let first = try home.open(path)
  let second = try home.open(path)
  second.send(toPassage)
  try second.wait(for: "Nothing coded yet")
  first.send(toPassage + "cp4-\r")
  try first.wait(for: "(u undoes)")
  try first.leave()
  try second.wait(for: "you can edit now: the other program is done with the register")
  #expect(!second.rows[0].contains("(read only)"))
  #expect(second.rows[0].contains("▸ s1"), "it stays where it was")
  #expect(second.shows("Police"))
  second.send("ch4+\r")
  try second.wait(for: "health I4 + in jtai-ashby-2017/s1 (u undoes)")
  try second.leave()
  let text = try #require(home.read("a.rec"))
  #expect(text.contains("Agency: police") && text.contains("Agency: health"))
}

@Test func `a folder that is renamed is followed, and nothing is written under its former name`()
  throws
{
  let home = Home()
  mkdir("\(home.path)/six", 0o755)
  let terminal = try home.open(home.write(smallRegister, to: "six/a.rec"))
  terminal.send(toPassage + "cp4-\r")
  try terminal.wait(for: "the entry in the trail") { _ in home.has("six/a.trail.rec") }
  #expect(rename("\(home.path)/six", "\(home.path)/first six") == 0)
  mkdir("\(home.path)/six", 0o755)
  home.write(smallRegister, to: "six/a.rec")
  try terminal.wait(for: "the folder of the file is ")
  terminal.send("ch4+\r")
  try terminal.wait(for: "health I4 + in jtai-ashby-2017/s1 (u undoes)")
  try terminal.leave()
  #expect(home.read("first six/a.rec")?.contains("Agency: health") == true)
  #expect(home.read("six/a.rec") == smallRegister)
  #expect(home.read("first six/a.trail.rec")?.contains("Agency: health") == true)
  #expect(!home.has("six/.a.rec.journal") && !home.has("first six/.a.rec.journal"))
}

@Test func `a link that leads elsewhere is told, and the register saved where it was opened`()
  throws
{
  let home = Home()
  home.write(smallRegister, to: "a.rec")
  home.write(smallRegister, to: "b.rec")
  symlink("a.rec", "\(home.path)/link.rec")
  let terminal = try home.open("\(home.path)/link.rec")
  symlink("b.rec", "\(home.path)/next.rec")
  #expect(rename("\(home.path)/next.rec", "\(home.path)/link.rec") == 0)
  try terminal.wait(for: "link.rec leads to ")
  terminal.send(toPassage + "cp4-\r")
  try terminal.wait(for: "(u undoes)")
  try terminal.leave()
  #expect(home.read("a.rec")?.contains("Agency: police") == true)
  #expect(home.read("b.rec") == smallRegister)
}

@Test(arguments: ["set area ashby Name=B", "list areas", "play G"])
func `a pipe that nobody writes to is not waited for`(words: String) throws {
  let home = Home()
  let path = "\(home.path)/pipe"
  #expect(mkfifo(path, 0o600) == 0)
  let arguments = words.split(separator: " ").map(String.init) + ["-r", path]
  let outcome = home.run(["5", programPath] + arguments, program: "/usr/bin/timeout")
  #expect(outcome.status == 1, "\(outcome.errors)")
  #expect(outcome.errors.contains("pipe"))
}

@Test(arguments: [
  "check FILE", "list areas -r FILE", "report picture -r FILE", "play G -r FILE",
  "set area ashby Name=B -r FILE", "add area id=b Name=B -r FILE", "remove area ashby -r FILE",
  "tidy FILE", "codebook -r FILE", "merge FILE FILE FILE", "read --into FILE FILE",
  "read -r FILE FILE", "init FILE",
])
func `a device is no register, and is not read`(words: String) throws {
  let home = Home()
  let arguments = words.replacing("FILE", with: "/dev/zero").split(separator: " ").map(String.init)
  let limits = "ulimit -v 4000000; exec timeout 20 \"$@\""
  let outcome = home.run(["-c", limits, "sh", programPath] + arguments, program: "/bin/sh")
  // Where not even both versions can be kept, git is to leave the file alone.
  #expect(outcome.status == (words.hasPrefix("merge") ? 255 : 1), "\(outcome)")
  let said = outcome.errors + outcome.output
  let reason =
    words.hasPrefix("init") ? "there is a file /dev/zero already" : "not an ordinary file"
  #expect(said.contains(reason), "\(outcome)")
}

@Test func `a device is not opened on the screen`() throws {
  let home = Home()
  let terminal = try PseudoTerminal(
    programPath, ["/dev/zero"], environment: home.environment, columns: 120)
  #expect(try terminal.ending() == .exit(1))
  #expect(terminal.shows("cannot read /dev/zero: it is not an ordinary file"))
}

@Test(arguments: ["list areas -r", "report picture -r", "codebook -r", "play G -r"])
func `a pipe that somebody writes to is a register to read`(words: String) throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let script = "mkfifo '\(path).pipe'; cat '\(path)' >'\(path).pipe' & exec timeout 20 \"$@\""
  let arguments = words.split(separator: " ").map(String.init) + ["\(path).pipe"]
  let outcome = home.run(["-c", script, "sh", programPath] + arguments, program: "/bin/sh")
  #expect(outcome.status == 0, "\(outcome)")
}
