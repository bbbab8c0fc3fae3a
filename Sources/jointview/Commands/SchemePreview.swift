import InspectionUI
import TerminalCore

/// A scheme in lines: what its file says of it, and each role with its figures.
struct SchemePreview {
  /// Of the terminal that shows it; none where there is none.
  let depth: ColourDepth

  func lines(of file: SchemeFile) -> [PaintedText] {
    facts(of: file).map { [Painted($0)] } + [head] + Role.named.map { line($0.role, file.scheme) }
  }

  private func facts(of file: SchemeFile) -> [String] {
    let scheme = file.scheme
    var promises = [scheme.isLight ? "light" : "dark"]
    if scheme.demands.contrast > 4.5 {
      promises.append("text has a contrast of \(Self.plain(scheme.demands.contrast)) or more")
    }
    if scheme.demands.isSafeForRedGreen { promises.append("safe for red-green blindness") }
    let author = file.author.map { " by \($0)" } ?? ""
    return [
      "\(scheme.name): \(promises.joined(separator: ", "))",
      "  \(file.title ?? scheme.name)\(author)",
      "  licence: \(file.licence ?? "not said")", "  source: \(file.source ?? "not said")",
    ]
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }

  private static let width = 10

  private var head: PaintedText {
    let depths = ["24-bit", "256", "16", "8"].map { pad($0, to: 7, onLeft: true) }.joined()
    return [
      Painted("  " + pad("role", to: Self.width) + depths + "   "),
      Painted(pad("selected", to: Self.width) + depths),
    ]
  }

  private func line(_ role: Role, _ scheme: Scheme) -> PaintedText {
    var parts = [Painted("  ")] + part(role, nil, scheme)
    let selected = part(role, .selected, scheme)
    if !selected.isEmpty { parts += [Painted("   ")] + selected }
    return parts
  }

  /// The name of a role in its colours, and its figures; nothing where it has none of the kind.
  private func part(_ role: Role, _ ground: Role?, _ scheme: Scheme) -> PaintedText {
    let figures = Scheme.depths.compactMap { scheme.figure(role, ground, $0) }
    guard !figures.isEmpty else { return [] }
    let look = scheme.palette.look(of: Style(role, on: ground))
    return [
      Painted(pad(role.name, to: Self.width), sgr: SGR.codes(look, depth)),
      Painted(figures.map(text).joined()),
    ]
  }

  /// One place, cut and not rounded, so that 4.5 is never said of less.
  private func text(_ figure: SchemeFigure) -> String {
    let tenths = Int(figure.contrast * 10)
    return pad("\(tenths / 10).\(tenths % 10)\(figure.isShort ? "!" : "")", to: 7, onLeft: true)
  }

  private func pad(_ text: String, to width: Int, onLeft: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - text.count))
    return onLeft ? blanks + text : text + blanks
  }
}

/// What makes a terminal show a look: the parameters of SGR (ECMA-48, and ISO 8613-6 for colours).
enum SGR {
  static func codes(_ look: Look, _ depth: ColourDepth) -> [Int] {
    if depth == .none { return [] }
    return attributes(depth.attributes(of: look))
      + colour(look.foreground, depth, plain: 30) + colour(look.background, depth, plain: 40)
  }

  private static func attributes(_ attributes: Attributes) -> [Int] {
    let all: [(Attributes, Int)] = [
      (.bold, 1), (.dim, 2), (.italic, 3), (.underline, 4), (.reverse, 7),
    ]
    return all.filter { attributes.contains($0.0) }.map(\.1)
  }

  /// - Parameter plain: what the first of the eight colours has.
  private static func colour(_ colour: Colour, _ depth: ColourDepth, plain: Int) -> [Int] {
    guard case .named(let shades) = colour, let number = depth.number(of: shades) else { return [] }
    return switch depth {
    case .none: []
    // The bright eight are 60 higher.
    case .eight, .sixteen: [number < 8 ? plain + number : plain + 60 + number - 8]
    case .indexed: [plain + 8, 5, number]
    case .direct: [plain + 8, 2, number >> 16, number >> 8 & 255, number & 255]
    }
  }
}
