import Glibc
import PseudoTerminal
import Testing

/// How a program is started that lacks some of its first three descriptors: `<&- 2>&-`.
private let closings: [String] = (0..<8).map { number in
  let all = ["<&-", ">&-", "2>&-"]
  return all.indices.filter { number >> $0 & 1 == 1 }.map { all[$0] }.joined(separator: " ")
}

extension Home {
  /// Runs the program with its first three descriptors as a shell leaves them.
  fileprivate func run(_ words: String, _ redirection: String) -> Outcome {
    run(["-c", "'\(programPath)' \(words) \(redirection)"], program: "/bin/sh")
  }

  /// All that is in the folder of the register, as text.
  fileprivate var files: [String: String] {
    let names = ["a.rec", ".a.rec.journal", ".a.rec.lock"]
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in read(name).map { (name, $0) } })
  }
}

@Test(arguments: closings)
func `whichever descriptors are closed, add makes the record, and no file takes a message`(
  closing: String
) throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  // So that there is something to be said, too: the entry of the trail cannot be written.
  mkdir("\(home.path)/a.trail.rec", 0o755)
  let outcome = home.run("add area id=b name=Birch -r '\(path)'", closing)
  #expect(outcome.status == 0, "\(closing): \(outcome.errors)")
  var files = home.files
  // What the trail would not take stays in the journal, and nothing else is in that.
  let journal = files.removeValue(forKey: ".a.rec.journal") ?? ""
  #expect(journal.hasPrefix("Journal: 1\n") && !journal.contains("not in the trail"))
  #expect(
    files == [
      "a.rec": smallRegister.replacing("Name: Ashby\n", with: "Name: Ashby\n\nId: b\nName: Birch\n")
    ], "\(closing)")
  #expect(outcome.output == (closing.contains(" >&-") || closing.hasPrefix(">&-") ? "" : "b\n"))
  if !closing.contains("2>&-") { #expect(outcome.errors.contains("not in the trail")) }
}

@Test(arguments: closings)
func `whichever descriptors are closed, a refused change leaves the register as it is`(
  closing: String
) throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let outcome = home.run("set area nowhere name=Birch -r '\(path)'", closing)
  #expect(outcome.status == 1, "\(closing)")
  #expect(home.files == ["a.rec": smallRegister])
}

@Test(arguments: ["list areas -r", "check", "report picture -r"])
func `what is to be printed where standard output is closed is told, with code 1`(words: String) {
  let home = Home()
  let path = home.write(smallRegister.replacing("ashby\n", with: "ashby\nX\n"), to: "a.rec")
  let outcome = home.run("\(words) '\(path)'", ">&-")
  #expect(outcome.status == 1)
  #expect(outcome.errors.contains("cannot write: standard output is closed"), "\(outcome.errors)")
}

@Test func `a key that nobody can be told is told on standard error`() {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let closed = home.run("add area id=b name=Birch -r '\(path)'", ">&-")
  #expect(closed.status == 0)
  #expect(closed.errors.contains("standard output is closed; it would have said: b\n"))
  let full = home.run("add area id=c name=Cedar -r '\(path)'", ">/dev/full")
  #expect(full.status == 1)
  #expect(full.errors.contains("done, but cannot write “c”: No space left on device"))
  #expect(home.read("a.rec")?.contains("Name: Cedar") == true)
}

@Test func `whoever stops reading, as head does, takes nothing from what is done and found`() {
  let home = Home()
  let path = home.write(smallRegister.replacing("ashby\n", with: "ashby\nX\n"), to: "a.rec")
  /// The code of a command that prints into a pipe whose reader has gone.
  func code(_ words: String, _ descriptor: Int) -> Int32 {
    let script = """
      mkfifo pipe; : <pipe & exec 3>pipe; wait; rm pipe
      exec '\(programPath)' \(words) '\(path)' \(descriptor)>&3
      """
    return home.run(["-c", "cd '\(home.path)'; \(script)"], program: "/bin/sh").status
  }
  #expect(code("list areas -r", 1) == 0)
  #expect(code("check", 1) == 1)
  #expect(code("add area id=b name=Birch -r", 1) == 0)
  #expect(home.read("a.rec")?.contains("Id: b\n") == true)
  #expect(code("set area nowhere name=Birch -r", 2) == 1)
}

@Test(arguments: [4, 6, 9, 12, 20, 40, 63])
func `where too few files may be open it is said in a sentence`(limit: Int) throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let script = "ulimit -n \(limit); exec '\(programPath)' "
  let sentence =
    "jointview: no more than \(limit) files may be open at once here, and it takes 64: see ulimit "
    + "-n\n"
  for words in ["list areas -r '\(path)'", "add area id=b name=B -r '\(path)'"] {
    let outcome = home.run(["-c", script + words], program: "/bin/sh")
    #expect(outcome.status == 1 && outcome.errors == sentence, "\(outcome)")
  }
  let terminal = try PseudoTerminal(
    "/bin/sh", ["-c", script + "'\(path)'"], environment: home.environment, columns: 120)
  #expect(try terminal.ending() == .exit(1))
  #expect(terminal.shows("no more than \(limit) files may be open at once"))
  #expect(home.read("a.rec") == smallRegister)
}

@Test func `with as many files as it asks for the program opens, changes and saves`()
  throws
{
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let terminal = try PseudoTerminal(
    "/bin/sh", ["-c", "ulimit -n 64; exec '\(programPath)' '\(path)'"],
    environment: home.environment)
  try terminal.wait(for: "▌Ashby")
  terminal.send(toPassage + "cp4-\r")
  try terminal.wait(for: "(u undoes)")
  try terminal.leave()
  #expect(home.read("a.rec")?.contains("Agency: police") == true)
  // A low limit that may be raised is.
  let raised = home.run(
    ["-c", "ulimit -S -n 6; exec '\(programPath)' list areas -r '\(path)'"], program: "/bin/sh")
  #expect(raised.status == 0 && raised.output.contains("Ashby"))
}
