public import InspectionModel

/// An account that is asked for: what about, of which inspections.
public struct AccountRequest: Hashable, Sendable {
  public var topic: Topic
  /// What it is narrowed to; see ``Scope``.
  public var filter: String
  /// The key of the record it is about, for topics that are about one.
  public var key: String?
  /// What the title of the block begins with at which it opens; at its first where there is none
  /// such.
  public var focus: String?
  /// The day as of which it is asked; today where nil.
  public var day: Day?

  public init(
    _ topic: Topic, filter: String = "", key: String? = nil, focus: String? = nil, day: Day? = nil
  ) {
    (self.topic, self.filter, self.key, self.focus) = (topic, filter, key, focus)
    self.day = day
  }

  /// Stands between two filters that are to be set side by side.
  public static let versus = "vs"

  /// The filter, or the two of them where the topic takes two; the second at its columns.
  private var sides: (String, String?) {
    guard topic.takes.contains(.two),
      let (_, column) = Query.terms(of: filter).first(where: { $0.0 == Self.versus })
    else { return (filter, nil) }
    let end = column - 1
    let blank = String(repeating: " ", count: end + Self.versus.count)
    return (String(filter.prefix(end)), blank + filter.dropFirst(end + Self.versus.count))
  }

  /// What is wrong with its filter, if anything is.
  public func problem(in register: Register) -> QueryProblem? {
    do throws(QueryProblem) {
      _ = try scopes(in: register)
      return nil
    } catch {
      return error
    }
  }

  private func scopes(in register: Register) throws(QueryProblem) -> (Scope, Scope?) {
    let (one, other) = sides
    return (
      try Scope(one, in: register),
      try other.map { text throws(QueryProblem) in try Scope(text, in: register) }
    )
  }

  /// Which reading it asks for.
  public var reading: Reading {
    Query.terms(of: filter).lazy.compactMap { term in
      Reading.allCases.first { $0.term == term.text }
    }.first ?? .coded
  }

  /// The same, asked of one of two readings where its topic has both.
  public func read(_ reading: Reading) -> AccountRequest {
    guard topic.takes.contains(.reading) else { return self }
    var request = withoutReading
    if reading != .coded {
      request.filter += (request.filter.isEmpty ? "" : " ") + reading.term
    }
    return request
  }

  /// The same without a word on the reading.
  public var withoutReading: AccountRequest {
    var request = self
    request.filter = Query.terms(of: filter).map(\.text)
      .filter { !$0.hasPrefix(Reading.field) }.joined(separator: " ")
    return request
  }

  /// Works it out: what the screen draws and every format of the report writes.
  ///
  /// - Parameters:
  ///   - register: what its reader may see.
  ///   - hidden: what that is not, in a sentence.
  ///   - whole: all there is; see ``Topic/Input/whole``.
  ///   - topics: all that can be asked for.
  /// - Throws: what is wrong with the filter.
  public func account(
    in register: Register, on today: Day, hidden: String? = nil, whole: Register? = nil,
    among topics: [Topic]
  ) throws(QueryProblem) -> Account {
    func make(_ register: Register) throws(QueryProblem) -> Account {
      let (scope, other) = try scopes(in: register)
      var account = topic.make(
        input(register, whole ?? register, scope, other, on: today, among: topics))
      if scope.reading == .machine, !topic.takes.contains(.reading) {
        account.gaps.append("It cannot be asked as read: what stands here is as coded.")
      }
      return account
    }
    var account = try make(register)
    // What rests on nothing hidden is the same for everybody, and says nothing of it.
    guard let hidden else { return account }
    var isSame = false
    if let whole { isSame = try make(whole) == account }
    if !isSame {
      account.answer = "Not all is shown: \(hidden). Of the rest: \(account.answer)"
      account.gaps.append("Hidden for now: \(hidden).")
    }
    return account
  }

  /// What of it is there soon in a large register; nil where all of it is.
  ///
  /// - Throws: what is wrong with the filter.
  public func firstFigures(
    in register: Register, on today: Day, whole: Register, among topics: [Topic]
  ) throws(QueryProblem) -> Account? {
    guard let makeFirst = topic.makeFirst else { return nil }
    let (scope, other) = try scopes(in: register)
    if scope.reading == .machine { return nil }
    return makeFirst(input(register, whole, scope, other, on: today, among: topics))
  }

  private func input(
    _ register: Register, _ whole: Register, _ scope: Scope, _ other: Scope?, on today: Day,
    among topics: [Topic]
  ) -> Topic.Input {
    Topic.Input(
      register: register, whole: whole, scope: scope, other: other, key: key, day: day ?? today,
      topics: topics)
  }
}
