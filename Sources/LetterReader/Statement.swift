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
    return subject.outsideBrackets.trimmed
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
