@testable import LetterReader

/// How a draft is set and how its text is taken from the page: the ways in which letters and
/// `pdftotext` differ.
struct Style {
  /// The bullets' glyph; empty for a letter without.
  var glyph = "\u{F06E}"
  /// Whether the glyph stands alone on its line, as raw text of some letters has it.
  var isGlyphAlone = false
  /// Whether the text is that of `pdftotext -layout`: blank lines between paragraphs, bullets and
  /// boxes set in.
  var isLayout = false
  /// The width of the column, in letters "n".
  var width = 70.0
  var linesPerPage = 40
  var hasPageNumbers = true
  /// Footnotes: the word that each hangs on, and its text.
  var footnotes: [(word: String, text: String)] = []
  /// Whether a footnote's number stands under its text.
  var hasNumberBelow = false
  var lineEnd = "\n"
}

/// Sets a draft as text with pages.
struct Typesetter {
  private let style: Style
  private var lines: [String] = []
  private var pages: [String] = []
  /// The footnotes whose words are still to be set, and those of the page at hand.
  private var pending: [(word: String, text: String)] = []
  private var footnotes: [(word: String, text: String)] = []
  private var footnoteCount = 0

  init(_ style: Style) {
    self.style = style
  }

  /// The text of the draft.
  func text(of draft: Draft) -> String {
    var setter = self
    setter.set(draft)
    return setter.pages.joined()
  }

  private mutating func set(_ draft: Draft) {
    add(draft.date, gap: true)
    for line in draft.address { add(line) }
    lines.append("")
    add(draft.salutation, gap: style.isLayout)
    paragraph(draft.subject)
    for text in draft.opening { paragraph(text) }
    for part in draft.parts { set(part) }
    set(.heading("Next steps"))
    for text in draft.nextSteps { paragraph(text) }
    add("Yours sincerely", gap: true)
    for line in draft.signatures { add(line, gap: true) }
    endPage()
  }

  private mutating func set(_ part: Draft.Part) {
    switch part {
    case .heading(let text), .subheading(let text): add(text, gap: style.isLayout)
    case .paragraph(let text): paragraph(text)
    case .bullet(let text, let sub):
      bullet(text)
      for text in sub { flow("\u{2212} " + text, indent: style.isLayout ? 5 : 0) }
      if style.isLayout { lines.append("") }
    case .box(let title, let texts):
      lines.append("")
      add((style.isLayout ? "   " : "") + title)
      for text in texts { flow(text, indent: style.isLayout ? 3 : 0, width: style.width * 0.88) }
      lines.append("")
    }
  }

  private mutating func bullet(_ text: String) {
    guard !style.glyph.isEmpty else { return paragraph(text) }
    if style.isGlyphAlone && !style.isLayout {
      lines += ["", "", style.glyph, ""]
      flow(text, indent: 0, width: style.width - 4)
    } else {
      flow(
        style.glyph + " " + text, indent: style.isLayout ? 2 : 0, hangs: true,
        width: style.width - 4)
    }
  }

  private mutating func paragraph(_ text: String) {
    flow(text, indent: 0)
    if style.isLayout { lines.append("") }
  }

  /// Sets running text; `hangs` leaves the first line where the margin is.
  private mutating func flow(_ text: String, indent: Int, hangs: Bool = false, width: Double? = nil)
  {
    for (index, line) in wrapped(marked(text), width ?? style.width).enumerated() {
      add(String(repeating: " ", count: hangs && index == 0 ? 0 : indent) + line)
    }
  }

  /// The text with the number of a footnote that hangs on one of its words.
  private mutating func marked(_ text: String) -> String {
    let next = footnoteCount + footnotes.count + pending.count
    guard next < style.footnotes.count, let range = text.firstRange(of: style.footnotes[next].word)
    else { return text }
    let word = style.footnotes[next].word + "\(next + 1)"
    pending.append((word, style.footnotes[next].text))
    return text.replacingCharacters(in: range, with: word)
  }

  private mutating func add(_ line: String, gap: Bool = false) {
    let notes = footnotes.count * 4
    if lines.count + notes >= style.linesPerPage { endPage() }
    if gap, !lines.isEmpty { lines.append("") }
    lines.append(line)
    if let next = pending.first, line.contains(next.word) {
      footnotes.append(pending.removeFirst())
    }
  }

  private mutating func endPage() {
    for note in footnotes {
      footnoteCount += 1
      let block = wrapped(note.text, style.width)
      lines +=
        style.hasNumberBelow
        ? [""] + block + ["\(footnoteCount)"] : ["", "\(footnoteCount)", ""] + block
    }
    footnotes = []
    let number = String(repeating: " ", count: style.isLayout ? 80 : 0) + "\(pages.count + 1)"
    if style.hasPageNumbers { lines += style.isLayout ? ["", number] : [number, ""] }
    pages.append(lines.map { $0 + style.lineEnd }.joined() + "\u{C}")
    lines = []
  }

  /// The text on lines. A word breaks at its hyphen: raw text then loses the hyphen and keeps the
  /// word whole.
  private func wrapped(_ text: String, _ width: Double) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ").map(String.init) {
      let line = lines[lines.count - 1]
      if line.isEmpty || fits(line + " " + word, width) {
        lines[lines.count - 1] = line.isEmpty ? word : line + " " + word
      } else if let hyphen = word.dropFirst().firstIndex(of: "-"),
        fits(line + " " + word[...hyphen], width)
      {
        let (head, tail) = (word[..<hyphen], word[word.index(after: hyphen)...])
        lines[lines.count - 1] += style.isLayout ? " \(head)-" : " \(head)\(tail)"
        lines.append(style.isLayout ? String(tail) : "")
      } else {
        lines.append(word)
      }
    }
    return lines.filter { !$0.isEmpty }
  }

  private func fits(_ line: String, _ width: Double) -> Bool {
    TypeWidth.of(line) <= width
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
