import InspectionModel
import InspectionOperations

/// A line of a page that has something on it.
struct Line: Equatable {
  let place: Letter.Place
  /// How far the text is set in, in characters. Always 0 in text without `-layout`.
  let indent: Int
  /// The text without white space at its ends, runs of spaces as one.
  var text: String
  /// The text as it is laid out, with all its spaces: where the columns of a table stand.
  var layout = ""
  /// Whether a blank line, or the top of the page, stands above it.
  var afterGap: Bool
  /// Whether it is the first line of the page that has something on it.
  var startsPage: Bool
}

/// A page: its lines that are not blank.
struct Page: Equatable {
  let number: Int
  var lines: [Line]
}

extension LetterText {
  /// The pages of the text: a form feed ends one.
  var pages: [Page] {
    let parts = characters.unicodeScalars.split(
      separator: "\u{C}", omittingEmptySubsequences: false)
    let last =
      parts.last.map { !$0.contains(where: \.isWordPart) } == true ? parts.dropLast() : parts[...]
    return last.enumerated().map { Page(number: $0.offset + 1, text: $0.element) }
  }
}

extension Page {
  fileprivate init(number: Int, text: Substring.UnicodeScalarView) {
    self.number = number
    lines = []
    var isAfterGap = true
    for (offset, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let place = Letter.Place(page: number, line: offset + 1)
      let isFirst = lines.isEmpty
      let line = Line(raw, at: place, afterGap: isAfterGap, startsPage: isFirst)
      isAfterGap = line.text.isEmpty
      if !line.text.isEmpty { lines.append(line) }
    }
  }
}

extension Line {
  fileprivate init(
    _ raw: Substring.UnicodeScalarView, at place: Letter.Place, afterGap: Bool, startsPage: Bool
  ) {
    self.place = place
    self.afterGap = afterGap
    self.startsPage = startsPage
    indent = raw.prefix(while: \.isSpace).count
    var text = String.UnicodeScalarView()
    var layout = String.UnicodeScalarView()
    var isAfterSpace = false
    var unseen = UnseenScalars()
    for scalar in raw where scalar.isSpace || !scalar.isSoftHyphen && !unseen.takes(scalar) {
      defer { isAfterSpace = scalar.isSpace }
      // One for one, so that columns stay where they are.
      layout.append(scalar.isSpace ? " " : scalar)
      if scalar.isSpace { continue }
      if isAfterSpace, !text.isEmpty { text.append(" ") }
      text.append(inPrint: scalar)
    }
    self.text = String(text)
    self.layout = String(layout)
  }
}

extension String {
  /// The text with what its signs of print stand for.
  init(inPrint scalars: some Sequence<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    for scalar in scalars { view.append(inPrint: scalar) }
    self.init(view)
  }
}

extension String.UnicodeScalarView {
  /// Appends what a sign of print stands for.
  fileprivate mutating func append(inPrint scalar: Unicode.Scalar) {
    if scalar.value < 0x300 { return append(scalar) }
    if let letter = last, let composed = Typography.composed(letter, scalar) {
      removeLast()
      append(composed)
    } else if let plain = Typography.plain(scalar) {
      append(contentsOf: plain.unicodeScalars)
    } else {
      append(scalar)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isNewline: Bool { self == "\n" || self == "\u{2028}" }

  fileprivate var isSpace: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }

  /// pdftotext keeps those at which a line was broken, and others.
  fileprivate var isSoftHyphen: Bool { self == "\u{AD}" }
}
