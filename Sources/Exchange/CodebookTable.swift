public import InspectionModel
public import InspectionOperations

/// The codebook as CSV, as programs for qualitative analysis take it: a name and a description a
/// code.
public enum CodebookTable {
  /// The criteria in use: `name,description` and after them what else they say.
  public static func csv(_ register: Register) -> String {
    let rows = register.all(Criterion.self).filter { $0.status == nil }.map { criterion in
      [
        criterion.name, criterion.definition ?? "", criterion.include ?? "",
        criterion.exclude ?? "", criterion.example ?? "", criterion.key,
      ]
    }
    return CSV.text(
      header: ["name", "description", "include", "exclude", "example", "key"], rows: rows)
  }

  /// Why a table is no codebook.
  public enum Problem: Error, Hashable, Sendable, CustomStringConvertible {
    case noName
    case namelessRow(line: Int)
    case twice(name: String, line: Int)
    /// A quote that begins on this line has no end, so that nobody knows where the next row begins.
    case openQuote(line: Int)
    case notUTF8(line: Int)
    case otherEncoding(String)
    /// An invisible character, which can deceive a reader or a terminal.
    case unseen(Unicode.Scalar, line: Int)

    public var description: String {
      switch self {
      case .noName: "the first line must name the columns, one of them name (or tag)"
      case .namelessRow(let line): "line \(line): a code without a name"
      case .twice(let name, let line): "line \(line): “\(name)” is in it twice"
      case .openQuote(let line): "line \(line): a quote begins here and does not end"
      case .notUTF8(let line): "line \(line) is not UTF-8; save it as UTF-8 first"
      case .otherEncoding(let name): "it is \(name); save it as UTF-8 first"
      case .unseen(let scalar, let line):
        "line \(line): \(scalar.codeName) is invisible, and not allowed"
      }
    }
  }

  /// Reads a codebook. Columns other than name (or tag, or code) and description are left alone.
  /// O(bytes).
  ///
  /// - Throws: where a row would be lost or come in as something else; the first such place.
  public static func read(_ bytes: [UInt8]) throws(Problem) -> [CodebookEntry] {
    let text = try text(of: bytes)
    let (rows, openQuote) = CSVText.rows(text)
    if let openQuote { throw .openQuote(line: openQuote) }
    let header = rows.first?.cells.map { $0.lowercased().filter { !$0.isWhitespace } } ?? []
    guard let name = header.firstIndex(where: { ["name", "tag", "code"].contains($0) }) else {
      throw .noName
    }
    let description = header.firstIndex { ["description", "definition", "memo"].contains($0) }
    var entries: [CodebookEntry] = []
    var names: Set<String> = []
    for row in rows.dropFirst() where row.cells != [""] {
      let cell = row.cells.indices.contains(name) ? plain(row.cells[name]) : ""
      if cell.isEmpty { throw .namelessRow(line: row.line) }
      if !names.insert(cell).inserted { throw .twice(name: cell, line: row.line) }
      let words = description.map { row.cells.indices.contains($0) ? plain(row.cells[$0]) : "" }
      entries.append(CodebookEntry(name: cell, description: words, line: row.line))
    }
    return entries
  }

  /// The text, if it is one that can be read back as it is shown.
  private static func text(of bytes: [UInt8]) throws(Problem) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw .otherEncoding("UTF-16")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
      throw .notUTF8(line: line + 1)
    }
    var line = 1
    var unseen = UnseenScalars()
    for (place, scalar) in text.unicodeScalars.enumerated() {
      if scalar == "\n" { line += 1 }
      let isMark = place == 0 && scalar == "\u{FEFF}"
      // Left out below.
      if isMark || scalar == "\r" { continue }
      if unseen.takes(scalar) { throw .unseen(scalar, line: line) }
    }
    return text
  }

  /// Without the apostrophe that keeps a spreadsheet from running it.
  private static func plain(_ cell: String) -> String {
    guard cell.first == "'", let second = cell.dropFirst().first, "=+-@".contains(second) else {
      return cell
    }
    return String(cell.dropFirst())
  }
}

/// Comma-separated values after RFC 4180, read.
enum CSVText {
  struct Row: Equatable {
    var cells: [String]
    /// From 1.
    let line: Int
  }

  /// The rows of a text, quotes taken away, and the line of a quote that was left open.
  /// O(characters).
  static func rows(_ text: String) -> (rows: [Row], openQuote: Int?) {
    var rows: [Row] = []
    var opening = 1
    var row = Row(cells: [""], line: 1)
    var (line, isQuoted, wasQuote) = (1, false, false)
    // Scalars, not characters: a quote with an accent is a quote to other programs.
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" && scalar != "\r" {
      if isQuoted {
        if scalar == "\"" { (isQuoted, wasQuote) = (false, true) } else { row.append(scalar) }
        if scalar == "\n" { line += 1 }
        continue
      }
      switch scalar {
      case "\"":
        if wasQuote { row.append(scalar) } else { opening = line }
        isQuoted = true
      case ",": row.cells.append("")
      case "\n":
        rows.append(row)
        line += 1
        row = Row(cells: [""], line: line)
      default: row.append(scalar)
      }
      wasQuote = false
    }
    if row.cells != [""] { rows.append(row) }
    return (rows, isQuoted ? opening : nil)
  }
}

extension CSVText.Row {
  fileprivate mutating func append(_ scalar: Unicode.Scalar) {
    cells[cells.count - 1].unicodeScalars.append(scalar)
  }
}
