/// How well one colour can be read on another, by WCAG 2.2.
extension RGB {
  /// Relative luminance, from 0 for black to 1 for white
  /// (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). Cost: three look-ups in a table.
  public var luminance: Double {
    let (red, green, blue) = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }

  /// The contrast ratio of the two, from 1 to 21, whichever is text and whichever the ground
  /// (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
  public func contrast(with other: RGB) -> Double {
    let (mine, others) = (luminance, other.luminance)
    return (max(mine, others) + 0.05) / (min(mine, others) + 0.05)
  }

  /// Whether black can be read on it better than white.
  public var isLight: Bool {
    contrast(with: RGB(0)) > contrast(with: RGB(0xFF_FFFF))
  }

  /// The light of its three parts, from 0 to 1: sRGB without its curve (IEC 61966-2-1).
  public var linear: (red: Double, green: Double, blue: Double) {
    (Self.light[Int(red)], Self.light[Int(green)], Self.light[Int(blue)])
  }

  private static let light: [Double] = (0...255).map { part in
    let share = Double(part) / 255
    if share <= 0.04045 { return share / 12.92 }
    let base = (share + 0.055) / 1.055
    // To the power of 2.4: two wholes and two fifths.
    return base * base * (base * base).root(5)
  }
}

extension Double {
  /// The root of this degree of a number that is not negative, by Newton's method: this module
  /// has no mathematics but Swift's.
  func root(_ degree: Int) -> Double {
    if self <= 0 { return 0 }
    var guess = max(self, 1)
    while true {
      var power = 1.0
      for _ in 1..<degree { power *= guess }
      let better = guess - (guess - self / power) / Double(degree)
      // From above it only falls, until rounding stops it.
      if better >= guess { return guess }
      guess = better
    }
  }
}
