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
    guard RegisterReader.read(RecBytes(bytes)).register.holdsTheSame(as: register) else {
      throw .selfCheck
    }
    let outcome: SaveOutcome
    do throws(FileProblem) {
      outcome = try file.save(bytes)
    } catch {
      throw .file(error)
    }
    switch outcome {
    case .saved:
      forgetChanges()
      return .saved
    case .savedBeside(let path):
      forgetChanges()
      let note = "another program wrote the file in the same moment; its version is kept at \(path)"
      return .merged(register, [], note: note)
    case .changedOutside(let theirs):
      return try merge(theirs)
    }
  }

  /// Makes the changes of this run again on what another program wrote, and saves that.
  private mutating func merge(_ theirs: OutsideVersion) throws(Problem) -> SaveReport {
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
    guard conflicts.isEmpty else { throw .conflicts(conflicts) }
    let count = unsaved.count
    file.adopt(theirs)
    replaceText(by: read.text)
    _ = try save(read.register)
    let note = "the file was changed outside; \(count == 1 ? "1 change" : "\(count) changes") of yours merged into it"
    return .merged(read.register, read.diagnostics, note: note)
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
