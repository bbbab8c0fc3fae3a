/// The parts of a report a passage can stand in.
public enum SectionKind: String, CaseIterable, Sendable {
  case strength
  case improvement
  case priorityAction = "priority-action"
  /// A row of the table of what is to be improved, at the end of an area SEND report.
  case areaForImprovement = "area-for-improvement"
  /// What it is like to be a child in the area: paragraphs of an area SEND report.
  case experience
  /// What a council is told to do.
  case recommendation
  /// A numbered paragraph, or a bullet, of the findings on a council.
  case finding
  case caseStudy = "case-study"
  case headline
  case mainFinding = "main-finding"
  case nextSteps = "next-steps"
  case context
  case other

  /// The letter that stands for the section in a passage's key: `s4` is the fourth strength.
  public var code: Character {
    switch self {
    case .strength: "s"
    case .improvement: "i"
    case .priorityAction: "p"
    case .areaForImprovement: "a"
    case .experience: "e"
    case .recommendation: "r"
    case .finding: "f"
    case .caseStudy: "c"
    case .headline: "h"
    case .mainFinding: "m"
    case .nextSteps: "n"
    case .context: "x"
    case .other: "o"
    }
  }

  /// What the section is called on screen, for one passage of it.
  public var name: String {
    switch self {
    case .strength: "strength"
    case .improvement: "area for improvement"
    case .priorityAction: "area for priority action"
    case .areaForImprovement: "area for improvement (table)"
    case .experience: "experience"
    case .recommendation: "recommendation"
    case .finding: "finding"
    case .caseStudy: "case study"
    case .headline: "headline finding"
    case .mainFinding: "main finding"
    case .nextSteps: "next steps"
    case .context: "context"
    case .other: "other"
    }
  }

  /// The direction that the section itself gives to what stands in it; nil for one that holds both
  /// praise and fault.
  public var direction: Direction? {
    switch self {
    case .strength: .strength
    case .improvement, .priorityAction, .areaForImprovement: .shortfall
    case .experience, .recommendation, .finding, .caseStudy, .headline, .mainFinding, .nextSteps,
      .context, .other:
      nil
    }
  }
}

/// Whether a passage credits an agency or faults it.
public enum Direction: String, CaseIterable, Sendable {
  case strength = "+"
  case shortfall = "-"
  case mixed = "="
  /// Named, and neither credited nor faulted.
  case mention = "0"

  public var name: String {
    switch self {
    case .strength: "strength"
    case .shortfall: "shortfall"
    case .mixed: "mixed"
    case .mention: "only mentioned"
    }
  }
}

/// How a fact of a framework is known.
public enum FactMark: Hashable, Sendable {
  case stated
  case inferred
  case notFound
}

/// How well the facts of an inspection are known.
public enum Certainty: String, CaseIterable, Sendable {
  case statedInLetter = "stated-in-letter"
  case statedElsewhere = "stated-elsewhere"
  case partlyInferred = "partly-inferred"
}
