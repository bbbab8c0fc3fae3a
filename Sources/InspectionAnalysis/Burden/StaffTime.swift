public import InspectionModel

/// What is known of staff time: the estimates of the register, for one inspection, for each under a
/// framework, for each that a scenario adds.
///
/// B of an inspection = Σ agencies Σ phases staff-days, as (low, mid, high). What is given for the
/// inspection itself goes before what is given for its framework, agency by agency and phase by
/// phase. The latter counts where the agency was in scope; of a kind that no inspectorate looks at,
/// such as the partnership, always. Defined here, after the standard cost model (time × number of
/// events); no figure is published (House of Commons, Hansard, 22 January 2002 and 24 February
/// 2010).
public struct StaffTime: Sendable {
  private let bySubject: [Row: [Line]]
  private let scope: AgencyScope
  /// Estimates that no total holds: without a range in order, or about nothing.
  public let unusable: [Row]

  private struct Line: Sendable {
    let row: Row
    let agency: Row
    let phase: Phase
    let days: StaffDays
    let grade: EvidenceGrade
  }

  /// O(estimates).
  public init(_ register: Register) {
    scope = AgencyScope(register)
    var (lines, unusable): ([Row: [Line]], [Row]) = ([:], [])
    for estimate in register.all(Estimate.self) {
      guard let subject = estimate.subject, let agency = estimate.agency?.row,
        let phase = estimate.phase, let days = estimate.days, days.isInOrder,
        let grade = estimate.grade
      else {
        unusable.append(estimate.row)
        continue
      }
      lines[subject, default: []].append(
        Line(row: estimate.row, agency: agency, phase: phase, days: days, grade: grade))
    }
    (bySubject, self.unusable) = (lines, unusable)
  }

  public var isEmpty: Bool { bySubject.isEmpty }

  /// A total, never without what it rests on.
  public struct Total: Sendable {
    public internal(set) var days = StaffDays.zero
    /// Mid staff-days by what they rest on.
    public internal(set) var byGrade: [EvidenceGrade: Double] = [:]
    public internal(set) var estimates: Set<Row> = []
    /// The inspections of which anything is known, and of how many.
    public internal(set) var known: [Row] = []
    public internal(set) var of = 0

    /// A = mid staff-days from assumptions / all mid staff-days; nil where there are none.
    public var assumedShare: Double? {
      days.mid > 0 ? (byGrade[.assumption] ?? 0) / days.mid : nil
    }

    /// The weakest evidence in it; nil where there is none.
    public var weakest: EvidenceGrade? { EvidenceGrade.allCases.last { byGrade[$0] != nil } }
  }

  /// The staff-days of some inspections, of all agencies or of one kind. O(inspections · estimates
  /// of each).
  ///
  /// - Parameter share: which part of an inspection's staff-days to count, from 0 to 1.
  public func total(
    _ inspections: [Inspection], agency: Row? = nil, share: (Row) -> Double = { _ in 1 }
  ) -> Total {
    var total = Total()
    for inspection in inspections {
      total.of += 1
      let lines = lines(of: inspection).filter { agency == nil || $0.agency == agency }
      if lines.isEmpty { continue }
      total.known.append(inspection.row)
      let share = share(inspection.row)
      for line in lines { total.add(line.row, line.days * share, line.grade) }
    }
    return total
  }

  /// The staff-days of one inspection that a scenario adds.
  public func template(_ scenario: Row, agency: Row? = nil) -> Total {
    var total = Total()
    for line in bySubject[scenario] ?? [] where agency == nil || line.agency == agency {
      total.add(line.row, line.days, line.grade)
    }
    return total
  }

  private func lines(of inspection: Inspection) -> [Line] {
    let own = bySubject[inspection.row] ?? []
    let usual = inspection.framework.flatMap { bySubject[$0.row] } ?? []
    if usual.isEmpty { return own }
    let inScope = Set(scope.agencies(of: inspection))
    return own
      + usual.filter { line in
        (inScope.contains(line.agency) || !scope.isInspected(line.agency))
          && !own.contains { $0.agency == line.agency && $0.phase == line.phase }
      }
  }
}

extension StaffTime.Total {
  fileprivate mutating func add(_ row: Row, _ days: StaffDays, _ grade: EvidenceGrade) {
    self.days += days
    byGrade[grade, default: 0] += days.mid
    estimates.insert(row)
  }
}
