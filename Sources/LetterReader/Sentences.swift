import InspectionOperations

extension String {
  /// Whether the text, closing quotes and brackets aside, ends as a sentence does.
  var endsSentence: Bool {
    guard let last = unicodeScalars.last(where: { !$0.closesQuote }) else { return false }
    return last == "." || last == "!" || last == "?" || last == "\u{2026}"
  }

  /// Whether the first letter is a capital; false for a text without letters.
  var startsWithCapital: Bool {
    guard let first = unicodeScalars.first(where: \.isWordPart) else { return false }
    return first.properties.isUppercase
  }

  /// Whether the first letter or digit is a small letter.
  var startsWithSmallLetter: Bool {
    guard let first = unicodeScalars.first(where: \.isWordPart) else { return false }
    return first.properties.isLowercase
  }

  /// The text without white space at its ends.
  var trimmed: String {
    guard let first = unicodeScalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  /// The text without any of `marks` at its ends.
  func trimmed(of marks: Set<Character>) -> String {
    var rest = self[...]
    while let first = rest.first, marks.contains(first) { rest.removeFirst() }
    while let last = rest.last, marks.contains(last) { rest.removeLast() }
    return String(rest)
  }
}

extension Unicode.Scalar {
  /// Whether the scalar may stand between the end of a sentence and the end of its text.
  var closesQuote: Bool {
    switch self {
    case "\u{2019}", "\u{201D}", "'", "\"", ")", "]", "\u{A0}", " ": true
    default: false
    }
  }
}
