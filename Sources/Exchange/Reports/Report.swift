public import InspectionAnalysis
public import InspectionModel

/// The formats in which an account can be handed over.
public enum ReportFormat: String, CaseIterable, Sendable {
  case text
  case md
  case html
  case csv
  case json

  /// The format of a file by the end of its name; nil where that names none.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "txt", "text": self = .text
    case "md", "markdown": self = .md
    case "html", "htm": self = .html
    case "csv": self = .csv
    case "json": self = .json
    default: return nil
    }
  }
}

/// An account as an officer can hand it over: the question, the answer, the figures, the evidence,
/// method and gaps.
public struct Report: Sendable {
  let account: Account
  let evidence: Evidence
  /// Gives the key of a record by its row.
  let register: Register

  /// More records than these are listed only where somebody asks for all: nobody reads them in a
  /// report, and they would be most of it.
  public static let mostListed = 5_000

  /// - Parameters:
  ///   - register: the one the account was made from, for what its records say.
  ///   - listsAll: whether the evidence is listed however much it is.
  public init(_ account: Account, in register: Register, listsAll: Bool = false) {
    let isListed = listsAll || account.evidence.count <= Self.mostListed
    var told = account
    if !isListed {
      let extent = Evidence.extent(of: account.evidence)
      told.gaps.append(
        "The \(extent) behind it are not listed here: more than \(Self.mostListed) are listed on "
          + "request alone.")
    }
    (self.account, self.register) = (told, register)
    evidence = Evidence(isListed ? account.evidence : [], in: register)
  }

  /// The report in a format. O(figures + evidence).
  public func text(as format: ReportFormat) -> String {
    switch format {
    case .text: TextReport(self).text
    case .md: MarkdownReport(self).text
    case .html: HTMLReport(self).text
    case .csv: TableReport(self).csv
    case .json: JSONReport(self).json.text
    }
  }
}

extension Report {
  /// A text on one line without what is unseen, or no character at all: what no terminal, page or
  /// table trips over.
  static func plain(_ text: String) -> String {
    // Most texts are ASCII, and reports of large registers hold millions.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    let scalars = text.replacingUnseen(by: " ").unicodeScalars.map { scalar in
      let isNone = scalar.properties.generalCategory == .unassigned
      return isNone || scalar == "\n" || scalar == "\t" ? " " : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Sentences of figures that are not known, each with where they stand: the notes under a grid.
  static func reasons(_ grid: Grid) -> [String] {
    grid.lines.flatMap { line in
      zip(grid.columns, line.figures).compactMap { column, figure in
        figure.value.reason.map { "\(line.heading.name), \(column.name): \($0)" }
      }
    }
  }

  /// A column's heading with its unit.
  static func title(_ heading: Grid.Heading) -> String {
    heading.name + (heading.unit.map { " (\($0))" } ?? "")
  }

  /// How many records the evidence is, by type: `312 contributions`.
  var extent: String { Evidence.extent(of: account.evidence) }
}
