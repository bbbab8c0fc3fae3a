/// A file of comma-separated values: its text, and what stands between its cells.
public struct CSVTable: Sendable {
  /// How many rows are read at most.
  public static let mostRows = 2_000_000
  /// How many columns are read at most: as many as a sheet of Excel has.
  public static let mostColumns = 16_384

  /// The rows at the top, among which headings are.
  static let topRows = 40

  public let text: TableText
  /// `,`, `;`, a tab or `|`, as the rows at the top tell.
  public let separator: UInt8
  private let corner: SheetCorner

  /// - Throws: what ``TableText/init(_:)`` throws, and
  ///   ``TableProblem/tooManyColumns(row:limit:)`` of the rows at the top.
  public init(_ file: [UInt8]) throws(TableProblem) { try self.init(TableSheet(file)) }

  /// The same of one sheet. Converters put commas between cells; of a file they are told.
  init(_ sheet: TableSheet) throws(TableProblem) {
    let text = try TableText(sheet.text)
    (self.text, corner) = (text, sheet.corner)
    separator = sheet.name == nil ? Self.separator(of: text) : UInt8(ascii: ",")
    if let row = head(Self.topRows).first(where: { $0.cells.count > Self.mostColumns }) {
      throw .tooManyColumns(row: row.number, limit: Self.mostColumns)
    }
  }

  /// So many rows from the top, with their numbers, for a preview.
  public func head(_ count: Int) -> [(number: Int, cells: [String])] {
    Self.head(text, separator, count, from: corner)
  }

  /// Goes through all rows, from the top, until `body` says false. O(bytes).
  ///
  /// - Throws: ``TableProblem/tooManyRows(limit:)``, ``TableProblem/tooManyColumns(row:limit:)``,
  ///   ``TableProblem/openQuote(row:)``.
  public func forEachRow(_ body: (borrowing CSVRow) -> Bool) throws(TableProblem) {
    let problem = text.withBytes { bytes -> TableProblem? in
      var rows = CSVRows(bytes, separatedBy: separator, from: corner)
      var goesOn = true
      while goesOn, rows.next() {
        if rows.row.number > Self.mostRows { return .tooManyRows(limit: Self.mostRows) }
        // Rows after an open quote would be one cell.
        if let row = rows.openQuote { return .openQuote(row: row) }
        if rows.row.count > Self.mostColumns {
          return .tooManyColumns(row: rows.row.number, limit: Self.mostColumns)
        }
        goesOn = body(rows.row)
      }
      return nil
    }
    if let problem { throw problem }
  }

  /// The one by which the rows at the top have most cells: a title above the heading has one or
  /// two, and a heading many.
  private static func separator(of text: TableText) -> UInt8 {
    let all: [UInt8] = [
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
    ]
    let counts = all.map { separator in
      head(text, separator, 30).map { row in row.cells.count { !$0.isEmpty } }.max() ?? 0
    }
    let most = counts.max() ?? 0
    return zip(all, counts).first { $0.1 == most }?.0 ?? all[0]
  }

  private static func head(
    _ text: TableText, _ separator: UInt8, _ count: Int, from corner: SheetCorner = SheetCorner()
  ) -> [(number: Int, cells: [String])] {
    text.withBytes { bytes in
      var rows = CSVRows(bytes, separatedBy: separator, from: corner)
      var head: [(Int, [String])] = []
      while head.count < count, rows.next() { head.append((rows.row.number, rows.row.texts)) }
      return head
    }
  }
}

extension TableText {
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start...])) }
  }
}
