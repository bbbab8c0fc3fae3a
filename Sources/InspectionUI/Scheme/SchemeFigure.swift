public import TerminalCore

/// How well a role can be read in a scheme, at one depth of colour.
public struct SchemeFigure: Hashable, Sendable {
  public let role: Role
  /// The role on whose ground it lies; nil where that is its own.
  public let ground: Role?
  public let depth: ColourDepth
  /// The contrast ratio by WCAG 2.2, from 1 to 21.
  public let contrast: Double
  /// The least it should be.
  public let wanted: Double

  public var isShort: Bool { contrast < wanted }
}

extension Scheme {
  /// The depths that have figures.
  public static let depths: [ColourDepth] = [.direct, .indexed, .sixteen, .eight]

  /// The figures of every role at every depth, on its own ground and in a selected row.
  public var figures: [SchemeFigure] {
    Role.named.flatMap { named in
      Self.depths.flatMap { depth in
        [figure(named.role, nil, depth), figure(named.role, .selected, depth)].compactMap(\.self)
      }
    }
  }

  /// The figure of a role; nil in a selected row where it keeps its own ground.
  public func figure(_ role: Role, _ ground: Role?, _ depth: ColourDepth) -> SchemeFigure? {
    let rule = RoleRule.table.first { $0.role == role }
    if ground != nil, rule?.hasOwnGround ?? true { return nil }
    let look = palette.look(of: Style(role, on: ground))
    guard let text = depth.shown(look.foreground), let behind = depth.shown(look.background)
    else { return nil }
    return SchemeFigure(
      role: role, ground: ground, depth: depth, contrast: text.contrast(with: behind),
      wanted: rule.map { demands.wanted(of: $0) } ?? demands.contrast)
  }
}
