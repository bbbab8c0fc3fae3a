/// Finds the words of agencies in a line of text, so that they can be marked.
///
/// The words are written as in the register: whole words in any case; `*` at the end stands for any ending; words in
/// CAPITALS are found in capitals alone. A phrase that goes over two lines is not marked.
struct WordMarks {
  private let patterns: [Pattern]

  private struct Pattern {
    let characters: [Character]
    let isOpen: Bool
    let isExact: Bool
  }

  init(_ words: [String]) {
    patterns = words.map { word in
      let isOpen = word.last == "*"
      let text = isOpen ? String(word.dropLast()) : word
      let isExact = text == text.uppercased()
      return Pattern(
        characters: Array(isExact ? text : text.lowercased()), isOpen: isOpen, isExact: isExact)
    }
  }

  /// The stretches of a line to mark, in characters, each word once.
  func ranges(in line: Substring) -> [Range<Int>] {
    let exact = Array(line)
    let folded = exact.map { Character($0.lowercased()) }
    var found: [Range<Int>] = []
    var start = 0
    while start < exact.count {
      let isStart = exact[start].isLetter && (start == 0 || !exact[start - 1].isLetter)
      let ends = isStart ? patterns.compactMap { end(of: $0, at: start, exact, folded) } : []
      guard let end = ends.max() else {
        start += 1
        continue
      }
      found.append(start..<end)
      start = end
    }
    return found
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
