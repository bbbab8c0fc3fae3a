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
    Result { () throws(TableIntakeProblem) in
      if Files.isFolder(path) { throw .folder(path) }
      let bytes = try Files.read(path)
        .mapError { TableIntakeProblem.unreadable($0.description) }.get()
      let file = (LetterImport.fileName(path), TableFile.fingerprint(of: bytes))
      let workbook = try refusing(path) { () throws(TableProblem) in try Workbook(bytes) }
      guard let workbook else {
        let table = try refusing(path) { () throws(TableProblem) in
          try TableFile.read(TableSheet(bytes), of: file, as: kind, by: mapping)
        }
        return Contents(tables: [table])
      }
      let converter = SheetConverter(path: path, stop: stop)
      return try contents(of: converter.sheets(of: workbook), path, file)
    }
  }

  /// The first rows of a file, or of the first sheet that has any, cell by cell.
  func top(of path: String) -> [[String]] {
    guard case .success(let bytes) = Files.read(path) else { return [] }
    let workbook = (try? Workbook(bytes)) ?? nil
    let sheets =
      workbook.flatMap { try? SheetConverter(path: path, stop: stop).sheets(of: $0) }
      ?? [TableSheet(bytes)]
    let tops = sheets.lazy.map { sheet in (try? CSVTable(sheet.text))?.head(40).map(\.cells) ?? [] }
    return tops.first { !$0.isEmpty } ?? []
  }

  private func contents(
    of sheets: [TableSheet], _ path: String, _ file: (name: String, fingerprint: String)
  ) throws(TableIntakeProblem) -> Contents {
    var contents = Contents()
    for sheet in sheets {
      do throws(TableProblem) {
        contents.add(try TableFile.read(sheet, of: file, as: kind, by: mapping))
      } catch {
        guard error.saysOtherTable else { throw .refused("\(path), sheet \(sheet.title)", error) }
        contents.others.append(sheet.title)
      }
    }
    if contents.tables.isEmpty { throw .refused(path, .noTable(sheets: contents.others)) }
    return contents
  }

  private func refusing<Value>(
    _ path: String, _ body: () throws(TableProblem) -> Value
  ) throws(TableIntakeProblem) -> Value {
    do throws(TableProblem) { return try body() } catch { throw .refused(path, error) }
  }
}

extension TableIntake.Contents {
  /// Another sheet of a kind is a source of its own: else all rows of the first would be missing in
  /// it.
  fileprivate mutating func add(_ table: TableObservation) {
    var table = table
    if tables.contains(where: { $0.source == table.source }) {
      let words = (table.sheet ?? "").lowercased().split {
        !($0.isASCII && $0.isLetter) && !$0.isNumber
      }
      table.source += "-" + words.joined(separator: "-")
    }
    tables.append(table)
  }
}

/// Why there is no table.
enum TableIntakeProblem: Error, CustomStringConvertible {
  case folder(String)
  case unreadable(String)
  case refused(String, TableProblem)
  /// The program that reads such files is missing.
  case noConverter(String, program: String, package: String)
  /// Nobody wanted it any more.
  case stopped

  var description: String {
    switch self {
    case .folder(let path): "\(path) is a folder; name the files in it"
    case .unreadable(let why): why
    case .refused(let path, let problem): "\(path): \(problem)"
    case .noConverter(let path, let program, let package):
      "\(path): \(program) is not installed; it is in the package \(package)"
    case .stopped: "stopped"
    }
  }
}
