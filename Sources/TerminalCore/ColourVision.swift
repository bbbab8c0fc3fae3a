/// Colours as people see them who lack one of the three kinds of cones.
///
/// Source: Machado, Oliveira and Fernandes, “A Physiologically-based Model for Simulation of Color
/// Vision Deficiency”, IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009,
/// table 1, severity 1.0; on linear light.
public enum ColourVision: CaseIterable, Sendable {
  /// Without the cones for long waves: red looks dark.
  case protanopia
  /// Without those for middle waves, which is the most common.
  case deuteranopia

  /// How far two colours are apart to such eyes: CIE 1976 ΔE*ab. 2 is just seen, 100 is black and
  /// white.
  public func difference(_ one: RGB, _ other: RGB) -> Double {
    Lab(linear: seen(one)).distance(to: Lab(linear: seen(other)))
  }

  /// The light that looks to others as the colour looks to such eyes, from 0 to 1 a part.
  func seen(_ colour: RGB) -> [Double] {
    let light = colour.linear
    return matrix.map { row in
      min(max(0, row[0] * light.red + row[1] * light.green + row[2] * light.blue), 1)
    }
  }

  private var matrix: [[Double]] {
    switch self {
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    }
  }
}

extension RGB {
  /// Whether it is greener than yellow is, or cyan: by a* of CIELAB, which is -22 for yellow.
  public var isGreen: Bool {
    let light = linear
    return Lab(linear: [light.red, light.green, light.blue]).parts[1] < -30
  }
}

/// A colour in CIELAB (CIE 1976) under daylight (D65), where distances are what eyes see.
struct Lab {
  let parts: [Double]

  /// - Parameter light: red, green and blue of sRGB without its curve.
  init(linear light: [Double]) {
    // To XYZ by IEC 61966-2-1, each as a share of white's.
    let x = 0.4124564 * light[0] + 0.3575761 * light[1] + 0.1804375 * light[2]
    let y = 0.2126729 * light[0] + 0.7151522 * light[1] + 0.0721750 * light[2]
    let z = 0.0193339 * light[0] + 0.1191920 * light[1] + 0.9503041 * light[2]
    let (fx, fy, fz) = (Self.curve(x / 0.95047), Self.curve(y), Self.curve(z / 1.08883))
    parts = [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]
  }

  private static func curve(_ share: Double) -> Double {
    share > 216.0 / 24389 ? share.root(3) : (24389.0 / 27 * share + 16) / 116
  }

  func distance(to other: Lab) -> Double {
    let squares = zip(parts, other.parts).map { ($0 - $1) * ($0 - $1) }
    return squares.reduce(0, +).squareRoot()
  }
}
