/// How a concern stands. All but `open` and `no-response` need a day, an author and a link to
/// evidence.
public enum ConcernStanding: String, CaseIterable, Sendable {
  case open
  case acknowledged
  case partlyAddressed = "partly-addressed"
  case addressed
  case rejected
  case superseded
  case noResponse = "no-response"
  case withdrawn

  /// Whether it stands only with a day, an author and a link to evidence.
  public var needsEvidence: Bool { self != .open && self != .noResponse }
}

/// What was decided at a pause point.
public enum PauseOutcome: String, CaseIterable, Sendable {
  case goOn = "continue"
  case change
  case stop
  case replace
}
