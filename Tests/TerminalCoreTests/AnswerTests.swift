import Testing

@testable import TerminalCore

/// Cuts bytes in two at every place.
private func everyCut(_ text: String) -> [[ArraySlice<UInt8>]] {
  let bytes = Array(text.utf8)
  return (0...bytes.count).map { [bytes[..<$0], bytes[$0...]] }
}

@Test(arguments: ["\u{7}", "\u{1b}\\"])
func `an answer is no key, however it is cut`(end: String) {
  for parts in everyCut("j\u{1b}]11;rgb:ffff/fafa/0000\(end)\u{1b}[?62;22ck") {
    var parser = KeyParser()
    #expect(parts.flatMap { parser.feed($0) } == [.character("j"), .character("k")])
    #expect(parser.takeAnswers() == [.ground("rgb:ffff/fafa/0000"), .kind])
    #expect(parser.takeAnswers().isEmpty)
  }
}

@Test func `an answer is waited for between its last two bytes`() {
  var parser = KeyParser()
  #expect(parser.feed("\u{1b}]11;rgb:0/0/0\u{1b}".utf8).isEmpty)
  #expect(parser.awaits == .long)
}

@Test(arguments: ["\u{1b}]11;rgb:ff", "\u{1b}]11;", "\u{1b}]11;rgb:ff/ff/ff\u{1b}"])
func `an answer that has no end is no key either`(begun: String) {
  var parser = KeyParser()
  #expect(parser.feed(begun.utf8).isEmpty)
  #expect(parser.settle().isEmpty)
  #expect(parser.takeAnswers().isEmpty)
  #expect(parser.feed("\rj".utf8) == [.enter, .character("j")])
  #expect(parser.feed("\u{1b}]11;rgb:ff\rj".utf8) == [.enter, .character("j")])
}

@Test func `what no answer is long enough for is dropped`() {
  var parser = KeyParser()
  let long = String(repeating: "f", count: 1_000_000)
  #expect(parser.feed("\u{1b}]11;rgb:\(long)\u{7}j".utf8) == [.character("j")])
  #expect(parser.takeAnswers().isEmpty)
  for _ in 0..<100 { _ = parser.feed("\u{1b}[?1c".utf8) }
  #expect(parser.takeAnswers().count <= 8)
}

@Test(arguments: [
  ("rgb:ffff/8080/0000", 0xFF8000), ("rgb:ff/80/00", 0xFF8000), ("rgb:f/8/0", 0xFF8800),
  ("rgb:fff/800/000", 0xFF8000), ("rgba:1e1e/1e1e/2e2e/ffff", 0x1E1E2E),
  ("rgb:FfFf/0/00", 0xFF0000),
])
func `terminals tell colours in one to four digits`(answer: String, value: UInt32) {
  #expect(RGB(answer: answer) == RGB(value))
}

@Test(arguments: [
  "", "rgb:", "rgb:ff/ff", "rgb:ff/ff/ff/ff", "rgba:ff/ff/ff", "rgb:fffff/0/0", "rgb:gg/0/0",
  "rgb:+f/0/0", "rgb://", "#ffffff", "hsl:0/0/0", "rgb:ff/ff/ff:", "?", "rgb:ff/ff/é",
])
func `what is no colour is none`(answer: String) {
  #expect(RGB(answer: answer) == nil)
}
