import CNcurses
import TerminalCore

/// What ncurses needs to show a style: attributes and the number of a pair of colours.
struct CursesStyle: Hashable {
  var attributes: attr_t
  var pair: Int32
}

/// What a palette's styles are to ncurses, each worked out once.
@MainActor
struct CursesStyles {
  private let depth: ColourDepth

  /// Whether the terminal's own colours can be asked for; else white on black stands in for them.
  private let hasDefault: Bool

  private var palette = Palette()
  /// By ``Style/number``.
  private var known: [Int: CursesStyle] = [:]
  /// The last one asked for: the cells of a row mostly share theirs.
  private var last: (style: Style, found: CursesStyle)?

  init(depth: ColourDepth, hasDefault: Bool) {
    self.depth = depth
    self.hasDefault = hasDefault
  }

  /// Changes the palette; tells whether that changes anything.
  mutating func use(_ palette: Palette) -> Bool {
    if palette == self.palette { return false }
    self.palette = palette
    known.removeAll(keepingCapacity: true)
    last = nil
    return true
  }

  /// What a style is to ncurses.
  mutating func cursesStyle(of style: Style) -> CursesStyle {
    if let last, last.style == style { return last.found }
    let key = Int(style.number)
    if let found = known[key] {
      last = (style, found)
      return found
    }
    let made = mix(palette.look(of: style), adding: style.attributes)
    known[key] = made
    last = (style, made)
    return made
  }

  private func mix(_ look: Look, adding added: Attributes) -> CursesStyle {
    let attributes = CursesStyles.mask(depth.attributes(of: look, adding: added))
    if depth == .none { return CursesStyle(attributes: attributes, pair: 0) }
    let foreground = number(look.foreground, default: COLOR_WHITE)
    let background = number(look.background, default: COLOR_BLACK)
    let isPlain = look.foreground == .terminal && look.background == .terminal
    let pair = isPlain ? 0 : alloc_pair(foreground, background)
    return CursesStyle(attributes: attributes, pair: max(0, pair))
  }

  private func number(_ colour: Colour, default standIn: Int32) -> Int32 {
    guard case .named(let shades) = colour, let number = depth.number(of: shades) else {
      return hasDefault ? -1 : standIn
    }
    return Int32(number)
  }

  private static func mask(_ attributes: Attributes) -> attr_t {
    var mask: attr_t = 0
    if attributes.contains(.bold) { mask |= NC_BOLD }
    if attributes.contains(.dim) { mask |= NC_DIM }
    if attributes.contains(.italic) { mask |= NC_ITALIC }
    if attributes.contains(.underline) { mask |= NC_UNDERLINE }
    if attributes.contains(.reverse) { mask |= NC_REVERSE }
    return mask
  }
}
