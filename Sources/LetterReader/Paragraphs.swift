/// Parts running text into paragraphs.
///
/// A paragraph ends with a sentence, and either a gap follows or the next word would have fitted on
/// the line. Raw text has no gaps between paragraphs, and letters differ in width: `TypeWidth`
/// measures lines as they are printed.
struct Paragraphs {
  private let column: Double

  /// Learns the width of the column from the lines that no sentence ends.
  init(_ lines: [Line]) {
    let open = lines.filter { !$0.text.endsSentence }
    let widths = (open.count >= 3 ? open : lines).map { TypeWidth.of($0.text) }.sorted()
    column = widths.isEmpty ? 0 : widths[(widths.count - 1) * 9 / 10]
  }

  /// Whether a new paragraph begins with `next`. Without a full stop the line must have had room to
  /// spare.
  func isBreak(after line: Line, before next: Line) -> Bool {
    if next.text.startsWithSmallLetter { return false }
    guard line.text.endsSentence else { return isShort(line, before: next, by: 0.1) }
    return next.afterGap || isShort(line, before: next)
  }

  /// Whether the first word of `next` would have fitted on the line, had it gone on, with a share
  /// of the column to spare.
  func isShort(_ line: Line, before next: Line, by share: Double = 0) -> Bool {
    let word = next.text.prefix { $0 != " " && $0 != "-" }
    let width = TypeWidth.of(line.text) + TypeWidth.space + TypeWidth.of(String(word))
    return width < column * (1 - share)
  }

  /// The width of a line as a share of the column.
  func share(_ line: Line) -> Double {
    column > 0 ? TypeWidth.of(line.text) / column : 1
  }
}

/// The width of text in the sans-serif face of the letters, in parts of a letter "n".
enum TypeWidth {
  static let space = 0.56

  /// The width of `text` on one line.
  static func of(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "l", "j", "\u{2019}", "\u{2018}", "'": 0.41
    case " ", "f", "t", "r", ".", ",", ":", ";", "(", ")", "-", "/", "!": 0.6
    case "s", "c", "z", "k", "v", "x", "y": 0.86
    case "m", "W", "M", "@", "%": 1.5
    case "w": 1.33
    case "I", "J": 0.7
    case "A"..."Z": 1.1
    default: 0.98
    }
  }
}
