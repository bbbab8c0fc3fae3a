public import InspectionModel

/// The codebook as CSV, as programs for qualitative analysis take it: a name and a description a code.
public enum CodebookTable {
  /// The criteria in use: `name,description` and after them what else they say.
  public static func csv(_ register: Register) -> String {
    let rows = register.all(Criterion.self).filter { $0.status == nil }.map { criterion in
      [
        criterion.name, criterion.definition ?? "", criterion.include ?? "",
        criterion.exclude ?? "", criterion.example ?? "", criterion.key,
      ]
    }
    return RecordTable.csv(
      header: ["name", "description", "include", "exclude", "example", "key"], rows: rows)
  }

  /// A criterion as a table has it.
  public struct Entry: Hashable, Sendable {
    public let name: String
    /// Nil where the table has no such column.
    public let description: String?
    /// The line of the file it begins on, from 1.
    public let line: Int
  }

  /// Why a table is no codebook.
  public enum Problem: Error, Hashable, Sendable, CustomStringConvertible {
    case noName
    case namelessRow(line: Int)
    case twice(name: String, line: Int)

    public var description: String {
      switch self {
      case .noName: "the first line must name the columns, one of them name (or tag)"
      case .namelessRow(let line): "line \(line): a code without a name"
      case .twice(let name, let line): "line \(line): “\(name)” stands in it twice"
      }
    }
  }

  /// Reads a codebook. Columns other than name (or tag, or code) and description are left alone.
  public static func read(_ text: String) throws(Problem) -> [Entry] {
    let rows = CSVText.rows(text)
    let header = rows.first?.cells.map { $0.lowercased().filter { !$0.isWhitespace } } ?? []
    guard let name = header.firstIndex(where: { ["name", "tag", "code"].contains($0) }) else {
      throw .noName
    }
    let description = header.firstIndex { ["description", "definition", "memo"].contains($0) }
    var entries: [Entry] = []
    for row in rows.dropFirst() where row.cells != [""] {
      let cell = row.cells.indices.contains(name) ? plain(row.cells[name]) : ""
      if cell.isEmpty { throw .namelessRow(line: row.line) }
      if entries.contains(where: { $0.name == cell }) { throw .twice(name: cell, line: row.line) }
      let words = description.map { row.cells.indices.contains($0) ? plain(row.cells[$0]) : "" }
      entries.append(Entry(name: cell, description: words, line: row.line))
    }
    return entries
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

  /// The rows of a text, quotes taken away; a quote left open ends with the text. O(characters).
  static func rows(_ text: String) -> [Row] {
    var rows: [Row] = []
    var row = Row(cells: [""], line: 1)
    var (line, isQuoted, wasQuote) = (1, false, false)
    // Scalars, not characters: a quote with an accent is a quote to other programs.
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" {
      if isQuoted {
        if scalar == "\"" { (isQuoted, wasQuote) = (false, true) } else { row.append(scalar) }
        if scalar == "\n" { line += 1 }
        continue
      }
      switch scalar {
      case "\"":
        if wasQuote { row.append(scalar) }
        isQuoted = true
      case ",": row.cells.append("")
      case "\r": break
      case "\n":
        rows.append(row)
        line += 1
        row = Row(cells: [""], line: line)
      default: row.append(scalar)
      }
      wasQuote = false
    }
    return row.cells == [""] ? rows : rows + [row]
  }
}

extension CSVText.Row {
  fileprivate mutating func append(_ scalar: Unicode.Scalar) {
    cells[cells.count - 1].unicodeScalars.append(scalar)
  }
}
