import InspectionOperations

/// Joins the lines of a text and mends what the line ends did to hyphens.
///
/// `pdftotext` deletes a hyphen at a line's end and joins the word ("multiagency"); with `-layout`
/// it keeps both parts on their lines. A word that the letter spells with a hyphen elsewhere gets
/// it back, so that both give the same text.
struct Hyphens {
  private let spellings: [String: String]
  /// The words that stand whole somewhere: a hyphen typed into one at a line's end goes.
  private let whole: Set<String>

  /// Learns the hyphenated words of a letter, and the others.
  init(_ lines: [Line]) {
    var spellings: [String: String] = [:]
    var whole: Set<String> = []
    for line in lines {
      whole.formUnion(line.text.words.lazy.map(\.key))
    }
    for line in lines where line.text.utf8.contains(0x2D) {
      for word in line.text.split(separator: " ") where word.utf8.dropLast().contains(0x2D) {
        let bare = String(word).trimmed(of: Self.marks)
        guard bare.utf8.dropLast().dropFirst().contains(0x2D) else { continue }
        spellings[bare.filter { $0 != "-" }.lowercased()] = bare.lowercased()
      }
    }
    self.spellings = spellings
    self.whole = whole
  }

  /// Appends a line to a text. The cost is that of the line, not of the text.
  func append(_ line: String, to text: inout String) {
    if text.isEmpty {
      text = line
    } else if text.endsInHyphen && line.startsWithSmallLetter {
      if isTyped(text, line) { text.removeLast() }
      text += line
    } else {
      mend(&text)
      text += " "
      text += line
    }
  }

  /// Whether the hyphen at the end of a text parts a word that has none: "chil-" and "dren".
  private func isTyped(_ text: String, _ line: String) -> Bool {
    let first = text.split(separator: " ").last?.dropLast() ?? ""
    let second = line.prefix { $0.isLetter }
    let word = (first + second).lowercased()
    return !first.contains("-") && spellings[word] == nil && whole.contains(word)
  }

  /// Gives the last word of the text its hyphen back, if it lost one.
  private func mend(_ text: inout String) {
    let start = text.lastIndex(of: " ").map { text.index(after: $0) } ?? text.startIndex
    let bare = String(text[start...]).trimmed(of: Self.marks)
    guard let spelling = spellings[bare.filter { $0 != "-" }.lowercased()],
      spelling != bare.lowercased(), let range = text[start...].firstRange(of: bare)
    else { return }
    text.replaceSubrange(range, with: bare.prefix(1) + spelling.dropFirst())
  }

  private static let marks: Set<Character> = [
    ".", ",", ";", ":", "(", ")", "\u{2018}", "\u{2019}", "'", "\"", "\u{201C}", "\u{201D}", "?",
    "!",
  ]
}

extension String {
  /// Whether the last character is a hyphen that belongs to a word.
  fileprivate var endsInHyphen: Bool {
    var tail = unicodeScalars.reversed().makeIterator()
    guard let last = tail.next(), last == "-" || last == "\u{2010}" || last == "\u{2011}",
      let before = tail.next()
    else { return false }
    return before.isWordPart
  }
}
