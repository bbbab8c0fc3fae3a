public import InspectionModel

/// Of two versions of a thing one is chosen, and the other let go.
public struct ResolveConflict: Operation {
  /// Which of the two stands from now on.
  public enum Choice: Hashable, Sendable {
    /// The one that stands in the record.
    case own
    /// The one that was kept beside it.
    case other
  }

  private let key: String
  private let choice: Choice

  /// - Parameter key: of the ``Conflict``.
  public init(_ key: String, _ choice: Choice) { (self.key, self.choice) = (key, choice) }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let conflict = try register.find(Conflict.self, key)
    let settled = Edit.remove(.conflict, conflict.record.values)
    switch choice {
    case .own: return Proposal(Change("keeping \(conflict.title) as it is", [settled]))
    case .other:
      guard let subject = conflict.subject else { throw .recordGone(conflict.title) }
      let record = register[subject]
      guard let field = conflict.field else {
        let edit = Edit.remove(subject.type, record.values)
        return Proposal(Change("removing \(conflict.title)", [edit, settled]))
      }
      let edit = Edit.set(
        subject.type, key: record.key, field, from: record.texts(field), to: conflict.values)
      return Proposal(Change("the other \(conflict.title)", [edit, settled]))
    }
  }
}
