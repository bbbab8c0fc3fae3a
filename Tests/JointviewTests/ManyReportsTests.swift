import Glibc
import PseudoTerminal
import Testing

@testable import jointview

struct `A folder of reports` {
  private let home = Home()

  /// A folder of letters of as many places, and a register without them.
  private func fill(_ names: [String]) -> (folder: String, register: String) {
    for (index, name) in names.enumerated() {
      home.write(Paper(of: letter(of: "Place \(Self.word(index))")).text, to: "letters/\(name)")
    }
    let register = home.path + "/a.rec"
    #expect(home.run("init", register, "--empty").status == 0)
    return (home.path + "/letters", register)
  }

  private static func word(_ index: Int) -> String {
    ["Alder", "Birch", "Cedar", "Dogwood", "Elder", "Fir", "Gorse", "Hazel"][index]
  }

  private var keys: [String] {
    let list = home.run("list", "inspections", "--format", "csv", "-r", home.path + "/a.rec").output
    return list.split(whereSeparator: \.isNewline).dropFirst().compactMap {
      $0.split(separator: ",").first
    }
    .map(String.init)
  }

  @Test func `is known by what its files hold, whatever they are called`() {
    let (folder, register) = fill(["a", "b.doc", "c.PDF", "d.pdf.part", "e.pdf"])
    let late = String(repeating: " ", count: 1000) + Paper(of: letter(of: "Late")).text
    home.write(late, to: "letters/late")
    let tooLate = String(repeating: " ", count: 1100) + Paper(of: letter(of: "Too Late")).text
    home.write(tooLate, to: "letters/later")
    home.write("notes on letters", to: "letters/notes.md")
    let outcome = home.run("read", folder, "--into", register)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.hasSuffix("5 reports read, 0 not\n"))
    #expect(
      keys == [
        "jtai-late-2017", "jtai-place-alder-2017", "jtai-place-birch-2017",
        "jtai-place-cedar-2017", "jtai-place-elder-2017",
      ])
  }

  @Test func `with a web page under a PDF's name has that told, and the rest read`() {
    let (folder, register) = fill(["a.pdf", "b.pdf"])
    home.write(
      "\n<!doctype html><html><head><title>Report not found</title>", to: "letters/c.pdf")
    home.write("%PDF-1.4 and no more", to: "letters/d.pdf")
    let outcome = home.run("read", folder, "--into", register)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("c.pdf is a web page, not a report (“Report not found”)"))
    #expect(outcome.errors.contains("d.pdf: the PDF is damaged or incomplete"))
    #expect(outcome.errors.hasSuffix("2 reports read, 2 not\n"))
    #expect(keys == ["jtai-place-alder-2017", "jtai-place-birch-2017"])
  }

  @Test func `read again changes nothing, and nothing is written`() {
    let (folder, register) = fill(["a.pdf", "b.pdf", "c.pdf"])
    #expect(home.run("read", folder, "--into", register).status == 0)
    let before = home.stamps()
    let again = home.run("read", folder, "--into", register)
    #expect(again.status == 0)
    #expect(again.output.matches(of: /: nothing new\n/).count == 3)
    #expect(home.stamps() == before)
  }

  @Test func `with two editions of one report, read again, changes nothing either`() {
    let (folder, register) = fill(["a.pdf"])
    let edition = letter(of: "Place Alder").replacing("on the same day", with: "within one day")
    home.write(edition, to: "letters/b.txt")
    for _ in 1...2 { #expect(home.run("read", folder, "--into", register).status == 0) }
    let before = home.stamps()
    #expect(home.run("read", folder, "--into", register).status == 0)
    #expect(home.stamps() == before)
  }

  @Test func `read again on a screen leaves nothing to save`() {
    let (folder, register) = fill(["a.pdf", "b.pdf", "c.pdf"])
    #expect(home.run("read", folder, "--into", register).status == 0)
    let before = home.read("a.rec")
    let keys = "R " + folder.map { "\($0)" }.joined(separator: " ") + " <Enter>"
    let screen = home.run("play", keys, "--save", "-r", register)
    #expect(screen.output.contains("3 reports read, nothing new"))
    #expect(!screen.output.contains("unsaved"))
    #expect(home.read("a.rec") == before)
  }

  @Test func `is read by as many programs at once as there are processors, and no more`() throws {
    let processors = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    let names = (0..<8).map { "\($0).pdf" }
    let (folder, register) = fill(names)
    // Each goes on once as many have met as can; a folder tells of how many there were at most.
    let most = min(processors, names.count)
    let search = home.replacePoppler(
      """
      cd \(home.path)
      mkdir -p ids/$$ counts
      while [ ! -d met ]; do [ $(ls ids | wc -l) -ge \(most) ] && mkdir -p met; done
      mkdir -p counts/$(ls ids | wc -l)
      rmdir ids/$$
      cd - > /dev/null
      exec /usr/bin/pdftotext "$@"
      """)
    let command = "PATH=\(search) \(programPath) read \(folder) --into \(register)"
    let outcome = home.run(["-c", command], program: "/bin/sh")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let counts = Files.names(in: home.path + "/counts").compactMap { Int($0) }
    #expect(counts.max().map { $0 <= processors } == true)
  }

  /// A pdftotext that reads the first letter, and hangs on the others.
  private func hang() -> String {
    home.replacePoppler(
      """
      case "$*" in *a.pdf*) exec /usr/bin/pdftotext "$@" ;; esac
      mkdir -p \(home.path)/ids/$$
      exec sleep 1000
      """)
  }

  private var hanging: Int { Files.names(in: home.path + "/ids").count }

  @Test func `keeps what is read when Ctrl-C ends the command`() throws {
    let (folder, register) = fill(["a.pdf", "b.pdf", "c.pdf", "d.pdf"])
    let terminal = try PseudoTerminal(
      programPath, ["read", folder, "--into", register],
      environment: home.environment.merging(["PATH": hang()]) { $1 })
    try terminal.wait(for: "read 1 of 4, ")
    try terminal.wait(for: "a letter that hangs") { _ in hanging > 0 }
    #expect(terminal.shows("left: a.pdf"))
    terminal.send("\u{3}")
    #expect(try terminal.ending() == .signal(SIGINT))
    #expect(terminal.shows("1 report read, 0 not; stopped, 3 left"))
    #expect(keys == ["jtai-place-alder-2017"])
  }

  @Test func `keeps what is read when Esc stops it on a screen`() throws {
    let (folder, register) = fill(["a.pdf", "b.pdf", "c.pdf", "d.pdf"])
    let terminal = try home.open(register, environment: ["PATH": hang()])
    terminal.send("R\(folder)\r")
    try terminal.wait(for: "1 of 4 reports read, ")
    try terminal.wait(for: "<Esc> stops")
    try terminal.wait(for: "a letter that hangs") { _ in hanging > 0 }
    terminal.send("\u{1b}")
    try terminal.wait(for: "1 report read, 3 new passages; stopped, 3 files left")
    try terminal.leave()
    #expect(keys == ["jtai-place-alder-2017"])
  }
}
