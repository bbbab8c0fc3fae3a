/// What a terminal can do about colour.
public enum ColourDepth: CaseIterable, Hashable, Sendable {
  /// None, or the person wants none: attributes alone.
  case none
  /// 8 colours; the bright ones are the plain ones in bold.
  case eight
  case sixteen
  case indexed
  /// Any colour by its red, green and blue.
  case direct

  /// From the number of colours the terminal's description has.
  public init(colours: Int) {
    switch colours {
    case ..<8: self = .none
    case ..<16: self = .eight
    case ..<256: self = .sixteen
    case 256: self = .indexed
    default: self = .direct
    }
  }

  /// The number by which a terminal of this depth is asked for a colour; nil where it has none.
  public func number(of shades: Shades) -> Int? {
    switch self {
    case .none: nil
    case .eight: Int(shades.eight % 8)
    case .sixteen: Int(shades.sixteen % 16)
    case .indexed: Int(shades.indexed)
    // The lowest eight values are the ANSI colours and not shades of blue near black.
    case .direct: Int(max(8, shades.direct.value))
    }
  }

  /// What the terminal does to the text of a look beside colouring it, with more attributes.
  ///
  /// With few colours many terminals show bold as a bright colour, which may be one that cannot be
  /// read: there bold goes with the bright colours alone.
  public func attributes(of look: Look, adding added: Attributes = []) -> Attributes {
    let all = look.attributes.union(added)
    if self == .none { return all.union(look.withoutColour) }
    guard case .named(let shades) = look.foreground else { return all }
    return switch self {
    case .none, .indexed, .direct: all
    case .sixteen: shades.sixteen < 8 ? all.subtracting(.bold) : all
    case .eight: shades.eight < 8 ? all.subtracting(.bold) : all.union(.bold)
    }
  }

  /// What the eye gets of a colour at this depth; nil where the terminal shows its own.
  public func shown(_ colour: Colour) -> RGB? {
    guard case .named(let shades) = colour, let number = number(of: shades) else { return nil }
    return switch self {
    case .none: nil
    case .eight, .sixteen: XtermColours.rgb(number)
    case .indexed: Indexed256.rgb(number)
    case .direct: RGB(UInt32(number))
    }
  }
}

/// The 16 colours of ANSI as xterm has them (XTerm-col.ad of xterm, patch 390). People and other
/// terminals have others, and not far from these.
public enum XtermColours {
  /// The colour of a number from 0 to 15.
  public static func rgb(_ number: Int) -> RGB { RGB(values[number % 16]) }

  private static let values: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]
}
