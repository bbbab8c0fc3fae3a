/// What a cell means, not how it looks: an index into a ``Palette``.
///
/// The names of the roles belong to the screens that draw with them. Role 0 is plain text.
public struct Role: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
  /// The index.
  public var rawValue: UInt8

  /// A role by its index, which its screens choose.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }
}

/// What a terminal can do to a character beside colouring it; a terminal ignores those it lacks.
public struct Attributes: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// A bit for each.
  public var rawValue: UInt8

  /// Attributes from their bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let bold = Attributes(rawValue: 1)
  public static let dim = Attributes(rawValue: 2)
  public static let italic = Attributes(rawValue: 4)
  public static let underline = Attributes(rawValue: 8)
  public static let reverse = Attributes(rawValue: 16)
}

/// How a cell is to be shown: its role, what it lies on, and attributes added to those of the
/// role's look.
public struct Style: Hashable, Sendable, BitwiseCopyable {
  /// What the cell means.
  public var role: Role
  /// The role whose background it lies on in place of its own, such as that of a selected row.
  public var ground: Role?
  /// What is added to the look of the role.
  public var attributes: Attributes

  /// A style; without attributes the role is shown as the palette has it.
  ///
  /// - Parameter ground: not the 255th role, which a cell has no room for.
  public init(_ role: Role, on ground: Role? = nil, _ attributes: Attributes = []) {
    (self.role, self.ground, self.attributes) = (role, ground, attributes)
  }

  /// The same on the background of another role.
  public func on(_ ground: Role?) -> Style { Style(role, on: ground, attributes) }

  /// The style in 24 bits: the role, the attributes, and the ground, which is kept one higher, so
  /// that nought is none.
  public var number: UInt32 {
    let ground = ground.map { UInt32($0.rawValue &+ 1) } ?? 0
    return UInt32(role.rawValue) | UInt32(attributes.rawValue) << 8 | ground << 16
  }

  init(number: UInt32) {
    let ground = UInt8(truncatingIfNeeded: number >> 16)
    role = Role(rawValue: UInt8(truncatingIfNeeded: number))
    self.ground = ground == 0 ? nil : Role(rawValue: ground - 1)
    attributes = Attributes(rawValue: UInt8(truncatingIfNeeded: number >> 8))
  }
}
