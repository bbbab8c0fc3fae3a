import InspectionModel

/// The percentile bootstrap: the units drawn again with replacement, many times over.
///
/// Source: Efron, "Bootstrap Methods: Another Look at the Jackknife", Annals of Statistics 7
/// (1979), 1–26; percentiles by linear interpolation (Hyndman and Fan, The American Statistician 50
/// (1996), their type 7).
public struct Bootstrap: Hashable, Sendable {
  public let replicates: Int
  public let seed: UInt64

  /// - Parameter seed: printed with each interval, so that anybody gets the same one.
  public init(replicates: Int = 1000, seed: UInt64 = 20160222) {
    (self.replicates, self.seed) = (replicates, seed)
  }

  /// The middle 95 % of a measure; nil where it is undefined on half of the resamples or more.
  func interval(units: Int, _ measure: ([Int]) -> Double?) -> Interval? {
    guard units > 0, replicates > 0 else { return nil }
    var generator = SplitMix(seed: seed)
    var values: [Double] = []
    for _ in 0..<replicates {
      let sample = (0..<units).map { _ in Int.random(in: 0..<units, using: &generator) }
      if let value = measure(sample) { values.append(value) }
    }
    guard values.count * 2 > replicates else { return nil }
    values.sort()
    return Interval(
      low: Self.quantile(0.025, of: values), high: Self.quantile(0.975, of: values),
      defined: values.count, replicates: replicates, seed: seed)
  }

  static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }
}

/// The middle 95 % of the values of a measure on resamples of the units.
public struct Interval: Hashable, Sendable {
  public let low: Double
  public let high: Double
  /// How many resamples had a value, of how many.
  public let defined: Int
  public let replicates: Int
  /// What the resamples were drawn from, so that anybody gets the same.
  public let seed: UInt64
}
