import InspectionUI

/// Tables that are read beside the screen.
extension Session {
  mutating func readTables(_ path: String) -> [Event] {
    let (path, reading) = (places.expand(path), reading)
    let name = LetterImport.fileName(path)
    run.start { _ in
      reading.during { stop in
        var intake = TableIntake()
        intake.stop = stop
        switch intake.read(path) {
        case .success(let contents):
          let others = contents.others.joined(separator: ", ")
          let remarks = others.isEmpty ? [] : ["sheets that are no tables: \(others)"]
          return .tablesRead(.init(contents.tables, remarks: remarks))
        case .failure(.stopped): return .tablesRead(.init())
        case .failure(let problem):
          return .tablesRead(.init(failures: [(name, problem.description)]))
        }
      }
    }
    return [.working("reading \(name)")]
  }
}
