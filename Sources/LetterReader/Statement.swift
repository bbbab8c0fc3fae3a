import InspectionModel

/// Who has to write the statement of action, as the next steps say it.
struct Statement {
  let by: Letter.Found<String>?

  /// Reads the next steps; a person's name gives way to the post, as the address has it.
  init(_ parts: LetterParts, _ addressees: [Addressees.Entry]) {
    let steps = parts.nextSteps
    by =
      steps.sentences.lazy.compactMap { range in
        let sentence = String(steps.text[range])
        guard let writer = Self.writer(sentence) else { return nil }
        return Letter.Found(
          Self.withoutName(writer, addressees), at: steps.place(at: range.lowerBound))
      }.first
  }

  private static func writer(_ sentence: String) -> String? {
    guard sentence.contains("written statement") || sentence.contains("statement of action") else {
      return nil
    }
    let ends = [
      " is the principal authority", " are the principal authority", " should ", " must ", " will ",
      " to prepare ",
    ]
    guard let end = ends.lazy.compactMap({ sentence.firstRange(of: $0) }).first else { return nil }
    var subject = String(sentence[..<end.lowerBound])
    if let (_, after) = subject.parted(atFirst: "determined that ") { subject = after }
    return subject.withoutBrackets.trimmed
  }

  private static func withoutName(_ writer: String, _ addressees: [Addressees.Entry]) -> String {
    for entry in addressees {
      guard let range = writer.firstRange(of: entry.name) else { continue }
      var rest = writer
      rest.removeSubrange(range)
      rest = rest.trimmed(of: [" ", ","])
      let address = [entry.addressee.post, entry.addressee.body].filter { !$0.isEmpty }
      return rest.isEmpty ? address.joined(separator: ", ") : rest
    }
    return writer
  }
}

extension String {
  /// The text without what stands in round brackets.
  fileprivate var withoutBrackets: String {
    var depth = 0
    var kept = ""
    for character in self {
      if character == "(" { depth += 1 }
      if depth == 0, !(character == " " && kept.last == " ") { kept.append(character) }
      if character == ")" { depth = max(0, depth - 1) }
    }
    return kept
  }
}
