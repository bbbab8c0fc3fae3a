extension Agreement {
  /// The share of pairs of coders who say the same: the mean over units of
  /// Σ_j n_ij (n_ij − 1) / (n_i (n_i − 1)), which for two coders is plain percent agreement.
  static func percent(_ ratings: Ratings) -> Point {
    let units = ratings.pairable
    guard !units.isEmpty else { return Point(.noOverlap, n: 0) }
    let observed = units.map(pairsAlike).reduce(0, +) / Double(units.count)
    var point = Point(observed: observed, expected: 0, n: units.count)
    point.expected = nil
    return point
  }

  /// κ = (p_o − p_e) / (1 − p_e) with p_e = Σ_c p_1c p_2c; weighted, κ_w = 1 − Σ w o / Σ w e with
  /// w = (|i − j| / (k − 1))^q, where q is 1 for linear and 2 for quadratic weights.
  ///
  /// Source: Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and Psychological
  /// Measurement 20 (1960), 37–46; Cohen, "Weighted Kappa", Psychological Bulletin 70 (1968),
  /// 213–220.
  static func cohen(_ ratings: Ratings, _ weights: Statistic.Weights) -> Point {
    let table = PairTable(ratings)
    guard table.n > 0 else { return Point(.noOverlap, n: 0) }
    var (observed, expected) = (0.0, 0.0)
    for row in 0..<table.size {
      for column in 0..<table.size {
        let weight = weight(row, column, of: table.size, weights)
        observed += weight * table.share(row, column)
        expected += weight * table.chance(row, column)
      }
    }
    return Point(observed: 1 - observed, expected: 1 - expected, n: table.n)
  }

  /// The mean p_o and the mean p_e of codes on which both coders said something, in Cohen's
  /// formula.
  static func pooled(_ codes: [Ratings]) -> Point {
    let points = codes.map { cohen($0, .plain) }.filter { $0.n > 0 }
    guard !points.isEmpty else { return Point(.noOverlap, n: 0) }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    return Point(
      observed: mean(points.compactMap(\.observed)), expected: mean(points.compactMap(\.expected)),
      n: points.map(\.n).max() ?? 0)
  }

  /// κ = (P̄ − P̄_e) / (1 − P̄_e) with P_i = (Σ_j n_ij² − n) / (n (n − 1)) and P̄_e = Σ_j p_j².
  ///
  /// Source: Fleiss, "Measuring Nominal Scale Agreement Among Many Raters", Psychological Bulletin
  /// 76 (1971), 378–382.
  static func fleiss(_ ratings: Ratings) -> Point {
    let units = ratings.pairable
    guard let coders = units.first?.reduce(0, +) else { return Point(.noOverlap, n: 0) }
    guard units.count == ratings.unitCount, units.allSatisfy({ $0.reduce(0, +) == coders }) else {
      return Point(.unequalCoders, n: units.count)
    }
    let total = Double(units.count * coders)
    let shares = (0..<ratings.categories).map { category in
      Double(units.reduce(0) { $0 + $1[category] }) / total
    }
    return Point(
      observed: units.map(pairsAlike).reduce(0, +) / Double(units.count),
      expected: shares.reduce(0) { $0 + $1 * $1 }, n: units.count)
  }

  /// AC1 = (p_o − p_γ) / (1 − p_γ) with p_γ = Σ_k π_k (1 − π_k) / (q − 1), π_k the mean share of
  /// category k. It stays sensible where nearly all units are of one category, and is shown beside
  /// kappa there.
  ///
  /// Source: Gwet, "Computing Inter-Rater Reliability and Its Variance in the Presence of High
  /// Agreement", British Journal of Mathematical and Statistical Psychology 61 (2008), 29–48. Units
  /// with one value are left out.
  static func gwet(_ ratings: Ratings) -> Point {
    let units = ratings.pairable
    guard !units.isEmpty else { return Point(.noOverlap, n: 0) }
    guard ratings.categories > 1 else { return Point(.onlyOneCategory, n: units.count) }
    let chance = (0..<ratings.categories).reduce(0.0) { sum, category in
      let share =
        units.reduce(0.0) { $0 + Double($1[category]) / Double($1.reduce(0, +)) }
        / Double(units.count)
      return sum + share * (1 - share)
    }
    return Point(
      observed: units.map(pairsAlike).reduce(0, +) / Double(units.count),
      expected: chance / Double(ratings.categories - 1), n: units.count)
  }

  /// The share of the pairs of coders of a unit who say the same of it.
  private static func pairsAlike(_ counts: [Int]) -> Double {
    let coders = counts.reduce(0, +)
    return Double(counts.reduce(0) { $0 + $1 * ($1 - 1) }) / Double(coders * (coders - 1))
  }

  private static func weight(
    _ row: Int, _ column: Int, of size: Int, _ weights: Statistic.Weights
  ) -> Double {
    let distance = Double(abs(row - column)) / Double(max(1, size - 1))
    return switch weights {
    case .plain: row == column ? 0 : 1
    case .linear: distance
    case .quadratic: distance * distance
    }
  }
}

/// What two coders said of the units on which both said something: a square of counts.
struct PairTable {
  let size: Int
  private(set) var n = 0
  private var counts: [Int]
  private var rows: [Int]
  private var columns: [Int]

  init(_ ratings: Ratings) {
    size = ratings.categories
    counts = Array(repeating: 0, count: size * size)
    rows = Array(repeating: 0, count: size)
    columns = rows
    guard ratings.coders >= 2 else { return }
    for unit in 0..<ratings.unitCount {
      guard let first = ratings[unit, 0], let second = ratings[unit, 1] else { continue }
      n += 1
      counts[first * size + second] += 1
      rows[first] += 1
      columns[second] += 1
    }
  }

  /// The share of units of which the coders said just that.
  func share(_ row: Int, _ column: Int) -> Double {
    Double(counts[row * size + column]) / Double(n)
  }

  /// The share that chance would give.
  func chance(_ row: Int, _ column: Int) -> Double {
    Double(rows[row]) / Double(n) * Double(columns[column]) / Double(n)
  }
}
