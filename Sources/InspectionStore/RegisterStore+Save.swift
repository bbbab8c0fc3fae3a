public import InspectionModel
public import RecText

/// How a save ended.
public enum SaveReport: Sendable {
  case saved
  /// The same, and another program had written the file in that very moment: its version is kept
  /// beside it.
  case savedBeside(RegisterNote)
  /// Another program had written the file: its version and the changes made here are now one.
  case merged(Register, [Diagnostic], [RegisterNote])

  /// What a person should know of it.
  public var notes: [RegisterNote] {
    switch self {
    case .saved: []
    case .savedBeside(let note): [note]
    case .merged(_, _, let notes): notes
    }
  }
}

extension RegisterStore {
  /// Writes the text to the file: whole or not at all, and never over what another program wrote.
  ///
  /// What is to be written is first read back and compared with what is in memory, so that a fault
  /// in the writer never reaches the disk. O(bytes), next to nothing beside the writing itself.
  public mutating func save(_ register: Register) throws(Problem) -> SaveReport {
    var save = beginSave(register)
    while true {
      save = save.work()
      if let report = try goOn(with: &save) {
        save.letGo()
        return report
      }
    }
  }

  /// Begins the same beside whoever edits: what comes back is to be worked on, and then given to
  /// ``goOn(with:)``, until that knows how it ended. Changes that are kept meanwhile stay in the
  /// journal. O(1), and nothing is copied.
  public mutating func beginSave(_ register: Register) -> RegisterSave {
    isSaving = true
    catchUp()
    // Should it fail, so does what follows, and says why.
    try? file.keepPlace()
    return RegisterSave(
      text: text, register: register, changes: unsaved, marked: marked,
      stage: .begun(file))
  }

  /// Takes up a save that has been worked on; nil where it is to be worked on further.
  ///
  /// Waits for one record of the journal, but where another program has written the file meanwhile:
  /// then it merges, and saves that at once.
  public mutating func goOn(with save: inout RegisterSave) throws(Problem) -> SaveReport? {
    catchUp()
    do throws(Problem) {
      let report = try step(&save)
      isSaving = report == nil
      return report
    } catch {
      isSaving = false
      throw error
    }
  }

  /// Whether a save would now be merged with what another program has written, so that records come
  /// and go.
  public func wouldMerge(_ save: RegisterSave) -> Bool {
    switch save.stage {
    case .written: return file.mayHaveChangedOutside
    case .put(let put):
      guard case .success(.changedOutside) = put.outcome else { return false }
      return true
    case .begun, .announced, .failed: return false
    }
  }

  private mutating func step(_ save: inout RegisterSave) throws(Problem) -> SaveReport? {
    switch try outcome(of: &save) {
    case nil: return nil
    case .changedOutside(let theirs): return try merge(theirs)
    case .saved:
      forgetChanges(in: save)
      return .saved
    case .savedBeside(let path):
      forgetChanges(in: save)
      return .savedBeside(.writtenAtOnce(kept: path))
    }
  }

  private mutating func outcome(of save: inout RegisterSave) throws(Problem) -> SaveOutcome? {
    if case .failed(let problem) = save.stage { throw problem }
    do throws(FileProblem) {
      switch save.stage {
      case .begun, .announced, .failed: return nil
      case .written(var next):
        let theirs = try file.announce(&next, lacking: lacking(in: save))
        save.stage = .announced(next)
        return theirs.map { .changedOutside($0) }
      case .put(let put): return try file.settle(put, lacking: lacking(in: save))
      }
    } catch {
      throw stopWriting(error)
    }
  }

  /// Makes the changes of this run again on what another program wrote, and saves that.
  private mutating func merge(_ theirs: OutsideVersion) throws(Problem) -> SaveReport {
    guard let bytes = theirs.bytes, !isEmptied(theirs) else { return try writeAnew(theirs) }
    let merged = mine(on: bytes)
    let before = (
      known: file.known, text: text, unsaved: unsaved, unfitChanges: unfitChanges, marked: marked
    )
    let notes = try adopt(theirs, merged)
    do throws(Problem) {
      let report = try save(merged.read.register)
      // The file may have been written yet again meanwhile.
      if case .merged = report { return report }
      return .merged(merged.read.register, merged.read.findings, notes)
    } catch {
      guard file.known == theirs.version else {
        return .merged(
          merged.read.register, merged.read.findings, notes + [.notSaved(error)])
      }
      // Nothing was written, and the caller goes on with the register as it was.
      (file.known, unsaved, marked) = (before.known, before.unsaved, before.marked)
      unfitChanges = before.unfitChanges
      replaceText(by: before.text)
      throw error
    }
  }

  /// A file that was removed or emptied is made again: the whole of it is in memory.
  private mutating func writeAnew(_ theirs: OutsideVersion) throws(Problem) -> SaveReport {
    let known = file.known
    file.adopt(theirs)
    let read = RegisterReader.read(RecBytes(text.print()))
    do throws(Problem) {
      _ = try save(read.register)
    } catch {
      file.known = known
      throw error
    }
    return .merged(
      read.register, read.findings, [.writtenAnew(wasRemoved: theirs.bytes == nil)])
  }
}

extension RegisterStore.Problem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .file(let problem): problem.description
    case .text(let problem): problem.description
    case .takenOver(let reason, let unsaved, let kept):
      "\(reason) by now, so this one can only read from here on"
        + (unsaved == 0
          ? ""
          : "; \(RegisterStore.changes(unsaved)) not saved: "
            + (kept.map { "kept at \($0)" } ?? "in memory alone"))
    case .selfCheck: "what would be written does not read back as it is in memory"
    }
  }
}

extension RecWriteProblem: CustomStringConvertible {
  /// The end of a sentence on what cannot be written.
  public var description: String {
    switch self {
    case .noSuchRecord: "the record is no longer in the file"
    case .damagedRecord: "the record has lines that are not rec; fix them in an editor first"
    case .badFieldName(let name): "“\(name)” cannot be the name of a field"
    case .nulInValue(let field): "\(field) holds a NUL character"
    case .noFieldLeft: "a record needs at least one field"
    case .changesSets, .descriptorInsideSet, .recordOutsideSets:
      "the record would change which set others belong to"
    case .breaksRule(let kind):
      "the register's own description refuses that: \(kind)"
    case .changedMeanwhile(let field): "\(field) has changed meanwhile"
    case .unjoinedConflicts: "fix what git left in the file in an editor first"
    }
  }
}
