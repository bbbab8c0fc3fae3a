/// A colour as a scheme names it: three parts of 0 to 255.
public struct RGB: Hashable, Sendable {
  /// How much red, green and blue there is, of 255.
  public var red, green, blue: UInt8

  /// A colour from its parts.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads six hexadecimal digits, with or without `#` before them; nothing else is a colour.
  public init?(hex: String) {
    let digits = hex.utf8.first == UInt8(ascii: "#") ? hex.dropFirst() : hex[...]
    // A number might begin with a sign.
    guard digits.utf8.count == 6, digits.first?.isHexDigit == true,
      let value = UInt32(digits, radix: 16)
    else { return nil }
    self.init(value)
  }

  /// A colour from its 24 bits, red the highest.
  public init(_ value: UInt32) {
    red = UInt8(truncatingIfNeeded: value >> 16)
    green = UInt8(truncatingIfNeeded: value >> 8)
    blue = UInt8(truncatingIfNeeded: value)
  }

  /// Reads a colour as terminals tell it (XParseColor): `rgb:` and three parts, or `rgba:` and
  /// four, each of one to four hexadecimal digits, of which as many F are all there is.
  public init?(answer: String) {
    let words = answer.split(separator: ":", omittingEmptySubsequences: false)
    guard words.count == 2, words[0] == "rgb" || words[0] == "rgba" else { return nil }
    let parts = words[1].split(separator: "/", omittingEmptySubsequences: false)
    let values = parts.compactMap(Self.part)
    guard parts.count == words[0].count, values.count == parts.count else { return nil }
    self.init(red: values[0], green: values[1], blue: values[2])
  }

  private static func part(_ digits: Substring) -> UInt8? {
    guard (1...4).contains(digits.utf8.count), digits.allSatisfy(\.isHexDigit),
      let value = Int(digits, radix: 16)
    else { return nil }
    let all = (1 << (4 * digits.utf8.count)) - 1
    return UInt8((value * 255 + all / 2) / all)
  }

  /// Its 24 bits, red the highest.
  public var value: UInt32 {
    UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
  }

  /// The squared distance between two colours, each part for itself.
  func distance(to other: RGB) -> Int {
    let parts = [(red, other.red), (green, other.green), (blue, other.blue)]
    return parts.reduce(0) { sum, pair in
      let difference = Int(pair.0) - Int(pair.1)
      return sum + difference * difference
    }
  }
}

/// A colour of a cell: the terminal's own, or one that a scheme names.
public enum Colour: Hashable, Sendable {
  /// Whatever the person chose for their terminal.
  case terminal
  /// A colour as each kind of terminal gets it.
  case named(Shades)

  /// A colour in 24 bits, and which of the 16 of a simple terminal (0 to 15, as ANSI counts them)
  /// stands in for it; one with 8 shows the bright ones as the plain ones in bold.
  public static func rgb(_ colour: RGB, ansi: UInt8) -> Colour {
    .named(
      Shades(
        direct: colour, indexed: Indexed256.nearest(to: colour), sixteen: ansi, eight: ansi))
  }
}

/// One colour as terminals of each depth get it.
public struct Shades: Hashable, Sendable {
  /// Red, green and blue.
  public let direct: RGB
  /// One of the 256, from 16 up: people change those below.
  public let indexed: UInt8
  /// One of the 16 of ANSI.
  public let sixteen: UInt8
  /// One of the first 8 of them; from 8 up the plain one in bold.
  public let eight: UInt8

  /// A colour by what each depth gets.
  public init(direct: RGB, indexed: UInt8, sixteen: UInt8, eight: UInt8) {
    (self.direct, self.indexed) = (direct, indexed)
    (self.sixteen, self.eight) = (sixteen, eight)
  }
}

/// The colours a terminal with 256 of them has beyond the first 16, which people change: a cube
/// of 6 × 6 × 6 (16 to 231) and 24 greys (232 to 255).
public enum Indexed256 {
  private static let levels: [Int] = [0, 95, 135, 175, 215, 255]

  /// The number of the nearest of them; the grey where cube and greys are equally near.
  public static func nearest(to colour: RGB) -> UInt8 {
    let steps = [colour.red, colour.green, colour.blue].map { nearestLevel(Int($0)) }
    let cube = 16 + 36 * steps[0] + 6 * steps[1] + steps[2]
    let mean = (Int(colour.red) + Int(colour.green) + Int(colour.blue)) / 3
    let grey = 232 + min(max(0, (mean - 3) / 10), 23)
    let nearer = rgb(grey).distance(to: colour) <= rgb(cube).distance(to: colour) ? grey : cube
    return UInt8(nearer)
  }

  /// What the numbers from 16 up stand for.
  public static func rgb(_ index: Int) -> RGB {
    if index >= 232 {
      let level = UInt8(8 + 10 * (index - 232))
      return RGB(red: level, green: level, blue: level)
    }
    let cube = index - 16
    let parts = [cube / 36, cube / 6 % 6, cube % 6].map { UInt8(levels[$0]) }
    return RGB(red: parts[0], green: parts[1], blue: parts[2])
  }

  private static func nearestLevel(_ part: Int) -> Int {
    levels.indices.min { abs(levels[$0] - part) < abs(levels[$1] - part) } ?? 0
  }
}
