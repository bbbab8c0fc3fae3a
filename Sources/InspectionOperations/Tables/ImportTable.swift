public import InspectionModel

/// A table goes into a register: what is new is added, what is empty is filled, and what the same
/// source said otherwise before is changed. Where another source said otherwise, and where rows of
/// the last import are gone, somebody decides first. The same table again changes nothing.
public struct ImportTable: Operation {
  private let table: TableObservation
  private let decisions: [TableDecision]

  /// - Parameter decisions: what was chosen, as far as it was; those that the plan does not ask for
  ///   are left alone.
  public init(_ table: TableObservation, deciding decisions: [TableDecision] = []) {
    (self.table, self.decisions) = (table, decisions)
  }

  /// What it would do, and what must be decided. O(rows).
  ///
  /// - Parameter writing: whether the change itself is wanted; without it a long table takes less
  ///   room.
  public func plan(
    for register: Register, by author: inout Author, writing: Bool = true
  ) -> TablePlan {
    var work = TableImportWork(table, register, decisions, by: author, writing: writing)
    let plan = work.plan()
    author = work.author
    return plan
  }

  /// What it would do, and what it would leave if all that is open stayed as it is.
  fileprivate func planLeaving(
    _ register: inout Register, by author: inout Author
  ) throws(Refusal) -> TablePlan {
    var work = TableImportWork(table, register, decisions, by: author, writing: true)
    let plan = work.plan()
    author = work.author
    try register.make(Change("", work.edits))
    return plan
  }

  /// - Throws: ``Refusal/undecided(_:)`` while something must be decided.
  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    try WriteTables([plan(for: register, by: &author)]).proposal(for: register, by: &author)
  }
}

/// Several tables, such as the sheets of a workbook, go into a register: each over what those
/// before it leave.
public struct ImportTables: Sendable {
  private let imports: [ImportTable]

  public init(_ imports: [ImportTable]) { self.imports = imports }

  /// What each would do. What is open in one stays as it is for those after it. O(rows).
  ///
  /// - Parameter writing: whether the changes themselves are wanted.
  /// - Throws: what a register does not take of one on which another is to be planned.
  public func plans(
    for register: Register, by author: inout Author, writing: Bool = true
  ) throws(Refusal) -> [TablePlan] {
    var (trial, plans) = (register, [TablePlan]())
    for one in imports.dropLast() { plans.append(try one.planLeaving(&trial, by: &author)) }
    if let last = imports.last {
      plans.append(last.plan(for: trial, by: &author, writing: writing))
    }
    return plans
  }
}

/// Plans of tables are carried out together: all of them, or none while something is open.
public struct WriteTables: Operation {
  private let plans: [TablePlan]

  /// - Parameter plans: made one after another for the register that they are for now.
  public init(_ plans: [TablePlan]) { self.plans = plans }

  /// - Throws: ``Refusal/undecided(_:)`` while something must be decided.
  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let open = plans.reduce(0) { $0 + $1.open.count }
    if open > 0 { throw .undecided(open) }
    let notes = plans.flatMap { plan in
      plan.refused.map { remark in
        Proposal.Note.refused(
          plan.table.place(row: remark.row, column: remark.column), remark.sentence)
      }
    }
    if let only = plans.first, plans.count == 1 { return Proposal(only.change, notes: notes) }
    let words = "import of \(counted(plans.count, "table"))"
    return Proposal(Change(words, plans.flatMap(\.change.edits)), notes: notes)
  }
}
