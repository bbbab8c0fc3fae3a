import InspectionModel
import InspectionOperations
import InspectionStore
import TableReader

/// The files of tables on their way into a register: read beside whatever else goes on, and planned
/// once all of them are.
enum TableIntake {
  /// The tables in a file, or why it has none.
  ///
  /// - Parameter kind: what it is to be read as; its headings tell where none is given.
  static func read(
    _ path: String, as kind: TableKind?
  ) -> Result<[TableObservation], TableIntakeProblem> {
    if Files.isFolder(path) { return .failure(.folder(path)) }
    return Files.read(path).mapError { .unreadable($0.description) }.flatMap { bytes in
      Result { () throws(TableProblem) in
        [try TableFile.read(bytes, named: LetterImport.fileName(path), as: kind)]
      }.mapError { .refused(path, $0) }
    }
  }
}

/// Why there is no table.
enum TableIntakeProblem: Error, CustomStringConvertible {
  case folder(String)
  case unreadable(String)
  case refused(String, TableProblem)

  var description: String {
    switch self {
    case .folder(let path): "\(path) is a folder; name the files in it"
    case .unreadable(let why): why
    case .refused(let path, let problem): "\(path): \(problem)"
    }
  }
}
