/// Which of two readings of the same reports an account stands on. They are never mixed.
public enum Reading: String, CaseIterable, Sendable {
  /// Contributions: what people coded.
  case coded
  /// The agencies that the program found in each passage, with the direction of its section. None
  /// of it is ever stored as a contribution.
  case machine

  static let field = "reading:"
  /// How a filter asks for it: `reading:machine`.
  public var term: String { Self.field + rawValue }

  /// The one beside it.
  public var other: Reading { self == .coded ? .machine : .coded }

  /// What it is called: `as coded`.
  public var name: String {
    switch self {
    case .coded: "as coded"
    case .machine: "as read"
    }
  }
}

/// How well the program finds the agencies that act in a passage.
public enum AgencyReliability {
  /// Of the agencies that a person found in each passage, those that the program found too; of
  /// those that it named, those that were right. Source: the check by hand of 51 joint letters that
  /// the program had never read before, in the review of November 2026.
  public static let (recall, precision, letters) = (0.965, 0.936, 51)

  /// For the line in which a figure stands that was read by the program.
  public static let sentence =
    "Read by the program, not coded by anybody: in \(letters) joint letters that it had not seen "
    + "before it found \(tenths(recall)) % of the agencies, and \(tenths(precision)) % of those "
    + "that it named were right"

  private static func tenths(_ share: Double) -> String { Figure.Value.fixed(share * 100, 1) }
}
