public import InspectionModel

/// How far passes agree, code by code: what the account of agreement and the method note show.
public struct PassAgreement: Sendable {
  /// One code, or several together, with what was measured of it.
  public struct Line: Sendable {
    /// What it is of: `Police`, `all criteria`, `direction`.
    public let name: String
    /// What the shares of prevalence are of.
    public let categories: [String]
    public let coefficients: [Coefficient]
    /// The passages it is measured on, and those in which passes differ.
    public let passages: [Row]
    public let differing: [Row]
  }

  public let readings: PassReadings
  /// All codes of a kind together, of two passes.
  public let pooled: [Line]
  public let agencies: [Line]
  public let criteria: [Line]
  public let direction: [Line]

  /// How many passages at least two of the passes have read.
  public var passages: Int { readings.passages.count }

  /// Of two passes, kappa and all that goes with it; of more, what takes any number of them.
  ///
  /// O(replicates · codes · passages): work for the background where there are many.
  public init(_ passes: [Review], in register: Register, bootstrap: Bootstrap = Bootstrap()) {
    let readings = PassReadings(passes)
    let isPair = passes.count == 2
    func line(_ table: PassReadings.Table, _ statistics: [Statistic]) -> Line {
      Line(
        table,
        statistics.map { statistic in
          let ratings = statistic == .fleiss ? table.ratings.complete : table.ratings
          return Agreement.measure(statistic, ratings, bootstrap: bootstrap)
        })
    }
    let (agencies, criteria) = (readings.agencies(register), readings.criteria(register))
    self.readings = readings
    pooled = [("all agencies", agencies), ("all criteria", criteria)].compactMap { name, tables in
      isPair && !tables.isEmpty ? Line(pooling: tables, as: name, readings, bootstrap) : nil
    }
    self.agencies = agencies.map { line($0, Self.nominal(isPair)) }
    self.criteria = criteria.map { line($0, Self.nominal(isPair)) }
    direction = [
      line(readings.directions, Self.nominal(isPair)),
      line(readings.orderedDirections, Self.ordered(isPair)),
    ]
  }

  /// Where codes are names.
  private static func nominal(_ isPair: Bool) -> [Statistic] {
    [.percent, isPair ? .cohen(.plain) : .fleiss, .krippendorff(.nominal), .gwetAC1]
  }

  /// Where codes are steps of a scale.
  private static func ordered(_ isPair: Bool) -> [Statistic] {
    (isPair ? [.cohen(.linear), .cohen(.quadratic)] : [])
      + [.krippendorff(.ordinal), .krippendorff(.interval)]
  }
}

extension PassAgreement.Line {
  init(_ table: PassReadings.Table, _ coefficients: [Coefficient]) {
    self.init(
      name: table.name, categories: table.categories, coefficients: coefficients,
      passages: table.passages, differing: table.differing)
  }

  init(
    pooling tables: [PassReadings.Table], as name: String, _ readings: PassReadings,
    _ bootstrap: Bootstrap
  ) {
    let differing = Set(tables.flatMap(\.differing))
    self.init(
      name: name, categories: tables.first?.categories ?? [],
      coefficients: [Agreement.pooledKappa(tables.map(\.ratings), bootstrap: bootstrap)],
      passages: readings.passages, differing: readings.passages.filter(differing.contains))
  }
}
