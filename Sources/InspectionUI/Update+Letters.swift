import InspectionModel
import InspectionOperations

/// What comes of letters that were read beside the screen.
extension State {
  /// Puts them into the register as one change, and leaves it where that cannot be.
  mutating func receive(_ read: Event.LettersRead) -> [Effect] {
    noteReadingEnded()
    if read.reports.isEmpty, read.failures.isEmpty {
      message = Message("stopped before anything was read", .warning)
      return []
    }
    if read.reports.isEmpty, read.failures.count == 1 {
      message = Message(read.failures[0].why, .error)
      return []
    }
    if refuses() { return [] }
    var author = Author(reviewer, on: today, keys: keyGenerator)
    defer { keyGenerator = author.keys }
    // What a blind reviewer may not see may be doubtful by it all the same.
    let proposal = ImportReports(read.reports).proposal(for: whole, by: &author)
    var effects: [Effect] = []
    if !proposal.change.edits.isEmpty {
      effects = make(proposal.change)
      if effects.isEmpty { return [] }
    }
    noteProblems(of: proposal, read.failures)
    message = message(on: proposal, read)
    if let only = proposal.parts.first?.shows, proposal.parts.count == 1, read.isWhole {
      open(inspection: only.key)
    }
    return effects
  }

  /// What is to be looked at stands among the problems until the program is left.
  private mutating func noteProblems(
    of proposal: Proposal, _ failures: [(file: String, why: String)]
  ) {
    // The sentences count contributions that a blind reviewer may not know of.
    for part in proposal.parts where hidden == nil {
      guard let key = part.shows?.key else { continue }
      let row = register.row(.inspection, key: key)
      problems.removeAll { $0.place == key }
      problems += part.notes.map { note in
        Problem(place: key, line: 1, isError: false, sentence: note.description, row: row)
      }
    }
    for (file, why) in failures {
      problems.removeAll { $0.place == file }
      problems.append(Problem(place: file, line: 1, isError: true, sentence: why, row: nil))
    }
  }

  private func message(on proposal: Proposal, _ read: Event.LettersRead) -> Message {
    let failures = read.failures
    if proposal.parts.count == 1, read.isWhole { return message(onOnly: proposal.parts[0]) }
    var words = counted(proposal.parts.count, "report") + " read, " + news(in: proposal)
    if read.left > 0 { words += "; stopped, \(counted(read.left, "file")) left" }
    if !failures.isEmpty { words += "; \(counted(failures.count, "file")) not read" }
    let notes = failures.count + proposal.parts.reduce(0) { $0 + $1.notes.count }
    if notes > 0 { words += "; \(problemKeys) lists what to check" }
    return Message(words, read.isWhole ? .good : .warning)
  }

  private func news(in proposal: Proposal) -> String {
    proposal.change.edits.isEmpty
      ? "nothing new" : counted(proposal.passages.new, "new passage")
  }

  private func message(onOnly part: Proposal) -> Message {
    let key = part.shows?.key ?? ""
    if hidden != nil { return Message("the letter of \(key) is read") }
    let done = "the letter of \(key): \(part.passageSummary)"
    guard let first = part.notes.first else { return Message(done, .good) }
    let more = part.notes.count > 1 ? " and \(part.notes.count - 1) more" : ""
    return Message(
      "\(done); check this: \(first)\(more) (\(problemKeys) lists them)", .warning)
  }

  private var problemKeys: String { keymap.keys(for: .goProblems) ?? Action.goProblems.spec.name }

  /// Shows the letter of an inspection, unless it is shown already or something is being typed.
  private mutating func open(inspection key: String) {
    guard prompt == nil, let row = register.row(.inspection, key: key) else { return }
    if screen.letterOf == row { return }
    screens.append(LetterScreen(row, register))
  }
}

extension Event.LettersRead {
  /// Whether all were read.
  fileprivate var isWhole: Bool { failures.isEmpty && left == 0 }
}
