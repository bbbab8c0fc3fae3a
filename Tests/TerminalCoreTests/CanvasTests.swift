import Seeded
import Testing

@testable import TerminalCore

private let plain = Style(Role(rawValue: 0))
private let strong = Style(Role(rawValue: 1), .bold)

private func canvas(_ columns: Int, _ rows: Int = 1) -> Canvas {
  Canvas(size: Size(columns: columns, rows: rows), style: plain)
}

@Test func `what is drawn is read back without the blanks at its end`() {
  var canvas = canvas(12, 2)
  #expect(canvas.draw("Garrowby", x: 2, y: 1, style: strong) == 8)
  #expect(canvas.text == ["", "  Garrowby"])
}

@Test func `text is cut at its width and at both edges of the canvas`() {
  var canvas = canvas(6, 3)
  #expect(canvas.draw("Garrowby", x: 0, y: 0, width: 3, style: plain) == 3)
  #expect(canvas.draw("Garrowby", x: 4, y: 1, style: plain) == 2)
  #expect(canvas.draw("Garrowby", x: -3, y: 2, style: plain) == 8)
  #expect(canvas.text == ["Gar", "    Ga", "rowby"])
}

@Test func `a wide character is never cut in two`() {
  var canvas = canvas(5, 2)
  #expect(canvas.draw("日本語", x: 0, y: 0, style: plain) == 4)
  #expect(canvas.draw("日本語", x: -1, y: 1, style: plain) == 6)
  #expect(canvas.text == ["日本", " 本語"])
}

@Test func `overwriting half of a wide character blanks the other half`() {
  var canvas = canvas(6)
  canvas.draw("日本語", x: 0, y: 0, style: plain)
  canvas.draw("x", x: 1, y: 0, style: plain)
  canvas.draw("y", x: 4, y: 0, style: plain)
  #expect(canvas.text(row: 0) == " x本y")
  canvas.fill(Rect(x: 3, y: 0, width: 1, height: 1), with: plain)
  #expect(canvas.text(row: 0) == " x  y")
}

@Test func `a canvas drawn on another keeps its glyphs and its styles`() {
  var part = canvas(4, 2)
  part.draw("e\u{301}日", x: 0, y: 0, style: strong)
  part.draw("abcd", x: 0, y: 1, style: plain)
  var whole = canvas(8, 3)
  whole.draw("日本語日", x: 0, y: 1, style: plain)
  whole.draw("日本語日", x: 0, y: 2, style: plain)
  whole.draw(part, x: 1, y: 1)
  #expect(whole.text == ["", " e\u{301}日  日", " abcd 日"])
  #expect(whole.style(x: 1, y: 1) == strong)
  #expect(whole.style(x: 1, y: 2) == plain)
}

@Test func `of a canvas drawn on a smaller one nothing is cut in two`() {
  var part = canvas(6)
  part.draw("日ab本", x: 0, y: 0, style: strong)
  var whole = canvas(4, 2)
  whole.draw(part, x: -1, y: 0)
  whole.draw(part, x: -1, y: 1)
  #expect(whole.text == [" ab", " ab"])
  whole.draw(part, x: 1, y: 5)
  #expect(whole.text == [" ab", " ab"])
}

@Test func `combining marks stay with their letter, up to four of them`() {
  var canvas = canvas(8)
  #expect(
    canvas.draw("e\u{301}a\u{300}\u{301}\u{302}\u{303}\u{304}", x: 0, y: 0, style: plain) == 2)
  #expect(
    canvas.text(row: 0).unicodeScalars.elementsEqual(
      "e\u{301}a\u{300}\u{301}\u{302}\u{303}".unicodeScalars))
}

@Test func `a mark with nothing before it gets something to sit on`() {
  var canvas = canvas(8)
  #expect(canvas.draw("\u{301}a", x: 0, y: 0, style: plain) == 2)
  #expect(canvas.text(row: 0) == "\u{25CC}\u{301}a")
}

@Test func `nothing that commands a terminal gets through`() {
  var canvas = canvas(20)
  canvas.draw("a\u{1b}[2Jb\u{7f}\u{9b}c\u{202e}d\u{200b}e\tf\ng", x: 0, y: 0, style: plain)
  #expect(canvas.text(row: 0) == "a\u{FFFD}[2Jb\u{FFFD}\u{FFFD}cde f g")
}

@Test func `a family of emoji is shown as its members`() {
  var canvas = canvas(8)
  #expect(canvas.draw("👩‍👧❤\u{FE0F}", x: 0, y: 0, style: plain) == 5)
  #expect(canvas.text(row: 0) == "👩👧❤")
}

@Test func `drawing outside of the canvas does nothing`() {
  var canvas = canvas(3)
  canvas.draw("abc", x: 0, y: 1, style: plain)
  canvas.draw("abc", x: 3, y: 0, style: plain)
  canvas.draw("abc", x: 0, y: 0, width: -1, style: plain)
  canvas.fill(Rect(x: 5, y: -4, width: 9, height: 2), with: strong)
  canvas.restyle(Rect(x: -9, y: 0, width: 3, height: 9)) { _ in strong }
  #expect(canvas.text == [""])
  #expect(canvas.runs(row: 0).map(\.style) == [plain])
}

@Test func `a bar changes how a row is shown and not what it says`() {
  var canvas = canvas(10, 2)
  canvas.draw("Garrowby", x: 0, y: 0, style: plain)
  canvas.restyle(Rect(x: 2, y: 0, width: 3, height: 1)) { _ in strong }
  #expect(canvas.text(row: 0) == "Garrowby")
  #expect(canvas.runs(row: 0).map(\.range) == [0..<2, 2..<5, 5..<10])
  #expect(canvas.style(x: 4, y: 0) == strong)
}

@Test func `rows are compared by what they show`() {
  var one = canvas(4)
  var two = canvas(4)
  one.draw("o\u{308}", x: 0, y: 0, style: plain)
  one.draw("e\u{301}", x: 0, y: 0, style: plain)
  two.draw("e\u{301}", x: 0, y: 0, style: plain)
  #expect(one.row(0, equals: two))
  two.draw("e\u{300}", x: 0, y: 0, style: plain)
  #expect(!one.row(0, equals: two))
  #expect(!one.row(0, equals: canvas(5)))
}

@Test func `random drawing keeps every wide character whole`() {
  let seed = UInt64.random(in: 0...UInt64.max)
  var random = SeededGenerator(seed: seed)
  let texts = ["a", "日", "日本語", "e\u{301}x", "\u{301}", "👩‍👧", "abc"]
  var canvas = canvas(9, 2)
  for _ in 0..<3000 {
    let x = Int.random(in: -3..<12, using: &random)
    let y = Int.random(in: -1..<3, using: &random)
    let width = Int.random(in: -1..<6, using: &random)
    if Bool.random(using: &random) {
      canvas.draw(texts.randomElement(using: &random) ?? "", x: x, y: y, width: width, style: plain)
    } else {
      canvas.fill(Rect(x: x, y: y, width: width, height: 1), with: plain)
    }
    let widths = (0..<2).map { row in
      canvas.cells(row: row).reduce(0) { $0 + (canvas.glyph(of: $1)?.columns ?? 0) }
    }
    #expect(widths == [9, 9], "seed \(seed)")
  }
}

@Test func `a text that is fitted while it is drawn is the one that was fitted before`() {
  let seed = UInt64.random(in: 0...UInt64.max)
  var random = SeededGenerator(seed: seed)
  let parts = ["a", "word", "—", "’", "日", "e\u{301}", "\u{301}", "👩‍👧", "\t", "\u{200B}", "\u{7}"]
  for _ in 0..<3000 {
    let text = (0..<Int.random(in: 0..<9, using: &random))
      .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
    let (x, width) = (
      Int.random(in: -2..<10, using: &random), Int.random(in: -1..<9, using: &random)
    )
    var (one, other) = (canvas(9, 2), canvas(9, 2))
    one.draw(fitting: text, x: x, y: 1, width: width, style: strong)
    other.draw(Text.fit(text, columns: width), x: x, y: 1, width: width, style: strong)
    #expect(one.text == other.text, "seed \(seed) \(text.debugDescription) \(x) \(width)")
  }
}
