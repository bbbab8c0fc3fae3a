public import InspectionModel

/// How far two passes agree, code by code: what the agreement screen and the method note show.
public struct PassAgreement: Sendable {
  /// One code, or several together, with what was measured of it.
  public struct Line: Sendable {
    /// What it is of: `Police`, `all criteria`, `direction`.
    public let name: String
    public let coefficients: [Coefficient]
  }

  /// How many passages both passes have read.
  public let passages: Int
  public let agencies: [Line]
  public let criteria: [Line]
  public let direction: [Line]

  /// O(replicates · codes · passages): work for the background where there are many.
  public init(_ comparison: PassComparison, in register: Register, bootstrap: Bootstrap) {
    let tables = Tables(comparison, register)
    passages = comparison.units.count
    agencies = Self.lines("all agencies", tables.agencies, bootstrap)
    criteria = Self.lines("all criteria", tables.criteria, bootstrap)
    direction = [
      Line(
        name: "direction",
        coefficients: [.percent, .cohen(.plain), .gwetAC1].map {
          Agreement.measure($0, tables.directions, bootstrap: bootstrap)
        }),
      Line(
        name: "direction, in order",
        coefficients: [.cohen(.linear), .krippendorff(.ordinal)].map {
          Agreement.measure($0, tables.orderedDirections, bootstrap: bootstrap)
        }),
    ]
  }

  /// All codes pooled, then each by itself.
  private static func lines(
    _ name: String, _ codes: [(name: String, ratings: Ratings)], _ bootstrap: Bootstrap
  ) -> [Line] {
    guard !codes.isEmpty else { return [] }
    let pooled = Agreement.pooledKappa(codes.map(\.ratings), bootstrap: bootstrap)
    return [Line(name: name, coefficients: [pooled])]
      + codes.map { code in
        let measures: [Statistic] = [.percent, .cohen(.plain), .krippendorff(.nominal), .gwetAC1]
        return Line(
          name: code.name,
          coefficients: measures.map {
            Agreement.measure($0, code.ratings, bootstrap: bootstrap)
          })
      }
  }
}

/// What the two passes said, as ratings: of each agency and each criterion whether it was coded in a passage; of each
/// agency that both coded in a passage, its direction there.
private struct Tables {
  var agencies: [(name: String, ratings: Ratings)] = []
  var criteria: [(name: String, ratings: Ratings)] = []
  let directions: Ratings
  /// Shortfall, mixed, strength; a mere mention stands in no order and is left out.
  let orderedDirections: Ratings

  init(_ comparison: PassComparison, _ register: Register) {
    let pairs = comparison.units.map { unit in
      (unit.first.compactMap(Coding.init), unit.second.compactMap(Coding.init))
    }
    func presence(_ isOf: @escaping (Coding) -> Bool) -> Ratings? {
      let units = pairs.map {
        [$0.0.contains(where: isOf) ? 1 : 0, $0.1.contains(where: isOf) ? 1 : 0]
      }
      guard units.joined().contains(1) else { return nil }
      return Ratings(categories: 2, units: units)
    }
    for agency in register.all(Agency.self) {
      guard let ratings = presence({ $0.agency == agency.key }) else { continue }
      agencies.append((agency.name, ratings))
    }
    for criterion in register.all(Criterion.self) {
      guard let ratings = presence({ $0.criterion == criterion.key }) else { continue }
      criteria.append(("\(criterion.key) \(criterion.name)", ratings))
    }
    let both = pairs.flatMap { first, second in
      Set(first.map(\.agency)).intersection(second.map(\.agency)).sorted().map { agency in
        [Self.direction(of: agency, first), Self.direction(of: agency, second)]
      }
    }
    let all = Direction.allCases
    directions = Ratings(
      categories: all.count, units: both.map { $0.map { all.firstIndex(of: $0) } })
    let order: [Direction] = [.shortfall, .mixed, .strength]
    orderedDirections = Ratings(
      categories: order.count, units: both.map { $0.map { order.firstIndex(of: $0) } })
  }

  /// An agency credited and faulted in one passage has done both.
  private static func direction(of agency: String, _ codings: [Coding]) -> Direction {
    let directions = Set(codings.filter { $0.agency == agency }.map(\.direction))
    return directions.count == 1 ? directions.first ?? .mixed : .mixed
  }
}
