public import InspectionModel

/// Records as a table: a column a field, a row a record. What goes out to other programs and to
/// people.
public struct RecordTable: Sendable {
  public let columns: [FieldSpec]
  /// The values of each row, several where a field is repeated.
  public let rows: [[[String]]]

  /// All fields of the type, in the order of the file.
  public init(_ type: RecordType, _ rows: [Row], of register: Register) {
    columns = type.fields
    self.rows = rows.map { row in
      let record = register[row]
      return type.fields.map { record.texts($0.field) }
    }
  }

  /// Comma-separated values after RFC 4180, with a header; several values of a field are joined by
  /// `; `.
  ///
  /// A value that a spreadsheet would run as a formula gets an apostrophe before it.
  public var csv: String {
    let cells = rows.map { row in row.map { $0.map(Self.harmless).joined(separator: "; ") } }
    return Self.lines([columns.map(\.name)] + cells)
  }

  /// The same of cells that are no fields of a record.
  static func csv(header: [String], rows: [[String]]) -> String {
    lines([header] + rows.map { $0.map(harmless) })
  }

  private static func lines(_ rows: [[String]]) -> String {
    rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// An array of objects; a field that may repeat is an array, a number a number, what is empty is
  /// left out.
  public var json: JSON {
    .array(
      rows.map { row in
        .object(
          zip(columns, row).filter { !$1.isEmpty }.map { ($0.name, Self.json(of: $1, $0)) })
      })
  }

  private static func json(of values: [String], _ spec: FieldSpec) -> JSON {
    if spec.isRepeated { return .strings(values) }
    if case .number = spec.kind, let number = Int(values[0]) { return .integer(number) }
    return .string(values[0])
  }

  /// Columns side by side for reading; fields that no record has are left out, and long ones cut.
  public func plain(widest: Int = 40) -> String {
    let shown = columns.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    let header = shown.map { columns[$0].name }
    let cells = rows.map { row in
      shown.map { Self.cut(Self.oneLine(row[$0].joined(separator: "; ")), to: widest) }
    }
    let widths = shown.indices.map { column in
      ([header] + cells).map { $0[column].count }.max() ?? 0
    }
    return ([header] + cells).map { row in
      let line = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
        .joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  // Other programs read scalars, not characters: to them a quote with an accent is a quote.

  private static func cell(_ text: String) -> String {
    let needsQuotes =
      text.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
      || text.first == " " || text.last == " "
    guard needsQuotes else { return text }
    let pieces = text.unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + pieces.map { String($0) }.joined(separator: "\"\"") + "\""
  }

  /// A sign alone and a plain number are no formulas.
  private static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, formulaStarts.contains(first),
      text.unicodeScalars.count > 1, Double(text) == nil
    else { return text }
    return "'" + text
  }

  /// The signs also as wide ones, which spreadsheets of East Asia take for the same; and what they
  /// skip.
  private static let formulaStarts = Set("=+-@＝＋－＠\t\r\n".unicodeScalars)

  private static func cut(_ text: String, to width: Int) -> String {
    text.count > width ? text.prefix(width - 1) + "…" : text
  }

  /// What is shown on a terminal is on one line, and all of it is seen.
  private static func oneLine(_ text: String) -> String {
    String(text.replacingUnseen(by: " ").map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}
