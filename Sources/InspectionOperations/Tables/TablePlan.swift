public import InspectionModel

/// What a table would change in a register, row by row, to be looked at and decided before any of
/// it is written.
public struct TablePlan: Sendable {
  public typealias Remark = TableObservation.Remark

  /// The table, without its rows.
  public var table: TableObservation
  /// How many rows it has, each counted once: as refused, else changed, else new, else unchanged.
  public var rows = 0
  public var counts: [RowState: Int] = [:]
  /// How many records of each type it makes, the record of the import among them.
  public var made: [RecordType: Int] = [:]
  /// The first inspections of those that it makes, each with its row.
  public private(set) var added: [(key: String, row: Int)] = []
  /// What changes in records that are there, cell by cell.
  public var cells: [CellChange] = []
  /// Rows that are not taken over, each with its reason.
  public var refused: [Remark] = []
  /// What looks wrong in rows that are, and what was made of it.
  public var suspicious: [Remark] = []
  /// Words that the register has no word for.
  public var unmapped: [TableObservation.Unmapped] = []
  /// What the last import of this source had and this table lacks.
  public var vanished: [String] = []
  /// How many rows the last import of this source had; nil where there was none.
  public var lastRows: Int?
  /// What somebody has to decide, or has decided now.
  public var decisions: [Decision] = []
  /// How often a decision of an earlier day was heeded.
  public var heeded = 0
  /// All of it; nothing where all is so already, or something must be decided first.
  public var change = Change("", [])
  /// How many edits it comes to; the change has none of those that nobody wanted to have.
  public var editCount = 0

  init(_ table: TableObservation) {
    self.table = table
    rows = table.rows.count
    self.table.rows = []
  }

  /// What becomes of a row.
  public enum RowState: String, CaseIterable, Sendable {
    case refused, changed, new, unchanged
  }

  /// Notes an inspection that is made. Of a long table the first ones are enough to look at.
  mutating func add(_ key: String, _ row: Int) {
    if added.count < Self.mostAdded { added.append((key, row)) }
  }

  private static let mostAdded = 10_000

  public func count(_ state: RowState) -> Int { counts[state] ?? 0 }

  /// A cell whose value goes into a record that is there.
  public struct CellChange: Hashable, Sendable {
    public var row: Int
    public var column: Int?
    public var type: RecordType
    public var key: String
    public var field: Field
    /// What the register has; nothing where it has nothing.
    public var from: String
    public var to: String
    /// Who says what the register has, as far as it is known.
    public var holder: String?
  }

  /// Something to be decided: a cell that differs, a row that vanished, an area that is not known.
  public struct Decision: Hashable, Sendable {
    public enum Subject: Hashable, Sendable {
      case cell(CellChange)
      /// What it was in the last import.
      case vanished(row: String)
      /// What the table calls it, and in how many rows.
      case area(name: String, rows: Int)
    }

    /// The same for the same question, whatever else is in the table.
    public var id: String
    public var subject: Subject
    /// What can be chosen; of an area also the key of any that the register has.
    public var options: [String]
    /// What was chosen; nil while it is open.
    public var choice: String?
    public var reason: String?

    /// Whether nothing is written before it is decided: rows of an unknown area only stay out.
    public var isNeeded: Bool {
      if case .area = subject { return false }
      return true
    }
  }

  /// Whether no row of it is taken over, be it that there is none.
  public var takesNothing: Bool { rows == count(.refused) }

  /// The decisions that hold it up.
  public var open: [Decision] { decisions.filter { $0.isNeeded && $0.choice == nil } }

  /// Whether something must be decided before any of it is written.
  public var needsDecision: Bool { !open.isEmpty }

  /// The first decision that is open although this was chosen for it.
  ///
  /// - Parameter chosen: what was chosen for the plan.
  public func misunderstood(
    _ chosen: [TableDecision]
  ) -> (choice: TableDecision, decision: Decision)? {
    let open = Dictionary(decisions.filter { $0.choice == nil }.map { ($0.id, $0) }) { $1 }
    return chosen.lazy.compactMap { choice in open[choice.id].map { (choice, $0) } }.first
  }
}

/// What was chosen for one decision of a plan.
public struct TableDecision: Hashable, Sendable {
  public var id: String
  /// `keep`, `take`, `skip`, or the key of an area.
  public var choice: String
  public var reason: String?

  public init(_ id: String, _ choice: String, because reason: String? = nil) {
    (self.id, self.choice, self.reason) = (id, choice, reason)
  }
}
