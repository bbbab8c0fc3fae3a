import InspectionModel
import InspectionOperations

/// Tables on their way into the register.
extension State {
  /// Asks for a table to import; goes on with what is at hand where anything is.
  mutating func importTables() -> [Effect] {
    if mapping != nil { return perform([.push(MappingScreen())]) }
    if tables != nil { return perform([.push(ImportScreen())]) }
    return perform([.prompt(TextPrompt.table(in: tablesFolder))])
  }

  /// Shows what tables would change, which is worked out next.
  mutating func receive(_ read: Event.TablesRead) -> [Effect] {
    noteReadingEnded()
    if let unknown = read.unknown {
      mapping = MappingDraft(unknown)
      return show(MappingScreen(), "the table is of no known kind", "asks what its columns hold")
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
    tables = TablesAtHand(
      read.tables, remarks: read.remarks + read.failures.map(\.why), said: read.said)
    // One does not come back from there to what its columns hold.
    if screen.showsTables, mapping != nil { screens.removeLast() }
    mapping = nil
    return show(ImportScreen(), "the table is read", "shows what it would change")
  }

  /// Goes to a screen, but not in the midst of a line, nor twice to the same.
  private mutating func show(_ next: any Screen, _ what: String, _ then: String) -> [Effect] {
    guard prompt == nil else {
      let keys = keymap.keys(for: .importTables) ?? Action.importTables.spec.name
      message = Message("\(what); \(keys) \(then)")
      return []
    }
    if screen.showsTables { screens.removeLast() }
    return perform([.push(next)])
  }

  mutating func receive(_ answer: TableWork.Answer) {
    tables?.receive(answer)
  }

  mutating func apply(_ change: TablesChange) {
    switch change {
    case .decide(let decision, let place): tables?.decide(decision, ofTable: place)
    case .map(let choice): mapping?.apply(choice)
    case .done: (tables, mapping) = (nil, nil)
    }
  }

  /// What is to be worked out of the tables at hand, for all there is, hidden or not.
  mutating func takeTableWork() -> TableWork? {
    // Nobody waits for it elsewhere.
    guard screen.showsTables else { return nil }
    let author = Author(reviewer, on: today, keys: keyGenerator)
    let (number, register) = (listNumber + 1, whole)
    guard let work = tables?.takeWork(number, register, author) else { return nil }
    listNumber = work.number
    return work
  }
}
