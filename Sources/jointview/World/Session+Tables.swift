import InspectionUI
import TableReader

/// Tables that are read beside the screen.
extension Session {
  mutating func readTables(_ path: String) -> [Event] {
    let folders = MappingFile.folders(beside: self.path, places)
    return read(places.expand(path), TableIntake(folders: folders))
  }

  /// Reads a table by what was said of its columns, under a name that is free.
  mutating func mapTable(_ path: String, _ said: SaidOfTable) -> [Event] {
    do throws(Failure) {
      let said = MappingFile.named(said, beside: self.path)
      return read(path, TableIntake(mapping: try MappingFile.mapping(said)), said)
    } catch {
      return [.tablesRead(.init(failures: [(said.source, error.sentence)]))]
    }
  }

  /// Keeps beside the register what was said of a table.
  mutating func keepMapping(_ said: SaidOfTable) -> [Event] {
    if isDry { return [] }
    return [.say(Message(MappingFile.keep(said, beside: path, places)))]
  }

  private mutating func read(
    _ path: String, _ intake: TableIntake, _ said: SaidOfTable? = nil
  ) -> [Event] {
    let (name, reading) = (LetterImport.fileName(path), reading)
    run.start { _ in
      reading.during { stop in
        var intake = intake
        intake.stop = stop
        var read = intake.outcome(path, name)
        read.said = said
        return .tablesRead(read)
      }
    }
    return [.working("reading \(name)")]
  }
}

extension TableIntake {
  /// What comes of a file for the screen: its tables, why there are none, or what somebody has to
  /// say of it first.
  fileprivate func outcome(_ path: String, _ name: String) -> Event.TablesRead {
    switch read(path) {
    case .success(let contents):
      let others = contents.others.joined(separator: ", ")
      let remarks = others.isEmpty ? [] : ["sheets that are not tables: \(others)"]
      return Event.TablesRead(contents.tables, remarks: remarks)
    case .failure(.stopped): return Event.TablesRead()
    case .failure(.folder) where ExportFolder.holdsTables(path):
      let words = "\(path) is the folder of an export; jointview import \(name) brings it back"
      return Event.TablesRead(failures: [(name, words)])
    case .failure(let problem):
      return Event.TablesRead(
        failures: [(name, problem.description)], unknown: unknown(problem, path, name))
    }
  }

  /// The table, if somebody has to say what its columns hold.
  private func unknown(
    _ problem: TableIntakeProblem, _ path: String, _ name: String
  ) -> UnknownTable? {
    guard case .unknown(_, _, let top) = problem, mapping == nil else { return nil }
    let table = UnknownTable(path: path, name: name, top: top, roles: ColumnRole.names)
    return table.headings.count > 1 ? table : nil
  }
}
