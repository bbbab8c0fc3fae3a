import InspectionModel

/// How far coders agree: every measure by its published formula, undefined where the formula is.
public enum Agreement {
  /// One measure of one code or attribute, with its bootstrap interval.
  ///
  /// O(replicates · units · coders). ``Statistic/pooledKappa`` of one table is Cohen's kappa.
  public static func measure(
    _ statistic: Statistic, _ ratings: Ratings, bootstrap: Bootstrap = Bootstrap()
  ) -> Coefficient {
    measure(statistic, [ratings], bootstrap)
  }

  /// Kappa over several codes at once, more stable than one kappa a code where codes are rare:
  /// the mean of the observed and the mean of the expected agreements put into Cohen's formula.
  ///
  /// Source: De Vries, Elliott, Kanouse, Teleki, "Using Pooled Kappa to Summarize Interrater
  /// Agreement across Many Items", Field Methods 20 (2008), 272–282.
  /// - Precondition: the tables are of the same units, in one order.
  public static func pooledKappa(
    _ codes: [Ratings], bootstrap: Bootstrap = Bootstrap()
  ) -> Coefficient {
    measure(.pooledKappa, codes, bootstrap)
  }

  /// A measure before its interval.
  struct Point {
    var value: Coefficient.Value
    var n: Int
    var observed: Double?
    var expected: Double?

    init(_ reason: Coefficient.Reason, n: Int, observed: Double? = nil, expected: Double? = nil) {
      (value, self.n) = (.undefined(reason), n)
      (self.observed, self.expected) = (observed, expected)
    }

    /// Agreement beyond chance, as share of what chance leaves: (o − e) / (1 − e).
    init(observed: Double, expected: Double, n: Int) {
      self.init(.onlyOneCategory, n: n, observed: observed, expected: expected)
      // Sums of shares may miss 1 by a rounding.
      if expected < 1 - 1e-12 { value = .number((observed - expected) / (1 - expected)) }
    }
  }

  static func point(_ statistic: Statistic, _ tables: [Ratings]) -> Point {
    guard let ratings = tables.first else { return Point(.noOverlap, n: 0) }
    return switch statistic {
    case .percent: percent(ratings)
    case .cohen(let weights): cohen(ratings, weights)
    case .pooledKappa: pooled(tables)
    case .fleiss: fleiss(ratings)
    case .krippendorff(let level): krippendorff(ratings, level)
    case .gwetAC1: gwet(ratings)
    }
  }

  private static func measure(
    _ statistic: Statistic, _ tables: [Ratings], _ bootstrap: Bootstrap
  ) -> Coefficient {
    let point = point(statistic, tables)
    var interval: Interval?
    if case .number = point.value {
      interval = bootstrap.interval(units: tables.first?.unitCount ?? 0) { units in
        let sample = tables.map { $0.sampled(units) }
        if case .number(let number) = self.point(statistic, sample).value { return number }
        return nil
      }
    }
    return Coefficient(
      statistic: statistic, value: point.value, n: point.n, observed: point.observed,
      expected: point.expected, prevalence: prevalence(tables), interval: interval)
  }

  private static func prevalence(_ tables: [Ratings]) -> [Double] {
    guard let categories = tables.first?.categories else { return [] }
    let counts = tables.flatMap(\.pairable)
    let total = counts.joined().reduce(0, +)
    guard total > 0 else { return [] }
    return (0..<categories).map { category in
      let said = counts.reduce(0) { $0 + ($1.indices.contains(category) ? $1[category] : 0) }
      return Double(said) / Double(total)
    }
  }
}
