import InspectionModel
import InspectionStore
import InspectionUI

extension Problem {
  /// What is wrong in the file; the conflicts in it are not here, as they are listed from the
  /// register itself, where they are settled.
  ///
  /// - Parameter row: where the program has the record that a diagnostic is about.
  static func list(
    _ diagnostics: [Diagnostic], in path: String, at row: (Row) -> Row? = { $0 }
  ) -> [Problem] {
    diagnostics.filter { $0.row?.type != .conflict }
      .map { Problem($0, in: path, at: $0.row.flatMap(row)) }
  }

  private init(_ diagnostic: Diagnostic, in path: String, at row: Row?) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    self.init(
      place: "\(name):\(diagnostic.line):\(diagnostic.column)", line: diagnostic.line,
      column: diagnostic.column, isError: diagnostic.severity == .error,
      sentence: diagnostic.sentence, source: diagnostic.text, row: row)
  }
}
