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
    var bytes: [UInt8] = []
    for row in rows { add(row, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A line of cells as bytes: of a table of any length no more than a row is held.
  static func add(_ cells: [String], to bytes: inout [UInt8]) {
    for (index, text) in cells.enumerated() {
      if index > 0 { bytes.append(comma) }
      add(text, to: &bytes)
    }
    bytes += [0x0D, 0x0A]
  }

  private static func add(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { text in
      guard needsQuotes(text) else { return bytes.append(contentsOf: text) }
      bytes.append(quote)
      for byte in text {
        if byte == quote { bytes.append(quote) }
        bytes.append(byte)
      }
      bytes.append(quote)
    }
  }

  private static func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if text.first == 0x20 || text.last == 0x20 { return true }
    for byte in text where byte == comma || byte == quote || byte == 0x0A || byte == 0x0D {
      return true
    }
    return false
  }

  private static let (comma, quote) = (UInt8(ascii: ","), UInt8(ascii: "\""))

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
