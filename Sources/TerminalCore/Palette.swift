/// How a role is drawn.
public struct Look: Hashable, Sendable {
  /// The colour of the text.
  public var foreground: Colour
  /// The colour behind it.
  public var background: Colour
  /// What the terminal does to the text beside colouring it.
  public var attributes: Attributes
  /// What carries the meaning where there is no colour, beside `attributes`: most often `.reverse`
  /// where the background does with colour.
  public var withoutColour: Attributes

  /// A look; what is not named is as the terminal has it.
  public init(
    foreground: Colour = .terminal, background: Colour = .terminal, attributes: Attributes = [],
    withoutColour: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
    self.withoutColour = withoutColour
  }
}

/// How every role is drawn: what a colour scheme comes down to.
///
/// A role it does not name is drawn as plain text in the terminal's own colours.
public struct Palette: Hashable, Sendable {
  private var looks = RoleTable<Look>()
  /// The looks of roles on the grounds of others, by the ground; where one is not named, see
  /// ``subscript(_:on:)``.
  private var grounded = RoleTable<RoleTable<Look>>()

  /// A palette of the looks that differ from plain text.
  public init(_ looks: [Role: Look] = [:]) {
    for (role, look) in looks { self[role] = look }
  }

  /// The look of a role.
  public subscript(role: Role) -> Look {
    get { looks[role] ?? Look() }
    set { looks[role] = newValue }
  }

  /// The look of a role on the ground of another: what was set for the two, else the role's own
  /// with the background of the ground and the attributes of both.
  public subscript(role: Role, on ground: Role) -> Look {
    get {
      if let look = grounded[ground]?[role] { return look }
      let (mine, below) = (self[role], self[ground])
      return Look(
        foreground: mine.foreground, background: below.background,
        attributes: mine.attributes.union(below.attributes),
        withoutColour: mine.withoutColour.union(below.withoutColour))
    }
    set {
      var looks = grounded[ground] ?? RoleTable()
      looks[role] = newValue
      grounded[ground] = looks
    }
  }

  /// The look of a style, its own attributes left out.
  public func look(of style: Style) -> Look {
    style.ground.map { self[style.role, on: $0] } ?? self[style.role]
  }
}
