import InspectionUI
import TableReader

/// Tables that are read beside the screen.
extension Session {
  mutating func readTables(_ path: String) -> [Event] {
    read(places.expand(path), TableIntake())
  }

  /// Keeps a mapping beside the register, and reads a table by it.
  mutating func mapTable(_ path: String, _ said: SaidOfTable) -> [Event] {
    if isDry {
      return [.tablesRead(.init(failures: [(said.source, "no mapping is kept without --save")]))]
    }
    do throws(Failure) {
      let kept = try MappingFile.keep(said, beside: self.path, places)
      return read(path, TableIntake(mapping: kept.mapping), "the mapping is kept in \(kept.path)")
    } catch {
      return [.tablesRead(.init(failures: [(said.source, error.sentence)]))]
    }
  }

  private mutating func read(
    _ path: String, _ intake: TableIntake, _ remark: String? = nil
  ) -> [Event] {
    let (name, reading) = (LetterImport.fileName(path), reading)
    run.start { _ in
      reading.during { stop in
        var intake = intake
        intake.stop = stop
        return .tablesRead(intake.outcome(path, name, remark))
      }
    }
    return [.working("reading \(name)")]
  }
}

extension TableIntake {
  /// What comes of a file for the screen: its tables, why there are none, or what somebody has to
  /// say of it first.
  fileprivate func outcome(
    _ path: String, _ name: String, _ remark: String?
  ) -> Event.TablesRead {
    switch read(path) {
    case .success(let contents):
      let others = contents.others.joined(separator: ", ")
      let remarks = [remark, others.isEmpty ? nil : "sheets that are no tables: \(others)"]
      return Event.TablesRead(contents.tables, remarks: remarks.compactMap(\.self))
    case .failure(.stopped): return Event.TablesRead()
    case .failure(.folder) where ExportFolder.holdsTables(path):
      let words = "\(path) is the folder of an export; jointview import \(name) brings it back"
      return Event.TablesRead(failures: [(name, words)])
    case .failure(let problem):
      let unknown = UnknownTable(
        path: path, name: name, top: problem.saysUnknown ? top(of: path) : [],
        roles: ColumnRole.words)
      return Event.TablesRead(
        failures: [(name, problem.description)],
        unknown: unknown.headings.count > 1 && mapping == nil ? unknown : nil)
    }
  }
}

extension TableIntakeProblem {
  /// Whether the table could be read if somebody said what its columns hold.
  fileprivate var saysUnknown: Bool {
    guard case .refused(_, let problem) = self else { return false }
    if case .noTable = problem { return true }
    return problem == .noHeading
  }
}
