/// Why a file is no table that can be read.
public enum TableProblem: Error, Hashable, Sendable {
  /// Nothing is in it.
  case empty
  /// It is of another format, which this names: `a spreadsheet (XLSX or ODS)`.
  case notText(String)
  /// A quote begins in this row, from 1, and has no end, so that nobody knows where rows begin.
  case openQuote(row: Int)
  /// It has more rows than are read.
  case tooManyRows(limit: Int)
  /// No row names columns of a known kind of table.
  case noHeading
  /// The columns that were asked for are not in it.
  case missing([String], kind: String)
  /// Columns that tell of single children, which have no place in a register.
  case childLevel([String])
}

extension TableProblem: CustomStringConvertible {
  /// A sentence for a person, without a full stop.
  public var description: String {
    switch self {
    case .empty: "nothing is in it"
    case .notText(let name): "it is \(name), not CSV; save it as CSV first"
    case .openQuote(let row): "row \(row): a quote begins here and does not end"
    case .tooManyRows(let limit): "it has more than \(Self.grouped(limit)) rows, the most we read"
    case .noHeading: "no row names the columns of a table we know; say what they are by a mapping"
    case .missing(let names, let kind):
      "it is no table of the kind \(kind): it lacks \(names.joined(separator: ", "))"
    case .childLevel(let names):
      "it tells of single children and is not read: \(names.joined(separator: ", "))"
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
