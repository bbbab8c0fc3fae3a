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
      return .failed("not written: \(error)")
    }
    guard let text else {
      let endings = export.content.endings
      let list = endings.dropLast().joined(separator: ", ") + " or " + (endings.last ?? "")
      return .failed("the name must end in \(list): \(export.path)")
    }
    let bytes = Array(text.utf8)
    do throws(FileProblem) {
      try WholeFile.write(
        bytes, to: path, replacing: export.replaces, about: register, in: places.surroundings)
      return .done(path: path)
    } catch .appeared {
      return .taken(export)
    } catch {
      return .failed(Files.words(error, writing: bytes, to: path))
    }
  }

  /// Nil where the name does not say a format.
  private static func text(
    of export: Export, as path: String
  ) throws(RecWriteProblem) -> String? {
    switch export.content {
    case .account(let account):
      return ReportFormat(fileName: path).map { Report(account, in: export.register).text(as: $0) }
    case .records(let type, let rows):
      let table = RecordTable(type, rows, of: export.register)
      if path.hasSuffix(".csv") { return table.csv }
      if path.hasSuffix(".json") { return table.json.text }
      if path.hasSuffix(".txt") { return table.plain() }
      guard path.hasSuffix(".rec") else { return nil }
      let records = rows.map { (type: type, values: export.register[$0].values) }
      return String(decoding: try RecordsText.print(records), as: UTF8.self)
    }
  }
}

extension Session {
  /// Writes an account or a list beside the screen.
  func write(_ export: Export) -> [Event] {
    if isDry { return [.exported(.failed("nothing is written without --save"))] }
    let path = places.expand(export.path)
    let (register, places) = (self.path, places)
    run.start { _ in .exported(ExportFile.write(export, to: path, about: register, places)) }
    return []
  }
}
