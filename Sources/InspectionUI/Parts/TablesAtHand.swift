import InspectionModel
import InspectionOperations

/// Tables that were read and are not in the register yet: what they would change there, and what
/// was decided of it so far. They stay at hand while one looks at other things.
struct TablesAtHand: Sendable {
  let tables: [TableObservation]
  /// What was told while they were read, such as sheets that are no tables.
  let remarks: [String]
  /// What was said of their columns and nothing has kept yet.
  let said: SaidOfTable?
  /// What was chosen, for each table by the name of the question.
  private var decisions: [[String: TableDecision]]
  /// What each would do; none until that is worked out for the first time.
  private(set) var plans: [TablePlan] = []
  /// Why they cannot be planned.
  private(set) var problem: Refusal?
  /// Counts what is shown of them: another number is another look.
  private(set) var version = 0
  /// Whether the register or a decision is another than the plans are for.
  private var isStale = true
  /// The number of the work that is under way.
  private var work: Int?

  init(_ tables: [TableObservation], remarks: [String] = [], said: SaidOfTable? = nil) {
    (self.tables, self.remarks, self.said) = (tables, remarks, said)
    decisions = tables.map { _ in [:] }
  }

  /// Whether the plans are those for the register and the decisions as they are now.
  var isPlanned: Bool { !isStale && work == nil && problem == nil }

  /// How many decisions were made that nothing has kept yet.
  var decided: Int { decisions.reduce(0) { $0 + $1.count } }

  /// What they are called, the first of them by name.
  var name: String {
    let others = tables.count - 1
    return (tables.first?.name ?? "") + (others > 0 ? " and \(counted(others, "other"))" : "")
  }

  /// How many decisions hold them up.
  var open: Int { plans.reduce(0) { $0 + $1.open.count } }

  /// How many edits they come to.
  var edits: Int { plans.reduce(0) { $0 + $1.editCount } }

  mutating func decide(_ decision: TableDecision, ofTable place: Int) {
    guard decisions.indices.contains(place) else { return }
    decisions[place][decision.id] = decision
    registerChanged()
  }

  /// The register is another now, or may be.
  mutating func registerChanged() { isStale = true }

  // MARK: - Work

  /// What is to be worked out anew beside the screen, if anything is.
  mutating func takeWork(_ number: Int, _ register: Register, _ author: Author) -> TableWork? {
    guard isStale else { return nil }
    (isStale, work) = (false, number)
    let imports = zip(tables, decisions).map { table, decisions in
      ImportTable(table, deciding: decisions.values.sorted { $0.id < $1.id })
    }
    return TableWork(
      number: number, imports: ImportTables(imports), register: register, author: author)
  }

  /// Takes the answer that is waited for, and no other.
  mutating func receive(_ answer: TableWork.Answer) {
    guard answer.number == work else { return }
    work = nil
    version += 1
    switch answer.outcome {
    case .success(let plans): (self.plans, problem) = (plans, nil)
    case .failure(let refusal): (plans, problem) = ([], refusal)
    }
  }
}

/// What it takes to plan tables, done in the background: O(rows).
public struct TableWork: Sendable {
  /// Tells it from other works; an answer to another than the last is not wanted.
  public let number: Int
  let imports: ImportTables
  let register: Register
  let author: Author

  /// What each table would do, or why it cannot be planned.
  public struct Answer: Sendable {
    public let number: Int
    let outcome: Result<[TablePlan], Refusal>
  }

  public func run() -> Answer {
    var author = author
    return Answer(
      number: number,
      outcome: Result { () throws(Refusal) in try imports.plans(for: register, by: &author) })
  }
}

extension TableWork: Hashable {
  public static func == (a: TableWork, b: TableWork) -> Bool { a.number == b.number }
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
