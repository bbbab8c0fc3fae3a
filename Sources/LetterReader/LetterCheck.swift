import InspectionModel

/// Lets letters of joint targeted area inspections through and refuses other documents with the
/// reason.
enum LetterCheck {
  /// The subject of a letter.
  static func subject(of parts: LetterParts, _ text: LetterText) throws(RefusalError) -> Subject {
    guard let subject = Subject(parts) else { throw RefusalError(refusal(text)) }
    let missing = missingParts(parts)
    guard missing.count <= 1 else { throw RefusalError(.noLetter(missing: missing)) }
    return subject
  }

  private static func refusal(_ text: LetterText) -> Letter.Refusal {
    let head = text.characters.prefix(20_000).lowercased()
    if head.contains("joint area review"), !head.contains("joint targeted area") {
      return .jointAreaReview
    }
    return OtherDocuments.kind(of: head).map { .other($0) } ?? .noSubject
  }

  /// What a letter has and this document has not: one may be missing, as in a letter cut in half.
  private static func missingParts(_ parts: LetterParts) -> [String] {
    let opening = parts.opening.text
    let tests: [(String, Bool)] = [
      ("a salutation", parts.hasSalutation),
      ("the words \u{201C}This letter\u{201D}", opening.contains("This letter")),
      ("sections such as key strengths or next steps", parts.runs.contains { $0.kind != .other }),
    ]
    return tests.filter { !$0.1 }.map(\.0)
  }
}

/// What a letter ought to have and has not, as problems.
enum Gaps {
  /// The problems of what is missing.
  static func problems(_ letter: Letter, _ parts: LetterParts, _ subject: Subject) -> [Letter
    .Problem]
  {
    var problems: [Letter.Problem] = []
    let end = parts.signature.last?.place ?? letter.passages.last?.place ?? subject.line.place
    func report(_ isMissing: Bool, _ field: String, _ message: String, _ place: Letter.Place) {
      if isMissing { problems.append(Letter.Problem(field: field, message: message, place: place)) }
    }
    let top = subject.line.place
    report(letter.theme == nil, "theme", "The letter does not say what it looked at closely", top)
    report(
      letter.theme.map { $0.value.id == nil } ?? false, "theme",
      "A new theme: it is none of the known themes", letter.theme?.place ?? top)
    report(
      letter.inspectorates.count < 2, "inspectorates", "Fewer than two inspectorates are named", top
    )
    report(
      letter.statementBy == nil, "statementBy", "The letter does not say who writes the statement",
      end)
    report(letter.passages.isEmpty, "passages", "The letter has no section with passages", end)
    report(
      !letter.hasSignature, "file", "The letter breaks off: it has no signatures", end)
    return problems
  }
}
