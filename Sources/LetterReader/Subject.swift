/// What a letter says it is about: its subject line, and the sentence that says what was inspected.
struct Subject {
  /// The subject line, with what follows "inspection of".
  let line: Prose
  /// The sentences of the opening that speak of a "deep dive" or of the response that was inspected, as they stand.
  let sentences: [Letter.Found<String>]

  /// Nil when the words "joint targeted area inspection" do not head the letter.
  init?(_ parts: LetterParts) {
    let lines = parts.openingLines
    guard let first = lines.prefix(60).firstIndex(where: \.text.beginsSubject) else { return nil }
    let rest = lines[(first + 1)...].prefix(3).prefix { !$0.text.beginsSentence }
    line = Prose([lines[first]] + rest, parts.hyphens)
    sentences = parts.opening.sentences.map { range in
      let text = String(parts.opening.text[range])
      return Letter.Found(text, at: parts.opening.place(at: range.lowerBound))
    }
  }

  /// The area as the subject names it: what follows the last " in ", or else "inspection of".
  var areaWords: String {
    let text = line.text
    if let (_, after) = text.parted(atLast: " in ") { return after.trimmedOfMarks }
    return (text.parted(atFirst: "nspection of ")?.after ?? text).trimmedOfMarks
  }

  /// The words that may name the theme, the surest first: the deep dive, the response that the letter sums up, the subject line.
  var themeCandidates: [Letter.Found<String>] {
    let deepDives = sentences.compactMap { sentence in
      sentence.value.parted(atFirst: "deep dive").map {
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
  fileprivate var beginsSubject: Bool {
    lowercased().hasPrefix("joint targeted area inspection")
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
