import Glibc
import PseudoTerminal
import Testing

/// How every command ends when something stands in its way: the code, what is said, and that the
/// register is as it was.

/// A command that changes something, with what it changes.
struct Writer: Sendable, CustomTestStringConvertible {
  let words: String
  /// The file it writes.
  var file = "a.rec"
  /// What that says once it is done.
  let done: String
  /// Whether it takes the register's lock, and says so where it cannot.
  var locks = true

  /// How it ends where it can do nothing: of a merge git is to know that the file is not the
  /// outcome.
  var failing: Int32 { words.hasPrefix("merge") ? 255 : 1 }

  var testDescription: String { words }

  static let all = [
    Writer(words: "init new.rec", file: "new.rec", done: "Name: Liverpool"),
    Writer(words: "read letter.txt --into a.rec", done: "Id: jtai-wexmoor-2017/s1"),
    Writer(words: "set area ashby name=Birch -r a.rec", done: "Name: Birch"),
    Writer(words: "add area id=b name=Birch -r a.rec", done: "Name: Birch"),
    Writer(words: "remove theme spare -r a.rec", done: "Name: Neglect of older children\n\n%rec"),
    Writer(words: "tidy a.rec", done: "Id: aaa\nName: First\n\nId: ashby"),
    Writer(words: "codebook --import codes.csv -r a.rec", done: "Definition: What was learnt"),
    Writer(words: "merge base.rec a.rec theirs.rec", done: "Name: Constabulary", locks: false),
    Writer(words: "play keys --save -r a.rec", done: "Agency: police\nCriterion: I4"),
    Writer(words: "report method -o note.md -r a.rec", file: "note.md", done: "# ", locks: false),
    Writer(
      words: "report method -o old.md --force -r a.rec", file: "old.md", done: "# ", locks: false),
  ]

  /// Those that write the register itself, and no other file.
  static let ofRegister = all.filter { $0.file == "a.rec" && $0.locks }

  var arguments: [String] {
    words.split(separator: " ").map {
      $0 == "keys" ? "<Enter> <Enter> <Enter> c p 4 + <Enter>" : "\($0)"
    }
  }
}

/// A folder with all that the commands work on.
private struct Desk {
  let home = Home()
  /// What the register holds before; an area out of its order is there to be tidied.
  static let register =
    smallRegister.replacing("%rec: Framework", with: "Id: aaa\nName: First\n\n%rec: Framework")
    .replacing("%rec: Agency", with: "Id: spare\nName: No theme\n\n%rec: Agency")

  init() {
    for name in ["a.rec", "base.rec"] { home.write(Self.register, to: name) }
    home.write(
      Self.register.replacing("Name: Police", with: "Name: Constabulary"), to: "theirs.rec")
    home.write(wexmoorLetter, to: "letter.txt")
    home.write("name,description\nLearning,What was learnt\n", to: "codes.csv")
    home.write("old\n", to: "old.md")
    // What is wrong with the settings would be one more thing that is said.
    home.write("reviewer: ada\n", to: "config/jointview/config.yaml")
  }

  /// All that lies in the folder but the trail, which follows what is done.
  var files: [String: String] {
    let names = home.run(["-A", home.path], program: "/bin/ls").output.split(separator: "\n")
    let others: Set<Substring> = [
      "a.trail.rec", "code", "config", "data", "err", "out", "state", "disk.c", "disk.so",
    ]
    let own = names.filter { !others.contains($0) }.map(String.init)
    return Dictionary(uniqueKeysWithValues: own.map { ($0, home.read($0) ?? "") })
  }

  /// Runs the program in the folder, by way of other programs.
  func run(_ arguments: [String], by way: [String] = []) -> Outcome {
    let script = "cd '\(home.path)' && exec \"$@\""
    return home.run(["-c", script, "sh"] + way + [programPath] + arguments, program: "/bin/sh")
  }
}

@Test(arguments: Writer.all)
func `a command that nothing stands in the way of ends with 0, and says nothing is wrong`(
  writer: Writer
) {
  let desk = Desk()
  let outcome = desk.run(writer.arguments)
  #expect(outcome.status == 0)
  #expect(outcome.errors.isEmpty, "\(outcome.errors)")
  #expect(desk.files[writer.file]?.contains(writer.done) == true, "\(desk.files)")
  #expect(!desk.home.has(".a.rec.journal"))
}

@Test(arguments: Writer.all, FailingDisk.allCases)
func `wherever the disk fails, a command is done with 0, or has changed nothing and says so`(
  writer: Writer, disk: FailingDisk
) throws {
  let maker = Home()
  guard let library = maker.failingDisk() else { return print("skipped: no C compiler") }
  var codes: [Int32] = []
  for call in 0..<60 where codes.suffix(2) != [0, 0] {
    let desk = Desk()
    let before = desk.files
    let variables = disk.variables(from: call, library)
    let outcome = desk.run(writer.arguments, by: ["/usr/bin/env"] + variables)
    codes.append(outcome.status)
    let isDone = desk.files[writer.file]?.contains(writer.done) == true
    if outcome.status == 0 {
      #expect(isDone, "call \(call): \(outcome)")
      continue
    }
    #expect([1, writer.failing].contains(outcome.status), "call \(call): \(outcome)")
    #expect(outcome.errors.hasPrefix("jointview: "), "call \(call): \(outcome)")
    // A merge that fails leaves both versions where it can.
    if outcome.status == 1, desk.files[writer.file]?.contains("<<<<<<<") == true { continue }
    // Play keeps what it could not save; a test of its own says how.
    if writer.words.hasPrefix("play") { continue }
    #expect(outcome.output.isEmpty, "call \(call): \(outcome)")
    var after = desk.files
    // A disk that makes nothing durable leaves what nobody knows to last: that is said.
    func says(_ words: String) -> Bool { outcome.errors.contains(words) }
    if after.removeValue(forKey: ".a.rec.journal") != nil {
      #expect(says("check whether the next start makes it"), "call \(call): \(outcome)")
    }
    if isDone {
      #expect(
        says("is there, but may not last") || writer.words.hasPrefix("merge"),
        "call \(call): \(outcome)")
      after[writer.file] = before[writer.file]
    }
    after[".new.rec.journal"] = nil
    #expect(after == before, "call \(call): \(outcome)")
  }
  #expect(codes.contains(writer.failing) && codes.suffix(2) == [0, 0], "\(codes)")
}

@Test(arguments: Writer.all)
func `where no file may grow, a command says so with 1 and changes nothing`(writer: Writer) {
  let desk = Desk()
  let before = desk.files
  let script = """
    cd '\(desk.home.path)'
    { { (trap '' XFSZ; ulimit -f 0; exec "$@"); echo $? >code; } 2>&3 | cat >said; } 3>&1 | cat
    """
  let outcome = desk.home.run(
    ["-c", script, "sh", programPath] + writer.arguments, program: "/bin/sh")
  #expect(desk.home.read("code") == "\(writer.failing)\n", "\(outcome)")
  #expect(outcome.output.hasPrefix("jointview: "), "\(outcome)")
  if !writer.words.hasPrefix("play") { #expect(desk.home.read("said") == "") }
  unlink("\(desk.home.path)/said")
  #expect(desk.files == before)
}

@Test(arguments: Writer.all)
func `a file that may not be written ends a command with 1, and stays`(writer: Writer) {
  let desk = Desk()
  let before = desk.files
  // Root may write everything until it gives that up.
  let giveUp = ["/usr/bin/setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"]
  let isRoot = geteuid() == 0
  if isRoot, access(giveUp[0], X_OK) != 0 { return print("skipped: no setpriv") }
  chmod("\(desk.home.path)/a.rec", 0o444)
  chmod(desk.home.path, 0o555)
  let outcome = desk.run(writer.arguments, by: isRoot ? giveUp : [])
  chmod(desk.home.path, 0o755)
  #expect(outcome.status == writer.failing, "\(outcome)")
  #expect(outcome.errors.hasPrefix("jointview: "), "\(outcome)")
  if writer.file == "a.rec", writer.locks {
    #expect(outcome.errors == "jointview: a.rec cannot be changed: you may not write it\n")
  }
  #expect(outcome.output.isEmpty)
  #expect(desk.files == before)
}

@Test func `while the register is open on a screen, commands come about all the same`() throws {
  for writer in Writer.ofRegister where !writer.words.hasPrefix("play") {
    let desk = Desk()
    let terminal = try desk.home.open("\(desk.home.path)/a.rec")
    let outcome = desk.run(writer.arguments)
    #expect(outcome.status == 0, "\(writer.words): \(outcome.errors)")
    #expect(desk.home.read("a.rec")?.contains(writer.done) == true, "\(writer.words)")
    try terminal.leave()
  }
}

@Test func `keys that take long to play wait for the screen, end with 1 and change nothing`() throws
{
  let desk = Desk()
  let terminal = try desk.home.open("\(desk.home.path)/a.rec")
  let player = try #require(Writer.ofRegister.first { $0.words.hasPrefix("play") })
  let outcome = desk.run(player.arguments)
  #expect(outcome.status == 1)
  #expect(outcome.errors.contains("jointview: a.rec cannot be changed: ada (jointview "))
  #expect(desk.home.read("a.rec") == Desk.register)
  // Whoever only reads is not kept from it.
  #expect(desk.run(["list", "areas", "-r", "a.rec"]).status == 0)
  #expect(desk.run(["report", "method", "-r", "a.rec"]).status == 0)
  try terminal.leave()
}

@Test(arguments: [
  // What is refused.
  ("init a.rec", 1, "there is a file "),
  ("set area nowhere name=Birch -r a.rec", 1, "there is no area nowhere"),
  ("add area id=ashby name=Birch -r a.rec", 1, "there is already an area ashby"),
  ("remove area ashby -r a.rec", 1, "area ashby is named by 1 other record"),
  ("tidy marked.rec", 1, "marked.rec is left as it is: "),
  ("codebook --import many.csv -r a.rec", 1, "line 11, “K9”: all ten digits are taken"),
  ("merge base.rec ours.rec theirs.rec", 1, "ours.rec: "),
  ("report method -o old.md -r a.rec", 3, "old.md already exists; --force replaces it"),
  // What makes no sense.
  ("init", 2, "Missing expected argument"),
  ("init a.rec b.rec", 2, "Unexpected argument"),
  ("read roof.txt --into a.rec", 1, "It is not a report that jointview reads"),
  ("read nowhere.txt --into a.rec", 1, "nowhere.txt"),
  ("read letter.txt --into nowhere.rec", 1, "there is no file nowhere.rec"),
  ("read roof.txt", 1, "It is not a report that jointview reads"),
  ("read nowhere.txt", 1, "nowhere.txt"),
  ("set area ashby colour=red -r a.rec", 2, "an area has no colour; it has "),
  ("set town ashby name=x -r a.rec", 2, "town"),
  ("add area id -r a.rec", 2, "id"),
  ("remove area ashby -r roof.txt", 1, "roof.txt is not a register"),
  ("tidy roof.txt", 1, "roof.txt is not a register"),
  ("tidy nowhere.rec", 1, "there is no file nowhere.rec"),
  ("codebook --import nowhere.csv -r a.rec", 2, "nowhere.csv"),
  ("codebook --import roof.txt -r a.rec", 1, "roof.txt"),
  ("merge base.rec a.rec nowhere.rec", 255, "nowhere.rec"),
  ("play <Nokey> --save -r a.rec", 2, "“<Nokey>” at character 1 is not a key"),
  ("play j --size 0x0 --save -r a.rec", 2, "0x0"),
  ("play j --save -r roof.txt", 1, "roof.txt is not a register"),
  ("report weather -r a.rec", 2, "weather"),
  ("report picture when:2017 -r a.rec", 2, "when"),
  ("list contributions agency:plice -r a.rec", 2, "  agency:plice\n         ^\n"),
  ("report picture theme:x agency:plice -r a.rec", 2, "no theme is called “x”"),
  ("report pause --on 2016 -r a.rec", 2, "“2016” is not a date"),
  ("report burden --on 2016-06-24 -r a.rec", 2, "burden does not depend on the day"),
  ("report picture --key ashby -r a.rec", 2, "picture is not about a single record"),
  ("report method -o nowhere/note.md -r a.rec", 1, "cannot open"),
  ("report method -r roof.txt", 1, "roof.txt is not a register"),
  ("list towns -r a.rec", 2, "towns"),
  ("list areas when:2017 -r a.rec", 2, "areas have no “when”"),
  ("list areas -r nowhere.rec", 1, "there is no file nowhere.rec"),
  ("list areas -r roof.txt", 1, "roof.txt is not a register"),
  ("check", 2, "Missing expected argument"),
  ("check nowhere.rec", 1, "there is no file nowhere.rec"),
  ("check roof.txt", 1, "roof.txt"),
])
func `what is refused or makes no sense ends a command with its code, and the register stays`(
  words: String, code: Int, says: String
) {
  let desk = Desk()
  desk.home.write("Dear Sir or Madam, the roof leaks.\n", to: "roof.txt")
  let codes = (0...9).map { "K\($0),what it is\n" }.joined()
  desk.home.write("name,description\n" + codes, to: "many.csv")
  desk.home.write(Desk.register.replacing("Name: Police", with: "Name: Force"), to: "ours.rec")
  let marked = "\n%rec: Theme\n\n<<<<<<< HEAD\n=======\nId: b\nName: B\0\n>>>>>>> review\n"
  desk.home.write(Desk.register + marked, to: "marked.rec")
  let before = desk.files
  let outcome = desk.run(words.split(separator: " ").map(String.init))
  #expect(outcome.status == code, "\(outcome)")
  let said = words.hasPrefix("check ") ? outcome.output : outcome.errors
  #expect(said.contains(says), "\(outcome)")
  var after = desk.files
  // What both have changed stands there to be chosen.
  if words.hasPrefix("merge"), code == 1, after["ours.rec"]?.contains("%rec: Conflict") == true {
    after["ours.rec"] = before["ours.rec"]
  }
  #expect(after == before)
}
