/// The record types of tables that were read in.
extension RecordSchema {
  static let tableImport = RecordSchema(
    "Import", plural: "imports", keyLetter: "T",
    """
    A table that was read in: who says so (Source), the Name of its file, the Fingerprint by which \
    the same file is recognised (FNV-1a, 64 bits, in hexadecimal, over its bytes), and what its \
    rows are of (Row: an area, or an area and a day). Only the last import of a source has them: \
    they show which rows the next edition lacks. Version counts the imports of a source, from 1.
    """,
    (.id, .key, .one),
    (.source, .text, .one),
    (.version, .number, .optional),
    (.kind, .text, .one),
    (.name, .text, .one),
    (.fingerprint, .text, .one),
    (.row, .text, .many),
    (.by, .text, .optional),
    (.on, .day, .optional))

  static let ruling = RecordSchema(
    "Ruling", plural: "rulings", keyLetter: "U",
    """
    What was decided where a table and the register differed: Record of Type and its \
    Field, the Source with its Value, and Chosen: keep what the register has, take what the table \
    has, skip an area that it names. Of a row that it lacks (Type is Import, Record the row) keep \
    says that it is no longer expected, skip that it still is. What was kept is not asked about \
    again while the Source has the same Value.
    """,
    (.id, .key, .one),
    (.type, .text, .one),
    (.record, .text, .one),
    (.field, .text, .optional),
    (.source, .text, .one),
    (.value, .text, .optional),
    (.chosen, .choice(of: TableChoice.self), .one),
    (.reason, .text, .optional),
    (.by, .text, .optional),
    (.on, .day, .optional))
}
