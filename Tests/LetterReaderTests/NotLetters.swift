import LetterReader
import Seeded
import Testing

/// Documents that are no letters, and letters that are not whole.
struct NotLetters {
  private func refusal(_ text: String) throws -> Letter.Refusal? {
    let letter = try read(text)
    #expect(letter.passages.isEmpty || letter.isJTAI)
    return letter.refusal
  }

  @Test func `an empty file and a scan have no text`() throws {
    #expect(try refusal("") == .empty)
    #expect(try refusal("\u{C}\u{C}\n\u{C}") == .noText)
  }

  @Test func `a PDF itself and noise are no text`() throws {
    #expect(try refusal("%PDF-1.4 rest") == .pdfItself)
    var random = SeededGenerator(seed: 7)
    let noise = (0..<10_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    #expect(LetterReader(vocabulary: try vocabulary(areas: [])).read(noise).refusal == .notText)
  }

  @Test func `a joint area review of 2009 is refused by name`() throws {
    let text =
      "Joint area review\nWexmoor Children's Services Authority Area\nAudience: the "
      + "public\nPublished March 2009\n"
    #expect(try refusal(text) == .jointAreaReview)
  }

  @Test func `a web page about inspections is no letter`() throws {
    let text = """
      Joint targeted area inspection of Wexmoor
      Home > News
      Cookies on this site
      Inspectors found that children wait too long. Read the report.
      """
    #expect(
      try refusal(text)
        == .noLetter(missing: [
          "a salutation", "the words \u{201C}This letter\u{201D}",
          "sections such as key strengths or next steps",
        ]))
  }

  @Test func `another inspectorate's letter is refused`() throws {
    let text =
      "1 June 2018\nDear Ms Arbour\nFocused visit to Wexmoor\nThis letter follows a joint targeted "
      + "area inspection.\n"
    #expect(try refusal(text) == .other("a letter on a focused visit"))
  }

  @Test func `a letter cut in half is read and says that it breaks off`() throws {
    let whole = Typesetter(Style()).text(
      of: Draft(strengths: HardCases.long, improvements: HardCases.long))
    let letter = try read(String(whole.prefix(whole.count / 2)))
    #expect(letter.isJTAI)
    #expect(!letter.texts(.strength).isEmpty)
    #expect(letter.problems.contains { $0.message.contains("breaks off") })
    #expect(letter.statementDue == nil)
  }

  @Test func `a hundred megabytes are refused at once`() throws {
    let bytes = [UInt8](repeating: 0x61, count: 100_000_000)
    #expect(
      LetterReader(vocabulary: try vocabulary(areas: [])).read(bytes).refusal
        == .tooLong(bytes.count))
  }

  @Test func `a letter cut or damaged anywhere is read or refused, and nothing fails`() throws {
    let whole = Array(
      Typesetter(Style(footnotes: [("drift", "A note.")])).text(
        of: Draft(strengths: HardCases.long, improvements: HardCases.long)
      ).utf8)
    let reader = LetterReader(vocabulary: try vocabulary(areas: [Draft.area]))
    var random = SeededGenerator(seed: 11)
    for end in stride(from: 0, to: whole.count, by: 37) {
      var bytes = Array(whole[..<end])
      _ = reader.read(bytes)
      for _ in 0..<20 where !bytes.isEmpty {
        let place = Int.random(in: bytes.indices, using: &random)
        bytes[place] =
          [0x0A, 0x0C, 0x31, 0x39, 0xE2, 0x28, 0x2E].randomElement(using: &random) ?? 0x20
      }
      _ = reader.read(bytes)
    }
  }

  @Test func `a refusal is all that a page says`() throws {
    #expect(LetterPage(file: "a.pdf", try read("")).text == "a.pdf\n  The file is empty.\n")
  }
}
