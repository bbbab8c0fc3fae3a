import InspectionOperations

/// Tells which known theme some words name: the one that most of them speak for.
struct Themes: Sendable {
  /// The meaning of a pattern says whether it speaks for the theme by itself.
  private let themes: [(id: String, book: PhraseBook<Bool>, patterns: Int)]

  /// Learns the words of the themes.
  init(_ themes: [KnownTerm]) {
    self.themes = themes.map { theme in
      var book = PhraseBook<Bool>()
      for word in theme.words { book.add(word, true) }
      for word in theme.weakWords { book.add(word, false) }
      for word in theme.exceptions { book.add(word, nil) }
      return (theme.id, book, theme.words.count + theme.weakWords.count)
    }
  }

  /// The theme of a letter. Words that name no known theme are a new theme.
  func theme(of subject: Subject) -> Letter.Found<Letter.ThemeName>? {
    let candidates = subject.themeCandidates
    for candidate in candidates {
      if let id = theme(of: candidate.value) {
        return Letter.Found(Letter.ThemeName(words: candidate.value, id: id), at: candidate.place)
      }
    }
    return candidates.first.map {
      Letter.Found(Letter.ThemeName(words: $0.value, id: nil), at: $0.place)
    }
  }

  private func theme(of text: String) -> String? {
    let words = text.words
    let scores = themes.map { theme in
      let matches = theme.book.matches(in: words).filter { $0.meaning != nil }
      guard matches.contains(where: { $0.meaning == true }) else { return 0 }
      return matches.reduce(0) { $0 + $1.words.count }
    }
    // Of two themes that are as well spoken for, the narrower is meant: the one with fewer words.
    let best = themes.indices.max {
      (scores[$0], -themes[$0].patterns) < (scores[$1], -themes[$1].patterns)
    }
    return best.flatMap { scores[$0] > 0 ? themes[$0].id : nil }
  }
}
