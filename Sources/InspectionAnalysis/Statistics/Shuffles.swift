import InspectionModel

/// What chance gives: a figure worked out again on shuffled counts, many times over.
public struct Shuffles: Hashable, Sendable {
  /// How many: 2,000, or fewer where there is very much to shuffle, but 100 at least.
  public let count: Int
  /// Said with each result, so that anybody gets the same one.
  public let seed: UInt64

  /// - Parameter steps: about how many numbers one of them draws.
  public init(steps: Int, seed: UInt64 = 20_160_222) {
    count = max(Self.fewest, min(Self.most, Self.mostSteps / max(1, steps)))
    self.seed = seed
  }

  private static let most = 2000
  private static let fewest = 100
  /// What a tenth of a second has time for beside all else that an account works out.
  private static let mostSteps = 1_000_000

  /// `2000 shuffles from seed 20160222; …`, a sentence.
  var sentence: String {
    "\(count) shuffles from seed \(seed); as many or more counts the letters as they are as one of "
      + "them (Phipson and Smyth 2010)."
  }

  /// Where a figure lies among those of the shuffles; nil where it is undefined on half of them or
  /// more.
  ///
  /// The share of shuffles that are as high is (b + 1) / (m + 1), since the figure as it is counts
  /// as one of them: Phipson and Smyth, Statistical Applications in Genetics and Molecular Biology
  /// 9 (2010), article 39.
  func chance(of figure: Double, _ shuffled: (inout SplitMix) -> Double?) -> Chance? {
    var generator = SplitMix(seed: seed)
    var values: [Double] = []
    for _ in 0..<count {
      if let value = shuffled(&generator) { values.append(value) }
    }
    guard values.count * 2 > count else { return nil }
    values.sort()
    func share(_ found: Int) -> Double { Double(found + 1) / Double(values.count + 1) }
    return Chance(
      figure: figure, mean: values.reduce(0, +) / Double(values.count),
      low: Bootstrap.quantile(0.025, of: values), high: Bootstrap.quantile(0.975, of: values),
      asHigh: share(values.count { $0 >= figure }), asLow: share(values.count { $0 <= figure }),
      shuffles: self)
  }
}

/// A figure beside those that chance gives.
public struct Chance: Hashable, Sendable {
  public let figure: Double
  public let mean: Double
  /// The middle 95 % of the shuffles.
  public let low: Double
  public let high: Double
  /// The shares of shuffles with a figure as high or higher, and as low or lower.
  public let asHigh: Double
  public let asLow: Double
  public let shuffles: Shuffles
}

extension Chance {
  /// `by chance it would be 17.5 (13.3 to 21.8 in 95 % of shuffles; as many or more in 6 %)`: what
  /// a share is of a total.
  func phrase(of total: Int) -> String {
    func count(_ share: Double) -> String { Self.count(share, of: total) }
    let isHigh = figure >= mean
    let rare = isHigh ? asHigh : asLow
    let percent = rare < 0.01 ? "under 1 %" : Percent.text(rare)
    return "by chance it would be \(count(mean)) (\(count(low)) to \(count(high)) in 95 % of "
      + "shuffles; as \(isHigh ? "many or more" : "few or fewer") in \(percent))"
  }

  private static func count(_ share: Double, of total: Int) -> String {
    let tenths = Int((share * Double(total) * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }
}
