import Glibc
public import InspectionModel

/// What was recorded of each agency, by criterion and inspection by inspection, in the letters of
/// some inspections.
///
/// Rows are agencies, columns criteria in use. One pass over what is coded: O(contributions +
/// passages + agencies · criteria).
public struct Picture: Sendable {
  /// What was recorded of one agency on one criterion.
  public struct Cell: Sendable {
    public var strengths = 0
    public var shortfalls = 0
    public var mentions = 0
    public var basis: [Row] = []
    public var isFilled: Bool { strengths + shortfalls > 0 }
  }

  /// So many of so many.
  public struct Share: Hashable, Sendable {
    public var part: Int
    public var whole: Int

    public init(part: Int = 0, whole: Int = 0) { (self.part, self.whole) = (part, whole) }
  }

  /// One inspection: which agencies in its scope something was found about.
  public struct Coverage: Sendable {
    public let inspection: Inspection
    public let inScope: [Agency]
    public let covered: [Agency]
    public let coded: Share
    /// The contributions it stands on.
    public let basis: [Row]
    /// False where no passage of it is coded yet, so that nothing is known.
    public var isKnown: Bool { coded.part > 0 }
  }

  public let codings: Codings
  /// Those in scope of any of the inspections first, then others of which something is coded.
  public let agencies: [Agency]
  /// How many of the agencies are in scope, from the start.
  public let inScopeCount: Int
  public let criteria: [Criterion]
  /// By agency and criterion, in their order.
  public let cells: [[Cell]]
  /// By agency all that is coded of it, with a criterion or without.
  let contributions: [[Row]]
  public let coverages: [Coverage]

  /// Whether only some contributions are counted, so that what is not there says nothing.
  public let isFiltered: Bool
  private let hasOpenPassages: [Bool]

  public init(
    of inspections: [Inspection], matching query: Query? = nil, in register: Register
  ) {
    self.init(
      Codings(of: inspections, matching: query, in: register), isFiltered: query != nil)
  }

  /// - Parameter isFiltered: whether only some of what stands is among what is coded.
  init(_ codings: Codings, isFiltered: Bool) {
    let register = codings.register
    let every = register.all(Agency.self)
    let scope = AgencyScope(register)
    let scopes = codings.read.map { scope.agencies(of: $0).map(\.number) }
    let inScope = Set(scopes.joined())
    let coded = Self.byAgency(codings)
    let first = every.filter { inScope.contains($0.row.number) }.inOrderOfField
    agencies =
      first
      + every.filter { !coded[$0.row.number].isEmpty && !inScope.contains($0.row.number) }
    contributions = agencies.map { coded[$0.row.number] }
    inScopeCount = first.count
    criteria = register.all(Criterion.self).filter { $0.status == nil }
    (self.codings, self.isFiltered) = (codings, isFiltered)
    cells = Self.cells(codings, agencies, criteria, register)
    coverages = Self.coverages(codings, scopes, register)
    let open = Set(codings.marks.filter { $0.mark == .notCoded }.map(\.inspection))
    hasOpenPassages = agencies.map { agency in
      zip(codings.read, scopes).contains { inspection, scope in
        scope.contains(agency.row.number) && open.contains(inspection.row)
      }
    }
  }

  public var inScope: [Agency] { Array(agencies.prefix(inScopeCount)) }

  /// What an empty cell means, by agency.
  public func absence(agency: Int, criterion: Int) -> Figure.Absence {
    if isFiltered { return .unknown("nothing of it matches the filter") }
    if cells[agency][criterion].mentions > 0 { return .namedOnly }
    if agency >= inScopeCount { return .nothingRecorded }
    return hasOpenPassages[agency] ? .notCoded : .nothingRecorded
  }

  // MARK: - Measures

  /// Over a set: agencies in scope with one finding or more, inspection by inspection, of all in
  /// scope. Inspections that nobody has coded are left out, since nothing is known of them.
  ///
  /// Cov = Σ hits / Σ in scope.
  public var coverage: Share {
    coverages.filter(\.isKnown).reduce(into: Share()) { share, coverage in
      share.part += coverage.covered.count
      share.whole += coverage.inScope.count
    }
  }

  /// Cells with a finding, of all cells of agencies in scope and criteria in use.
  public var fill: Share {
    Share(
      part: cells.prefix(inScopeCount).joined().count { $0.isFilled },
      whole: inScopeCount * criteria.count)
  }

  /// How evenly findings fall to the agencies in scope: 1 where all have as many, 0 where one has
  /// all.
  ///
  /// J = −Σ p ln p / ln n, p the share of an agency among the findings of the n agencies in scope
  /// (Pielou 1966). Nil where n < 2 or nothing was found.
  public var evenness: Double? {
    Self.evenness(findings(of: inScope))
  }

  /// The same of counts, one an agency.
  public static func evenness(_ counts: [Int]) -> Double? {
    let all = counts.reduce(0, +)
    guard counts.count > 1, all > 0 else { return nil }
    let sum = counts.filter { $0 > 0 }.map { Double($0) / Double(all) }.reduce(0.0) { sum, share in
      sum - share * log(share)
    }
    return max(0, min(1, sum / log(Double(counts.count))))
  }

  /// How many findings each agency has, with a criterion or without.
  public func findings(of agencies: [Agency]) -> [Int] {
    var counts = [Int](repeating: 0, count: codings.register.rowCount(.agency))
    for coding in codings.all where coding.isFinding { counts[Int(coding.agency)] += 1 }
    return agencies.map { counts[$0.row.number] }
  }
}

// MARK: - Counting

extension Picture {
  private static func cells(
    _ codings: Codings, _ agencies: [Agency], _ criteria: [Criterion], _ register: Register
  ) -> [[Cell]] {
    var agencyOf = [Int](repeating: -1, count: register.rowCount(.agency))
    for (place, agency) in agencies.enumerated() { agencyOf[agency.row.number] = place }
    var criterionOf = [Int](repeating: -1, count: register.rowCount(.criterion))
    for (place, criterion) in criteria.enumerated() { criterionOf[criterion.row.number] = place }
    var cells = agencies.map { _ in criteria.map { _ in Cell() } }
    for coding in codings.all where coding.criterion >= 0 {
      let (agency, criterion) = (agencyOf[Int(coding.agency)], criterionOf[Int(coding.criterion)])
      guard agency >= 0, criterion >= 0 else { continue }
      cells[agency][criterion].basis.append(coding.row)
      if coding.isStrength { cells[agency][criterion].strengths += 1 }
      if coding.isShortfall { cells[agency][criterion].shortfalls += 1 }
      if !coding.isFinding { cells[agency][criterion].mentions += 1 }
    }
    return cells
  }

  /// By row number of an agency, the contributions about it.
  private static func byAgency(_ codings: Codings) -> [[Row]] {
    var rows = [[Row]](repeating: [], count: codings.register.rowCount(.agency))
    for coding in codings.all { rows[Int(coding.agency)].append(coding.row) }
    return rows
  }

  private static func coverages(
    _ codings: Codings, _ scopes: [[Int]], _ register: Register
  ) -> [Coverage] {
    let inspections = register.rowCount(.inspection)
    var covered = [Set<Int>](repeating: [], count: inspections)
    var basis = [[Row]](repeating: [], count: inspections)
    codings.all.forEachRun(of: \.inspectionNumber) { letter in
      guard let number = letter.first.map({ Int($0.inspectionNumber) }) else { return }
      basis[number] = letter.map(\.row)
      for coding in letter where coding.isFinding { covered[number].insert(Int(coding.agency)) }
    }
    var coded = [Share](repeating: Share(), count: inspections)
    for mark in codings.marks {
      coded[mark.inspection.number].whole += 1
      if mark.mark != .notCoded { coded[mark.inspection.number].part += 1 }
    }
    return zip(codings.read, scopes).map { inspection, scope in
      let number = inspection.row.number
      let agencies = scope.map {
        register.view(Row(type: .agency, number: $0), as: Agency.self)
      }.inOrderOfField
      return Coverage(
        inspection: inspection, inScope: agencies,
        covered: agencies.filter { covered[number].contains($0.row.number) },
        coded: coded[number], basis: basis[number])
    }
  }
}
