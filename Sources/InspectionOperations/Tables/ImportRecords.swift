public import InspectionModel

/// Tables of records come back into a register, as an export wrote them and somebody edited them
/// since: records that the register lacks are added, and cells that say something else are changed,
/// by the acts that see to their fields. Nothing is removed: what the tables lack is told.
public struct ImportRecords: Operation {
  private let tables: RecordTables
  private let reason: String
  private let unknown: @Sendable (Row) -> UnknownFields

  /// - Parameters:
  ///   - reason: why it changes; kept with former words of criteria.
  ///   - unknown: the fields of a record of the register that its type does not know.
  public init(
    _ tables: RecordTables, because reason: String? = nil,
    unknown: @escaping @Sendable (Row) -> UnknownFields = { _ in [] }
  ) {
    (self.tables, self.reason) = (tables, reason ?? "imported from \(tables.name)")
    self.unknown = unknown
  }

  /// What it would do. O(rows), and for each row that changes what its act costs.
  public func plan(for register: Register, by author: inout Author) -> RecordsPlan {
    var work = RecordImportWork(tables, register, reason, unknown, by: author)
    let plan = work.plan()
    author = work.author
    return plan
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    try WriteRecords(plan(for: register, by: &author)).proposal(for: register, by: &author)
  }
}

/// A plan of tables of records is carried out as it was made.
public struct WriteRecords: Operation {
  private let plan: RecordsPlan

  /// - Parameter plan: made for the register that it is for now.
  public init(_ plan: RecordsPlan) { self.plan = plan }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let refused = plan.tables.flatMap { table in
      table.refused.map { Proposal.Note.refused("\(table.file) row \($0.row)", $0.sentence) }
    }
    return Proposal(plan.change, notes: plan.notes + refused)
  }
}
