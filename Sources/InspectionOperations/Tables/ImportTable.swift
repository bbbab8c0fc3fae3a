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

  /// - Throws: ``Refusal/undecided(_:)`` while something must be decided.
  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let plan = plan(for: register, by: &author)
    if plan.needsDecision { throw .undecided(plan.open.count) }
    let notes = plan.refused.map { remark in
      Proposal.Note.refused(
        plan.table.place(row: remark.row, column: remark.column), remark.sentence)
    }
    return Proposal(plan.change, notes: notes)
  }
}
