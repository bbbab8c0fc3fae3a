import Exchange
import Testing

/// A codebook comes in whole, or the first thing that stands in the way is told with its line.
@Suite struct CodebookTableTests {
  private func problem(_ text: String) -> String? { problem(Array(text.utf8)) }

  private func problem(_ bytes: [UInt8]) -> String? {
    do throws(CodebookTable.Problem) {
      _ = try CodebookTable.read(bytes)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `quotes, line breaks in them and a mark at the start are read`() throws {
    let text = "\u{FEFF}name,description\r\n\"A \"\"one\"\"\",\"two\nlines\"\r\nB,\r\n"
    let entries = try CodebookTable.read(Array(text.utf8))
    #expect(entries.map(\.name) == ["A \"one\"", "B"])
    #expect(entries.map(\.description) == ["two\nlines", ""])
    #expect(entries.map(\.line) == [2, 4])
  }

  @Test func `a quote without an end is told at its beginning, and swallows nothing`() {
    #expect(
      problem("name,description\nA,one\nB,\"two\nC,three\n")
        == "line 3: a quote begins here and does not end")
  }

  @Test func `what is not UTF-8 is told, and nothing is put in its place`() {
    #expect(
      problem(Array("name\nA\nCaf".utf8) + [0xE9, 0x0A])
        == "line 3 is not UTF-8; save it as UTF-8 first")
    #expect(problem([0xFF, 0xFE, 0x6E, 0x00]) == "it is UTF-16; save it as UTF-8 first")
  }

  @Test(arguments: ["\u{1B}", "\u{9B}", "\u{0}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{E0041}"])
  func `a character that shows nothing is not taken over`(character: String) {
    #expect(
      problem("name\nA\nB\(character)x\n")?.hasPrefix("line 3: U+") == true,
      "\(character.unicodeScalars)")
  }

  @Test func `a hundred thousand rows are read at once, and the one that is there twice found`() {
    let rows = (0..<100_000).map { "code \($0),what it is\n" }.joined()
    #expect(problem("name,description\n" + rows) == nil)
    #expect(
      problem("name,description\n" + rows + "code 7,again\n")
        == "line 100002: “code 7” is in it twice")
  }
}
