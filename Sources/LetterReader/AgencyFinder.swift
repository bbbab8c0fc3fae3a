import InspectionOperations

/// Finds the agencies a passage speaks of, by the words of the vocabulary and by the abbreviations
/// that the letter defines.
struct AgencyFinder: Sendable {
  /// The agency that a phrase names; weakly where any agency named otherwise goes before it.
  private struct Sense: Hashable, Sendable {
    let agency: Int
    let isWeak: Bool
  }

  private var book = PhraseBook<Sense>()
  private let agencies: [KnownTerm]

  /// Learns the words of the agencies. A word of one agency goes before an exception of another.
  init(_ agencies: [KnownTerm]) {
    self.agencies = agencies
    for word in agencies.flatMap(\.exceptions) { book.add(word, nil) }
    for (index, agency) in agencies.enumerated() {
      for word in agency.weakWords { book.add(word, Sense(agency: index, isWeak: true)) }
      for word in agency.words { book.add(word, Sense(agency: index, isWeak: false)) }
    }
  }

  /// Learns words that mean an agency in the reports of one framework.
  mutating func learn(_ words: [String: [String]], weakly isWeak: Bool) {
    for (index, agency) in agencies.enumerated() {
      for word in words[agency.id] ?? [] { book.add(word, Sense(agency: index, isWeak: isWeak)) }
    }
  }

  /// Learns what a letter's abbreviations mean: "Oxfordshire Safeguarding Children's Board (OSCB)"
  /// makes OSCB that agency's name.
  mutating func learnAbbreviations(in text: String) {
    guard text.utf8.contains(UInt8(ascii: "(")) else { return }
    let words = text.words
    for match in book.matches(in: words) {
      guard let sense = match.meaning, let abbreviation = words[at: match.words.upperBound] else {
        continue
      }
      let gap = text[
        words[match.words.upperBound - 1].range.upperBound..<abbreviation.range.lowerBound]
      let short = text[abbreviation.range]
      if gap.hasSuffix("("), short.count(where: \.isUppercase) > 1 {
        book.add(String(short), sense)
      }
    }
  }

  /// The agencies in a text, each once, with the first words that name it.
  func mentions(in text: String) -> [Letter.AgencyMention] {
    let words = text.words
    let matches = book.matches(in: words).filter { $0.meaning != nil }
    let strong = matches.filter { $0.meaning?.isWeak == false }
    var seen: Set<Int> = []
    return (strong.isEmpty ? matches : strong).compactMap { match in
      guard let agency = match.meaning?.agency, seen.insert(agency).inserted else { return nil }
      let first = words[match.words.lowerBound].range.lowerBound
      let last = words[match.words.upperBound - 1].range.upperBound
      return Letter.AgencyMention(agency: agencies[agency].id, words: String(text[first..<last]))
    }
  }
}
