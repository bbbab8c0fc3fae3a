import InspectionAnalysis
import InspectionModel

/// What it takes to answer an account. For large registers it is done in the background.
public struct AccountWork: Sendable {
  /// Tells it from other works; an answer to another than the last is not wanted.
  public let number: Int
  let request: AccountRequest
  let register: Register
  let today: Day
  let hidden: String?
  let whole: Whole

  /// All there is, hidden or not. No screen can look into it: it is for accounts that compare
  /// passes, whose figures are the same for everybody.
  struct Whole: Sendable {
    fileprivate let register: Register

    init(_ register: Register) { self.register = register }
  }

  /// From how many contributions, passages and inspections on it is too much for one frame.
  static let much = 20_000

  /// What came of it: the account, or what is wrong with its filter.
  public struct Answer: Sendable {
    public let number: Int
    let outcome: Result<Account, QueryProblem>
    /// Whether nothing more comes.
    let isWhole: Bool
  }

  /// Works it out: O(register).
  ///
  /// - Parameter give: takes the first figures, where the whole takes long and nothing is hidden.
  public func run(_ give: (Answer) -> Void = { _ in }) -> Answer {
    do throws(QueryProblem) {
      if hidden == nil,
        let first = try request.firstFigures(
          in: register, on: today, whole: whole.register, among: Topic.all)
      {
        give(Answer(number: number, outcome: .success(first), isWhole: false))
      }
      let account = try request.account(
        in: register, on: today, hidden: hidden, whole: whole.register)
      return Answer(number: number, outcome: .success(account), isWhole: true)
    } catch {
      return Answer(number: number, outcome: .failure(error), isWhole: true)
    }
  }
}

extension AccountWork: Hashable {
  public static func == (a: AccountWork, b: AccountWork) -> Bool { a.number == b.number }
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
