public import InspectionModel

/// What can be asked for: a screen and a report each.
public enum AccountTopic: String, CaseIterable, Sendable {
  case picture
  case method

  /// What it is called on screen.
  public var title: String {
    switch self {
    case .picture: "Picture"
    case .method: "Method"
    }
  }

  /// Whether it can be narrowed by a filter.
  public var isScoped: Bool {
    switch self {
    case .picture: true
    case .method: false
    }
  }

  /// What it answers, in a line.
  public var summary: String {
    switch self {
    case .picture: "agencies by criteria, agencies by agencies, coverage and gaps"
    case .method: "how the register was coded, for the appendix of a paper"
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

  public init(
    _ topic: AccountTopic, filter: String = "", key: String? = nil, focus: String? = nil
  ) {
    (self.topic, self.filter, self.key, self.focus) = (topic, filter, key, focus)
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
    var account = account(of: scope, in: register, on: today)
    if let hidden { account.gaps.append("Hidden for now: \(hidden).") }
    return account
  }

  private func account(of scope: Scope, in register: Register, on today: Day) -> Account {
    switch topic {
    case .picture: PictureAccount(scope, in: register).account
    case .method: MethodNote(register).account
    }
  }
}
