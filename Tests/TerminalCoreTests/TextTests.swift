import Seeded
import Testing

@testable import TerminalCore

@Test func `columns are counted as a canvas uses them`() {
  #expect(Text.columns("") == 0)
  #expect(Text.columns("child’s") == 7)
  #expect(Text.columns("日本語") == 6)
  #expect(Text.columns("e\u{301}") == 1)
  #expect(Text.columns("🇬🇧") == 2)
  #expect(Text.columns("a\u{200D}\u{FE0F}b\u{AD}c") == 3)
  for text in ["a\u{1b}b", "日\u{301}x", "👩‍👧", "\u{301}\u{301}", "\u{1FA77}"] {
    var canvas = Canvas(size: Size(columns: 20, rows: 1), style: Style(Role(rawValue: 0)))
    let used = canvas.draw(text, x: 0, y: 0, style: Style(Role(rawValue: 0)))
    #expect(Text.columns(text) == used)
  }
}

@Test func `what fits is left alone and what does not ends in an ellipsis`() {
  #expect(Text.fit("Garrowby", columns: 8) == "Garrowby")
  #expect(Text.fit("Garrowby", columns: 7) == "Garrow…")
  #expect(Text.fit("Garrowby", columns: 1) == "…")
  #expect(Text.fit("Garrowby", columns: 0) == "")
  #expect(Text.fit("日本語", columns: 5) == "日本…")
  #expect(Text.fit("日本語", columns: 4) == "日…")
  #expect(Text.fit("Garrowby", columns: 2, ellipsis: "...") == "Ga")
}

@Test func `text is wrapped at blanks`() {
  let text = "School nurses and the sexual health service do not."
  #expect(
    Text.wrap(text, columns: 20) == [
      "School nurses and", "the sexual health", "service do not.",
    ])
  #expect(Text.wrap("", columns: 5) == [""])
  #expect(Text.wrap("two  blanks", columns: 4) == ["two", "blan", "ks"])
  #expect(Text.wrap("one\ntwo\n\nthree", columns: 9) == ["one", "two", "", "three"])
  #expect(Text.wrap("  indented text", columns: 10) == ["  indented", "text"])
}

@Test func `a word longer than a line is cut between characters`() {
  #expect(Text.wrap("Llanfairpwll", columns: 5) == ["Llanf", "airpw", "ll"])
  #expect(Text.wrap("日本語", columns: 3) == ["日", "本", "語"])
  #expect(Text.wrap("日本", columns: 1) == ["日", "本"])
  #expect(Text.wrap("日本", columns: 0) == ["日", "本"])
}

@Test func `no wrapped line is too wide and no word is lost`() {
  let seed = UInt64.random(in: 0...UInt64.max)
  var random = SeededGenerator(seed: seed)
  let parts = ["a", "word", " ", "  ", "日本", "e\u{301}", "👩‍👧", "\t", "verylongword"]
  for _ in 0..<500 {
    let count = Int.random(in: 0..<12, using: &random)
    let text = (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
    let columns = Int.random(in: 2..<12, using: &random)
    let lines = Text.wrap(text, columns: columns)
    #expect(lines.allSatisfy { Text.columns($0) <= columns }, "seed \(seed)")
    #expect(
      scalarsWithoutBlanks(lines.joined()) == scalarsWithoutBlanks(text), "seed \(seed) \(text)")
  }
}

private func scalarsWithoutBlanks(_ text: String) -> [Unicode.Scalar] {
  text.unicodeScalars.filter { $0 != " " && $0 != "\t" }
}
