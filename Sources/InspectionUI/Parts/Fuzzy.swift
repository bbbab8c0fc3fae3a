/// Finds a few typed letters in a name, in their order, not always side by side.
enum Fuzzy {
  /// How well the letters fit, higher is better; nil where they do not. A run, and a letter at the
  /// start of a word, count more.
  static func score(_ letters: String, in text: String) -> Int? {
    let text = Array(text.lowercased())
    var score = 0
    var position = 0
    var last = -2
    for letter in letters.lowercased() where letter != " " {
      guard let found = text[position...].firstIndex(of: letter) else { return nil }
      let startsWord = found == 0 || !text[found - 1].isLetter
      score += 1 + (found == last + 1 ? 5 : 0) + (startsWord ? 3 : 0)
      last = found
      position = found + 1
    }
    return score * 100 - text.count
  }
}
