public import InspectionModel

/// What was decided at a pause point, and why. The inspections it was decided on are frozen: those
/// that come later change nothing. A point that was decided already keeps its inspections.
/// O(inspections · log of those).
public struct DecidePause: Operation {
  private let key: String
  private let outcome: PauseOutcome
  private let reason: String

  public init(_ key: String, _ outcome: PauseOutcome, because reason: String) {
    (self.key, self.outcome, self.reason) = (key, outcome, reason)
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    if reason.isEmpty { throw .needsReason(.decide) }
    let point = try register.find(PausePoint.self, key)
    let day = author.day.description
    let values: [(Field, [String])] = [
      (.member, point.taken.map(\.key)), (.outcome, [outcome.rawValue]), (.decided, [day]),
      (.reason, [reason]), (.by, [author.name]), (.on, [day]),
    ]
    let edits = values.compactMap { field, to in point.record.setting(field, to: to) }
    return Proposal(
      Change("deciding “\(point.name)”: \(outcome.rawValue)", edits, why: reason))
  }
}
