public import InspectionModel

extension Counterfactual {
  /// What is looked at today, and whether it still would be: kept, lost, or not known.
  public struct Coverage: Sendable {
    /// What is lost first, then what is not known.
    public let lines: [Line]
    /// Of how much is known what frameworks look at; see ``Reach/sources``.
    public let sources: (standards: Int, judgements: Int, reports: Int)
    public var kept: [Line] { lines.filter { $0.outcome == .kept } }
    public var lost: [Line] { lines.filter { $0.outcome == .lost } }
    public var notKnown: [Line] { lines.filter { $0.outcome == .notKnown } }
  }

  public enum Outcome: Hashable, Sendable {
    /// Only what goes looks at it.
    case lost
    /// It may be among what frameworks that stay look at, of which there is no evidence.
    case notKnown
    case kept
  }

  /// One subject, with who looks at it.
  public struct Line: Sendable {
    public let subject: Reach.Subject
    public let outcome: Outcome
    /// The frameworks that go and that stay, and look at it.
    public let goes: [Row]
    public let stays: [Row]
    /// Whether what comes judges by it.
    public let comes: Bool
    /// The frameworks that stay of which it is not known what they look at.
    public let unread: [Row]
    /// Whether it is taken for lost by the standards of a framework of which no report is coded.
    public let isByStandards: Bool
    /// All that speaks for who looks at it.
    public let evidence: Reach.Evidence
  }
}

extension Counterfactual.Coverage {
  /// O(subjects · frameworks).
  ///
  /// - Parameters:
  ///   - scenario: what goes and comes.
  ///   - inForce: the frameworks that there were in its time.
  init(_ scenario: Scenario, _ reach: Reach, inForce: [Row]) {
    sources = reach.sources
    let goes = Set(scenario.record.references(.removes))
    let (going, staying) = (inForce.filter(goes.contains), inForce.filter { !goes.contains($0) })
    let comes = scenario.adds == nil ? [] : Set(scenario.criteria.map(\.row))
    let isOpen = scenario.adds != nil && comes.isEmpty
    let lines = reach.subjects.compactMap { subject in
      Self.line(subject, reach, going, staying, comes: comes, isOpen: isOpen)
    }
    let unknown = going.filter { !reach.isKnown($0) }.map { framework in
      Counterfactual.Line(
        subject: .framework(framework), outcome: .notKnown, goes: [framework], stays: [],
        comes: false, unread: [], isByStandards: false, evidence: Reach.Evidence())
    }
    func of(_ outcome: Counterfactual.Outcome) -> [Counterfactual.Line] {
      lines.filter { $0.outcome == outcome }
    }
    self.lines = of(.lost) + of(.notKnown) + unknown + of(.kept)
  }

  /// Nil where nobody is known to look at it today.
  private static func line(
    _ subject: Reach.Subject, _ reach: Reach, _ going: [Row], _ staying: [Row],
    comes: Set<Row>, isOpen: Bool
  ) -> Counterfactual.Line? {
    func looks(_ framework: Row) -> Bool { reach.evidence[framework]?[subject] != nil }
    let (goes, stays) = (going.filter(looks), staying.filter(looks))
    guard !(goes.isEmpty && stays.isEmpty) else { return nil }
    let comes = if case .criterion(let row) = subject { comes.contains(row) } else { false }
    let unread = staying.filter { !reach.isKnown($0, for: subject) }
    let isKept = comes || !stays.isEmpty
    var all = Reach.Evidence()
    for framework in stays.isEmpty ? goes : stays {
      guard let some = reach.evidence[framework]?[subject] else { continue }
      all.standards += some.standards
      all.passages += some.passages
      all.judgements += some.judgements
      all.isInPart = all.isInPart && some.isInPart
    }
    if comes { all.isInPart = false }
    let isCriterion = if case .criterion = subject { true } else { false }
    return Counterfactual.Line(
      subject: subject, outcome: isKept ? .kept : unread.isEmpty && !isOpen ? .lost : .notKnown,
      goes: goes, stays: stays, comes: comes, unread: isKept ? [] : unread,
      isByStandards: !isKept && isCriterion && staying.contains(where: reach.isKnownByStandards),
      evidence: all)
  }
}

extension Framework {
  /// Whether there was such an inspection in some days, or may have been: of a framework whose end
  /// or beginning was not found, its inspections tell.
  func isInForce(in span: ClosedRange<Int>?, _ inspections: [Inspection]) -> Bool {
    guard let span else { return !inspections.isEmpty || from != nil }
    let met = inspections.contains { inspection in
      inspection.date.map { day in
        span.overlaps((day.firstDay.ordinal ?? .min)...(day.lastDay.ordinal ?? .max))
      } ?? false
    }
    if met { return true }
    guard let from, mark(of: .from) != .notFound, mark(of: .to) != .notFound else { return false }
    let last = to?.lastDay.ordinal ?? .max
    return (from.firstDay.ordinal ?? .max) <= span.upperBound && span.lowerBound <= last
  }
}
