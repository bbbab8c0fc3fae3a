import InspectionModel
import InspectionOperations
import InspectionStore
import TableReader

/// The files of tables on their way into a register: read beside whatever else goes on, and planned
/// once all of them are.
struct TableIntake {
  /// What the tables are to be read as; their headings tell where none is given.
  var kind: TableKind?
  /// What the columns hold of tables of no known kind.
  var mapping: TableMapping?
  /// Where mappings are kept that a table of no known kind may be read by.
  var folders: [String] = []
  /// Has it end early.
  var stop: StopSignal?

  /// What a file has.
  struct Contents: Sendable {
    /// One table, or those that the sheets of a workbook are.
    var tables: [TableObservation] = []
    /// The sheets that are no tables.
    var others: [String] = []
  }

  /// What is in a file, or why it has no table. Of a workbook all sheets are read.
  func read(_ path: String) -> Result<Contents, TableIntakeProblem> {
    Result { () throws(TableIntakeProblem) in try contents(of: open(path)) }
  }

  /// A file with its sheets, converted once however often they are read.
  struct Opened {
    let path: String
    let file: (name: String, fingerprint: String)
    let sheets: [TableSheet]
    /// Whether they are of a workbook; else there is one, the file itself.
    let isWorkbook: Bool

    /// The first rows of the first sheet that has any, cell by cell.
    var top: [[String]] {
      let tops = sheets.lazy.map { sheet in
        (try? CSVTable(sheet.text))?.head(40).map(\.cells) ?? []
      }
      return tops.first { !$0.isEmpty } ?? []
    }

    /// A problem with it; one that a mapping could help with has the first rows for whoever says
    /// what they are.
    fileprivate func problem(_ problem: TableProblem) -> TableIntakeProblem {
      switch problem {
      case .noHeading, .noTable: .unknown(path, problem, top: top)
      case .empty, .missing, .notText, .noText, .openQuote, .tooManyRows, .tooManyColumns, .cutOff,
        .locked,
        .tooLarge, .tooManySheets, .childLevel:
        .refused(path, problem)
      }
    }
  }

  func open(_ path: String) throws(TableIntakeProblem) -> Opened {
    if Files.isFolder(path) { throw .folder(path) }
    let bytes = try Files.read(path)
      .mapError { TableIntakeProblem.unreadable($0.description) }.get()
    let file = (LetterImport.fileName(path), TableFile.fingerprint(of: bytes))
    let workbook = try refusing(path) { () throws(TableProblem) in try Workbook(bytes) }
    let sheets =
      try workbook.map { workbook throws(TableIntakeProblem) in
        try SheetConverter(path: path, stop: stop).sheets(of: workbook)
      } ?? [TableSheet(bytes)]
    return Opened(path: path, file: file, sheets: sheets, isWorkbook: workbook != nil)
  }

  /// The tables among the sheets of a file. One of no known kind is read by the mapping, of those
  /// that are kept, that names most of its columns.
  func contents(of opened: Opened) throws(TableIntakeProblem) -> Contents {
    let problem: TableIntakeProblem
    do throws(TableIntakeProblem) { return try contents(of: opened, by: mapping) } catch {
      problem = error
    }
    guard case .unknown = problem, kind == nil, mapping == nil else { throw problem }
    let kept = MappingFile.all(in: folders).sorted { $0.columns.count > $1.columns.count }
    for mapping in kept {
      if let contents = try? contents(of: opened, by: mapping) { return contents }
    }
    throw problem
  }

  private func contents(
    of opened: Opened, by mapping: TableMapping?
  ) throws(TableIntakeProblem) -> Contents {
    var contents = Contents()
    for sheet in opened.sheets {
      do throws(TableProblem) {
        contents.tables.append(try TableFile.read(sheet, of: opened.file, as: kind, by: mapping))
      } catch {
        guard opened.isWorkbook else { throw opened.problem(error) }
        guard error.saysOtherTable else {
          throw .refused("\(opened.path), sheet \(sheet.title)", error)
        }
        contents.others.append(sheet.title)
      }
    }
    if contents.tables.isEmpty { throw opened.problem(.noTable(sheets: contents.others)) }
    contents.tellSourcesApart()
    return contents
  }

  private func refusing<Value>(
    _ path: String, _ body: () throws(TableProblem) -> Value
  ) throws(TableIntakeProblem) -> Value {
    do throws(TableProblem) { return try body() } catch { throw .refused(path, error) }
  }
}

extension TableIntake.Contents {
  /// Sheets of one kind are sources of their own, by their names: else all rows of the one would be
  /// missing in the other. Their order does not count.
  fileprivate mutating func tellSourcesApart() {
    let places = Dictionary(grouping: tables.indices) { tables[$0].source }
    for same in places.values where same.count > 1 {
      var used: Set<String> = []
      for place in same.sorted() {
        let name = tables[place].sheet?.slug ?? ""
        let word = name.isEmpty || used.contains(name) ? "\(name)\(place + 1)" : name
        used.insert(word)
        tables[place].source += "-" + word
      }
    }
  }
}

extension String {
  /// Its letters and digits in small letters, with hyphens between its words.
  fileprivate var slug: String {
    lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
  }
}

/// Why there is no table.
enum TableIntakeProblem: Error, CustomStringConvertible {
  case folder(String)
  case unreadable(String)
  case refused(String, TableProblem)
  /// It is no table that anybody knows; with its first rows, cell by cell.
  case unknown(String, TableProblem, top: [[String]])
  /// The program that reads such files is missing.
  case noConverter(String, program: String, package: String)
  /// Nobody wanted it any more.
  case stopped

  var description: String {
    switch self {
    case .folder(let path): "\(path) is a folder; name the files in it"
    case .unreadable(let why): why
    case .refused(let path, let problem), .unknown(let path, let problem, _):
      "\(path): \(problem)"
    case .noConverter(let path, let program, let package):
      "\(path): \(program) is not installed; it is in the package \(package)"
    case .stopped: "stopped"
    }
  }
}
