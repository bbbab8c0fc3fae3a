public import InspectionModel
public import InspectionOperations

/// What the columns of a table of no known kind hold.
public struct TableMapping: Hashable, Sendable {
  /// Who says so, one word for all editions of the table.
  public var source: String
  /// Where it is published.
  public var address: String?
  /// The kind of its rows: inspections (`mapped`) or areas.
  public var kind: TableKind
  /// The key of the framework its inspections are under; nil where a column says it.
  public var framework: String?
  public var columns: [Column]
  /// How its days are written; told by each column where it is nil.
  public var days: DayOrder?
  /// Its words for grades, or for why there is none, in small letters.
  public var grades: [String: Outcome] = [:]

  public struct Column: Hashable, Sendable {
    public var heading: String
    public var role: ColumnRole

    public init(_ heading: String, _ role: ColumnRole) {
      (self.heading, self.role) = (heading, role)
    }
  }

  /// Which stands first in days such as 03/04/2024.
  public enum DayOrder: String, CaseIterable, Sendable {
    case dayFirst = "day-first"
    case monthFirst = "month-first"
  }

  /// What a word of a table means.
  public enum Outcome: Hashable, Sendable {
    case grade(Grade)
    case reason(Ungraded)

    /// Nil for a word that is neither.
    public init?(_ word: String) {
      if let grade = Grade(rawValue: word) {
        self = .grade(grade)
      } else if let reason = Ungraded(rawValue: word) {
        self = .reason(reason)
      } else {
        return nil
      }
    }

    /// All that there are.
    public static let names =
      Grade.allCases.map(\.rawValue) + Ungraded.allCases.map(\.rawValue)
  }

  /// - Parameter source: who says so, one word for all editions of the table.
  public init(
    source: String, kind: TableKind = .mapped, framework: String?, columns: [Column]
  ) {
    (self.source, self.kind) = (source, kind)
    (self.framework, self.columns) = (framework, columns)
  }
}

extension TableMapping {
  /// The headings that are not among some cells.
  func missing(from cells: [String]) -> [String] {
    let there = Set(cells.map(Heading.init))
    return columns.map(\.heading).filter { !there.contains(Heading($0)) }
  }

  /// Those among some cells that it does not name.
  func unnamed(of cells: [String]) -> [String] {
    let named = Set(columns.map { Heading($0.heading) })
    return cells.filter { !$0.isEmpty && !named.contains(Heading($0)) }
  }
}
