public import InspectionModel

/// What if other inspections had taken the place of some: what is saved and spent, by kind of
/// agency, and what would still be looked at.
///
/// Over horizon H and areas A: saving(g) = Σ R(g) − Σ X(g), R the inspections that go, X those that
/// come, g a kind of agency. As ranges, low = Σ R_low − Σ X_high and high = Σ R_high − Σ X_low.
/// Break-even frequency f* = Σ R(g) a year / X(g). Defined here; no saving is to be shown without
/// the coverage kept.
///
/// O(inspections + judgements + contributions).
public struct Counterfactual: Sendable {
  public let scenario: Scenario
  public let areas: [Row]
  /// The time it is worked out over; nil where the scenario has none that can be.
  public let horizon: ClosedRange<Int>?
  /// R: the inspections that would not have been.
  public let removed: [Visit]
  /// X: how many would have been in their place; nil where how often is not said.
  public let added: Double?
  /// By kind of agency, those that either looks at.
  public let agencies: [AgencyLine]
  public let coverage: Coverage
  /// Why there is no saving to be told, if there is none.
  public let obstacle: String?
  /// The last first day of an inspection under the frameworks that go, in these areas.
  public let lastKnown: Day?

  let register: Register
  let staffTime: StaffTime

  /// What one kind of agency gains or loses.
  public struct AgencyLine: Sendable {
    public let agency: Row
    /// R: those that looked at it.
    public let removed: [Visit]
    /// X: those that would have; nil where how often is not said.
    public let added: Double?
    public let removedStaff: StaffTime.Total
    public let addedStaff: StaffTime.Total
    /// Whether what comes looks at this kind.
    public let isInScope: Bool
  }

  public init(_ scenario: Scenario) {
    let register = scenario.record.register
    (self.scenario, self.register) = (scenario, register)
    staffTime = StaffTime(register)
    let span = Self.horizon(scenario)
    let there = scenario.areas.map { (row: $0.row, days: $0.days(in: span)) }.filter { $0.days > 0 }
    let areas = there.map(\.row)
    let inAreas = Set(areas)
    let goes = Set(scenario.record.references(.removes))
    let calendar = WorkingDays(register)
    let inspections = register.all(Inspection.self)
      .filter { $0.record.reference(.area).map(inAreas.contains) ?? false }
    let visits = Visit.all(inspections, calendar)
    let going = visits.filter { $0.framework.map(goes.contains) ?? false }
    removed = going.filter { visit in visit.start.map { span?.contains($0) ?? false } ?? false }
    (horizon, self.areas) = (span, areas)
    lastKnown = going.compactMap(\.day).max()
    added = Self.added(scenario, days: there.map(\.days).reduce(0, +))
    agencies = Self.lines(scenario, removed, added, staffTime)
    // Of all areas: what a framework finds is not a matter of where.
    let all = register.all(Inspection.self)
    let byFramework = Dictionary(grouping: all) { $0.record.reference(.framework) }
    coverage = Coverage(
      scenario, Reach(register, FrameworkSupport(Codings(of: all, in: register))),
      inForce: register.all(Framework.self)
        .filter { $0.isInForce(in: span, byFramework[$0.row] ?? []) }.map(\.row))
    obstacle = Self.obstacle(
      scenario, span, areas: areas.count, removed: removed.count, lastKnown: lastKnown)
  }

  // MARK: - Parts

  private static func horizon(_ scenario: Scenario) -> ClosedRange<Int>? {
    guard let from = scenario.from?.firstDay.ordinal, let to = scenario.to?.lastDay.ordinal,
      from <= to
    else { return nil }
    return from...to
  }

  /// One for each area and so many months while the area was there; months of a twelfth of 365.25
  /// days.
  private static func added(_ scenario: Scenario, days: Int) -> Double? {
    guard scenario.adds != nil else { return 0 }
    guard let every = scenario.every, every > 0 else { return nil }
    return Double(days) / (365.25 / 12 * Double(every))
  }

  private static func lines(
    _ scenario: Scenario, _ removed: [Visit], _ added: Double?, _ staffTime: StaffTime
  ) -> [AgencyLine] {
    let register = scenario.record.register
    let scope = AgencyScope(register)
    let met = removed.map { visit in
      let inspection = register.view(visit.row, as: Inspection.self)
      return (visit: visit, inspection: inspection, scope: Set(scope.agencies(of: inspection)))
    }
    let comes = scenario.adds == nil ? [] : Set(scenario.agencies.map(\.row))
    return register.rows(.agency).compactMap { kind in
      let goes = met.filter { $0.scope.contains(kind) }
      guard !goes.isEmpty || comes.contains(kind) else { return nil }
      return AgencyLine(
        agency: kind, removed: goes.map(\.visit), added: comes.contains(kind) ? added : 0,
        removedStaff: staffTime.total(goes.map(\.inspection), agency: kind),
        addedStaff: staffTime.template(scenario.row, agency: kind),
        isInScope: comes.contains(kind))
    }
  }

  private static func obstacle(
    _ scenario: Scenario, _ span: ClosedRange<Int>?, areas: Int, removed: Int, lastKnown: Day?
  ) -> String? {
    guard !scenario.removes.isEmpty else { return "no framework goes, so nothing is saved" }
    guard let from = scenario.from, let to = scenario.to else {
      return "it covers no time"
    }
    guard let span else { return "its time ends on \(to), before it begins on \(from)" }
    guard areas > 0 else { return "none of its areas existed then" }
    if let last = lastKnown?.lastDay.ordinal, let day = lastKnown, span.lowerBound > last {
      return
        "its time begins on \(from), after the last inspection under the frameworks that go "
        + "(\(day)): there is nothing to compare with"
    }
    if removed == 0 {
      return "no inspection under the frameworks that go took place in these areas in that time"
    }
    if scenario.adds != nil, (scenario.every ?? 0) <= 0 {
      return "how often what comes would come is not stated"
    }
    return nil
  }
}

extension Counterfactual.AgencyLine {
  /// Inspections saved; nil where how many come is not known.
  public var savedEvents: Double? { added.map { Double(removed.count) - $0 } }

  /// Working days on site of those that go, as far as they are known.
  public var removedDays: Int { removed.compactMap(\.workingDays).reduce(0, +) }
  public var unmeasured: [Row] { removed.filter { $0.workingDays == nil }.map(\.row) }

  /// Working days on site saved, from those known; nil where those of what comes are not.
  public func savedDays(_ onSite: Int?) -> Double? {
    guard let added else { return nil }
    if added == 0 { return Double(removedDays) }
    return onSite.map { Double(removedDays) - added * Double($0) }
  }

  /// Staff-days saved; nil where nothing is known of what goes, or of what comes.
  public var savedStaff: StaffDays? {
    guard let added else { return nil }
    let knowsRemoved = removed.isEmpty || !removedStaff.known.isEmpty
    let knowsAdded = added == 0 || !addedStaff.estimates.isEmpty
    guard knowsRemoved, knowsAdded, !(removed.isEmpty && added == 0) else { return nil }
    return removedStaff.days - addedStaff.days * added
  }

  /// A: the assumed share of the middle staff-days of both sides; nil where there are none.
  public var assumedShare: Double? {
    let times = added ?? 0
    let all = removedStaff.days.mid + addedStaff.days.mid * times
    let assumed =
      (removedStaff.byGrade[.assumption] ?? 0) + (addedStaff.byGrade[.assumption] ?? 0) * times
    return all > 0 ? assumed / all : nil
  }

  /// f*: how many of what comes a year would cost as many working days on site as what goes, over
  /// all areas; nil where either is not known or nothing comes.
  public func breakEven(_ onSite: Int?, over years: Double) -> Double? {
    guard isInScope, let onSite, onSite > 0, years > 0,
      removed.isEmpty || unmeasured.count < removed.count
    else { return nil }
    return Double(removedDays) / years / Double(onSite)
  }

  /// The same in staff-days, by the middle figures.
  public func breakEvenStaff(over years: Double) -> Double? {
    guard isInScope, addedStaff.days.mid > 0, years > 0,
      removed.isEmpty || !removedStaff.known.isEmpty
    else { return nil }
    return removedStaff.days.mid / years / addedStaff.days.mid
  }
}

extension Area {
  /// For how many days of a span it was there; as if always where its first or last is not known,
  /// and one where there is no span.
  fileprivate func days(in span: ClosedRange<Int>?) -> Int {
    guard let span else { return 1 }
    let first = max(span.lowerBound, from?.firstDay.ordinal ?? span.lowerBound)
    let last = min(span.upperBound, to?.lastDay.ordinal ?? span.upperBound)
    return max(0, last - first + 1)
  }
}
