/// The record types, field by field, in the order in which they are written.
extension RecordSchema {
  static let area = RecordSchema(
    "Area", plural: "areas",
    "An upper-tier local authority area of England, present or former.",
    (.id, .key, .one),
    (.name, .text, .one),
    (
      .type,
      .choice(["county", "unitary", "metropolitan-district", "london-borough", "city", "isles"]),
      .optional
    ),
    (.region, .text, .optional),
    (.gss, .text, .optional),
    (.dfe, .text, .optional),
    (.ofsted, .text, .optional),
    (.alias, .text, .many),
    (.from, .day, .optional),
    (.to, .day, .optional),
    (.successor, .reference(.area), .many),
    (.neighbour, .reference(.area), .many),
    (.formerGSS, .text, .many),
    (.source, .text, .many))

  static let framework = RecordSchema(
    "Framework", plural: "frameworks",
    "A framework under which inspectorates inspect, with the time it was in force.",
    (.id, .key, .one),
    (.name, .text, .one),
    (.alias, .text, .many),
    (.by, .text, .many),
    (.from, .day, .optional),
    (.to, .day, .optional),
    (.outcome, .choice(["graded", "narrative"]), .optional),
    (.notice, .number, .optional),
    (.onSite, .number, .optional),
    (.statement, .number, .optional),
    (.calendarDays, .number, .optional),
    (.stated, .choice(frameworkFacts), .many),
    (.inferred, .choice(frameworkFacts), .many),
    (.notFound, .choice(frameworkFacts), .many),
    (.note, .text, .optional),
    (.source, .text, .many))

  /// The facts of a framework that are marked as stated, inferred or not found; a framework in force has no mark on To.
  private static let frameworkFacts = [
    Field.from, .to, .notice, .onSite, .statement, .calendarDays,
  ].map(\.name)

  static let theme = RecordSchema(
    "Theme", plural: "themes",
    "What the deep dive of an inspection is about, and the words by which a letter tells it.",
    (.id, .key, .one),
    (.name, .text, .one),
    (.word, .text, .many),
    (.weak, .text, .many),
    (.except, .text, .many))

  static let agency = RecordSchema(
    "Agency", plural: "agencies",
    "A kind of organisation that safeguards children, its code letter, and the words by which a letter names it.",
    (.id, .key, .one),
    (.name, .text, .one),
    (.letter, .text, .one),
    (.inspectorate, .text, .optional),
    (.word, .text, .many),
    (.weak, .text, .many),
    (.except, .text, .many))

  static let criterion = RecordSchema(
    "Criterion", plural: "criteria",
    "What good joint working is judged by; the last character of the key is its code digit.",
    (.id, .key, .one),
    (.name, .text, .one),
    (.definition, .text, .optional),
    (.include, .text, .optional),
    (.exclude, .text, .optional),
    (.example, .text, .optional),
    (.version, .number, .optional),
    (.status, .choice(CriterionStatus.allCases.map(\.rawValue)), .optional),
    (.into, .reference(.criterion), .optional),
    (.by, .text, .optional),
    (.on, .day, .optional))

  static let inspection = RecordSchema(
    "Inspection", plural: "inspections",
    "One visit to one area under one framework.",
    (.id, .key, .one),
    (.area, .reference(.area), .one),
    (.framework, .reference(.framework), .one),
    (.theme, .reference(.theme), .optional),
    (.notified, .day, .optional),
    (.from, .day, .optional),
    (.to, .day, .optional),
    (.published, .day, .optional),
    (.listed, .day, .optional),
    (.inspectorate, .text, .many),
    (.grade, .choice(Grade.allCases.map(\.rawValue)), .optional),
    (.priorityAction, .choice(["yes", "no"]), .optional),
    (.statementDue, .day, .optional),
    (.statementBy, .text, .optional),
    (.statementAgency, .reference(.agency), .many),
    (.addressee, .text, .many),
    (.certainty, .choice(Certainty.allCases.map(\.rawValue)), .one),
    (.letter, .text, .optional),
    (.heading, .text, .many),
    (.found, .text, .many),
    (.problem, .text, .many),
    (.note, .text, .optional),
    (.by, .text, .optional),
    (.on, .day, .optional),
    (.source, .text, .oneOrMore))

  static let passage = RecordSchema(
    "Passage", plural: "passages",
    "One bullet or paragraph of a letter, in one section of it.",
    (.id, .key, .one),
    (.inspection, .reference(.inspection), .one),
    (.section, .choice(SectionKind.allCases.map(\.rawValue)), .one),
    (.index, .number, .one),
    (.position, .number, .optional),
    (.heading, .text, .optional),
    (.page, .number, .optional),
    (.pageTo, .number, .optional),
    (.text, .text, .optional),
    (.summary, .text, .optional),
    (.fingerprint, .text, .optional),
    (.agency, .reference(.agency), .many),
    (.source, .text, .optional),
    (.by, .text, .optional),
    (.on, .day, .optional))

  static let contribution = RecordSchema(
    "Contribution", plural: "contributions",
    "One agency's part in one passage, as somebody coded it.",
    (.id, .key, .one),
    (.passage, .reference(.passage), .one),
    (.agency, .reference(.agency), .one),
    (.criterion, .reference(.criterion), .optional),
    (.direction, .choice(Direction.allCases.map(\.rawValue)), .one),
    (.with, .reference(.agency), .many),
    (.how, .choice(JointWorking.allCases.map(\.rawValue)), .many),
    (.note, .text, .optional),
    (.suspect, .text, .optional),
    (.version, .text, .optional),
    (.review, .reference(.review), .optional),
    (.pass, .choice(Pass.allCases.map(\.rawValue)), .optional),
    (.by, .text, .optional),
    (.on, .day, .optional))

  static let conflict = RecordSchema(
    "Conflict", plural: "conflicts",
    "Another version of a field, or the word that it has no such record, until somebody chooses one.",
    (.id, .key, .one),
    (.type, .text, .one),
    (.record, .text, .one),
    (.field, .text, .optional),
    (.value, .text, .many),
    (.note, .text, .optional))
}
