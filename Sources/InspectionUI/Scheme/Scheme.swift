public import TerminalCore

/// A colour scheme in the sixteen colours of Base16, whatever file it came from.
///
/// Source of the slots and their meaning: the Base16 styling guide of tinted-theming
/// (https://github.com/tinted-theming/home/blob/main/styling.md).
public struct Scheme: Hashable, Sendable {
  public let name: String
  /// base00 to base0F.
  public let colours: [RGB]
  /// What it promises to those who read it.
  public let demands: Demands
  /// How each role is drawn, worked out once: about 0.2 ms. Attributes carry the meaning where a
  /// terminal has no colour.
  public let palette: Palette

  /// What the colours of a scheme are to come to.
  public struct Demands: Hashable, Sendable {
    /// The least contrast ratio of text: 4.5 by WCAG 2.2, 1.4.3, and 7 by 1.4.6.
    public var contrast: Double
    /// Whether good and bad are told apart by those who cannot tell red from green.
    public var isSafeForRedGreen: Bool

    /// ΔE*ab from which two colours are told apart at a glance; see ``ColourVision``.
    public static let seenApart = 20.0

    public init(contrast: Double = 4.5, isSafeForRedGreen: Bool = false) {
      (self.contrast, self.isSafeForRedGreen) = (contrast, isSafeForRedGreen)
    }

    /// The least contrast of a role: of marks two thirds of that of text, so 3 where text has 4.5
    /// (WCAG 2.2, 1.4.11).
    func wanted(of rule: RoleRule) -> Double { rule.kind == .mark ? contrast / 1.5 : contrast }
  }

  /// Nil unless there are sixteen colours.
  public init?(name: String, colours: [RGB], demands: Demands = Demands()) {
    guard colours.count == 16 else { return nil }
    (self.name, self.colours, self.demands) = (name, colours, demands)
    palette = Palette(colours, demands)
  }

  /// Whether text is dark on a light ground.
  public var isLight: Bool { Self.isLight(colours) }

  fileprivate static func isLight(_ colours: [RGB]) -> Bool {
    colours[0].luminance > colours[5].luminance
  }
}

extension Palette {
  fileprivate init(_ colours: [RGB], _ demands: Scheme.Demands) {
    self.init()
    let isLight = Scheme.isLight(colours)
    let mixes = PerDepth { depth in
      DepthMixer(depth: depth, colours: colours, demands: demands, isLight: isLight).mix()
    }
    func look(_ role: Role, _ attributes: Attributes, _ withoutColour: Attributes) -> Look {
      Look(
        foreground: mixes.colour { $0.looks[role]?.text },
        background: mixes.colour { $0.looks[role]?.ground },
        attributes: attributes, withoutColour: withoutColour)
    }
    // Underlined the row is seen from end to end where there is no other ground.
    self[.selected] = look(.selected, [], .underline)
    for rule in RoleRule.table {
      self[rule.role] = look(rule.role, rule.attributes, rule.withoutColour)
      self[rule.role, on: .selected] =
        rule.hasOwnGround ? self[rule.role] : selected(rule, mixes)
    }
  }

  private func selected(_ rule: RoleRule, _ mixes: PerDepth) -> Look {
    Look(
      foreground: mixes.colour { $0.selected.texts[rule.role] },
      background: self[.selected].background, attributes: rule.attributes,
      withoutColour: rule.withoutColour.union(self[.selected].withoutColour))
  }
}

/// What the roles get at each depth, to be made one.
private struct PerDepth {
  let direct, indexed, sixteen, eight: DepthMixer.Mix

  init(_ mix: (ColourDepth) -> DepthMixer.Mix) {
    (direct, indexed) = (mix(.direct), mix(.indexed))
    (sixteen, eight) = (mix(.sixteen), mix(.eight))
  }

  func colour(_ tone: (DepthMixer.Mix) -> Tone?) -> Colour {
    guard let direct = tone(direct), let indexed = tone(indexed), let sixteen = tone(sixteen),
      let eight = tone(eight)
    else { return .terminal }
    return .named(
      Shades(
        direct: RGB(UInt32(direct.number)), indexed: UInt8(indexed.number),
        sixteen: UInt8(sixteen.number),
        eight: UInt8(eight.number)))
  }
}
