/// The record types of what surrounds the inspections: bodies, what was asked and said of joint
/// inspections, the pause point.
extension RecordSchema {
  static let body = RecordSchema(
    "Body", plural: "bodies",
    """
    A named organisation; Covers are the areas whose letters name it, and it may cover more; those \
    without Agency speak for others.
    """,
    (.id, .key, .one),
    (.name, .text, .one),
    (.alias, .text, .many),
    (.agency, .reference(.agency), .optional),
    (.from, .day, .optional),
    (.to, .day, .optional),
    (.covers, .reference(.area), .many),
    (.note, .text, .optional),
    (.source, .text, .oneOrMore))

  static let consultation = RecordSchema(
    "Consultation", plural: "consultations",
    "What inspectorates asked before they inspected; Answers is how many came, at least.",
    (.id, .key, .one),
    (.name, .text, .one),
    (.framework, .reference(.framework), .optional),
    (.from, .day, .optional),
    (.to, .day, .optional),
    (.inspectorate, .text, .many),
    (.answers, .number, .optional),
    (.summary, .text, .optional),
    (.note, .text, .optional),
    (.source, .text, .oneOrMore))

  static let response = RecordSchema(
    "Response", plural: "responses", parent: .consultation,
    "What one body, or several together, answered, in words that are not theirs.",
    (.id, .key, .one),
    (.consultation, .reference(.consultation), .one),
    (.body, .reference(.body), .many),
    (.summary, .text, .optional),
    (.note, .text, .optional),
    (.on, .day, .optional),
    (.source, .text, .oneOrMore))

  static let concern = RecordSchema(
    "Concern", plural: "concerns",
    """
    Something that was asked for or feared; Test is by what it would count as addressed; all but \
    open and no-response need On, By and Evidence; Computed names the reports that bear on it, and \
    after a colon the part.
    """,
    (.id, .key, .one),
    (.name, .text, .one),
    (.framework, .reference(.framework), .optional),
    (.raisedIn, .reference(.response), .many),
    (.raised, .day, .optional),
    (.summary, .text, .optional),
    (.test, .text, .optional),
    (.standing, .choice(of: ConcernStanding.self), .one),
    (.evidence, .text, .many),
    (.computed, .text, .many),
    (.note, .text, .optional),
    (.by, .text, .optional),
    (.on, .day, .optional),
    (.source, .text, .many))

  static let standard = RecordSchema(
    "Standard", plural: "standards", parent: .framework,
    """
    What another framework judges by. That it is the same as a criterion, Broader than some or \
    Narrower than some is a judgement of whoever wrote it; the names are facts with a source.
    """,
    (.id, .key, .one),
    (.framework, .reference(.framework), .one),
    (.name, .text, .one),
    (.same, .reference(.criterion), .many),
    (.broader, .reference(.criterion), .many),
    (.narrower, .reference(.criterion), .many),
    (.note, .text, .optional),
    (.by, .text, .optional),
    (.on, .day, .optional),
    (.source, .text, .many))

  static let pausePoint = RecordSchema(
    "PausePoint", plural: "pausepoints",
    """
    The checkpoint after the First inspections by fieldwork, on Theme if there is one; Closed says \
    why it can never be reached; Member are its inspections as they stood when it was decided.
    """,
    (.id, .key, .one),
    (.name, .text, .one),
    (.framework, .reference(.framework), .optional),
    (.theme, .reference(.theme), .optional),
    (.first, .number, .one),
    (.question, .text, .many),
    (.closed, .text, .optional),
    (.member, .reference(.inspection), .many),
    (.outcome, .choice(of: PauseOutcome.self), .optional),
    (.decided, .day, .optional),
    (.reason, .text, .optional),
    (.note, .text, .optional),
    (.by, .text, .optional),
    (.on, .day, .optional),
    (.source, .text, .many))
}
