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
}
