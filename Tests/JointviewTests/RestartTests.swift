import Glibc
import PseudoTerminal
import Testing

/// A text as keys.
private func typed(_ text: String) -> String {
  text.map { $0 == " " ? "<Space>" : String($0) }.joined(separator: " ")
}

/// Keys that note something on the first contribution of the list.
private func note(_ text: String) -> String {
  "g c i <C-u> " + text.map { String($0) }.joined(separator: " ") + " <Enter> "
}

/// The small register with a contribution in it.
private let coded =
  smallRegister + """

    Id: C-00000001
    Passage: jtai-ashby-2017/s1
    Agency: police
    Criterion: I4
    Direction: +
    By: ada
    On: 2026-11-20

    """

extension Home {
  /// Presses keys and keeps what they change: a start of the program and its end.
  @discardableResult
  fileprivate func sit(_ keys: String, by user: String = "ada") -> String {
    run(as: user, "play", keys, "--save", "-r", "\(path)/a.rec", "--size", "220x24").output
  }

  fileprivate var register: String { read("a.rec") ?? "" }
  fileprivate var trail: String { read("a.trail.rec") ?? "" }
}

@Test func `edit, save, quit, start again: u and Ctrl-R go on as if one had never left`() throws {
  let home = Home()
  let path = home.write(coded, to: "a.rec")
  let first = try home.open(path)
  first.send("gcione\r")
  try first.wait(for: "note on police + in")
  first.send("i\u{15}two\r")
  try first.wait(for: "2 unsaved")
  first.send("w")
  try first.wait(for: "saved 2 changes")
  try first.leave()
  let two = home.register
  #expect(two.contains("Note: two"))

  let second = try home.open(path)
  second.send("uu\u{12}")
  try second.wait(for: "redid note on police + in jtai-ashby-2017/s1, of ")
  second.send("w")
  try second.wait(for: "saved 1 change in")
  #expect(home.register == two.replacing("Note: two", with: "Note: one"))
  try second.leave()

  // What was taken back in the run before is neither taken back twice nor lost.
  let third = try home.open(path)
  third.send("u")
  try third.wait(for: "undid note on police + in")
  third.send("u")
  try third.wait(for: "nothing left to undo")
  #expect(third.shows("1 unsaved"))
  third.send("\u{12}\u{12}w")
  try third.wait(for: "saved 1 change in")
  #expect(home.register == two)
  try third.leave()
  #expect(home.run("check", path).status == 0)
}

@Test func `what a kill interrupted can be undone after the next start`() throws {
  let home = Home()
  let path = home.write(coded, to: "a.rec")
  home.sit(note("one"))
  let terminal = try home.open(path)
  terminal.send("gci\u{15}two\r")
  try terminal.wait(for: "(u undoes)")
  // The trail follows the screen.
  try terminal.wait(for: "the entry in the trail") { _ in home.trail.contains("two") }
  terminal.signal(SIGKILL)
  _ = try terminal.ending()
  #expect(!home.register.contains("two"))
  // As if the kill had come between the journal and the trail.
  let trail = home.trail
  let last = try #require(trail.ranges(of: "\nWhen: ").last)
  home.write(String(trail[..<last.lowerBound]) + "\nWhen: 2026-11-2", to: "a.trail.rec")
  let again = try home.open(path)
  #expect(again.shows("recovered 1 change"))
  again.send("uu")
  try again.wait(for: "3 unsaved")
  again.send("w")
  try again.wait(for: "saved 3 changes")
  try again.leave()
  #expect(home.register == coded)
  home.sit("<C-r> <C-r>")
  #expect(home.register.contains("Note: two"))
}

@Test func `u takes back one's own changes alone, and leaves what somebody changed since`() {
  let home = Home()
  home.write(coded, to: "a.rec")
  home.sit(note("mine"))
  #expect(home.sit("u", by: "mh").contains(" nothing left to undo"))
  #expect(home.register.contains("Note: mine"))
  home.sit(note("theirs"), by: "mh")
  let screen = home.sit("u")
  #expect(screen.contains("cannot undo note on police + in jtai-ashby-2017/s1, of "))
  #expect(screen.contains("has changed meanwhile; u again goes on to the one before"))
  #expect(home.sit("u u").contains(" nothing left to undo"))
  #expect(home.register.contains("Note: theirs"))
  home.sit("u", by: "mh")
  #expect(home.register.contains("Note: mine"))
  home.sit("u")
  #expect(home.register == coded)
}

@Test func `of a trail that is cut, torn, merged or gone, u takes what it tells`() {
  let home = Home()
  home.write(coded, to: "a.rec")
  home.sit(note("one") + note("two") + note("three"))
  let whole = home.trail
  let parts = whole.split(separator: "\n\n").map(String.init)
  guard parts.count == 4 else {
    Issue.record("\(whole)")
    return
  }
  let three = home.register
  func left(_ trail: String, _ keys: String = "u u u u") -> String? {
    home.write(trail, to: "a.trail.rec")
    home.write(three, to: "a.rec")
    home.sit(keys)
    return home.register.split(separator: "\n").first { $0.hasPrefix("Note: ") }.map(String.init)
  }
  #expect(left(whole) == nil)
  // Cut in the middle of an entry, and its end torn.
  #expect(left(String(parts[1].suffix(30)) + "\n\n" + parts[2] + "\n\n" + parts[3]) == "Note: one")
  #expect(left(whole + "\nWhen: 2026-11-24T09:4") == nil)
  #expect(left(whole.replacing("\n\nWhen", with: "\nWhen")) == nil)
  #expect(left(whole.replacing("\n", with: "\r\n")) == nil)
  // An entry that makes no sense is no entry; the one before fits no more.
  #expect(left(whole.replacing("To: two\n", with: "To: two\n\u{0}?\n"), "u u") == "Note: two")
  #expect(left("no trail at all\n") == "Note: three")
  unlink("\(home.path)/a.trail.rec")
  home.write(three, to: "a.rec")
  #expect(home.sit("u").contains(" nothing left to undo"))
}

@Test func `after the clock went back u takes back what was done last`() {
  let home = Home()
  home.write(coded, to: "a.rec")
  home.sit(note("one") + note("two"))
  let times = home.trail.ranges(of: "When: 20")
  // As if the second had been made ten years before the first.
  let trail = home.trail
  let last = times[times.count - 1]
  home.write(trail[..<last.lowerBound] + "When: 19" + trail[last.upperBound...], to: "a.trail.rec")
  home.sit("u")
  #expect(home.register.contains("Note: one"))
  #expect(home.sit("g c L").contains("note on police"))
}

@Test func `a trail that cannot be written keeps nobody from working, and is written later`() {
  let home = Home()
  home.write(coded, to: "a.rec")
  // A folder stands where the trail should be: not even root can write it.
  mkdir("\(home.path)/a.trail.rec", 0o755)
  let screen = home.sit(note("one") + "u u")
  #expect(screen.contains("what was done before the start cannot be undone: cannot read "))
  #expect(home.register == coded)
  let terminal = try? home.open("\(home.path)/a.rec")
  terminal?.send("gcione\r")
  try? terminal?.wait(for: "done, but not in the trail")
  rmdir("\(home.path)/a.trail.rec")
  try? terminal?.leave()
  #expect(home.trail.contains("To: one"))
  home.sit("u")
  #expect(home.register == coded)
}

@Test func `a trail of tens of megabytes by others is looked through in a moment`() {
  let home = Home()
  home.write(coded, to: "a.rec")
  home.sit(note("mine"))
  let mine = home.trail
  let theirs = (0..<40_000).map { number in
    """

    When: 2020-11-25T09:41:07Z
    Who: mh
    Change: note on police + in jtai-ashby-2017/s\(number)
    Set: Contribution Note C-X\(number)
    From: \(String(repeating: "what was there before ", count: 10))
    To: other

    """
  }.joined()
  home.write(mine + theirs, to: "a.trail.rec")
  #expect(home.trail.utf8.count > 1 << 23)
  home.sit("u")
  #expect(home.register == coded)
}

@Test func `without --save what is undone further back is seen, and nothing is written`() {
  let home = Home()
  let path = home.write(coded, to: "a.rec")
  home.sit(note("one"))
  let (register, trail) = (home.register, home.trail)
  let keys = note("two") + "u u <C-r> <C-r>"
  let screen = home.run("play", keys, "-r", path, "--size", "140x24").output
  #expect(screen.contains("redid note on police + in jtai-ashby-2017/s1, of "))
  #expect(home.register == register && home.trail == trail)
}

// MARK: - Why

@Test func `why is put below in the trail, which stays as it was, and L shows it in the next run`()
  throws
{
  let home = Home()
  home.write(coded, to: "a.rec")
  home.sit(note("one"))
  let before = home.trail
  home.sit(note("two") + "B " + typed("page 4 says so") + " <Enter>")
  #expect(home.trail.hasPrefix(before))
  #expect(home.trail.contains("\nWho: ada\nBecause: page 4 says so\nOf: 20"))
  // Of an entry that is older than reasons, and by somebody else.
  home.sit("g c L B " + typed("they say three") + " <Enter>", by: "mh")
  home.sit("g c L j B " + typed("as agreed") + " <Enter>")
  home.sit("g c L B " + typed(" in two places") + " <Enter>")
  let screen = home.sit("g c L")
  let told = [
    "because      page 4 says so in two places", "said before  page 4 says so",
    "remark       they say three (mh, 20", "one → two", "because      as agreed", "nothing → one",
  ]
  let places = told.map { words in screen.firstRange(of: words)?.lowerBound }
  #expect(places.compactMap(\.self).count == told.count, "\(screen)")
  #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
  if access("/usr/bin/recfix", X_OK) == 0 {
    let path = "\(home.path)/a.trail.rec"
    #expect(home.run(["--check", path], program: "/usr/bin/recfix").status == 0)
  }
  // Reasons stand in the way of no undo.
  home.sit("u u")
  #expect(home.register == coded)
}

@Test func `a reason given up is none, and one that nobody can find its entry for harms nothing`() {
  let home = Home()
  home.write(coded, to: "a.rec")
  home.sit(note("one") + "B " + typed("no") + " <Esc>")
  #expect(!home.trail.contains("Because"))
  let lost = "\nWhen: 2020-01-01T00:00:00Z\nWho: ada\nBecause: lost\nOf: 2020-01-01T00:00:00Z 0\n"
  home.write(home.trail + lost, to: "a.trail.rec")
  let screen = home.sit("g c L")
  #expect(screen.contains("nothing → one") && !screen.contains("lost"))
}

@Test
func `what a command changed is by the name that the settings give, and undone on the screen`()
  throws
{
  let home = Home()
  let path = home.write(coded, to: "a.rec")
  _ = home.run(as: "mh", "set", "contribution", "C-00000001", "note=by hand", "-r", path)
  #expect(home.register.contains("Note: by hand"))
  #expect(home.trail.contains("\nWho: mh\n"))
  let key = home.run(
    as: "mh", "add", "contribution", "passage=jtai-ashby-2017/s1", "agency=health", "direction=+",
    "-r", path)
  #expect(home.register.contains("Agency: health\nDirection: +\nBy: mh\n"), "\(key.errors)")
  home.sit("u u", by: "mh")
  #expect(home.register == coded)
}
