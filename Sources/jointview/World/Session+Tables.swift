import InspectionUI

/// Tables that are read beside the screen.
extension Session {
  mutating func readTables(_ path: String) -> [Event] {
    let (path, reading) = (places.expand(path), reading)
    let name = LetterImport.fileName(path)
    run.start { _ in
      reading.during { _ in
        switch TableIntake.read(path, as: nil) {
        case .success(let tables): return .tablesRead(.init(tables))
        case .failure(let problem):
          return .tablesRead(.init(failures: [(name, problem.description)]))
        }
      }
    }
    return [.working("reading \(name)")]
  }
}
