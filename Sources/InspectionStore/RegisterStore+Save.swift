public import InspectionModel
public import RecText

/// How a save ended.
public enum SaveReport: Sendable {
  case saved
  /// Another program had written the file: its version and the changes made here are now one.
  case merged(Register, [Diagnostic], note: String)
}

extension RegisterStore {
  /// Writes the text to the file: whole or not at all, and never over what another program wrote.
  ///
  /// What is to be written is first read back and compared with what is in memory, so that a fault in the
  /// writer never reaches the disk. O(bytes), next to nothing beside the writing itself.
  public mutating func save(_ register: Register) throws(Problem) -> SaveReport {
    let contents = isCheckedWhole ? FileContents(text.print()) : FileContents(text.printed)
    guard readsBack(contents, register) else { throw .selfCheck }
    try keepMarked()
    switch try write(contents) {
    case .saved:
      forgetChanges()
      return .saved
    case .savedBeside(let path):
      forgetChanges()
      let written = RegisterReader.read(RecBytes(contents.bytes))
      replaceText(by: written.text)
      let note = "another program wrote the file in the same moment; its version is kept at \(path)"
      return .merged(written.register, written.findings, note: note)
    case .changedOutside(let theirs):
      return try merge(theirs)
    }
  }

  /// Whether what is to be written says what the register holds. Of many records only those are read again that were
  /// changed, with their neighbours: all between is printed as it was read.
  private func readsBack(_ contents: FileContents, _ register: Register) -> Bool {
    isCheckedWhole
      ? RegisterReader.read(RecBytes(contents.bytes)).register.holdsTheSame(as: register)
      : text.readsBack(unsaved, register)
  }

  private var isCheckedWhole: Bool { !text.isLarge(beyond: checkedWhole) || marked != nil }

  /// Puts the file as git left it beside the register: its comments may differ too, and nothing shows those.
  private func keepMarked() throws(Problem) {
    guard let marked else { return }
    do throws(FileProblem) {
      _ = try keepBeside(Array(marked.buffer), as: "conflict")
    } catch {
      throw .file(error)
    }
  }

  private mutating func write(_ contents: FileContents) throws(Problem) -> SaveOutcome {
    do throws(FileProblem) {
      return try file.save(contents)
    } catch {
      throw .file(error)
    }
  }

  /// Makes the changes of this run again on what another program wrote, and saves that.
  private mutating func merge(_ theirs: OutsideVersion) throws(Problem) -> SaveReport {
    guard let bytes = theirs.bytes else { return try writeAnew(theirs) }
    let merged = mine(on: bytes)
    let before = (known: file.known, text: text, unsaved: unsaved, marked: marked)
    let note = try adopt(theirs, merged)
    do throws(Problem) {
      let report = try save(merged.read.register)
      // The file may have been written yet again meanwhile.
      if case .merged = report { return report }
      return .merged(merged.read.register, merged.read.findings, note: note)
    } catch {
      guard file.known == theirs.version else {
        return .merged(
          merged.read.register, merged.read.findings, note: "\(note); \(error)")
      }
      // Nothing was written, and the caller goes on with the register as it was.
      (file.known, unsaved, marked) = (before.known, before.unsaved, before.marked)
      replaceText(by: before.text)
      throw error
    }
  }

  /// A file that was removed is made again: the whole of it is in memory.
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
    let note = "the file had been removed; it was written anew"
    return .merged(read.register, read.findings, note: note)
  }
}

extension RegisterStore.Problem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .file(let problem): problem.description
    case .text(let problem): problem.description
    case .selfCheck: "what would be written does not read back as it is in memory"
    }
  }
}

extension RecWriteProblem: CustomStringConvertible {
  /// The end of a sentence on what cannot be written.
  public var description: String {
    switch self {
    case .noSuchRecord: "the record is not in the file any more"
    case .damagedRecord: "the record has lines that are not rec; mend them in an editor first"
    case .badFieldName(let name): "“\(name)” cannot be the name of a field"
    case .nulInValue(let field): "\(field) holds a NUL character"
    case .noFieldLeft: "a record needs at least one field"
    case .changesSets, .descriptorInsideSet, .recordOutsideSets:
      "the record would change which set others belong to"
    case .unjoinedConflicts: "what git left in the file has to be mended in an editor first"
    }
  }
}
