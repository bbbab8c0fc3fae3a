import Glibc
import PseudoTerminal
import Testing

/// The small register with so many contributions that a list of them is filled beside the screen;
/// by `zz` is every ten-thousandth.
private let long: String = {
  let contributions = (0..<30_000).map { number in
    """
    Id: C-Y\(100_000 + number)
    Passage: jtai-ashby-2017/s1
    Agency: police
    Direction: +
    By: \(number % 10_000 == 0 ? "zz" : "mh")
    On: 2026-11-20

    """
  }
  return smallRegister + "\n" + contributions.joined(separator: "\n")
}()

@Test func `a long list under a filter is there again at the next start`() throws {
  let home = Home()
  let path = home.write(long, to: "a.rec")
  let first = try home.open(path)
  first.send("gc/by:zz\r")
  try first.wait(for: " 1/3")
  try first.leave()

  let second = try home.open(path)
  try second.wait(for: "the rows that match, and no more") {
    $0.rows[23].contains("filter: by:zz") && $0.rows[23].hasSuffix(" 1/3")
  }
  try second.leave()
}

@Test func `a long list under a filter takes in what another program writes`() throws {
  let home = Home()
  let path = home.write(long, to: "a.rec")
  let terminal = try home.open(path)
  terminal.send("gc/by:zz\r")
  try terminal.wait(for: " 1/3")
  home.write(long.replacing("Id: C-Y100001", with: "Note: look\nId: C-Y100001"), to: "a.rec")
  try terminal.wait(for: "the same rows") {
    $0.shows("the file was changed outside") && $0.rows[23].hasSuffix(" 1/3")
  }
  let more = "\nId: C-Z1\nPassage: jtai-ashby-2017/s1\nAgency: police\nDirection: -\nBy: zz\n"
  home.write(long + more, to: "a.rec")
  try terminal.wait(for: "a row more") { $0.rows[23].hasSuffix(" 1/4") }
  try terminal.leave()
}
