import InspectionModel
import RecText
import Testing

@testable import InspectionStore

/// What nobody sees in a register is told where it stands, and neither refused nor taken away.
struct UnseenTests {
  @Test(arguments: [
    ("\u{1B}[31m", "the control character U+001B, which a terminal may take for a command"),
    ("\u{9B}", "the control character U+009B, which a terminal may take for a command"),
    ("\u{202E}", "U+202E RIGHT-TO-LEFT OVERRIDE is invisible, and can disguise the line"),
    (
      "\u{E0041}",
      "U+E0041 TAG LATIN CAPITAL LETTER A is invisible, and can disguise the line"
    ),
  ])
  func `a character that nobody sees is told of once a line`(character: String, sentence: String) {
    let text =
      "# é \(character)\n%rec: Area\n\nId: a\nName: é\(character)x\(character)\(character)y\n"
    let read = read(text)
    #expect(read.sentences.isEmpty)
    #expect(
      read.findings.map { "\($0.line):\($0.column): \($0.sentence)" } == [
        "1:5: \(sentence)", "5:8: \(sentence)",
      ])
    #expect(read.findings.allSatisfy { $0.severity == .warning })
    #expect(read.printed == text)
    #expect(read.register.all(Area.self).first?.name.unicodeScalars.count ?? 0 > 3)
  }

  @Test func `text of another encoding is told of by its first byte`() {
    let text = Array("%rec: Area\n\nId: a\nName: Caf".utf8) + [0xE9, 0xE8] + Array("\n".utf8)
    let read = RegisterReader.read(RecBytes(text))
    #expect(
      read.findings.map { "\($0.line):\($0.column): \($0.sentence)" } == [
        "4:10: the byte 0xE9 is not UTF-8; its line is shown as something else"
      ])
    #expect(read.text.print() == text)
  }

  @Test func `line ends, tabs, marks and joiners that belong there are not`() {
    let text = "\u{FEFF}%rec: Area\r\n\r\nId: a\r\nName: می\u{200C}خواهم\tx\r\n"
    #expect(!read(text).findings.contains { $0.sentence.contains("U+") })
  }

  @Test func `of many lines the first is told before the last is looked for`() {
    let text = "%rec: Area\n%key: Id\n\n" + String(repeating: "what is this\n", count: 50_000)
    var lines: [Int] = []
    read(text).forEachFinding { lines.append($0.line) }
    #expect(lines == Array(4..<50_004))
  }
}
