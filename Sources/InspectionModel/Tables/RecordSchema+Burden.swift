/// The record types of what inspections ask of the agencies: days that nobody works, what is known of staff time, what if.
extension RecordSchema {
  static let holiday = RecordSchema(
    "Holiday", plural: "holidays",
    "A bank holiday of England; the key is its day. Working days are those from Monday to Friday without these.",
    (.id, .key, .one),
    (.name, .text, .one),
    (.source, .text, .many))

  static let scenario = RecordSchema(
    "Scenario", plural: "scenarios",
    "What if: frameworks that go, an inspection that comes in their place, and over which time.",
    (.id, .key, .one),
    (.name, .text, .one),
    (.area, .reference(.area), .many),
    (.region, .text, .many),
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
    "Estimate", plural: "estimates",
    "Staff-days that one agency spends on one phase of an inspection, as a range, with its source and what kind of evidence it is.",
    (.id, .key, .one),
    (.agency, .reference(.agency), .one),
    (.inspection, .reference(.inspection), .optional),
    (.framework, .reference(.framework), .optional),
    (.scenario, .reference(.scenario), .optional),
    (.phase, .choice(Phase.allCases.map(\.rawValue)), .one),
    (.low, .text, .one),
    (.mid, .text, .one),
    (.high, .text, .one),
    (.grade, .choice(EvidenceGrade.allCases.map(\.rawValue)), .one),
    (.note, .text, .optional),
    (.by, .text, .optional),
    (.on, .day, .optional),
    (.source, .text, .oneOrMore))
}
