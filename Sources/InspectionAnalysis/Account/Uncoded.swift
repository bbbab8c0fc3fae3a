/// How it is said that passages have no code.
enum Uncoded {
  /// Nobody has coded them.
  case notYet
  /// Somebody may have, and it is hidden.
  case notSeen

  /// What is so of passages, after “are”: `not coded yet`.
  var phrase: String {
    switch self {
    case .notYet: "not coded yet"
    case .notSeen: "without a code that you may see"
    }
  }

  /// Why there is no figure: `nothing is coded yet`.
  var reason: String {
    switch self {
    case .notYet: "nothing is coded yet"
    case .notSeen: "nothing that you may see is coded"
    }
  }

  /// The start of a sentence on letters: `Nothing is coded yet`.
  var sentence: String {
    reason.capitalizedFirst
  }
}
