import Exchange
import InspectionStore
import InspectionUI

/// An account on its way into a file.
enum AccountFile {
  /// Writes it in the format that the name ends in, whole or not at all.
  ///
  /// - Parameter register: where that of the account lies.
  static func write(
    _ export: AccountExport, to path: String, about register: String, _ places: Places
  ) -> Event.ExportResult {
    guard let format = ReportFormat(fileName: path) else {
      return .failed("the name must end in .txt, .md, .html, .csv or .json: \(export.path)")
    }
    let bytes = Array(Report(export.account, in: export.register).text(as: format).utf8)
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
}

extension Session {
  /// Writes an account beside the screen.
  func write(_ export: AccountExport) -> [Event] {
    if isDry { return [.exported(.failed("nothing is written without --save"))] }
    let path = places.expand(export.path)
    let (register, places) = (self.path, places)
    run.start { _ in .exported(AccountFile.write(export, to: path, about: register, places)) }
    return []
  }
}
