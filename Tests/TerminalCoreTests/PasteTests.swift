import Testing

@testable import TerminalCore

/// Pastes as terminals mark them, and those without an end.
struct PasteTests {
  private static let begin = Array("\u{1b}[200~".utf8)
  private static let end = Array("\u{1b}[201~".utf8)

  /// A parser that has been given the beginning of a paste.
  private func parser(pasting text: String) -> KeyParser {
    var parser = KeyParser()
    let keys = parser.feed(Self.begin + Array(text.utf8))
    #expect(keys.isEmpty)
    return parser
  }

  @Test func `a paste is one key, and its line ends are one kind`() {
    #expect(
      keys("\u{1b}[200~a\rb\r\nc\nd é\u{1b}[201~j") == [.paste("a\nb\nc\nd é"), .character("j")])
    #expect(keys("\u{1b}[200~\u{1b}[201~") == [.paste("")])
  }

  @Test func `keys in the midst of a paste are text`() {
    #expect(
      keys("\u{1b}[200~a\u{1b}[31mb\u{3}c\u{1b}[20\u{1b}[201~")
        == [.paste("a\u{1b}[31mb\u{3}c\u{1b}[20")])
  }

  @Test(arguments: ["\u{1b}", "\u{3}"])
  func `a paste without an end ends by Escape or Ctrl-C, which are not of it`(key: String) {
    var parser = parser(pasting: "abc")
    #expect(parser.awaits == .long)
    #expect(parser.feed(key.utf8).isEmpty)
    #expect(parser.awaits == .brief)
    #expect(parser.settle() == [.paste("abc")])
    #expect(parser.feed("q".utf8) == [.character("q")])
  }

  @Test func `a paste without an end ends by silence`() {
    var parser = parser(pasting: "abc")
    #expect(parser.settle() == [.paste("abc")])
    #expect(parser.awaits == nil)
    #expect(parser.feed("q".utf8) == [.character("q")])
  }

  @Test(arguments: [-1, 0, 1, 2, 3, 7, 100_000])
  func `a paste that is too long is cut between two characters`(more: Int) {
    let text = String(repeating: "é", count: KeyParser.longestPaste / 2 - 1)
    let rest = String(repeating: "x", count: 1) + String(repeating: "é", count: max(0, more + 1))
    var parser = parser(pasting: text + rest)
    let whole = text + rest
    let isCut = whole.utf8.count > KeyParser.longestPaste
    #expect(
      parser.feed(Self.end + Array("j".utf8))
        == [isCut ? .cutPaste(text + "x") : .paste(whole), .character("j")])
  }
}
