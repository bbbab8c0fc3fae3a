import InspectionModel
import LetterReader
import Seeded
import Testing

/// However a letter is set, its passages are the same.
struct AnySetting {
  static let words = """
    the children of this area are seen in time and plans for them follow from what police and \
    health know about each \
    family with multi-agency meetings well-established decision-making long-term records (24 \
    hours) by managers who \
    check, challenge and, where needed, change areas for improvement key strengths next steps \
    ‘front door’ services 2017
    """.split(separator: " ").map(String.init)

  @Test(arguments: 0..<(isThorough ? 240 : 60))
  func `any wrapping, paging, footnotes and hyphens give the same passages`(round: Int) throws {
    let seed =
      Files.environment("JOINTVIEW_SEED").flatMap(UInt64.init) ?? UInt64(round) &+ 20_261_123
    var random = SeededGenerator(seed: seed)
    let draft = Self.draft(&random)
    let style = Self.style(&random, draft)
    let letter = try read(draft, style)
    let expected = Self.texts(of: draft)
    for (kind, texts) in expected {
      #expect(
        letter.texts(kind).map(\.bare) == texts.map(\.bare), "seed \(seed): \(kind) set as \(style)"
      )
    }
  }

  private static func draft(_ random: inout SeededGenerator) -> Draft {
    var parts: [Draft.Part] = []
    for heading in ["Areas for priority action", "Key strengths", "Areas for improvement"].shuffled(
      using: &random)
    {
      parts.append(.heading(heading))
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        if Int.random(in: 0..<5, using: &random) == 0 {
          parts.append(.subheading("Leadership and management"))
        }
        parts.append(.bullet(sentences(&random)))
      }
      if Bool.random(using: &random) {
        parts.append(
          .box("Case study: effective practice", [sentences(&random), sentences(&random)]))
      }
    }
    return Draft(parts)
  }

  private static func sentences(_ random: inout SeededGenerator) -> String {
    var text: [String] = []
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      text.append("Leaders")
      for _ in 0..<Int.random(in: 5...30, using: &random) {
        text.append(words[Int.random(in: words.indices, using: &random)])
      }
      text.append("well.")
    }
    return text.joined(separator: " ")
  }

  private static func style(_ random: inout SeededGenerator, _ draft: Draft) -> Style {
    var style = Style()
    style.glyph = ["\u{F06E}", "\u{25FC}", "\u{2022}"].randomElement(using: &random) ?? style.glyph
    style.isLayout = Bool.random(using: &random)
    style.isGlyphAlone = Bool.random(using: &random)
    style.width = Double.random(in: 45...90, using: &random)
    style.linesPerPage = Int.random(in: 24...60, using: &random)
    style.hasPageNumbers = Int.random(in: 0..<4, using: &random) > 0
    style.hasNumberBelow = Bool.random(using: &random)
    style.lineEnd = Bool.random(using: &random) ? "\n" : "\r\n"
    let notes = ["inspection.", "managers", "family"].prefix(Int.random(in: 0...3, using: &random))
    style.footnotes = notes.map {
      (word: $0, text: "This note was made under section 20 of the Act.")
    }
    return style
  }

  private static func texts(of draft: Draft) -> [SectionKind: [String]] {
    let kinds: [String: SectionKind] = [
      "Areas for priority action": .priorityAction, "Key strengths": .strength,
      "Areas for improvement": .improvement,
    ]
    var kind = SectionKind.other
    var texts: [SectionKind: [String]] = [:]
    for part in draft.parts {
      switch part {
      case .heading(let heading): kind = kinds[heading] ?? .other
      case .bullet(let text, _): texts[kind, default: []].append(text)
      case .box(_, let paragraphs): texts[.caseStudy, default: []].append(paragraphs.joined())
      case .subheading, .paragraph: continue
      }
    }
    return texts
  }
}
