extension PausePoint {
  /// Records what was decided, and freezes the inspections it was decided on: those that come later change nothing.
  ///
  /// A point that was decided already keeps its inspections.
  public func deciding(
    _ outcome: PauseOutcome, because reason: String, by reviewer: String, on day: Day
  ) -> Change {
    let values: [(Field, [String])] = [
      (.member, taken.map(\.key)), (.outcome, [outcome.rawValue]), (.decided, [day.description]),
      (.reason, [reason]), (.by, [reviewer]), (.on, [day.description]),
    ]
    let edits = values.compactMap { field, to in record.setting(field, to: to) }
    return Change("deciding “\(name)”: \(outcome.rawValue)", edits, why: reason)
  }
}
