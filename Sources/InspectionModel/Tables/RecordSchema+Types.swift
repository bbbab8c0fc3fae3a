/// The record types, field by field, in the order in which they are written.
extension RecordSchema {
  static let area = RecordSchema(
    "Area", plural: "areas",
    """
    An area with its own children's services, now or formerly; To is its last day, Neighbour its \
    statistical neighbours in the published order.
    """,
    (.id, .key, .one),
    (.name, .text, .one),
    (
      .type,
      .choice(["county", "unitary", "metropolitan-district", "london-borough", "city", "isles"]),
      .optional
    ),
    (.region, .text(.region), .optional),
    (.gss, .text(.gss), .optional),
    (.dfe, .text(.code(prefix: "", digits: 3...3)), .optional),
    (.ofsted, .text(.code(prefix: "", digits: 5...7)), .optional),
    (.alias, .text, .many),
    (.from, .day, .optional),
    (.to, .day, .optional),
    (.successor, .reference(.area), .many),
    (.neighbour, .reference(.area), .many),
    (.formerGSS, .text(.gss), .many),
    (.source, .text, .many))

  static let framework = RecordSchema(
    "Framework", plural: "frameworks",
    """
    A set of rules for inspections, by whom and when in force; Notice, OnSite and Statement are \
    working days, CalendarDays the median from the first to the last on site, Every the months \
    from one inspection of an area to the next. Stated, Inferred and NotFound say how each of \
    these facts is known; a framework in force has no To and no mark on it.
    """,
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
    (.every, .number, .optional),
    (.stated, .choice(frameworkFacts), .many),
    (.inferred, .choice(frameworkFacts), .many),
    (.notFound, .choice(frameworkFacts), .many),
    (.note, .text, .optional),
    (.source, .text, .many))

  /// The facts of a framework that are marked as stated, inferred or not found; a framework in
  /// force has no mark on To.
  private static let frameworkFacts = [
    Field.from, .to, .notice, .onSite, .statement, .calendarDays, .every,
  ].map(\.name)

  static let theme = RecordSchema(
    "Theme", plural: "themes",
    """
    What a joint inspection looks at in depth; Word is how letters name it, Weak what speaks for \
    it beside such words only, Except what holds such words and means something else.
    """,
    (.id, .key, .one),
    (.name, .text, .one),
    (.word, .text, .many),
    (.weak, .text, .many),
    (.except, .text, .many))

  static let agency = RecordSchema(
    "Agency", plural: "agencies",
    """
    A kind of agency; Letter is its key in the code line, Word is how letters name it, Weak how \
    they do where they name no other, Except what holds such words and names something else; * \
    stands for any ending, CAPITALS for capitals alone.
    """,
    (.id, .key, .one),
    (.name, .text, .one),
    (.letter, .text(.letter), .one),
    (.inspectorate, .text, .optional),
    (.word, .text, .many),
    (.weak, .text, .many),
    (.except, .text, .many))

  static let criterion = RecordSchema(
    "Criterion", plural: "criteria",
    """
    What good joint working is judged by; the digit of its Id is its key in the code line; Version \
    counts its wordings, from 1.
    """,
    (.id, .key, .one),
    (.name, .text, .one),
    (.definition, .text, .optional),
    (.include, .text, .optional),
    (.exclude, .text, .optional),
    (.example, .text, .optional),
    (.version, .number, .optional),
    (.status, .choice(of: CriterionStatus.self), .optional),
    (.into, .reference(.criterion), .optional),
    (.by, .text, .optional),
    (.on, .day, .optional))

  static let inspection = RecordSchema(
    "Inspection", plural: "inspections", parent: .area,
    """
    One visit to one area; Notified is the day the area was told, Published is the letter's date, \
    Listed the regulator's, and no PriorityAction means that it is not known. Grade is the overall \
    one, where there is any (judgements have it too); StatementAgency writes or joins the \
    statement; NotFound says that From and To are not the days on site, as where they span a \
    whole exercise. WordCount is of the whole report as it was read. Heading is a heading of the \
    letter: the Position of the passage after it, page, kind, # or ## and its words. Found is \
    where a fact stands (p is the page, l the line) and how it is known, Problem what does not \
    fit; Origin is which table said what of a field, and on which day it was read.
    """,
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
    (.grade, .choice(Grade.council.map(\.rawValue)), .optional),
    (.priorityAction, .choice(["yes", "no"]), .optional),
    (.statementDue, .day, .optional),
    (.statementBy, .text, .optional),
    (.statementAgency, .reference(.agency), .many),
    (.addressee, .text, .many),
    (.certainty, .choice(of: Certainty.self), .one),
    (.notFound, .choice([Field.onSite.name]), .many),
    (.letter, .text, .optional),
    (.wordCount, .number, .optional),
    (.heading, .text, .many),
    (.found, .text, .many),
    (.problem, .text, .many),
    (.note, .text, .optional),
    (.by, .text, .optional),
    (.on, .day, .optional),
    (.origin, .text, .many),
    (.source, .text, .oneOrMore))

  static let judgement = RecordSchema(
    "Judgement", plural: "judgements", parent: .inspection,
    """
    A grade on one Aspect of an inspection, in the report's Words (ten at most), or the Reason why \
    there is none; its key is the inspection's, / and the aspect. Found is where it stands (p is \
    the page, l the line) and how it is known, Origin which table said what of a field, and when \
    it was read.
    """,
    (.id, .key, .one),
    (.inspection, .reference(.inspection), .one),
    (.aspect, .choice(of: Aspect.self), .one),
    (.grade, .choice(of: Grade.self), .optional),
    (.words, .text, .optional),
    (.reason, .choice(of: Ungraded.self), .optional),
    (.page, .number, .optional),
    (.found, .text, .optional),
    (.by, .text, .optional),
    (.on, .day, .optional),
    (.origin, .text, .many),
    (.source, .text, .many))

  static let passage = RecordSchema(
    "Passage", plural: "passages", parent: .inspection,
    """
    One item or paragraph of a report, numbered within its kind of section, with its Position in \
    the report as it is read; Paragraph is its number as printed, Body who is responsible where a \
    table says so, Agency what the reader suggests. It has the letter's Text, or a \
    Summary in other words, or both; Fingerprint (FNV-1a, 64 bits, in hexadecimal, over the \
    letters and digits of the text in lower case) identifies the text when the letter is read.
    """,
    (.id, .key, .one),
    (.inspection, .reference(.inspection), .one),
    (.section, .choice(of: SectionKind.self), .one),
    (.index, .number, .one),
    (.position, .number, .optional),
    (.heading, .text, .optional),
    (.page, .number, .optional),
    (.pageTo, .number, .optional),
    (.paragraph, .text, .optional),
    (.body, .text, .many),
    (.text, .text, .optional),
    (.summary, .text, .optional),
    (.fingerprint, .text, .optional),
    (.agency, .reference(.agency), .many),
    (.source, .text, .optional),
    (.by, .text, .optional),
    (.on, .day, .optional))

  static let contribution = RecordSchema(
    "Contribution", plural: "contributions", keyLetter: "C", parent: .passage,
    """
    One agency's part in one passage as an analyst coded it: + strength, - shortfall, = mixed, 0 \
    only mentioned; Suspect says why it must be looked at again; in the order of Passage, then Id.
    """,
    (.id, .key, .one),
    (.passage, .reference(.passage), .one),
    (.agency, .reference(.agency), .one),
    (.criterion, .reference(.criterion), .optional),
    (.direction, .choice(of: Direction.self), .one),
    (.with, .reference(.agency), .many),
    (.how, .choice(of: JointWorking.self), .many),
    (.note, .text, .optional),
    (.suspect, .text, .optional),
    (.version, .text, .optional),
    (.review, .reference(.review), .optional),
    (.pass, .choice(of: Pass.self), .optional),
    (.by, .text, .optional),
    (.on, .day, .optional))

  static let conflict = RecordSchema(
    "Conflict", plural: "conflicts",
    """
    Another version of a field, or the word that it has no such record, until somebody chooses \
    one.
    """,
    (.id, .key, .one),
    (.type, .text, .one),
    (.record, .text, .one),
    (.field, .text, .optional),
    (.value, .text, .many),
    (.note, .text, .optional))
}
