extension Agreement {
  /// α = 1 − D_o / D_e, for any number of coders, with gaps; units with fewer than two values are
  /// left out.
  ///
  /// D_o = (1/N) Σ_u Σ_c Σ_k n_uc n_uk δ²(c,k) / (m_u − 1), D_e = Σ_c Σ_k n_c n_k δ²(c,k) / (N (N −
  /// 1)): from counts of values, not from pairs of them, so that it stays O(units · categories²).
  /// Both are given as shares of the widest δ², which leaves α as it is.
  ///
  /// Source: Krippendorff, "Content Analysis", 4th edition (2019), chapter 12.
  static func krippendorff(_ ratings: Ratings, _ level: Statistic.Level) -> Point {
    let units = ratings.pairable
    guard !units.isEmpty else { return Point(.noOverlap, n: 0) }
    let totals = (0..<ratings.categories).map { category in
      units.reduce(0) { $0 + $1[category] }
    }
    let distances = distances(totals, level)
    let widest = distances.joined().max() ?? 0
    let values = Double(totals.reduce(0, +))
    var observed = 0.0
    for counts in units {
      let coders = Double(counts.reduce(0, +))
      observed += sum(counts, distances) / (coders - 1)
    }
    let expected = sum(totals, distances) / (values * (values - 1))
    guard expected > 0 else {
      return Point(.onlyOneCategory, n: units.count, observed: 0, expected: 0)
    }
    observed /= values
    var point = Point(
      .onlyOneCategory, n: units.count, observed: observed / widest, expected: expected / widest)
    point.value = .number(1 - observed / expected)
    return point
  }

  /// Σ_c Σ_k n_c n_k δ²(c,k)
  private static func sum(_ counts: [Int], _ distances: [[Double]]) -> Double {
    var sum = 0.0
    for (c, first) in counts.enumerated() where first > 0 {
      for (k, second) in counts.enumerated() where second > 0 {
        sum += Double(first * second) * distances[c][k]
      }
    }
    return sum
  }

  /// δ²: 0 or 1 for names; (c − k)² for numbers; for an order (Σ_{g=c..k} n_g − (n_c + n_k) / 2)²,
  /// which depends on how often the categories between were used.
  private static func distances(_ totals: [Int], _ level: Statistic.Level) -> [[Double]] {
    totals.indices.map { c in
      totals.indices.map { k in
        switch level {
        case .nominal: return c == k ? 0 : 1
        case .interval: return Double((c - k) * (c - k))
        case .ordinal:
          let between = totals[min(c, k)...max(c, k)].reduce(0, +)
          let distance = Double(between) - Double(totals[c] + totals[k]) / 2
          return distance * distance
        }
      }
    }
  }
}
