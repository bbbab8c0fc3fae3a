/// Comma-separated values after RFC 4180, for spreadsheets and other programs.
enum CSV {
  /// Rows under a header, lines ended as the RFC has it. A value that a spreadsheet would run as a
  /// formula gets an apostrophe before it.
  static func text(header: [String], rows: [[String]]) -> String {
    lines([header] + rows.map { $0.map(harmless) })
  }

  /// The same where a cell has several values, joined by `; `.
  static func text(header: [String], rows: [[[String]]]) -> String {
    lines([header] + rows.map { row in row.map { $0.map(harmless).joined(separator: "; ") } })
  }

  private static func lines(_ rows: [[String]]) -> String {
    rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A line of cells as bytes: of a table of any length no more than a row is held.
  static func add(_ cells: [String], to bytes: inout [UInt8]) {
    for (index, text) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += cell(text).utf8
    }
    bytes += [0x0D, 0x0A]
  }

  /// A value so that a spreadsheet does not run it, and that it can be had back: an apostrophe at
  /// the front is never the value's own.
  static func escaped(_ text: String) -> String {
    text.utf8.first == apostrophe ? "'" + text : harmless(text)
  }

  /// The value of which ``escaped(_:)`` made a cell.
  static func unescaped(_ cell: String) -> String {
    cell.utf8.first == apostrophe ? String(cell.unicodeScalars.dropFirst()) : cell
  }

  private static let apostrophe = UInt8(ascii: "'")

  // Other programs read scalars, not characters: to them a quote with an accent is a quote.

  private static func cell(_ text: String) -> String {
    let needsQuotes =
      text.utf8.contains { [0x2C, 0x22, 0x0A, 0x0D].contains($0) }
      || text.utf8.first == 0x20 || text.utf8.last == 0x20
    guard needsQuotes else { return text }
    let pieces = text.unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + pieces.map { String($0) }.joined(separator: "\"\"") + "\""
  }

  /// A sign alone and a plain number are no formulas.
  private static func harmless(_ text: String) -> String {
    // Most begin with a letter or a digit.
    if let first = text.utf8.first, (0x30..<0x3D).contains(first) || (0x41..<0x80).contains(first) {
      return text
    }
    guard let first = text.unicodeScalars.first, formulaStarts.contains(first),
      text.unicodeScalars.count > 1, Double(text) == nil
    else { return text }
    return "'" + text
  }

  /// The signs also as wide ones, which spreadsheets of East Asia take for the same; and what they
  /// skip.
  private static let formulaStarts = Set("=+-@＝＋－＠\t\r\n".unicodeScalars)
}
