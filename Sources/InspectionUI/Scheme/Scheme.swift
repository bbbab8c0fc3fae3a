public import TerminalCore

/// A colour scheme in the sixteen colours of Base16, whatever file it came from.
///
/// Source of the slots and their meaning: the Base16 styling guide of tinted-theming
/// (https://github.com/tinted-theming/home/blob/main/styling.md).
public struct Scheme: Hashable, Sendable {
  public let name: String
  /// base00 to base0F.
  public let colours: [RGB]

  /// Nil unless there are sixteen colours.
  public init?(name: String, colours: [RGB]) {
    guard colours.count == 16 else { return nil }
    self.name = name
    self.colours = colours
  }

  /// Whether text is dark on a light ground.
  public var isLight: Bool { colours[0].lightness > colours[5].lightness }

  /// How each role is drawn. Attributes carry the meaning where a terminal has no colour.
  public var palette: Palette {
    var palette = Palette()
    for rule in Self.rules {
      palette[rule.role] = Look(
        foreground: colour(rule.foreground), background: colour(rule.background),
        attributes: rule.attributes, withoutColour: rule.withoutColour)
    }
    return palette
  }

  /// A slot, and which of the sixteen colours of a simple terminal stands in for it.
  private func colour(_ slot: Int) -> Colour {
    .rgb(colours[slot], ansi: Self.ansi(slot, isLight: isLight))
  }

  /// Greys go from black to white in a dark scheme and the other way in a light one; the hues keep
  /// their places.
  private static func ansi(_ slot: Int, isLight: Bool) -> UInt8 {
    let hues: [UInt8] = [1, 3, 3, 2, 6, 4, 5, 3]
    if slot >= 8 { return hues[slot - 8] }
    let isGround = slot < 3
    return isGround == isLight ? 7 : 0
  }

  private struct Rule {
    let role: Role
    let foreground: Int
    let background: Int
    let attributes: Attributes
    /// What sets it apart on a terminal without colours.
    let withoutColour: Attributes

    init(
      _ role: Role, _ foreground: Int, on background: Int = 0, _ attributes: Attributes = [],
      withoutColour: Attributes? = nil
    ) {
      self.role = role
      self.foreground = foreground
      self.background = background
      self.attributes = attributes
      self.withoutColour = withoutColour ?? attributes
    }
  }

  private static let rules: [Rule] = [
    Rule(.text, 5),
    Rule(.dim, 4),
    Rule(.bar, 5, on: 1, withoutColour: .bold),
    Rule(.rule, 3),
    Rule(.heading, 0xD, [.bold]),
    Rule(.cursor, 0, on: 0xD, withoutColour: .reverse),
    Rule(.key, 0xC, on: 1, [.bold]),
    Rule(.match, 0xE, [.underline]),
    Rule(.strength, 0xB),
    Rule(.shortfall, 8),
    Rule(.mixed, 0xA),
    Rule(.mention, 4),
    Rule(.good, 0xB, on: 1),
    Rule(.warning, 9, on: 1, [.bold]),
    Rule(.error, 8, on: 1, [.bold]),
    Rule(.entry, 7, on: 1),
    Rule(.chart, 0xE),
    Rule(.found, 0, on: 0xA, withoutColour: [.bold, .underline]),
  ]
}

extension RGB {
  /// Light or dark to the eye, 0 to 255: green counts most, as in the luma of ITU-R BT.601.
  fileprivate var lightness: Int {
    (299 * Int(red) + 587 * Int(green) + 114 * Int(blue)) / 1000
  }
}
