import TerminalCore

/// Which of a scheme's colours a role is to have.
struct RoleRule {
  enum Kind {
    /// To be read.
    case text
    /// To be seen: lines and shapes, of which less contrast is wanted (WCAG 2.2, 1.4.11).
    case mark
    /// Text in the colour of the ground on a ground of its own.
    case block
  }

  let role: Role
  let kind: Kind
  /// Slots of Base16, the first choice first. Where none can be read, any other is taken.
  let slots: [Int]
  /// The same in a scheme that is to be safe for those who cannot tell red from green.
  let safeSlots: [Int]
  /// The slot behind it.
  let ground: Int
  /// Whether green would say the contrary of what it means: palettes have it in unlikely slots.
  let isNeverGreen: Bool
  /// Roles before it in the table with which it must not be taken for one.
  let apart: [Role]
  let attributes: Attributes
  /// What sets it apart on a terminal without colours.
  let withoutColour: Attributes

  private init(
    _ role: Role, _ slots: [Int], on ground: Int = 0, _ attributes: Attributes = [],
    kind: Kind = .text, safe: [Int]? = nil, apart: [Role] = [], isNeverGreen: Bool = false,
    withoutColour: Attributes? = nil
  ) {
    (self.role, self.kind, self.slots, self.ground) = (role, kind, slots, ground)
    (safeSlots, self.apart, self.attributes) = (safe ?? slots, apart, attributes)
    self.isNeverGreen = isNeverGreen
    self.withoutColour = withoutColour ?? attributes
  }

  /// Whether it keeps its own ground in a selected row.
  var hasOwnGround: Bool { kind == .block || [.bar, .entry, .selected].contains(role) }

  /// A role with a colour that has to be apart from another's comes after that.
  static let table = [
    RoleRule(.text, [5]),
    RoleRule(.dim, [4, 3]),
    RoleRule(.bar, [5], on: 1, withoutColour: .bold),
    RoleRule(.rule, [3, 4], kind: .mark),
    RoleRule(.heading, [0xD, 0xC, 0xE], [.bold]),
    RoleRule(.cursor, [0xD, 0xC, 0xE], kind: .block, withoutColour: .reverse),
    RoleRule(.key, [0xC, 0xD, 0xB], on: 1, [.bold]),
    RoleRule(.match, [0xE, 0xD, 0xC], [.underline]),
    RoleRule(.strength, [0xB, 0xC, 0xD], safe: [0xD, 0xC, 0xB]),
    RoleRule(
      .shortfall, [8, 9, 0xF, 0xE, 0xA], safe: [9, 0xA, 8], apart: [.strength],
      isNeverGreen: true),
    RoleRule(
      .mixed, [0xA, 9, 0xE, 0xF, 0xC], safe: [0xE, 0xA, 0xC], apart: [.strength, .shortfall],
      isNeverGreen: true),
    RoleRule(.mention, [4, 3]),
    RoleRule(.good, [0xB, 0xC, 0xD], on: 1, safe: [0xD, 0xC, 0xB]),
    RoleRule(.warning, [9, 0xA, 0xF], on: 1, [.bold], isNeverGreen: true),
    RoleRule(
      .error, [8, 0xF, 0xE, 9], on: 1, [.bold], safe: [9, 0xA, 8], apart: [.good],
      isNeverGreen: true),
    RoleRule(.entry, [7, 6], on: 1),
    RoleRule(.chart, [0xE, 0xD, 0xC], kind: .mark),
    RoleRule(.found, [0xA, 9, 0xB], kind: .block, withoutColour: [.bold, .underline]),
  ]
}
