/// Finds the words of agencies in a text, so that they can be marked.
///
/// The words are written as in the register: whole words in any case; `*` at the end stands for any
/// ending; words in CAPITALS are found in capitals alone; a hyphen is a blank. Of phrases that
/// begin at one word the longest counts, and one that is an exception is not marked.
struct WordMarks {
  private let patterns: [Pattern]

  private struct Pattern {
    let characters: [Character]
    let isOpen: Bool
    let isExact: Bool
    let isException: Bool
  }

  init(_ words: [String], except exceptions: [String] = []) {
    patterns =
      Self.patterns(words, areExceptions: false) + Self.patterns(exceptions, areExceptions: true)
  }

  private static func patterns(_ words: [String], areExceptions: Bool) -> [Pattern] {
    words.map { word in
      let isOpen = word.last == "*"
      let text = isOpen ? String(word.dropLast()) : word
      let isExact = text == text.uppercased()
      return Pattern(
        characters: Array(isExact ? text : text.lowercased()).map(Self.plain), isOpen: isOpen,
        isExact: isExact, isException: areExceptions)
    }
  }

  /// The stretches of a line to mark, in characters, each word once.
  func ranges(in line: Substring) -> [Range<Int>] {
    let exact = line.map(Self.plain)
    let folded = exact.map { Character($0.lowercased()) }
    var found: [Range<Int>] = []
    var start = 0
    while start < exact.count {
      let isStart = exact[start].isLetter && (start == 0 || !exact[start - 1].isLetter)
      guard isStart, let (end, isException) = longest(at: start, exact, folded) else {
        start += 1
        continue
      }
      if !isException { found.append(start..<end) }
      start = end
    }
    return found
  }

  /// A hyphen and any other blank as a blank, an apostrophe as it is typed.
  static func plain(_ character: Character) -> Character {
    switch character {
    case "-", "\u{2010}", "\u{2011}", "\n", "\u{A0}": " "
    case "\u{2019}": "'"
    default: character
    }
  }

  private func longest(
    at start: Int, _ exact: [Character], _ folded: [Character]
  ) -> (end: Int, isException: Bool)? {
    var best: (end: Int, isException: Bool)?
    for pattern in patterns
    where pattern.characters.first == (pattern.isExact ? exact : folded)[start] {
      guard let end = end(of: pattern, at: start, exact, folded) else { continue }
      if end > best?.end ?? 0 { best = (end, pattern.isException) }
    }
    return best
  }

  private func end(
    of pattern: Pattern, at start: Int, _ exact: [Character], _ folded: [Character]
  ) -> Int? {
    let text = pattern.isExact ? exact : folded
    guard text[start...].starts(with: pattern.characters) else { return nil }
    var end = start + pattern.characters.count
    while pattern.isOpen, end < text.count, text[end].isLetter { end += 1 }
    return end == text.count || !text[end].isLetter ? end : nil
  }
}
