import InspectionModel

extension PackageTable {
  /// What DuckDB is told to make the table's CSV a Parquet file: each column of its type, texts
  /// without the apostrophe that spreadsheets need.
  ///
  /// - Parameters:
  ///   - csv: the path of the table as it was written.
  ///   - parquet: the path of the file to write.
  public func parquetStatement(from csv: String, to parquet: String) -> String {
    let types = columns.map { "\(Self.quoted($0.name)): 'VARCHAR'" }
    let values = columns.map { "\(Self.value(of: $0)) AS \(Self.identifier($0.name))" }
    return """
      COPY (SELECT \(values.joined(separator: ", ")) FROM read_csv(\(Self.quoted(csv)), \
      header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', \
      max_line_size = 1073741824, columns = {\(types.joined(separator: ", "))})) \
      TO \(Self.quoted(parquet)) (FORMAT parquet, COMPRESSION zstd);
      """
  }

  private static func value(of column: PackageColumn) -> String {
    let name = identifier(column.name)
    return switch column.kind {
    case .string, .vagueDay: "regexp_replace(\(name), '^''', '')"
    case .integer: "CAST(\(name) AS INTEGER)"
    case .number: "CAST(\(name) AS DOUBLE)"
    case .date: "CAST(\(name) AS DATE)"
    case .list: "from_json(\(name), '[\"VARCHAR\"]')"
    case .object: name
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }

  /// Some columns are called as words of SQL are: `from`, `with`.
  private static func identifier(_ name: String) -> String { "\"\(name)\"" }
}
