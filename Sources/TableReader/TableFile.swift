import InspectionModel
public import InspectionOperations

/// Reads a file of comma-separated values as a table of a known kind.
///
/// The file is gone through twice: once for how each column writes its days, once for the rows.
/// O(bytes) of time; of memory about as much as the file beside it.
public enum TableFile {
  /// What was read of a table.
  ///
  /// - Parameters:
  ///   - name: of the file, without its folder.
  ///   - kind: what it is to be read as; its headings tell where none is given.
  ///   - mapping: what its columns hold, of a table of no known kind.
  /// - Throws: why it is no table that can be read.
  public static func read(
    _ file: [UInt8], named name: String, as kind: TableKind? = nil, by mapping: TableMapping? = nil
  ) throws(TableProblem) -> TableObservation {
    try read(TableSheet(file), of: (name, fingerprint(of: file)), as: kind, by: mapping)
  }

  /// The same of one sheet of a workbook.
  ///
  /// - Parameter file: its name, and by what it is known again.
  public static func read(
    _ sheet: TableSheet, of file: (name: String, fingerprint: String), as kind: TableKind? = nil,
    by mapping: TableMapping? = nil
  ) throws(TableProblem) -> TableObservation {
    let table = try CSVTable(sheet)
    let top = try layout(of: table, as: kind, by: mapping)
    var survey = TableSurvey(top, mapping)
    try table.forEachRow { row in survey.add(row) }
    if !survey.childColumns.isEmpty { throw .childLevel(survey.childColumns) }
    var read = TableObservation(
      file: file.name, sheet: sheet.name?.onOneLine, kind: top.layout.kind,
      source: mapping?.source ?? top.layout.kind.rawValue, fingerprint: file.fingerprint,
      headings: top.layout.headings)
    if sheet.isHidden { read.remarks.append(.init("the sheet is hidden in the file")) }
    let unnamed = mapping?.unnamed(of: top.layout.headings) ?? []
    if !unnamed.isEmpty {
      let words = "columns that the mapping does not name are not read: "
      read.remarks.append(.init(row: top.row, words + unnamed.joined(separator: ", ")))
    }
    var reading = TableReading(survey, read)
    try table.forEachRow { row in reading.add(row) }
    return reading.finished()
  }

  /// By what a file is known again: FNV-1a, 64 bits, in hexadecimal. O(bytes).
  public static func fingerprint(of file: [UInt8]) -> String { FNV1a(file).hexadecimal }

  /// The first row, of those at the top, that is one of headings.
  private static func layout(
    of table: CSVTable, as kind: TableKind?, by mapping: TableMapping?
  ) throws(TableProblem) -> (row: Int, layout: TableHeadings) {
    let head = table.head(CSVTable.topRows)
    // A list of children need not be of a known kind to be told.
    let children = head.prefix(8).map { ChildLevel.columns($0.cells) }.first { !$0.isEmpty }
    if let children { throw .childLevel(children) }
    for (number, cells) in head {
      let layout = mapping.map { TableHeadings(cells, by: $0) } ?? TableHeadings(cells, as: kind)
      guard let layout else { continue }
      let children = ChildLevel.columns(cells)
      if !children.isEmpty { throw .childLevel(children) }
      return (number, layout)
    }
    if let mapping {
      // Those that the likeliest row lacks.
      let missing = head.map { mapping.missing(from: $0.cells) }.min { $0.count < $1.count }
      throw .missing(missing ?? [], kind: mapping.source)
    }
    if let kind { throw .missing(["the headings of that kind"], kind: kind.rawValue) }
    throw .noHeading
  }
}
