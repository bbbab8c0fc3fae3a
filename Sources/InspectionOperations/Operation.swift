public import InspectionModel

/// One act of the field: a passage is coded, a criterion redefined, a letter read in.
///
/// It holds what a person chose, and nothing of the register. The rules of the field live in
/// operations alone: screens, commands and imports ask for one, show what it would do, and make
/// that.
public protocol Operation: Sendable {
  /// What it would do to a register, which is not changed.
  ///
  /// - Throws: why it cannot be done.
  func proposal(for register: Register, by author: inout Author) throws(Refusal) -> Proposal
}

/// A change with what it means, to be shown before it is made.
public struct Proposal: Hashable, Sendable {
  /// What is to be done; without edits where all is so already.
  public var change: Change
  /// What else a person should know of it.
  public var notes: [Note]
  /// The record that one goes on with once it is made.
  public var shows: Shown?

  /// Of several things that are brought in at once, what each brings; else empty.
  public var parts: [Proposal]

  /// A record that a proposal makes, or is about.
  public struct Shown: Hashable, Sendable {
    public let type: RecordType
    public let key: String

    init(_ type: RecordType, _ key: String) { (self.type, self.key) = (type, key) }
  }

  /// A change, what a person should know of it, and the record to go on with.
  public init(
    _ change: Change, notes: [Note] = [], shows: Shown? = nil, parts: [Proposal] = []
  ) {
    (self.change, self.notes, self.shows, self.parts) = (change, notes, shows, parts)
  }

  /// How many records it makes, changes and takes away.
  public var counts: (new: Int, changed: Int, removed: Int) {
    var (new, removed, changed) = (0, 0, Set<String>())
    for edit in change.edits {
      switch edit {
      case .insert: new += 1
      case .remove: removed += 1
      case .set, .setUnknown: changed.insert("\(edit.type.name) \(edit.key)")
      }
    }
    return (new, changed.count, removed)
  }
}

extension Register {
  /// What several operations would do one after another, as one change.
  ///
  /// - Throws: why the first of them cannot be done that cannot.
  func together(
    _ operations: [any Operation], by author: inout Author
  ) throws(Refusal) -> Proposal {
    var (trial, edits, notes, why) = (self, [Edit](), [Proposal.Note](), String?.none)
    for operation in operations {
      let next = try operation.proposal(for: trial, by: &author)
      try trial.make(next.change)
      edits += next.change.edits
      notes += next.notes
      why = why ?? next.change.why
    }
    var change = Change("", edits)
    change.why = why
    return Proposal(change, notes: notes)
  }

  /// Makes a change that an operation proposed.
  mutating func make(_ change: Change) throws(Refusal) {
    do throws(EditProblem) { try apply(change) } catch { throw .edit(error) }
  }
}
