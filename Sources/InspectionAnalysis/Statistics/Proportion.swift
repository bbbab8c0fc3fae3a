/// So many of so many, as a share with the interval in which it can be thought to lie.
public struct Proportion: Hashable, Sendable {
  /// 0 ≤ part ≤ whole.
  public let part: Int
  public let whole: Int

  public init(_ part: Int, of whole: Int) { (self.part, self.whole) = (part, whole) }

  /// From 0 to 1; nil where there is no whole.
  public var share: Double? { whole > 0 ? Double(part) / Double(whole) : nil }

  /// Fewer than this are too few for anybody to lean on the share.
  public static let fewest = 20
  public var isSmall: Bool { whole < Self.fewest }

  /// The score interval of 95 %; nil where there is no whole.
  ///
  /// (2np + z² ± z √(z² + 4npq)) / 2(n + z²): Wilson, Journal of the American Statistical
  /// Association 22 (1927), 209–212; method 3 in Newcombe, Statistics in Medicine 17 (1998),
  /// 857–872.
  public var wilson: Span? {
    guard let share else { return nil }
    let (n, z) = (Double(whole), Self.z)
    let middle = 2 * n * share + z * z
    let reach = z * (z * z + 4 * n * share * (1 - share)).squareRoot()
    let scale = 2 * (n + z * z)
    return Span(
      low: part == 0 ? 0 : (middle - reach) / scale,
      high: part == whole ? 1 : (middle + reach) / scale)
  }

  /// The interval of 95 % of this share less another one, of other units; nil where either has no
  /// whole.
  ///
  /// Newcombe's hybrid of two score intervals, without a correction for continuity: method 10 in
  /// Statistics in Medicine 17 (1998), 873–890.
  public func newcombe(less other: Proportion) -> Span? {
    guard let one = share, let two = other.share, let mine = wilson, let theirs = other.wilson
    else { return nil }
    func reach(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    return Span(
      low: one - two - reach(one - mine.low, theirs.high - two),
      high: one - two + reach(mine.high - one, two - theirs.low))
  }

  /// The 97.5th percentile of the standard normal distribution.
  private static let z = 1.959_963_984_540_054

  /// From low to high, both included.
  public struct Span: Hashable, Sendable {
    public let low: Double
    public let high: Double

    public init(low: Double, high: Double) { (self.low, self.high) = (low, high) }
  }
}

extension Proportion {
  /// `42 %`, rounded to the nearest, with a digit after the point where ``percentage`` has one;
  /// nil where there is no whole.
  public var percent: String? {
    percentage.map { percentage in
      guard percentage.digits > 0 else { return Percent.text(percentage.number / 100) }
      let tenths = Int((percentage.number * 10).rounded(.toNearestOrAwayFromZero))
      // What is there is never called nought.
      return tenths == 0 ? "under 0.1 %" : "\(tenths / 10).\(tenths % 10) %"
    }
  }

  /// In per cent, and how many digits after the point are to be told; nil where there is no whole.
  ///
  /// Below ten per cent of a thousand or more one digit can be told; of fewer, none, but where it
  /// would read as nought.
  public var percentage: (number: Double, digits: Int)? {
    guard whole > 0 else { return nil }
    let number = Double(part) * 100 / Double(whole)
    // 9.96 is rounded to ten, which has no digit after the point.
    let isFine = part > 0 && number < 9.95 && (whole >= 1000 || number < 0.5)
    return (number, isFine ? 1 : 0)
  }

  /// `42 % of 593`; nil where there is no whole.
  public var phrase: String? { percent.map { "\($0) of \(whole)" } }
}

/// Shares from 0 to 1 in words, where nothing is said of how many they are of.
public enum Percent {
  /// `42 %`, rounded, half away from 0.
  public static func text(_ share: Double) -> String { number(share) + " %" }

  /// `38–46 %`.
  public static func text(_ span: Proportion.Span) -> String {
    "\(number(span.low))–\(number(span.high)) %"
  }

  /// `−12 points`, `+3 points`.
  public static func difference(_ difference: Double) -> String {
    signed(difference) + (abs(rounded(difference)) == 1 ? " point" : " points")
  }

  /// `−20 to −4 points`.
  public static func difference(_ span: Proportion.Span) -> String {
    "\(signed(span.low)) to \(signed(span.high)) points"
  }

  private static func rounded(_ share: Double) -> Int {
    Int((share * 100).rounded(.toNearestOrAwayFromZero))
  }

  private static func number(_ share: Double) -> String { String(rounded(share)) }

  private static func signed(_ share: Double) -> String {
    let points = rounded(share)
    return points < 0 ? "−\(-points)" : points > 0 ? "+\(points)" : "0"
  }
}
