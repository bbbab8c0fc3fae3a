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
  /// writer never reaches the disk. O(bytes).
  public mutating func save(_ register: Register) throws(Problem) -> SaveReport {
    let bytes = text.print()
    let written = RegisterReader.read(RecBytes(bytes))
    guard written.register.holdsTheSame(as: register) else { throw .selfCheck }
    switch try write(bytes) {
    case .saved:
      forgetChanges()
      return .saved
    case .savedBeside(let path):
      forgetChanges()
      replaceText(by: written.text)
      let note = "another program wrote the file in the same moment; its version is kept at \(path)"
      return .merged(written.register, written.diagnostics, note: note)
    case .changedOutside(let theirs):
      return try merge(theirs)
    }
  }

  private mutating func write(_ bytes: [UInt8]) throws(Problem) -> SaveOutcome {
    do throws(FileProblem) {
      return try file.save(bytes)
    } catch {
      throw .file(error)
    }
  }

  /// Makes the changes of this run again on what another program wrote, and saves that.
  private mutating func merge(_ theirs: OutsideVersion) throws(Problem) -> SaveReport {
    let merged = try mine(on: theirs)
    let count = unsaved.count == 1 ? "1 change" : "\(unsaved.count) changes"
    let note = "the file was changed outside; \(count) of yours merged into it"
    let before = (known: file.known, text: text)
    file.adopt(theirs)
    replaceText(by: merged.text)
    do throws(Problem) {
      let report = try save(merged.register)
      // The file may have been written yet again meanwhile.
      if case .merged = report { return report }
      return .merged(merged.register, merged.diagnostics, note: note)
    } catch {
      guard file.known == theirs.version else {
        return .merged(merged.register, merged.diagnostics, note: "\(note); \(error)")
      }
      // Nothing was written, and the caller goes on with the register as it was.
      file.known = before.known
      replaceText(by: before.text)
      throw error
    }
  }

  /// What another program wrote, with the changes of this run.
  private func mine(on theirs: OutsideVersion) throws(Problem) -> ReadRegister {
    guard let bytes = theirs.bytes else { throw .removedOutside }
    var read = RegisterReader.read(RecBytes(bytes))
    var conflicts: [String] = []
    for change in unsaved {
      do {
        try read.register.apply(change)
        try read.text.apply(change, read.register)
      } catch {
        conflicts.append("\(change.summary): \(error)")
      }
    }
    if conflicts.isEmpty { return read }
    throw .conflicts(conflicts)
  }
}

extension RegisterStore.Problem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .file(let problem): problem.description
    case .text(let problem): problem.description
    case .selfCheck: "what would be written does not read back as it is in memory"
    case .removedOutside: "the file was removed meanwhile"
    case .conflicts(let places):
      "the file was changed outside in the same places (\(places.joined(separator: "; ")))"
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
    case .changesSets, .descriptorInsideSet: "the record would change which set others belong to"
    }
  }
}
