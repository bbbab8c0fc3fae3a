import InspectionModel

/// What a line of a letter is, once page numbers and footnotes are gone.
enum LineKind: Equatable {
  /// The date, and whom the letter is addressed to.
  case address
  /// "Dear …".
  case salutation
  /// The heading of a section.
  case heading(SectionKind)
  /// The first line of a bullet, with its glyph.
  case bullet(Unicode.Scalar)
  /// Any other line between salutation and closing.
  case body
  /// "Yours sincerely" and the signatures.
  case signature
}

/// A line with what it is; a bullet's text is without its glyph.
struct ClassifiedLine: Equatable {
  var line: Line
  let kind: LineKind
}

/// Gives every line of a letter its kind, in one pass from the first to the last.
struct Classifier {
  private enum Zone { case address, body, signature }

  private var zone = Zone.address
  private var previous: Line?
  /// Lines as long as this fill the column.
  private let fullLine: Int
  /// Letters that stand for glyphs in this letter.
  private let marks: Set<String>

  /// Classifies the lines of all pages.
  static func classify(_ lines: [Line]) -> [ClassifiedLine] {
    var classifier = Classifier(lines)
    return lines.map { classifier.classify($0) }
  }

  private init(_ lines: [Line]) {
    let lengths = lines.map(\.text.unicodeScalars.count).sorted()
    fullLine = lengths.isEmpty ? 0 : lengths[lengths.count * 3 / 4] * 8 / 10
    marks = LetteredBullets.marks(of: lines)
    let hasSalutation = lines.prefix(80).contains { $0.text.isSalutation }
    if !hasSalutation { zone = .body }
  }

  private mutating func classify(_ line: Line) -> ClassifiedLine {
    defer { previous = line }
    if zone == .address, line.text.isSalutation {
      zone = .body
      return ClassifiedLine(line: line, kind: .salutation)
    }
    if zone == .body, line.text.isClosing { zone = .signature }
    switch zone {
    case .address: return ClassifiedLine(line: line, kind: .address)
    case .signature: return ClassifiedLine(line: line, kind: .signature)
    case .body: return body(line)
    }
  }

  private func body(_ line: Line) -> ClassifiedLine {
    if let (glyph, rest) = line.text.bullet ?? LetteredBullets.bullet(line.text, marks) {
      var line = line
      line.text = rest
      return ClassifiedLine(line: line, kind: .bullet(glyph))
    }
    if let kind = Headings.kind(of: line.text), mayBeginSection(line) {
      return ClassifiedLine(line: line, kind: .heading(kind))
    }
    return ClassifiedLine(line: line, kind: .body)
  }

  /// Whether what stands above is finished, where the words alone do not make a heading sure.
  private func mayBeginSection(_ line: Line) -> Bool {
    if Headings.goesOn(line.text), line.text.unicodeScalars.count >= fullLine { return false }
    guard let previous, Headings.isLoose(line.text), !line.afterGap || line.startsPage
    else { return true }
    return previous.text.endsSentence || previous.text.unicodeScalars.count < fullLine
  }
}

/// Bullets whose signs are letters: "o" and "l" where a symbol font has no map, and "(a)".
enum LetteredBullets {
  /// The signs that letters use so: each begins several lines that stand apart, and these lines
  /// begin a sentence.
  static func marks(of lines: [Line]) -> Set<String> {
    guard !lines.contains(where: { $0.text.bullet != nil }) else { return [] }
    var counts: [String: Int] = [:]
    for line in lines where line.afterGap || line.startsPage || line.indent > 0 {
      if let mark = mark(line.text) { counts[mark.kind, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value > 1 }.keys)
  }

  /// The sign as a glyph, and the text after it.
  static func bullet(_ text: String, _ marks: Set<String>) -> (glyph: Unicode.Scalar, rest: String)?
  {
    guard let mark = mark(text), marks.contains(mark.kind) else { return nil }
    return ("\u{2022}", mark.rest)
  }

  private static func mark(_ text: String) -> (kind: String, rest: String)? {
    guard let space = text.firstIndex(of: " ") else { return nil }
    let rest = String(text[space...]).trimmed
    guard rest.startsWithCapital else { return nil }
    switch String(text[..<space]) {
    case "o": return ("o", rest)
    case "l": return ("l", rest)
    case let sign where sign.utf8.count == 3 && sign.hasPrefix("(") && sign.hasSuffix(")"):
      return sign.dropFirst().first?.isLetter == true ? ("()", rest) : nil
    default: return nil
    }
  }
}

extension String {
  fileprivate var isSalutation: Bool { hasPrefix("Dear ") && utf8.count <= 120 }

  fileprivate var isClosing: Bool {
    let text = lowercased()
    return utf8.count <= 40
      && (text.hasPrefix("yours sincerely") || text.hasPrefix("yours faithfully"))
  }

  /// The glyph with which a bullet begins, and the text after it.
  var bullet: (glyph: Unicode.Scalar, rest: String)? {
    guard let first = unicodeScalars.first, first.isGlyph else { return nil }
    return (first, String(unicodeScalars.dropFirst()).trimmed)
  }
}

extension Unicode.Scalar {
  /// Squares, dots, arrows, ticks, and anything of the private use area, where symbol fonts put
  /// their bullets.
  fileprivate var isGlyph: Bool {
    switch value {
    case 0xE000...0xF8FF, 0x25A0...0x25FF, 0x2794...0x27BF, 0x2713...0x2718, 0x2B1B...0x2B1C: true
    case 0x2022, 0x2023, 0x2043, 0x2219, 0xB7: true
    default: false
    }
  }
}
