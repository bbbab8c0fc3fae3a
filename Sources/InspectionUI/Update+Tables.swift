import InspectionModel
import InspectionOperations

/// Tables on their way into the register.
extension State {
  /// Asks for a table to import; goes on with those at hand where there are any.
  mutating func importTables() -> [Effect] {
    guard tables != nil else { return perform([.prompt(TextPrompt.table(in: tablesFolder))]) }
    return perform([.push(ImportScreen())])
  }

  /// Shows what tables would change, which is worked out next.
  mutating func take(_ read: Event.TablesRead) -> [Effect] {
    noteReadingEnded()
    if let unknown = read.unknown {
      mapping = MappingDraft(unknown)
      return prompt == nil ? perform([.push(MappingScreen())]) : []
    }
    for (file, why) in read.failures {
      problems.removeAll { $0.place == file }
      problems.append(Problem(place: file, line: 1, isError: true, sentence: why, row: nil))
    }
    guard !read.tables.isEmpty else {
      message =
        read.failures.first.map { Message($0.why, .error) }
        ?? Message("stopped before anything was read", .warning)
      return []
    }
    tables = TablesAtHand(read.tables, remarks: read.remarks + read.failures.map(\.why))
    // Not in the midst of a line.
    guard prompt == nil else {
      let keys = keymap.keys(for: .importTables) ?? Action.importTables.spec.name
      message = Message("the table is read; \(keys) shows what it would change")
      return []
    }
    // One does not come back from there to what its columns hold.
    if screen.saved(register).kind == MappingScreen.kind { screens.removeLast() }
    mapping = nil
    return perform([.push(ImportScreen())])
  }

  mutating func take(_ answer: TableWork.Answer) {
    _ = tables?.take(answer)
  }

  /// What is to be worked out of the tables at hand, for all there is, hidden or not.
  mutating func takeTableWork() -> TableWork? {
    let author = Author(reviewer, on: today, keys: keyGenerator)
    let (number, register) = (listNumber + 1, whole)
    guard let work = tables?.takeWork(number, register, author) else { return nil }
    listNumber = work.number
    return work
  }
}
