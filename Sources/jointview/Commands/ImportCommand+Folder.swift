import ArgumentParser
import Exchange
import InspectionAnalysis
import InspectionModel
import InspectionOperations
import InspectionStore

extension ImportCommand {
  /// The one folder that is to be imported, if that is what was asked for.
  var folder: String? {
    guard let path = files.first(where: ExportFolder.holdsTables) else { return nil }
    return path
  }

  /// Brings the tables of an export back.
  func importFolder(_ path: String) throws {
    if files.count > 1 {
      throw Failure("\(path) is the folder of an export, which is imported alone", .usage)
    }
    if kind != nil || mapping != nil || decide != nil {
      throw Failure(
        "the folder of an export says itself what its columns hold, and asks nothing; leave "
          + "--as, --mapping and --decide out", .usage)
    }
    let tables = try ExportFolder.tables(in: path)
    let places = Places()
    var author = try places.author()
    if isPlan {
      let (register, text) = try registerToPlanFor(places)
      return try tell(plan(tables, for: register, text, by: &author), isWritten: false)
    }
    var opened = try RegisterEdit.open(try RegisterPath.resolve(into, places), places)
    defer { opened.store.close() }
    let plan = plan(tables, for: opened.register, opened.store.text, by: &author)
    if !plan.change.edits.isEmpty {
      _ = try opened.makeVisible(WriteRecords(plan), by: &author)
      try opened.finish()
    }
    try tell(plan, isWritten: !plan.change.edits.isEmpty)
  }

  /// What would change in what this person may see.
  private func plan(
    _ tables: RecordTables, for whole: Register, _ text: RegisterText?, by author: inout Author
  ) -> RecordsPlan {
    let seen = Blinding(for: author.name, in: whole).applied(to: whole)
    return ImportRecords(tables) { text?.unknownFields(of: $0) ?? [] }.plan(for: seen, by: &author)
  }

  /// Says what is planned or written, and by the exit code whether no row of a table is taken over.
  private func tell(_ plan: RecordsPlan, isWritten: Bool) throws {
    switch format {
    case .json: try Output.tell(PlanJSON.json(plan, isWritten: isWritten).text)
    case .text: try Output.tell(plan.text(isWritten: isWritten))
    }
    if plan.tables.contains(where: \.takesNothing) { throw ExitCode(Exit.problems.rawValue) }
  }
}
