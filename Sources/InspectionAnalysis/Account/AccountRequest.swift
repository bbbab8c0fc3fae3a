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
      topic.make(
        Topic.Input(
          register: register, whole: whole ?? register, scope: try Scope(filter, in: register),
          key: key, day: day ?? today, topics: topics))
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
}
