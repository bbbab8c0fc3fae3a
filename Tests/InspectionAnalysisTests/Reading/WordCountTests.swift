import InspectionAnalysis
import InspectionModel
import Seeded
import Testing

struct WordCountTests {
  @Test(arguments: [20_261_129, UInt64.random(in: 0..<1_000_000)])
  func `words are what blanks part`(seed: UInt64) {
    print("words of random texts, seed \(seed)")
    var random = SeededGenerator(seed: seed)
    let pieces = ["a", " ", "é", "—", "  ", "word", "0", "\u{a0}", "!", "z "]
    for _ in 0..<300 {
      // A text begins and ends with a letter, since the file has no blanks there.
      let middle = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        pieces[Int.random(in: pieces.indices, using: &random)]
      }.joined()
      let text = "x\(middle)y"
      let register = Registers.read(
        "%rec: Passage\n\nId: a/s1\nInspection: a\nSection: strength\nText: \(text)\n")
      let count = register.column(.text, of: .passage).wordCount(0)
      let words = text.utf8.split(separator: UInt8(ascii: " "))
      #expect(count == words.count, "“\(text)”, seed \(seed)")
    }
  }
}
