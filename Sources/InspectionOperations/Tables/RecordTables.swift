public import InspectionModel

/// Tables of records as an export of a register has them, read: one for each type at most.
public struct RecordTables: Sendable {
  /// The name of the folder they lie in.
  public var name: String
  public var tables: [Table] = []
  /// What in the folder is left alone, and why, in sentences without a full stop.
  public var remarks: [String] = []

  public init(name: String) { self.name = name }

  /// The records of one type.
  public struct Table: Sendable {
    /// The name of its file.
    public var file: String
    public var type: RecordType
    /// The fields that it has a column of. What stands in others of a record it says nothing about.
    public var fields: [Field]
    /// Whether it has the column of all that its other columns cannot hold: only then does it say
    /// anything of that.
    public var hasOther = false
    public var rows: [Row] = []
    /// Columns of fields that the type does not have, each with how many rows have one.
    public var unknown: [String: Int] = [:]

    public init(file: String, type: RecordType, fields: [Field]) {
      (self.file, self.type, self.fields) = (file, type, fields)
    }
  }

  /// One record.
  public struct Row: Sendable {
    /// As a spreadsheet counts, from 1.
    public var number: Int
    /// The values of its columns, in their order.
    public var values: [FieldValue]
    /// Values that stood in a register and do not fit their field.
    public var invalidValues: [FieldValue] = []
    /// Fields that had no value in a register although they need one.
    public var missing: [Field] = []
    /// Fields that the type does not know.
    public var unknown: UnknownFields = []
    /// Why it cannot be read; nil where it can.
    public var refusal: String?

    public init(_ number: Int, _ values: [FieldValue], refusal: String? = nil) {
      (self.number, self.values, self.refusal) = (number, values, refusal)
    }

    /// The key of its record; nothing where it has none.
    public var key: String { texts(.id).first ?? "" }

    /// All values of a field, be they such or not.
    func texts(_ field: Field) -> [String] {
      (values + invalidValues).compactMap { $0.field == field ? $0.value : nil }
    }

    func isInvalid(_ field: Field) -> Bool {
      invalidValues.contains { $0.field == field } || missing.contains(field)
    }

    var hasInvalidFields: Bool { !invalidValues.isEmpty || !missing.isEmpty }
  }
}

/// What tables of records would change in a register, row by row.
public struct RecordsPlan: Sendable {
  /// The name of the folder they lie in.
  public var name: String
  /// Each table with what becomes of its rows; a row counts once, as refused, changed, new or
  /// unchanged.
  public var tables: [Table] = []
  /// What changes in records that are there, cell by cell.
  public var cells: [Cell] = []
  /// What is left alone, and why.
  public var remarks: [String] = []
  /// What goes with it, as that former words are kept.
  public var notes: [Proposal.Note] = []
  /// All of it; without edits where all is so already.
  public var change = Change("", [])

  public struct Table: Sendable {
    public var file: String
    public var type: RecordType
    public var rows: Int
    public var counts: [TablePlan.RowState: Int] = [:]
    /// Rows that are not taken over: where they stand, and why.
    public var refused: [(row: Int, key: String, sentence: String)] = []
    /// The keys of records that the register has and the table lacks. They stay.
    public var vanished: [String] = []

    /// Whether it has rows and none of them is taken over.
    public var takesNothing: Bool { rows > 0 && rows == counts[.refused] }
  }

  public struct Cell: Hashable, Sendable {
    public var row: Int
    public var type: RecordType
    public var key: String
    /// The name of the field, which the type need not know.
    public var field: String
    /// Several values with `; ` between them; nothing where there is none.
    public var from: String
    public var to: String
  }

  /// The file of the table of a type; nil where none is of it.
  public func file(of type: RecordType) -> String? { tables.first { $0.type == type }?.file }

  /// How many rows of all tables come to this.
  public func count(_ state: TablePlan.RowState) -> Int {
    tables.reduce(0) { $0 + ($1.counts[state] ?? 0) }
  }
}

extension RecordsPlan {
  /// How many of one kind of line are shown before the rest is only counted.
  private static let mostLines = 200

  /// The plan for a person to read, before any of it is written.
  public var text: String { text(isWritten: false) }

  /// The plan for a person to read, each line a sentence, with a line end after the last.
  ///
  /// - Parameter isWritten: whether it was carried out.
  public func text(isWritten: Bool) -> String {
    let rows = counted(tables.reduce(0) { $0 + $1.rows }, "row")
    var lines = ["\(name) is read as an export: \(counted(tables.count, "table")), \(rows)."]
    lines += tables.filter { $0.rows > 0 || !$0.vanished.isEmpty }.map { table in
      let states = TablePlan.RowState.allCases.map { "\(table.counts[$0] ?? 0) \($0.rawValue)" }
      return "\(table.file): \(states.joined(separator: ", "))"
    }
    lines += section("Cells that change", cells.map(line))
    lines += section("Rows that are refused", tables.flatMap(refusals))
    lines += section("Records missing from the tables, which are kept", tables.flatMap(vanished))
    lines += section("What is left alone", remarks)
    lines += section("What goes with it", notes.map(\.description))
    let edits = change.edits.count
    let verb = isWritten ? edits == 1 ? "is" : "are" : "can be"
    lines.append(edits == 0 ? "Nothing changes." : "\(counted(edits, "edit")) \(verb) written.")
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ heading: String, _ lines: [String]) -> [String] {
    if lines.isEmpty { return [] }
    let rest = lines.count - Self.mostLines
    return ["", "\(heading): \(lines.count)"] + lines.prefix(Self.mostLines).map { "  " + $0 }
      + (rest > 0 ? ["  and \(rest) more"] : [])
  }

  private func line(_ cell: Cell) -> String {
    let file = file(of: cell.type) ?? ""
    let (from, to) = (said(cell.from), said(cell.to))
    return "\(file) row \(cell.row): \(cell.field) of \(cell.key): \(from) → \(to)"
  }

  private func said(_ values: String) -> String {
    values.isEmpty ? "nothing" : values.replacing("\n", with: " ")
  }

  private func refusals(_ table: Table) -> [String] {
    table.refused.map { row, key, sentence in
      "\(table.file) row \(row)\(key.isEmpty ? "" : ", \(key)"): \(sentence)"
    }
  }

  private func vanished(_ table: Table) -> [String] {
    table.vanished.map { "\(table.file): \($0)" }
  }
}
