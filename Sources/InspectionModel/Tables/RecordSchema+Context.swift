/// The record types of what surrounds the inspections: bodies, what was asked and said of joint inspections, the pause point.
extension RecordSchema {
  static let body = RecordSchema(
    "Body", plural: "bodies",
    "A named organisation, what kind of agency it is and which areas it covers.",
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
    "What inspectorates asked before they inspected, and how many answered.",
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
    "Response", plural: "responses",
    "What one body, or several together, answered to a consultation.",
    (.id, .key, .one),
    (.consultation, .reference(.consultation), .one),
    (.body, .reference(.body), .many),
    (.summary, .text, .optional),
    (.note, .text, .optional),
    (.on, .day, .optional),
    (.source, .text, .oneOrMore))

  static let concern = RecordSchema(
    "Concern", plural: "concerns",
    "Something that was asked for or feared, by what it would count as addressed, and how it stands.",
    (.id, .key, .one),
    (.name, .text, .one),
    (.framework, .reference(.framework), .optional),
    (.raisedIn, .reference(.response), .many),
    (.raised, .day, .optional),
    (.summary, .text, .optional),
    (.test, .text, .optional),
    (.standing, .choice(ConcernStanding.allCases.map(\.rawValue)), .one),
    (.evidence, .text, .many),
    (.computed, .text, .many),
    (.note, .text, .optional),
    (.by, .text, .optional),
    (.on, .day, .optional),
    (.source, .text, .many))

  static let standard = RecordSchema(
    "Standard", plural: "standards",
    "What another framework judges by, and the criteria that are the same, that it is broader than, or narrower than.",
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
    "The checkpoint after so many inspections: what they showed, and whether to go on.",
    (.id, .key, .one),
    (.name, .text, .one),
    (.framework, .reference(.framework), .optional),
    (.theme, .reference(.theme), .optional),
    (.first, .number, .one),
    (.question, .text, .many),
    (.closed, .text, .optional),
    (.member, .reference(.inspection), .many),
    (.outcome, .choice(PauseOutcome.allCases.map(\.rawValue)), .optional),
    (.decided, .day, .optional),
    (.reason, .text, .optional),
    (.note, .text, .optional),
    (.by, .text, .optional),
    (.on, .day, .optional),
    (.source, .text, .many))
}
