import InspectionModel

extension RegisterStore.Opened {
  /// Makes the changes again that a run that was killed had journalled. They stay in the journal
  /// until a save.
  mutating func recover(_ recovery: Recovery) {
    let choices = register.count(.conflict)
    let unfit = recovery.entries.filter { lines in
      TrailText.journalled(lines).map { !apply($0) } ?? true
    }
    let recovered = recovery.entries.count - unfit.count
    if recovered > 0 { notes.append(.recovered(recovered)) }
    let undecided = register.count(.conflict) - choices
    if undecided > 0 { notes.append(.undecided(undecided)) }
    if !unfit.isEmpty { noteUnfit(unfit) }
    if let draft = recovery.draft { recover(draft: draft) }
    if let path = recovery.altered {
      notes.append(.damagedJournal(kept: path))
    } else if recovery.droppedBytes > 0 {
      notes.append(.tornJournal(bytes: recovery.droppedBytes))
    }
  }

  private mutating func noteUnfit(_ entries: [[UInt8]]) {
    let path = try? store.keepBeside(entries, as: .unfit)
    notes.append(.unfitOfLastRun(entries.count, path.map { .file($0) } ?? .journal))
  }

  /// Makes the changes again that another store of the same register had not saved when it lost the
  /// right to write, and journals them.
  public mutating func makeAgain(_ former: RegisterStore) throws(RegisterStore.Problem) {
    let choices = register.count(.conflict)
    var (made, unfit) = (0, 0)
    let lines = former.unsaved.compactMap { try? TrailText.encode($0) }
    let missing = (try? store.file.trail.missing(of: lines)) ?? []
    func isMissing(_ entry: TrailEntry) -> Bool {
      (try? TrailText.encode(entry)).map(missing.contains) ?? false
    }
    for entry in former.unsaved where !entry.change.edits.isEmpty {
      var trial = register
      guard let change = fitting(entry.change), (try? trial.apply(change)) != nil else {
        unfit += 1
        continue
      }
      if !change.edits.isEmpty {
        do throws(RegisterStore.Problem) {
          try store.keep(entry.with(change), trial, isInTrail: !isMissing(entry))
        } catch .text {
          unfit += 1
          continue
        }
        register = trial
      }
      made += 1
    }
    if made > 0 { notes.append(.madeAgain(made)) }
    let undecided = register.count(.conflict) - choices
    if undecided > 0 { notes.append(.undecided(undecided)) }
    guard let path = former.unsavedBeside else { return }
    if unfit == 0 {
      try? store.file.disk.unlink(path)
    } else {
      notes.append(.notMadeAgain(unfit, kept: path))
    }
  }

  /// The change as it fits what the register is now; nil if it does not.
  private func fitting(_ change: Change) -> Change? {
    var trial = register
    if (try? trial.apply(change)) != nil { return change }
    return try? Reconciliation(register, former: nil, note: "changed in the file meanwhile")
      .fitting(change)
  }

  /// True if the change could be made, as it is or with what was changed in both to be chosen.
  private mutating func apply(_ entry: TrailEntry) -> Bool {
    if redo(entry) { return true }
    let note = "the last run, which did not save"
    let fitting = try? Reconciliation(register, former: nil, note: note).fitting(entry.change)
    return fitting.map { $0.edits.isEmpty || redo(entry.with($0)) } ?? false
  }

  private mutating func redo(_ entry: TrailEntry) -> Bool {
    var trial = register
    do {
      try trial.apply(entry.change)
      try store.redo(entry, trial)
    } catch {
      return false
    }
    register = trial
    return true
  }
}
