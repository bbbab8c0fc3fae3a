/// The record type of what no file holds.
extension RecordSchema {
  static let problem = RecordSchema(
    "Problem", plural: "problems",
    """
    What is wrong in a file, or is to be chosen: where (Place, and its Line and Column), which \
    Kind it is of, and the Record of Type that it is in (Row is its number). Source is that line, \
    Of the conflict to choose in.
    """,
    (.id, .key, .one),
    (.place, .text, .one),
    (.kind, .choice(of: ProblemKind.self), .one),
    (.problem, .text, .one),
    (.type, .text, .optional),
    (.record, .text, .optional),
    (.row, .number, .optional),
    (.line, .number, .one),
    (.column, .number, .one),
    (.source, .text, .optional),
    (.of, .text, .optional))
}
