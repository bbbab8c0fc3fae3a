public import InspectionModel

/// A codebook from elsewhere comes into the register: criteria that it lacks are added, and those
/// of the same name get the words of the file, whose former ones are kept. Nothing is removed.
public struct ImportCodebook: Operation {
  private let entries: [CodebookEntry]
  private let reason: String

  /// Criteria in the order of their keys-to-be.
  public init(_ entries: [CodebookEntry], because reason: String) {
    (self.entries, self.reason) = (entries, reason)
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    var (edits, new, redefined) = ([Edit](), 0, 0)
    var notes: [Proposal.Note] = []
    // Keys are given out one after another, each in a register that has those before.
    var trial = register
    for entry in entries {
      guard let operation = operation(entry, trial) else { continue }
      let next: Proposal
      do throws(Refusal) {
        next = try operation.proposal(for: trial, by: &author)
        try trial.make(next.change)
      } catch {
        throw .entry(entry.line, entry.name, error.description)
      }
      edits += next.change.edits
      notes += next.notes
      if operation is AddCriterion { new += 1 } else { redefined += 1 }
    }
    let words = "codebook: \(new) added, \(redefined) redefined"
    return Proposal(Change(words, edits, why: reason), notes: notes)
  }

  /// What an entry asks for; nil where the register says so already.
  private func operation(_ entry: CodebookEntry, _ register: Register) -> (any Operation)? {
    let inUse = register.all(Criterion.self).filter { $0.status == nil }
    // A code that was renamed elsewhere is known by its number.
    let known =
      inUse.first { $0.name == entry.name }
      ?? inUse.first { Codebook.guid(of: $0.key) == entry.guid }
    guard let known else {
      let definition = entry.description.flatMap { $0.isEmpty ? nil : $0 }
      return AddCriterion(name: entry.name, definition: definition, others: entry.others)
    }
    var values: [(field: Field, values: [String])] = [(.name, [entry.name])]
    if let words = entry.description { values.append((.definition, words.isEmpty ? [] : [words])) }
    values += entry.others.map { ($0.field, [$0.value]) }
    values.removeAll { known.record.setting($0.field, to: $0.values) == nil }
    return values.isEmpty ? nil : RedefineCriterion(known.key, values, because: reason)
  }
}

/// A criterion as another program has it.
public struct CodebookEntry: Hashable, Sendable {
  public let name: String
  /// What it means; nil where the table has no such column.
  public var description: String?
  /// What else it says: Include, Exclude, Example.
  public var others: [FieldValue] = []
  /// By what it is known where its name is another: 32 digits in capitals with their dashes.
  public var guid: String?
  /// Where it stands in its file, from 1.
  public let line: Int

  public init(name: String, description: String?, line: Int) {
    (self.name, self.description, self.line) = (name, description, line)
  }
}
