/// What a letter says it is about: its subject line, and the sentence that says what was inspected.
struct Subject {
  /// The subject line, with what follows "inspection of".
  let line: Prose
  /// The sentences of the opening that speak of a "deep dive" or of the response that was
  /// inspected, as they stand.
  let sentences: [Letter.Found<String>]

  /// Nil when neither a subject line nor the opening says that this is such an inspection.
  init?(_ parts: LetterParts) {
    let opening = parts.opening
    sentences = opening.sentences.map { range in
      Letter.Found(String(opening.text[range]), at: opening.place(at: range.lowerBound))
    }
    guard let line = Self.line(parts) ?? Self.sentence(parts) else { return nil }
    self.line = line
  }

  /// The subject line, with those it runs on to.
  private static func line(_ parts: LetterParts) -> Prose? {
    let lines = parts.openingLines
    // In a narrow column the words themselves may go over two lines.
    let first = lines.indices.prefix(60).first { index in
      Prose(lines[index...].prefix(2), parts.hyphens).text.beginsSubject(
        within: lines[index].text.count)
    }
    guard let first else { return nil }
    let rest = lines[(first + 1)...].prefix(3).prefix { !$0.text.beginsSentence }
    return Prose([lines[first]] + rest, parts.hyphens)
  }

  /// The line of a letter without a subject line in which the inspection is said to have been held,
  /// and the next two.
  private static func sentence(_ parts: LetterParts) -> Prose? {
    let lines = parts.openingLines
    let signs = [
      "findings of the joint targeted area inspection", "undertook a joint", "carried out a joint",
    ]
    let first = lines.indices.first { index in
      let text = Prose(lines[index...].prefix(2), parts.hyphens).text
      return signs.contains { text.contains($0) }
    }
    return parts.hasSalutation ? first.map { Prose(lines[$0...].prefix(4), parts.hyphens) } : nil
  }

  /// The area as the subject names it: what follows the last " in ", or else "inspection of".
  var areaWords: String {
    let text = line.text
    if let (_, after) = text.parted(atLast: " in ") { return after.trimmedOfMarks }
    return (text.parted(atFirst: "nspection of ")?.after ?? text).trimmedOfMarks
  }

  /// The words that may name the theme, the surest first: the deep dive, the response that the
  /// letter sums up, the subject line.
  var themeCandidates: [Letter.Found<String>] {
    let deepDives = sentences.compactMap { sentence in
      (sentence.value.parted(atFirst: "deep dive") ?? sentence.value.parted(atFirst: "deep-dive"))
        .map {
          Letter.Found($0.after.withoutLeadIn, at: sentence.place)
        }
    }
    let responses = sentences.compactMap { sentence in
      sentence.value.parted(atFirst: "This letter").flatMap {
        Letter.Found($0.after, at: sentence.place).response
      }
    }
    let subject = Letter.Found(line.text, at: line.place).response
    return deepDives + responses + (subject.map { [$0] } ?? [])
  }
}

extension String {
  /// Whether the words of a subject stand near the start, and in the first `length` characters.
  fileprivate func beginsSubject(within length: Int) -> Bool {
    lowercased().firstRange(of: "joint targeted area inspection")
      .map { distance(from: startIndex, to: $0.lowerBound) <= min(12, length - 1) } ?? false
  }

  fileprivate var beginsSentence: Bool {
    ["Between ", "This letter", "This ", "From ", "On ", "Dear "].contains { hasPrefix($0) }
  }

  fileprivate var trimmedOfMarks: String {
    trimmed(of: [
      " ", ".", ",", ":", "\u{2018}", "\u{2019}", "'", "\"", "\u{201C}", "\u{201D}", "-",
      "\u{2013}",
    ])
  }

  /// The theme without the words that lead up to it, such as "focus on the response to".
  fileprivate var withoutLeadIn: String {
    var rest = trimmedOfMarks
    let leads = [
      "focus on ", "focused on ", "theme of ", "theme was ", "theme is ", "element ", "into ",
      "on ",
      "investigation of ", "investigation into ", "evaluation of ", "looked at ", "looking at ",
      "was ",
      "considered ", "the effectiveness of ", "services for ", "the multi-agency response to ",
      "the responses to ", "the response to ", "response to ", "the experiences of ",
    ]
    while let lead = leads.first(where: { rest.hasPrefix($0) }) { rest.removeFirst(lead.count) }
    return rest.trimmedOfMarks
  }

  func parted(atFirst mark: String) -> (before: String, after: String)? {
    firstRange(of: mark).map { (String(self[..<$0.lowerBound]), String(self[$0.upperBound...])) }
  }

  func parted(atLast mark: String) -> (before: String, after: String)? {
    ranges(of: mark).last.map { (String(self[..<$0.lowerBound]), String(self[$0.upperBound...])) }
  }
}

extension Letter.Found<String> {
  /// What stands between "response to" and the area.
  fileprivate var response: Letter.Found<String>? {
    let parts = value.parted(atFirst: "response to ") ?? value.parted(atFirst: "responses to ")
    guard let (_, after) = parts else { return nil }
    let words = after.parted(atLast: " in ")?.before ?? after
    return Letter.Found(words.withoutLeadIn, at: place)
  }
}
