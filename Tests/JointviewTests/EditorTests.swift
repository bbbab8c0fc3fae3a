import Glibc
import PseudoTerminal
import Testing

@testable import jointview

extension Home {
  /// An editor of a test's own.
  fileprivate func editor(_ script: String) -> String {
    let program = write("#!/bin/sh\n\(script)\n", to: "editor")
    chmod(program, 0o755)
    return program
  }

  /// The names of memos on their way.
  fileprivate var drafts: [String] {
    Files.names(in: "\(path)/state/jointview").filter { $0.hasPrefix("memo-") }
  }

  fileprivate var draft: String? { drafts.first.flatMap { read("state/jointview/\($0)") } }

  /// Opens the small register and writes a memo on its passage in an editor.
  fileprivate func writeMemo(
    in editor: String, named variable: String = "EDITOR", _ register: String = smallRegister
  ) throws -> PseudoTerminal {
    let terminal = try open(
      write(register, to: "a.rec"), environment: [variable: editor], columns: 200)
    terminal.send(toPassage)
    try terminal.wait(for: "Nothing coded yet")
    terminal.send("M")
    return terminal
  }

  fileprivate var memos: String { run("list", "memos", "-r", "\(path)/a.rec").output }
}

@Test func `a memo is written in an editor, and nothing else is left of it`() throws {
  let home = Home()
  let editor = home.editor(
    "stat -c %a \"$1\" > \(home.path)/mode; "
      + "printf '\\n# Hubs\\n\\nThree d\u{e9}sks.\\n\\n' >> \"$1\""
  )
  let terminal = try home.writeMemo(in: editor)
  try terminal.wait(for: "memo on jtai-ashby-2017/s1 (u undoes)")
  #expect(home.drafts == [])
  #expect(home.read("mode") == "600\n")
  try terminal.leave()
  #expect(home.read("a.rec")?.contains("\nText: # Hubs\n+ \n+ Three d\u{e9}sks.\n") == true)
}

@Test(arguments: [
  ("nosuch", "EDITOR"), ("'nosuch --wait'", "VISUAL"), ("/etc/passwd -f", "EDITOR"),
])
func `an editor that cannot be run is named`(editor: String, variable: String) throws {
  let home = Home()
  let terminal = try home.writeMemo(in: editor, named: variable)
  try terminal.wait(for: " cannot run \(editor) (from \(variable)), so there is no memo")
  #expect(home.drafts == [])
  try terminal.leave()
}

@Test func `without any editor one is told how to name one`() throws {
  let home = Home()
  let terminal = try home.open(
    home.write(smallRegister, to: "a.rec"), environment: ["PATH": "/nowhere"], columns: 200)
  terminal.send(toPassage + "M")
  try terminal.wait(for: " cannot run vi; EDITOR names an editor, so there is no memo")
  try terminal.leave()
}

@Test func `an editor left as failed makes no memo, and keeps what was written`() throws {
  let home = Home()
  let editor = home.editor("echo precious >> \"$1\"; exit 1")
  let terminal = try home.writeMemo(in: editor)
  try terminal.wait(
    for:
      "\(editor) (from EDITOR) ended with exit code 1, so there is no memo; what was written is in "
  )
  #expect(home.draft?.hasSuffix("\nprecious\n") == true)
  try terminal.leave()
  #expect(!home.memos.contains("precious"))
}

@Test(arguments: ["exit 1", "kill -9 $$"])
func `an editor that failed before anything was written leaves nothing`(script: String) throws {
  let home = Home()
  let terminal = try home.writeMemo(in: home.editor(script))
  try terminal.wait(for: ", so there is no memo ")
  #expect(home.drafts == [])
  try terminal.leave()
}

@Test func `what an editor that returns at once writes later stays`() throws {
  let home = Home()
  // Not longer than the test, of which it has two.
  let wait = "while [ -d \(home.path) ] && [ ! -e \(home.path)/go ]; do sleep 0.02; done"
  let editor = home.editor(
    "(trap '' HUP; \(wait); echo later >> \"$1\") < /dev/null > /dev/null 2>&1 &")
  let terminal = try home.writeMemo(in: editor)
  try terminal.wait(for: "nothing was written; ")
  try terminal.wait(for: "--wait")
  #expect(home.drafts.count == 1)
  // Neither leaving nor another memo takes it away.
  let taken = terminal.timesScreenWasTaken
  terminal.send("M")
  // A key that comes before is the editor's.
  try terminal.wait(for: "the screen after the editor") {
    $0.isAtFence && $0.timesScreenWasTaken > taken
  }
  #expect(home.drafts.count == 2)
  try terminal.leave()
  home.write("", to: "go")
  for _ in 0..<20_000 where home.draft?.hasSuffix("later\n") != true { usleep(1000) }
  #expect(home.draft?.hasSuffix("later\n") == true)
}

@Test(arguments: [
  ("printf 'caf\\351\\n' >> \"$1\"", " is not UTF-8"),
  ("head -c 100000000 /dev/zero >> \"$1\"", " is larger than 1 MiB"),
  ("rm \"$1\"; mkdir \"$1\"", "it is not an ordinary file"),
])
func `what cannot be a memo is said and left where it is`(script: String, why: String) throws {
  let home = Home()
  let terminal = try home.writeMemo(in: home.editor(script))
  try terminal.wait(for: why)
  try terminal.wait(for: "left there")
  #expect(home.drafts.count >= 1)
  try terminal.leave()
  #expect(!home.memos.contains("thought"))
}

@Test func `a memo that the register refuses stays in its file`() throws {
  let home = Home()
  let editor = home.editor("echo precious >> \"$1\"")
  let terminal = try home.writeMemo(in: editor, smallRegister + "\n%rec: Memo\n%size: 0\n")
  try terminal.wait(for: "%size wants 0 records")
  try terminal.wait(for: "what was written is in \(home.path)/state/jointview/memo-")
  #expect(home.draft?.hasSuffix("\nprecious\n") == true)
}

@Test func `a draft that nobody wrote in is gone a day later`() throws {
  let home = Home()
  try home.writeMemo(in: "true").wait(for: "nothing was written; ")
  let old = try #require(home.drafts.first)
  let written = home.write("# memo on a\nprecious\n", to: "state/jointview/memo-writte")
  for file in ["\(home.path)/state/jointview/\(old)", written] {
    var times = [
      timeval(tv_sec: 1_000_000_000, tv_usec: 0), timeval(tv_sec: 1_000_000_000, tv_usec: 0),
    ]
    utimes(file, &times)
  }
  try home.writeMemo(in: "true").wait(for: "nothing was written; ")
  #expect(!home.drafts.contains(old))
  #expect(home.drafts.contains("memo-writte"))
}

@Test(arguments: [
  ("nosuch", " cannot run nosuch (from EDITOR)"),
  ("sh -c 'exit 3'", "sh -c 'exit 3' (from EDITOR) ended with exit code 3"),
])
func `the register's editor is heard as well`(editor: String, sentence: String) throws {
  let home = Home()
  let register = smallRegister.replacing("Letter: p", with: "Letter: police")
  let terminal = try home.open(
    home.write(register, to: "a.rec"), environment: ["EDITOR": editor], columns: 160)
  try terminal.press("gx")
  try terminal.wait(for: "“police” is not one letter")
  try terminal.press("e")
  try terminal.wait(for: sentence)
  try terminal.leave()
}

extension PseudoTerminal {
  fileprivate var timesScreenWasTaken: Int {
    String(decoding: transcript, as: UTF8.self)
      .split(separator: "\u{1b}[?1049h", omittingEmptySubsequences: false).count - 1
  }
}
