/// What a grade is on. A framework judges some of these, and not always the same: see
/// ``FrameworkAspects``.
public enum Aspect: String, CaseIterable, Sendable {
  case overall
  case leaders
  case helpAndProtection = "help-and-protection"
  case inCare = "in-care"
  case careLeavers = "care-leavers"
  /// Both in one grade, as until December 2022.
  case inCareAndCareLeavers = "in-care-and-care-leavers"
  case adoption
  /// The work of the local safeguarding children board.
  case lscb
  /// What an area does for children with special educational needs and disabilities.
  case send

  /// What it is called on screen.
  public var name: String {
    switch self {
    case .overall: "overall"
    case .leaders: "leaders"
    case .helpAndProtection: "help and protection"
    case .inCare: "in care"
    case .careLeavers: "care leavers"
    case .inCareAndCareLeavers: "in care and care leavers"
    case .adoption: "adoption"
    case .lscb: "LSCB"
    case .send: "SEND"
    }
  }
}

/// A grade, the best of each scale first. Joint inspections have none, and what has none is never
/// counted as a grade.
public enum Grade: String, CaseIterable, Sendable {
  case outstanding
  case good
  /// In full “requires improvement to be good”.
  case requiresImprovement = "requires-improvement"
  case inadequate
  /// In place of “requires improvement” until 2013.
  case adequate
  /// The three outcomes of area inspections for special educational needs: “typically lead to
  /// positive experiences”, “inconsistent”, “widespread and/or systemic failings”.
  case typicallyPositive = "typically-positive"
  case inconsistent
  case systemicFailings = "systemic-failings"

  /// The scale of councils' and youth justice services since November 2013.
  public static let council: [Grade] = [.outstanding, .good, .requiresImprovement, .inadequate]
  /// The scale of councils before that.
  public static let formerCouncil: [Grade] = [.outstanding, .good, .adequate, .inadequate]
  /// The outcomes of area inspections for special educational needs.
  public static let send: [Grade] = [.typicallyPositive, .inconsistent, .systemicFailings]

  /// What it is called on screen.
  public var name: String {
    switch self {
    case .outstanding: "outstanding"
    case .good: "good"
    case .requiresImprovement: "requires improvement"
    case .inadequate: "inadequate"
    case .adequate: "adequate"
    case .typicallyPositive: "typically positive"
    case .inconsistent: "inconsistent"
    case .systemicFailings: "systemic failings"
    }
  }
}

/// Why there is no grade on an aspect.
public enum Ungraded: String, CaseIterable, Sendable {
  /// The framework tells what was found and gives no grade.
  case narrative
  /// It was judged, and the report does not say how.
  case notReported = "not-reported"
  /// Inspectors did not judge it.
  case notJudged = "not-judged"
  /// The report says it, and it could not be read.
  case unreadable

  /// What it is called on screen.
  public var name: String {
    switch self {
    case .narrative: "narrative"
    case .notReported: "not reported"
    case .notJudged: "not judged"
    case .unreadable: "unreadable"
    }
  }
}
