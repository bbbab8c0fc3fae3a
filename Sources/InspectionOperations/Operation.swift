public import InspectionModel

/// One act of the field: a criterion is redefined, a record's field is set.
///
/// It holds what a person chose, and nothing of the register. The rules of the field live in
/// operations alone: screens, commands and imports ask for one, show what it would do, and make that.
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
  public var notes: [Note] = []

  /// Something that goes with a change.
  public enum Note: Hashable, Sendable {
    /// The former words of a criterion are kept as this version.
    case keptWording(criterion: String, version: Int)
    /// So many contributions go over to another criterion.
    case recoded(contributions: Int, to: String)
  }

  /// A change and its notes.
  public init(_ change: Change, notes: [Note] = []) {
    (self.change, self.notes) = (change, notes)
  }

  /// How many records it makes, changes and takes away.
  public var counts: (new: Int, changed: Int, removed: Int) {
    var (new, removed, changed) = (0, 0, Set<String>())
    for edit in change.edits {
      switch edit {
      case .insert: new += 1
      case .remove: removed += 1
      case .set: changed.insert("\(edit.type.name) \(edit.key)")
      }
    }
    return (new, changed.count, removed)
  }
}
