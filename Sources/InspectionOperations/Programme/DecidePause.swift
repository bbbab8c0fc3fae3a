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

  /// The fields that say what was decided.
  static let fields: [Field] = [.outcome, .reason, .member, .decided]

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

/// A pause point is undecided again: nothing of the decision stays, but in the trail, and whoever
/// took it back answers for that.
struct TakeBackDecision: Operation {
  private let key: String

  init(_ key: String) { self.key = key }

  func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let point = try register.find(PausePoint.self, key)
    let signature = author.signature.map { ($0.field, [$0.value]) }
    let edits = (DecidePause.fields.map { ($0, [String]()) } + signature).compactMap {
      point.record.setting($0, to: $1)
    }
    return Proposal(Change("“\(point.name)” is undecided again", edits))
  }
}
