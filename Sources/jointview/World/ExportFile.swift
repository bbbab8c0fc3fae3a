import Exchange
import InspectionModel
import InspectionStore
import InspectionUI
import RecText

/// An account or a list on its way into a file.
enum ExportFile {
  /// Writes it in the format that the name ends in, whole or not at all.
  ///
  /// - Parameter register: where that of the account lies.
  static func write(
    _ export: Export, to path: String, about register: String, _ places: Places
  ) -> Event.ExportResult {
    let text: String?
    do throws(RecWriteProblem) {
      text = try self.text(of: export, as: path)
    } catch {
      return .failed("not written: \(error)", again: export)
    }
    guard let text else {
      let endings = export.content.endings
      let list = endings.dropLast().joined(separator: ", ") + " or " + (endings.last ?? "")
      return .failed("the name must end in \(list): \(export.path)", again: export)
    }
    let mark = export.hasMark && TableFormat(fileName: path) == .csv ? "\u{FEFF}" : ""
    let bytes = Array((mark + text).utf8)
    do throws(FileProblem) {
      try WholeFile.write(
        bytes, to: path, replacing: export.replaces, about: register, in: places.registerEnvironment
      )
      return .done(path: path)
    } catch .appeared {
      return .taken(export)
    } catch {
      return .failed(Files.sentence(error, writing: bytes, to: path), again: export)
    }
  }

  /// Writes what a command was told to put into a file, whole or not at all.
  ///
  /// - Parameters:
  ///   - isForced: whether a file of that name may be replaced.
  ///   - register: where that of which it tells lies.
  static func write(
    _ text: String, to path: String, replacing isForced: Bool, about register: String
  ) throws(Failure) {
    let (places, bytes) = (Places(), Array(text.utf8))
    let path = places.expand(path)
    do throws(FileProblem) {
      try WholeFile.write(
        bytes, to: path, replacing: isForced, about: register, in: places.registerEnvironment)
    } catch .appeared {
      throw Failure("\(path) already exists; --force replaces it", .decision)
    } catch {
      throw Failure(Files.sentence(error, writing: bytes, to: path))
    }
  }

  /// Nil where the name does not say a format.
  private static func text(
    of export: Export, as path: String
  ) throws(RecWriteProblem) -> String? {
    switch export.content {
    case .account(let account):
      return ReportFormat(fileName: path).map { Report(account, in: export.register).text(as: $0) }
    case .records(let type, let rows, let columns):
      guard let format = TableFormat(fileName: path) else { return nil }
      if format == .rec, !export.content.endings.contains(".rec") { return nil }
      if format == .rec { return try RecordsText.text(of: rows, export.register) }
      guard let columns else {
        return RecordTable(type, rows, of: export.register).text(as: format)
      }
      let all = type.tableColumns(in: export.register)
      let chosen = columns.compactMap { name in all.first { $0.name == name } }
      return RecordTable(type, rows, columns: chosen, of: export.register).text(as: format)
    case .table(let header, let rows):
      guard let format = TableFormat(fileName: path), format != .rec else { return nil }
      return RecordTable("groups", header: header, rows: rows).text(as: format)
    }
  }
}

extension RecordTable {
  /// The table in a format; what is no table, records as the register has them, is as for reading.
  func text(as format: TableFormat) -> String {
    switch format {
    case .csv: csv
    case .json: json.text
    case .jsonl: jsonLines
    case .md: markdown
    case .html: html
    case .table, .rec: plain()
    case .text: plain(widest: .max)
    }
  }
}

extension RecordsText {
  /// Records as the register's file has them, of one type or of several.
  static func text(of rows: [Row], _ register: Register) throws(RecWriteProblem) -> String {
    let records = rows.map { (type: $0.type, values: register[$0].values) }
    return String(decoding: try RecordsText.print(records), as: UTF8.self)
  }
}

extension Session {
  /// Writes an account or a list beside the screen.
  func write(_ export: Export) -> [Event] {
    if isDry { return [.exported(.failed("nothing is written without --save", again: nil))] }
    let path = places.expand(export.path)
    let (register, places) = (self.path, places)
    run.start { _ in .exported(ExportFile.write(export, to: path, about: register, places)) }
    return []
  }
}
