/// Which of several readings of the same passages a review is.
public enum Pass: String, CaseIterable, Sendable {
  case first
  case second
  /// What the first and the second came to.
  case agreed
}

/// Whether a review can still be coded in.
public enum ReviewState: String, CaseIterable, Sendable {
  case open
  case closed
}

/// The order in which a review goes through its passages.
public enum ReviewOrder: String, CaseIterable, Sendable {
  /// By fieldwork, then as they stand in the letter.
  case date
  /// Shuffled, always the same way for one seed.
  case random
}

/// What a memo is for.
public enum MemoKind: String, CaseIterable, Sendable {
  /// A thought on what the material says.
  case analytic
  /// How something was done, for the method note.
  case method
  /// A question to somebody.
  case query
  /// Where else the same is shown.
  case evidence
  /// Look at this again.
  case flag
  /// Put off in a review, with the reason.
  case deferral
  /// Read in a review, and no agency does anything in it.
  case nothing
}

/// Which reading a disagreement was settled by.
public enum Settlement: String, CaseIterable, Sendable {
  case first
  case second
  case new
}

/// Why a criterion is not used any more.
public enum CriterionStatus: String, CaseIterable, Sendable {
  case retired
  /// Its contributions are now those of another.
  case merged
}

/// How agencies work together, or fail to.
public enum JointWorking: String, CaseIterable, Sendable {
  case sharesInformation = "shares-information"
  case refers
  case decidesJointly = "decides-jointly"
  case visitsJointly = "visits-jointly"
  case basedTogether = "based-together"
  case plansJointly = "plans-jointly"
  case challenges
  case commissions
  case trainsTogether = "trains-together"
  case sharesData = "shares-data"

  /// Its letter in the code line, after with whom.
  public var letter: Character {
    switch self {
    case .sharesInformation: "i"
    case .refers: "r"
    case .decidesJointly: "d"
    case .visitsJointly: "j"
    case .basedTogether: "b"
    case .plansJointly: "m"
    case .challenges: "x"
    case .commissions: "k"
    case .trainsTogether: "n"
    case .sharesData: "g"
    }
  }

  public var name: String {
    switch self {
    case .sharesInformation: "shares information"
    case .refers: "refers"
    case .decidesJointly: "decides jointly"
    case .visitsJointly: "visits or investigates jointly"
    case .basedTogether: "based together"
    case .plansJointly: "plans or meets jointly"
    case .challenges: "challenges"
    case .commissions: "commissions"
    case .trainsTogether: "trains together"
    case .sharesData: "shares data or intelligence"
    }
  }
}
