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

  /// Works it out: what the screen draws and every format of the report writes.
  ///
  /// - Parameters:
  ///   - register: what its reader may see.
  ///   - hidden: what that is not, in a sentence.
  /// - Throws: what is wrong with the filter.
  public func account(
    in register: Register, on today: Day, hidden: String? = nil
  ) throws(QueryProblem) -> Account {
    let scope = try Scope(filter)
    var account = account(of: scope, in: register, on: day ?? today)
    if let hidden { account.gaps.append("Hidden for now: \(hidden).") }
    return account
  }

  private func account(of scope: Scope, in register: Register, on today: Day) -> Account {
    switch topic {
    case .picture: PictureAccount(scope, in: register).account
    case .burden: burden(scope, register)
    case .scenario: Counterfactual.account(of: key, in: register)
    case .pause: PauseProgress.account(of: key, in: register, on: today)
    case .framework: FrameworkAccount(scope, in: register).account
    case .concerns: ConcernsAccount(register, on: today).account
    case .concern: ConcernAccount.account(of: key, in: register, on: today)
    case .deepDive: DeepDive.account(scope, in: register)
    case .alone: Naming.account(scope, in: register)
    case .method: MethodNote(register).account
    case .agreement: AgreementAccount(key, in: register).account
    }
  }

  /// Of one area, body or kind of agency what there is to say of it; else of all of them.
  private func burden(_ scope: Scope, _ register: Register) -> Account {
    let inspections = scope.inspections(in: register)
    let burden = Burden(
      register, inspections: inspections.map(\.row),
      threshold: scope.gap ?? Burden.usualThreshold, yearStart: scope.yearStart ?? .january)
    let types: [RecordType] = [.area, .body, .agency]
    let row = key.flatMap { key in types.lazy.compactMap { register.row($0, key: key) }.first }
    if let row { return burden.account(of: row) }
    if !scope.isAll, burden.areas.count == 1 { return burden.account(of: burden.areas[0].row) }
    return burden.account(scope.words(inspections))
  }
}
