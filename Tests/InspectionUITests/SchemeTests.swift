import Glibc
import InspectionUI
import TerminalCore
import Testing

private let folder: String = {
  let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  return "/\(root)/themes"
}()

/// The schemes in the folder `themes`, by name.
private let schemes: [String: Scheme] = {
  guard let stream = opendir(folder) else { return [:] }
  defer { closedir(stream) }
  var schemes: [String: Scheme] = [:]
  while let entry = readdir(stream) {
    let file = withUnsafeBytes(of: &entry.pointee.d_name) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    guard file.hasSuffix(".yaml") else { continue }
    let name = String(file.dropLast(5))
    schemes[name] = scheme(text("\(folder)/\(file)"), name)
  }
  return schemes
}()

private let names = schemes.keys.sorted()

private func text(_ path: String) -> String {
  guard let file = fopen(path, "r") else { return "" }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 10_000)
  let count = fread(&bytes, 1, bytes.count, file)
  return String(decoding: bytes.prefix(count), as: UTF8.self)
}

/// A Base16 file read line by line: `base0A: "#rrggbb"`.
private func scheme(_ text: String, _ name: String) -> Scheme? {
  let lines = text.split(separator: "\n")
  let colours = lines.filter { $0.contains("base0") && $0.first == " " }
    .compactMap { $0.split(separator: "\"").last.flatMap { RGB(hex: String($0)) } }
  var demands = Scheme.Demands()
  if lines.contains("contrast: 7") { demands.contrast = 7 }
  demands.isSafeForRedGreen = lines.contains("safe-for: red-green")
  return Scheme(name: name, colours: colours, demands: demands)
}

/// A role without a colour.
private struct Unnamed: Error {}

private func shown(_ colour: Colour, _ depth: ColourDepth) throws -> RGB {
  try #require(depth.shown(colour))
}

@Test func `there are eight schemes and more, two light, one of high contrast, one safe`() {
  #expect(schemes.count >= 8 + 3)
  #expect(schemes.values.count { $0.isLight } >= 2)
  #expect(schemes.values.contains { $0.demands.contrast == 7 && $0.isLight })
  #expect(schemes.values.contains { $0.demands.contrast == 7 && !$0.isLight })
  #expect(schemes.values.contains { $0.demands.isSafeForRedGreen })
}

@Test(arguments: names)
func `every scheme says where it is from and under which licence`(name: String) {
  let lines = text("\(folder)/\(name).yaml").split(separator: "\n")
  #expect(lines[0].hasPrefix("# Source: "))
  #expect(lines[1].hasPrefix("# Licence: "))
}

@Test(arguments: names)
func `every role can be read at every depth, by itself and in a selected row`(
  name: String
) throws {
  let scheme = try #require(schemes[name])
  let figures = scheme.figures
  // Four depths; but for those that keep their own ground, in a selected row too.
  #expect(figures.count == Role.named.count * 8 - 5 * 4)
  for figure in figures {
    // Lines and bars are no text: WCAG 1.4.11 asks 3 of them, 1.4.3 asks 4.5 of text.
    let isMark = figure.role == .rule || figure.role == .chart
    let isHigh = ["modus-operandi", "modus-vivendi"].contains(name)
    #expect(figure.wanted == (isMark ? isHigh ? 7 / 1.5 : 3 : isHigh ? 7 : 4.5))
    let role = Role.named.first { $0.role == figure.role }?.name ?? "?"
    #expect(!figure.isShort, "\(role) of \(name) at \(figure.depth): \(figure)")
  }
}

@Test(arguments: names)
func `the row and what the cursor is on differ from other rows at every depth`(
  name: String
) throws {
  let palette = try #require(schemes[name]).palette
  for depth in Scheme.depths {
    let page = try shown(palette[.text].background, depth)
    #expect(try shown(palette[.selected].background, depth) != page, "\(depth)")
    #expect(try shown(palette[.cursor].background, depth) != page, "\(depth)")
    #expect(
      try shown(palette[.cursor].background, depth) != shown(palette[.selected].background, depth))
  }
  #expect(palette[.selected].withoutColour == .underline)
  #expect(palette[.strength, on: .selected].withoutColour.contains(.underline))
}

@Test(arguments: names.filter { $0 != "monochrome" })
func `strength and shortfall differ at every depth, what is mixed too where colours are many`(
  name: String
) throws {
  let palette = try #require(schemes[name]).palette
  for (depth, ground) in Scheme.depths.flatMap({ [($0, nil), ($0, Role.selected)] }) {
    let colours = try [Role.strength, .shortfall, .mixed].map {
      try shown(palette.look(of: Style($0, on: ground)).foreground, depth)
    }
    #expect(colours[0] != colours[1], "\(depth) \(String(describing: ground)): \(colours)")
    if ground == nil, [.direct, .indexed].contains(depth) {
      #expect(Set(colours).count == 3, "\(depth): \(colours)")
    }
  }
}

@Test func `who cannot tell red from green tells good from bad in the safe scheme`() throws {
  let safe = try #require(schemes.values.first { $0.demands.isSafeForRedGreen })
  let pairs: [(Role, Role)] = [
    (.strength, .shortfall), (.strength, .mixed), (.shortfall, .mixed), (.good, .error),
  ]
  for depth in Scheme.depths {
    for ((one, other), ground) in pairs.flatMap({ [($0, nil), ($0, Role.selected)] }) {
      let a = try shown(safe.palette.look(of: Style(one, on: ground)).foreground, depth)
      let b = try shown(safe.palette.look(of: Style(other, on: ground)).foreground, depth)
      for vision in ColourVision.allCases {
        // The four of eight that can be read on black look like two to these eyes.
        let least = depth == .eight && [one, other].contains(.mixed) ? 5.0 : 20
        #expect(
          vision.difference(a, b) >= least, "\(vision) \(depth): \(one) \(a), \(other) \(b)")
      }
    }
  }
}

@Test func `a colour that cannot be read gives way to another, and none is altered`() throws {
  for scheme in schemes.values {
    for (role, _) in Role.named {
      for colour in [scheme.palette[role].foreground, scheme.palette[role].background] {
        guard case .named(let shades) = colour else { throw Unnamed() }
        #expect(scheme.colours.contains(shades.direct))
      }
    }
  }
  // Nord's red has 3.1 on its ground; its yellow is what comes next.
  let nord = try #require(schemes["nord"])
  #expect(try shown(nord.palette[.shortfall].foreground, .direct) == nord.colours[0xA])
}

@Test(arguments: names)
func `what is not good is not said in green`(name: String) throws {
  let scheme = try #require(schemes[name])
  for (depth, ground) in Scheme.depths.flatMap({ [($0, nil), ($0, Role.selected)] }) {
    for role in [Role.shortfall, .mixed, .warning, .error] {
      let look = scheme.palette.look(of: Style(role, on: ground))
      #expect(try !shown(look.foreground, depth).isGreen, "\(role.name) at \(depth)")
    }
  }
}

@Test func `light is light and dark is dark`() {
  #expect(schemes["light"]?.isLight == true)
  #expect(schemes["dark"]?.isLight == false)
}

@Test func `a scheme has sixteen colours or is none`() {
  let black = RGB(red: 0, green: 0, blue: 0)
  #expect(Scheme(name: "few", colours: Array(repeating: black, count: 15)) == nil)
  #expect(Scheme(name: "right", colours: Array(repeating: black, count: 16)) != nil)
}

@Test func `without colour the row under the cursor is still another`() throws {
  let palette = try #require(schemes["monochrome"]).palette
  let reversed = Role.named.filter { palette[$0.role].withoutColour.contains(.reverse) }.map(\.name)
  #expect(reversed == ["cursor"])
  #expect(try play("j").canvas.text.filter { $0.hasPrefix("▌") }.count == 1)
}

@Test func `directions and faults never say by colour alone what they say`() throws {
  let stage = try play("g c")
  #expect(stage.canvas.text(row: 2).contains(" - "))
}
