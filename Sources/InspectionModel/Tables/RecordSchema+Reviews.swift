/// The record types of review sessions, field by field, in the order in which they are written.
extension RecordSchema {
  static let review = RecordSchema(
    "Review", plural: "reviews", keyLetter: "R",
    """
    A queue of passages that one person codes: of the First inspections by fieldwork, on Theme, \
    that match Filter; At is where to go on; Of names the pass or passes it follows.
    """,
    (.id, .key, .one),
    (.name, .text, .one),
    (.first, .number, .optional),
    (.theme, .reference(.theme), .optional),
    (.filter, .text, .optional),
    (.section, .choice(of: SectionKind.self), .many),
    (.order, .choice(of: ReviewOrder.self), .one),
    (.seed, .number, .optional),
    (.reviewer, .text, .one),
    (.pass, .choice(of: Pass.self), .one),
    (.blind, .choice(["yes", "no"]), .optional),
    (.of, .reference(.review), .many),
    (.at, .text, .optional),
    (.state, .choice(of: ReviewState.self), .one),
    (.on, .day, .optional))

  static let memo = RecordSchema(
    "Memo", plural: "memos", keyLetter: "M",
    """
    What somebody noted on a record; a deferral puts a passage of a review off, and nothing says \
    that no agency does anything in it.
    """,
    (.id, .key, .one),
    (.kind, .choice(of: MemoKind.self), .one),
    (.text, .text, .optional),
    (.review, .reference(.review), .optional),
    (.area, .reference(.area), .optional),
    (.framework, .reference(.framework), .optional),
    (.theme, .reference(.theme), .optional),
    (.agency, .reference(.agency), .optional),
    (.criterion, .reference(.criterion), .optional),
    (.inspection, .reference(.inspection), .optional),
    (.passage, .reference(.passage), .optional),
    (.contribution, .reference(.contribution), .optional),
    (.by, .text, .optional),
    (.on, .day, .optional))

  static let filter = RecordSchema(
    "Filter", plural: "filters", keyLetter: "F",
    """
    A filter that was saved, to be asked for by its Name; Lists is what it narrows: contributions, \
    passages.
    """,
    (.id, .key, .one),
    (.name, .text, .one),
    (.lists, .text, .one),
    (.filter, .text, .one),
    (.note, .text, .optional),
    (.by, .text, .optional),
    (.on, .day, .optional))

  static let decision = RecordSchema(
    "Decision", plural: "decisions", keyLetter: "D", parent: .review,
    "How one disagreement of two passes was settled, and why; Review is the agreed one.",
    (.id, .key, .one),
    (.review, .reference(.review), .one),
    (.passage, .reference(.passage), .one),
    (.chosen, .choice(of: Settlement.self), .one),
    (.reason, .text, .one),
    (.by, .text, .optional),
    (.on, .day, .optional))

  static let wording = RecordSchema(
    "Wording", plural: "wordings", parent: .criterion,
    """
    What a criterion said in a version before the present one; its Id is the criterion's and the \
    version, as in I4/1.
    """,
    (.id, .key, .one),
    (.criterion, .reference(.criterion), .one),
    (.version, .number, .one),
    (.name, .text, .one),
    (.definition, .text, .optional),
    (.include, .text, .optional),
    (.exclude, .text, .optional),
    (.example, .text, .optional),
    (.reason, .text, .optional),
    (.by, .text, .optional),
    (.on, .day, .optional))
}
