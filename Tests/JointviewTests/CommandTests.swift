import Glibc
import PseudoTerminal
import Testing

@Test func `version and help are printed`() {
  let home = Home()
  let version = home.run("--version")
  #expect(version.status == 0)
  #expect(version.output == "0.1.0\n")
  for command in [
    "open", "init", "read", "check", "list", "set", "add", "remove", "codebook", "report", "play",
  ] {
    let help = home.run(command, "--help")
    #expect(help.status == 0)
    #expect(help.output.contains("USAGE: jointview \(command)"))
    #expect(home.run("--help").output.contains("  \(command) "))
  }
}

@Test(arguments: [
  ["--nonsense"], ["list"], ["list", "towns"], ["list", "areas", "--format", "xml"], ["check"],
  ["read"], ["play"], ["play", "<Nokey>"], ["play", "j", "--size", "wide"], ["init"],
])
func `a wrong command line is answered with code 2 and how it is right`(arguments: [String]) {
  let home = Home()
  let outcome = home.run(arguments)
  #expect(outcome.status == 2)
  #expect(outcome.output.isEmpty)
  #expect(!outcome.errors.isEmpty)
  #expect(!home.has("data/jointview/register.rec"))
}

@Test func `without a terminal the screen is not opened, and two commands are named`() {
  let home = Home()
  let outcome = home.run()
  #expect(outcome.status == 2)
  #expect(outcome.errors.contains("this is not a terminal"))
  #expect(outcome.errors.contains("jointview list"))
  #expect(outcome.errors.contains("jointview play"))
  #expect(!home.has("data/jointview/register.rec"))
}

@Test func `init makes a register once and never over a file`() throws {
  let home = Home()
  let path = "\(home.path)/deeper/a.rec"
  #expect(home.run("init", path).output == "made \(path)\n")
  let text = try #require(home.read("deeper/a.rec"))
  #expect(text.contains("Name: Liverpool\n"))
  let mine = home.write("mine", to: "b.rec")
  let again = home.run("init", mine)
  #expect(again.status == 1)
  #expect(again.errors.contains(mine))
  #expect(home.read("b.rec") == "mine")
}

@Test func `init --empty has words and no areas`() throws {
  let home = Home()
  let path = "\(home.path)/a.rec"
  #expect(home.run("init", "--empty", path).status == 0)
  #expect(home.run("list", "areas", "-r", path).output == "no areas\n")
  #expect(home.run("list", "agencies", "-r", path).output.contains("Police"))
  #expect(home.run("check", path).status == 0)
}

@Test func `what is made passes its own check and that of recutils`() throws {
  let home = Home()
  let path = "\(home.path)/a.rec"
  _ = home.run("init", path)
  let check = home.run("check", path)
  #expect(check.status == 0)
  #expect(check.output.isEmpty)
  if access("/usr/bin/recfix", X_OK) == 0 {
    #expect(home.run("--check", path, program: "/usr/bin/recfix").status == 0)
  }
}

@Test func `check names file, line and column and points at the place`() {
  let home = Home()
  let text = smallRegister.replacing("From: 2017-05-08", with: "From: May 2017")
  let path = home.write(text, to: "a.rec")
  let check = home.run("check", path)
  #expect(check.status == 1)
  let lines = check.output.split(separator: "\n")
  let line =
    text.split(separator: "\n", omittingEmptySubsequences: false)
    .firstIndex { $0.hasPrefix("From: May") }.map { $0 + 1 } ?? 0
  #expect(lines.first?.hasPrefix("\(path):\(line):7: error: ") == true)
  #expect(lines.dropFirst() == ["  From: May 2017", "        ^"])
}

@Test(arguments: [
  "/^(((((.{1,250}){1,250}){1,250}){1,250}){1,250})$/",
  "/(.*)(.*)(.*)(.*)(.*)\\1\\2\\3\\4\\5x/", "/((.?){0,40}){0,40}x/",
  "/\(String(repeating: "(", count: 50_000))a\(String(repeating: ")", count: 50_000))/",
])
func `a pattern of a file hangs no command`(pattern: String) {
  let home = Home()
  let text = smallRegister.replacing(
    "%rec: Area\n", with: "%rec: Area\n%type: Name regexp \(pattern)\n"
  )
  .replacing("Name: Ashby", with: "Name: \(String(repeating: "a", count: 600))")
  let path = home.write(text, to: "a.rec")
  let check = home.run("check", path)
  #expect(check.status == 1)
  #expect(check.output.split(separator: "\n").count == 3)
  #expect(check.output.contains("\(path):2:8: warning: this pattern "))
  #expect(home.run("set", "area", "ashby", "region=London", "-r", path).status == 0)
}

@Test func `no control byte of a file reaches the terminal, whatever is said of it`() throws {
  let home = Home()
  let text = smallRegister.replacing("From: 2017-05-08", with: "From: \u{1B}[2Jx")
    .replacing("Name: Ashby", with: "Name: Ash\u{1B}[31mby")
  let path = home.write(text, to: "a.rec")
  #expect(home.run("check", path).output.contains("“\u{FFFD}[2Jx” is not a date"))
  let key = home.run("set", "area", "\u{1B}[1m", "name=x", "-r", path)
  #expect(key.errors == "jointview: there is no area \u{FFFD}[1m\n")
  // A program gets the bytes as they are, a terminal does not.
  let csv = ["list", "areas", "-r", path, "--format", "csv"]
  #expect(home.run(csv).output.contains("Ash\u{1B}[31mby"))
  let terminal = try PseudoTerminal(
    programPath, csv, environment: home.environment, columns: 80, rows: 24)
  try terminal.wait(for: "Ash\u{FFFD}[31mby")
}

@Test(arguments: [
  ("\u{1B}[31mx\u{9B}", "U+001B"), ("\u{9B}", "U+009B"),
  ("\u{202E}x", "U+202E RIGHT-TO-LEFT OVERRIDE"), ("a\u{200B}b", "U+200B ZERO WIDTH SPACE"),
  ("a\u{E0041}", "U+E0041 TAG LATIN CAPITAL LETTER A"), ("a\rb", "U+000D"),
])
func `what nobody sees comes into no register`(value: String, name: String) {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  for words in [
    ["set", "area", "ashby", "name=\(value)"], ["add", "theme", "id=t", "name=\(value)"],
    ["set", "area", "ashby", "name=x", "--because", value],
  ] {
    let outcome = home.run(words + ["-r", path])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("would hold \(name), which nobody sees"))
  }
  #expect(home.read("a.rec") == smallRegister)
}

@Test func `a value with what nobody sees can be mended and undone`() {
  let home = Home()
  let text = smallRegister.replacing("Name: Ashby", with: "Name: Ash\u{202E}by")
  let path = home.write(text, to: "a.rec")
  let check = home.run("check", path)
  #expect(check.status == 1)
  #expect(check.output.contains(":10: warning: U+202E RIGHT-TO-LEFT OVERRIDE is invisible"))
  #expect(!check.output.contains("\u{202E}"))
  #expect(home.run("set", "area", "ashby", "region=London", "-r", path).status == 0)
  #expect(home.read("a.rec")?.contains("Ash\u{202E}by") == true)
  #expect(home.run("set", "area", "ashby", "name=Ashby", "-r", path).status == 0)
  #expect(home.run("check", path).output.contains("U+202E") == false)
}

@Test
func `check says all that is wrong in order, as text and as JSON, and ends where nobody reads`()
  throws
{
  let home = Home()
  let path = home.write(
    smallRegister + "\n" + String(repeating: "what is this\n", count: 20_000), to: "a.rec")
  let check = home.run("check", path)
  #expect(check.status == 1)
  let lines = check.output.split(separator: "\n").filter { $0.hasPrefix(path) }
    .compactMap { Int($0.dropFirst(path.count + 1).prefix { $0 != ":" }) }
  #expect(lines.count == 20_000 && lines == lines.sorted())
  let json = home.run("check", "--format", "json", path).output
  #expect(json.hasPrefix("[\n  {\n    \"file\""))
  #expect(json.hasSuffix("\n  }\n]\n"))
  #expect(json.split(separator: "\"line\": ").count == 20_001)
  let clean = home.write(smallRegister, to: "b.rec")
  #expect(home.run("check", "--format", "json", clean).output == "[]\n")
}

@Test(arguments: ["check", "list", "play", "read"])
func `a file that is missing or a folder is named with the reason`(command: String) {
  let home = Home()
  let missing = "\(home.path)/nowhere.rec"
  for path in [missing, command == "read" ? missing : home.path] {
    let outcome =
      switch command {
      case "list": home.run("list", "areas", "-r", path)
      case "play": home.run("play", "j", "-r", path)
      default: home.run(command, path)
      }
    #expect(outcome.status == 1)
    #expect((outcome.errors + outcome.output).contains(path))
  }
}

@Test func `a damaged register is read as far as it goes, and left as it is`() {
  let home = Home()
  let text = smallRegister + "\nthis is no field\n\u{1}\u{2}\n"
  let path = home.write(text, to: "a.rec")
  #expect(home.run("list", "areas", "-r", path).output.contains("Ashby"))
  #expect(home.run("check", path).status == 1)
  let screen = home.run("play", "w", "--save", "-r", path)
  #expect(screen.status == 0)
  #expect(screen.output.contains("Ashby"))
  #expect(home.read("a.rec") == text)
}

@Test(arguments: [
  ("iconv -t UTF-16LE", "iconv -f UTF-16LE -t UTF-8 FILE > NEW"),
  ("iconv -t UTF-16", "iconv -f UTF-16 -t UTF-8 FILE > NEW"),
  ("tr '\\n' '\\r'", "tr '\\r' '\\n' < FILE > NEW"),
])
func `a register in another encoding is named, with the command that mends it`(
  made: String, cure: String
) throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  func shell(_ script: String) -> Outcome {
    home.run("-c", "cd '\(home.path)' && \(script)", program: "/bin/sh")
  }
  #expect(shell("\(made) < a.rec > b.rec && cp b.rec kept.rec").status == 0)
  let other = "\(home.path)/b.rec"
  #expect(home.run("check", other).output.split(separator: "\n").count == 3)
  #expect(home.run("check", other).output.contains(cure))
  #expect(home.run("list", "areas", "-r", other).errors.contains(cure))
  #expect(home.run("set", "area", "ashby", "name=x", "-r", other).errors.contains(cure))
  #expect(shell("cmp b.rec kept.rec").status == 0)
  let mend = cure.replacing("FILE", with: "b.rec").replacing("NEW", with: "c.rec")
  #expect(shell("\(mend) && cmp c.rec a.rec").status == 0, "\(path)")
}

@Test func `a value that is not UTF-8 is refused, not repaired`() {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let script = "'\(programPath)' set area ashby \"name=$(printf 'caf\\351')\" -r '\(path)'"
  let outcome = home.run("-c", script, program: "/bin/sh")
  #expect(outcome.status == 2)
  #expect(outcome.errors.contains("“name=caf\u{FFFD}” is not UTF-8, but all of a register is\n"))
  #expect(home.read("a.rec") == smallRegister)
}

@Test func `a file may have a name that is no text`() {
  let home = Home()
  home.write(smallRegister, to: "a.rec")
  func shell(_ script: String) -> Outcome {
    let start = "set -e; cd '\(home.path)'; j='\(programPath)'; f=$(printf 'd\\351/\\377 é.rec')\n"
    return home.run("-c", start + script, program: "/bin/sh")
  }
  let outcome = shell(
    """
    mkdir "${f%/*}"; mv a.rec "$f"
    "$j" set area ashby name=Changed -r "$f"; "$j" check "$f"; "$j" tidy "$f"
    "$j" report burden -r "$f" -o "$f.md"; "$j" play 'g i' --size 60x16 -r "$f"
    ls "${f%/*}" | wc -l; cd "${f%/*}"; "$j" list areas -r "${f#*/}"
    """)
  #expect(outcome.errors == "" && outcome.status == 0)
  #expect(outcome.output.contains("\u{FFFD} é.rec"), "the screen's first line")
  // The register, its trail and the report: nothing was written by another name.
  #expect(outcome.output.contains("\n3\n") && outcome.output.contains("Changed"))
  let missing = shell("\"$j\" list areas -r \"no$f\"")
  #expect(missing.errors.contains("there is no file nod\u{FFFD}/\u{FFFD} é.rec"))
  _ = shell("rm -r \"${f%/*}\"")
}

@Test func `list prints a table, CSV or JSON, and takes the filters of the screens`() {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let table = home.run("list", "agencies", "-r", path).output
  #expect(table.split(separator: "\n").count == 3)
  #expect(table.contains("police  Police  p"))
  let csv = home.run("list", "agencies", "police", "-r", path, "--format", "csv").output
  #expect(csv.hasPrefix("Id,Name,Letter,"))
  #expect(csv.hasSuffix("\r\npolice,Police,p,,,,\r\n"))
  let json = home.run("list", "inspections", "from:2017..", "-r", path, "--format", "json").output
  #expect(json.contains("\"jtai-ashby-2017\""))
  let wrong = home.run("list", "inspections", "when:2017", "-r", path)
  #expect(wrong.status == 2)
  #expect(wrong.errors.contains("inspections have no “when”; they have"))
}

@Test(arguments: ["agencies", "agency", "Agency"])
func `a type goes by the words of the screens and by that of the register`(type: String) {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  #expect(home.run("list", type, "-r", path).output.contains("police  Police  p"))
}

@Test func `a change made where git left two versions says what became of them`() {
  let home = Home()
  let marked = smallRegister.replacing(
    "From: 2017-05-08", with: "<<<<<<< HEAD\nFrom: 2017-05-08\n=======\nFrom: 2017-05-09\n>>>>>>> x"
  )
  let path = home.write(marked, to: "a.rec")
  let set = home.run("set", "agency", "police", "name=The police", "-r", path)
  #expect(set.status == 0)
  #expect(set.errors.contains("git left a conflict in the file: both versions are here"))
  #expect(home.read("a.rec")?.contains("%rec: Conflict") == true)
}

@Test func `where git's two versions do not go together, a change is refused with the reason`() {
  let home = Home()
  let text =
    smallRegister + "\n%rec: Theme\n\n<<<<<<< HEAD\n=======\nId: b\nName: B\0\n>>>>>>> review\n"
  let path = home.write(text, to: "a.rec")
  let set = home.run("set", "agency", "police", "name=The police", "-r", path)
  #expect(set.status == 1)
  #expect(set.errors.contains("fix what git left in the file in an editor first"))
  #expect(home.read("a.rec") == text)
}

@Test func `of two records with one key neither is changed`() {
  let home = Home()
  let text = smallRegister.replacing(
    "Id: police\n", with: "Id: police\nName: Another\n\nId: police\n")
  let path = home.write(text, to: "a.rec")
  let set = home.run("set", "agency", "police", "name=The police", "-r", path)
  #expect(set.status == 1)
  #expect(set.errors.contains("two agencies have the key police; give one another key"))
  #expect(home.read("a.rec") == text)
}

@Test func `the trail of a private register is private`() {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  chmod(path, 0o600)
  #expect(home.run("set", "agency", "police", "name=The police", "-r", path).status == 0)
  var status = stat()
  #expect(stat("\(home.path)/a.trail.rec", &status) == 0)
  #expect(status.st_mode & 0o777 == 0o600)
}

@Test func `a file that is no report is refused with a reason`() {
  let home = Home()
  let path = home.write("Dear Sir or Madam, the roof leaks.\n", to: "roof.txt")
  let outcome = home.run("read", path)
  #expect(outcome.status == 1)
  #expect(outcome.errors.hasPrefix("jointview: \(path): It is not a report that jointview reads"))
  let pdf = home.run("read", home.write("%PDF-1.4\nno more", to: "broken.pdf"))
  #expect(pdf.status == 1)
  #expect(pdf.errors.contains("broken.pdf: the PDF is damaged or incomplete"))
}

@Test func `without a home folder a register must be named, and then all works`() {
  let home = Home()
  let names = ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "USER"]
  let outcome = home.run("list", "areas", without: names)
  #expect(outcome.status == 1)
  #expect(outcome.errors.contains("neither HOME nor XDG_DATA_HOME is set"))
  let path = home.write(smallRegister, to: "a.rec")
  #expect(home.run("play", "j", "-r", path, without: names).output.contains("Ashby"))
}

@Test func `the words of a criterion are set with a reason alone, and the former ones kept`() {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let words = ["set", "criterion", "I4", "definition=What the area does", "-r", path]
  let refused = home.run(words)
  #expect(refused.status == 1)
  #expect(refused.errors.contains("not done: a reason is needed to redefine a criterion"))
  #expect(home.read("a.rec") == smallRegister)
  let before = home.run(words + ["--because", "clearer", "--dry-run"])
  #expect(
    before.output == """
      criterion I4: 1 new, 1 changed, 0 removed
      the previous words of I4 are kept as version 1

      """)
  #expect(home.read("a.rec") == smallRegister)
  let unseen = home.run("set", "area", "ashby", "name=a\u{200B}b", "-r", path, "--dry-run")
  #expect(unseen.status == 2 && unseen.errors.contains("which nobody sees"))
  let named = home.run("remove", "area", "ashby", "-r", path)
  let tried = home.run("remove", "area", "ashby", "-r", path, "--dry-run")
  #expect(named.status == 1 && tried.status == 1)
  for refused in [named, tried] {
    #expect(refused.errors.contains("area ashby is named by 1 other record"))
  }
  let made = home.run(words + ["--because", "clearer"])
  #expect(made.status == 0 && made.output == "")
  #expect(made.errors == "jointview: the previous words of I4 are kept as version 1\n")
  #expect(home.run("list", "wordings", "-r", path).output.contains("Response to the theme"))
  #expect(home.read("a.rec")?.contains("Version: 2\n") == true)
  let retired = home.run("set", "criterion", "I4", "status=retired", "-r", path)
  #expect(retired.status == 1)
  #expect(retired.errors.contains("Status of a criterion cannot be set directly"))
}

@Test func `of a large register a list says that more may be wrong`() {
  let home = Home()
  func areas(_ count: Int) -> String {
    "%rec: Area\n\nId: a\nName: A\nColour: blue\n\n"
      + (1..<count).map { "Id: a\($0)\nName: A\($0)\nGss: no code\n\n" }.joined()
  }
  let small = home.write(areas(2), to: "small.rec")
  let large = home.write(areas(50_001), to: "large.rec")
  #expect(home.run("list", "areas", "-r", small).errors.contains(" 2 problems in \(small)"))
  #expect(
    home.run("list", "areas", "-r", large).errors.contains("at least 50001 problems in \(large)"))
}
