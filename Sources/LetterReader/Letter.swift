public import InspectionModel

/// What a published report says, the letter of a joint targeted area inspection among them, with
/// where each fact was found and how sure it is.
///
/// A document that is no report of a framework that is read has a `refusal` and nothing else.
/// 1. Sections, passages and problems stand in the order of the letter.
/// 2. A passage's index starts at 1 for each kind of section and runs on across sub-headings.
/// 3. No person's name stands in a field: names stay in the letter's own text.
public struct Letter: Sendable, Equatable {
  /// Why the document is not read as a letter; nil for a letter.
  public var refusal: Refusal?
  /// The local authority area that was inspected.
  public var area: Found<AreaName>?
  /// The identifier of the framework: `jtai`, `area-send`, `ilacs`, `ilacs-short`, `sif`, `tlac`,
  /// `lscb-review`.
  public var framework: Found<String>?
  /// What the inspection looked at closely (its "deep dive").
  public var theme: Found<ThemeName>?
  /// The first day of fieldwork.
  public var fieldworkFrom: Found<Day>?
  /// The last day of fieldwork.
  public var fieldworkTo: Found<Day>?
  /// The date printed on the letter.
  public var published: Found<Day>?
  /// Who inspected, in the order Ofsted, CQC, police, probation.
  public var inspectorates: [Found<Inspectorate>] = []
  /// The day on which the written statement of action is due.
  public var statementDue: Found<Day>?
  /// Who has to write the statement, in the letter's words (a named person by their post).
  public var statementBy: Found<String>?
  /// The grades, one of each aspect. Joint inspections give none.
  public var judgements: [Judgement] = []
  /// What the inspectorate says it will do next.
  public var next: [NextVisit] = []
  /// The inspections before this one that the report names.
  public var previous: [Visit] = []
  /// Who shares the duty for the area.
  public var responsibleBodies: [Found<String>] = []
  /// Whom the letter is addressed to.
  public var addressees: [Found<Addressee>] = []
  /// Every heading.
  public var sections: [Section] = []
  /// Every passage.
  public var passages: [Passage] = []
  /// How many words the document has, those outside passages counted.
  public var wordCount = 0
  /// What does not fit, for a person to look at.
  public var problems: [Problem] = []

  /// Whether the signatures at its end were found.
  var hasSignature = true

  /// Whether the end of the letter is missing, so that what was read of it is not all: neither
  /// signatures nor next steps, which every letter has, were found. One of them alone may be set in
  /// a way nobody has seen yet.
  public var isCutOff: Bool {
    !hasSignature && !sections.contains { $0.kind == .nextSteps }
  }

  /// Whether the document is a report of a framework that is read.
  public var isReport: Bool { refusal == nil }

  /// Whether the document is a letter of a joint targeted area inspection.
  public var isJTAI: Bool { isReport && framework?.value == "jtai" }

  /// A letter about which nothing is known yet.
  public init() {}

  /// The same with one more thing to look at; nothing is told of what is refused.
  func telling(_ problem: Problem?) -> Letter {
    guard let problem, refusal == nil else { return self }
    var letter = self
    letter.problems.insert(problem, at: 0)
    return letter
  }

  /// A document that is refused.
  public init(refusal: Refusal) {
    self.refusal = refusal
  }
}
