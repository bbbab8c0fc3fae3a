/// Finds the agencies a passage speaks of, by the words of the vocabulary and by the abbreviations that the letter defines.
struct AgencyFinder: Sendable {
  private var book: PhraseBook<Int>
  private let agencies: [KnownAgency]

  /// Learns the words of the agencies.
  init(_ agencies: [KnownAgency]) {
    self.agencies = agencies
    book = PhraseBook()
    for agency in agencies {
      for word in agency.exceptions { book.add(word, nil) }
    }
    for (index, agency) in agencies.enumerated() {
      for word in agency.words { book.add(word, index) }
    }
  }

  /// Learns what a letter's abbreviations mean: "Oxfordshire Safeguarding Children's Board (OSCB)" makes OSCB that agency's name.
  mutating func learnAbbreviations(in text: String) {
    let words = text.words
    for match in book.matches(in: words) {
      guard let agency = match.meaning, let abbreviation = words[at: match.words.upperBound],
        text[words[match.words.upperBound - 1].range.upperBound..<abbreviation.range.lowerBound].hasSuffix("("),
        text[abbreviation.range].count(where: \.isUppercase) > 1
      else { continue }
      book.add(String(text[abbreviation.range]), agency)
    }
  }

  /// The agencies in a text, each once, with the first words that name it.
  func mentions(in text: String) -> [AgencyMention] {
    let words = text.words
    var seen: Set<Int> = []
    return book.matches(in: words).compactMap { match in
      guard let agency = match.meaning, seen.insert(agency).inserted else { return nil }
      let range = words[match.words.lowerBound].range.lowerBound..<words[match.words.upperBound - 1].range.upperBound
      return AgencyMention(agency: agencies[agency].id, words: String(text[range]))
    }
  }
}
