/// Why a file is no table that can be read.
public enum TableProblem: Error, Hashable, Sendable {
  /// Nothing is in it.
  case empty
  /// It is of another format, which this names: `a spreadsheet (XLSX or ODS)`.
  case notText(String)
  /// It holds no text at all.
  case noText
  /// A quote begins in this row, from 1, and has no end, so that nobody knows where rows begin.
  case openQuote(row: Int)
  /// It has more rows than are read.
  case tooManyRows(limit: Int)
  /// A row has more cells than are read.
  case tooManyColumns(row: Int, limit: Int)
  /// No row names columns of a known kind of table.
  case noHeading
  /// The columns that were asked for are not in it.
  case missing([String], kind: String)
  /// Its end is missing.
  case cutOff
  /// It is encrypted.
  case locked
  /// It unpacks to more bytes than are read.
  case tooLarge(limit: Int)
  /// It has more sheets than are read.
  case tooManySheets(limit: Int)
  /// None of these sheets is a table of a known kind.
  case noTable(sheets: [String])
  /// Columns that tell of single children, which have no place in a register.
  case childLevel([String])
}

extension TableProblem {
  /// Whether it only says that there is no table of the kind that is looked for, as of a sheet with
  /// notes.
  public var saysOtherTable: Bool {
    switch self {
    case .empty, .noHeading, .missing: true
    case .notText, .noText, .openQuote, .tooManyRows, .tooManyColumns, .cutOff, .locked, .tooLarge,
      .tooManySheets, .noTable, .childLevel:
      false
    }
  }
}

extension TableProblem: CustomStringConvertible {
  /// A sentence for a person, without a full stop.
  public var description: String {
    switch self {
    case .empty: "nothing is in it"
    case .noText: "it is not text; jointview reads CSV, XLSX, ODS and XLS"
    case .notText(let name): "it is \(name), not CSV; save it as CSV first"
    case .openQuote(let row): "row \(row): a quote begins here and does not end"
    case .tooManyRows(let limit): "it has more than \(Self.grouped(limit)) rows, the most we read"
    case .tooManyColumns(let row, let limit):
      "row \(row) has more than \(Self.grouped(limit)) cells, the most we read"
    case .noHeading:
      "no row names the columns of a table we know; say what they hold with a mapping"
    case .missing(let names, let kind):
      "it is not a table of the kind \(kind): it lacks \(names.joined(separator: ", "))"
    case .cutOff: "it is cut off: the end of the file is missing; get it again"
    case .locked: "it has a password; save a copy without one"
    case .tooLarge(let limit): "it unpacks to more than \(limit >> 20) MiB, the most we read"
    case .tooManySheets(let limit): "it has more than \(limit) sheets, the most we read"
    case .noTable(let sheets):
      "no sheet of it is a table we know (\(sheets.joined(separator: ", "))); say what the columns "
        + "of one hold with a mapping"
    case .childLevel(let names):
      "it has data on individual children and is not read: \(names.joined(separator: ", "))"
    }
  }

  private static func grouped(_ number: Int) -> String {
    let digits = String(number)
    return digits.enumerated().map { place, digit in
      let rest = digits.count - place
      return (place > 0 && rest.isMultiple(of: 3) ? "," : "") + String(digit)
    }.joined()
  }
}
