public import InspectionModel

/// What can be asked for: a screen and a report each.
public enum AccountTopic: String, CaseIterable, Sendable {
  case picture
  case burden
  case scenario
  case pause
  case framework
  case concerns
  case concern
  case deepDive = "deep-dive"
  case alone
  case method
  case agreement

  /// What it is called on screen.
  public var title: String {
    switch self {
    case .picture: "Picture"
    case .burden: "Burden"
    case .scenario: "What if"
    case .pause: "Programme"
    case .framework: "Framework"
    case .concerns: "Concerns"
    case .concern: "Concern"
    case .deepDive: "Deep dive"
    case .alone: "One agency alone"
    case .method: "Method"
    case .agreement: "Agreement"
    }
  }

  /// Whether it can be narrowed by a filter.
  public var isScoped: Bool {
    switch self {
    case .picture, .framework, .deepDive, .alone, .burden: true
    case .concerns, .concern, .scenario, .pause, .method, .agreement: false
    }
  }

  /// Whether it is about one of several records, by its key.
  public var isAboutOne: Bool {
    switch self {
    case .concern, .scenario, .pause, .agreement: true
    case .picture, .framework, .concerns, .deepDive, .alone, .burden, .method: false
    }
  }

  /// Whether it draws many resamples: too much for one frame even where there are few records.
  public var isResampled: Bool { self == .method || self == .agreement }

  /// What it answers, in a line.
  public var summary: String {
    switch self {
    case .picture: "agencies by criteria, agencies by agencies, coverage and gaps"
    case .burden:
      "what inspections ask of areas, bodies and agencies, with the joint ones and without"
    case .scenario: "what is saved, spent and lost where other inspections take the place of some"
    case .pause:
      "how far a pause point is reached (--on DAY), its dossier, and the programme around it"
    case .framework:
      "what supports each criterion, what leads to none, what other frameworks judge by"
    case .concerns: "what was asked and feared in the consultation, and how it stands"
    case .concern: "one concern (--key K4): how it stands, its evidence, and what is computed"
    case .deepDive: "what only the deep dive of a letter finds"
    case .alone: "passages that name one agency only"
    case .method: "how the register was coded, for the appendix of a paper"
    case .agreement:
      "how far passes agree (--key of the first): kappa, alpha and others, with intervals"
    }
  }
}

/// An account that is asked for: what about, of which inspections.
public struct AccountRequest: Hashable, Sendable {
  public var topic: AccountTopic
  /// What it is narrowed to; see ``Scope``.
  public var filter: String
  /// The key of the record it is about, for topics that are about one.
  public var key: String?
  /// What the title of the block begins with at which it opens; at its first where there is none such.
  public var focus: String?
  /// The day as of which it is asked; today where nil.
  public var day: Day?

  public init(
    _ topic: AccountTopic, filter: String = "", key: String? = nil, focus: String? = nil,
    day: Day? = nil
  ) {
    (self.topic, self.filter, self.key, self.focus) = (topic, filter, key, focus)
    self.day = day
  }
}
