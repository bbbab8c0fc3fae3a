/// The record types of what inspections ask of the agencies: days that nobody works, what is known
/// of staff time, what if.
extension RecordSchema {
  static let holiday = RecordSchema(
    "Holiday", plural: "holidays",
    """
    A bank holiday of England, the key is its day; working days are those from Monday to Friday \
    without these. Add those of future years.
    """,
    (.id, .key(.day), .one),
    (.name, .text, .one),
    (.source, .text, .many))

  static let scenario = RecordSchema(
    "Scenario", plural: "scenarios", keyLetter: "S",
    """
    What if: the frameworks that go (Removes), the inspection that comes (Adds), every so many \
    months in each area, with so many working days of notice and on site, of these kinds of Agency \
    (all without any) and by these criteria; From and To is the time it is worked out over.
    """,
    (.id, .key, .one),
    (.name, .text, .one),
    (.area, .reference(.area), .many),
    (.region, .text(.region), .many),
    (.removes, .reference(.framework), .many),
    (.adds, .text, .optional),
    (.every, .number, .optional),
    (.notice, .number, .optional),
    (.onSite, .number, .optional),
    (.agency, .reference(.agency), .many),
    (.criterion, .reference(.criterion), .many),
    (.from, .day, .optional),
    (.to, .day, .optional),
    (.note, .text, .optional),
    (.by, .text, .optional),
    (.on, .day, .optional))

  static let estimate = RecordSchema(
    "Estimate", plural: "estimates", keyLetter: "E", parent: .agency,
    """
    Staff-days that one agency spends on one phase of one inspection, of each under a framework, \
    or of each that a scenario adds: a range from Low to High, with what it rests on.
    """,
    (.id, .key, .one),
    (.agency, .reference(.agency), .one),
    (.inspection, .reference(.inspection), .optional),
    (.framework, .reference(.framework), .optional),
    (.scenario, .reference(.scenario), .optional),
    (.phase, .choice(of: Phase.self), .one),
    (.low, .text(.amount), .one),
    (.mid, .text(.amount), .one),
    (.high, .text(.amount), .one),
    (.grade, .choice(of: EvidenceGrade.self), .one),
    (.note, .text, .optional),
    (.by, .text, .optional),
    (.on, .day, .optional),
    (.source, .text, .oneOrMore))
}
