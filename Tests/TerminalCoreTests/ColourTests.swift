import Seeded
import Testing

@testable import TerminalCore

@Test func `a colour is read from hexadecimal digits and nothing else`() {
  #expect(RGB(hex: "#8b1a2F") == RGB(red: 0x8B, green: 0x1A, blue: 0x2F))
  #expect(RGB(hex: "8b1a2f")?.value == 0x8B1A2F)
  #expect(RGB(hex: "#8b1a2") == nil)
  #expect(RGB(hex: "+8b1a2") == nil)
  #expect(RGB(hex: "#8b1a2g") == nil)
}

@Test func `each of the 256 colours is nearest to itself`() {
  for index in 16..<256 {
    let colour = Indexed256.rgb(index)
    #expect(Indexed256.rgb(Int(Indexed256.nearest(to: colour))) == colour)
  }
}

@Test func `the nearest of 256 is as near as a search of all of them finds`() {
  let seed = UInt64.random(in: 0...UInt64.max)
  var random = SeededGenerator(seed: seed)
  for _ in 0..<300 {
    let colour = RGB(UInt32.random(in: 0...0xFF_FFFF, using: &random))
    let best = (16..<256).map { Indexed256.rgb($0).distance(to: colour) }.min()
    let found = Indexed256.rgb(Int(Indexed256.nearest(to: colour))).distance(to: colour)
    #expect(found == best, "seed \(seed), colour \(colour)")
  }
}

@Test func `a role without a look is plain text`() {
  var palette = Palette()
  palette[Role(rawValue: 3)] = Look(attributes: .reverse)
  #expect(palette[Role(rawValue: 3)].attributes == .reverse)
  #expect(palette[Role(rawValue: 2)] == Look())
  #expect(palette[Role(rawValue: 200)] == Look())
}

@Test func `a style lies on the ground of another role`() {
  let (red, ground) = (Role(rawValue: 3), Role(rawValue: 0))
  var canvas = Canvas(size: Size(columns: 2, rows: 1), style: Style(red))
  canvas.restyle(Rect(x: 0, y: 0, width: 1, height: 1)) { $0.on(ground) }
  #expect(canvas.style(x: 0, y: 0) == Style(red, on: ground))
  #expect(canvas.style(x: 1, y: 0) == Style(red))
  var palette = Palette([
    red: Look(foreground: .rgb(RGB(0xFF0000), ansi: 1), attributes: .bold),
    ground: Look(background: .rgb(RGB(0x0000FF), ansi: 4), withoutColour: .underline),
  ])
  #expect(
    palette.look(of: Style(red, on: ground))
      == Look(
        foreground: palette[red].foreground, background: palette[ground].background,
        attributes: .bold, withoutColour: .underline))
  palette[red, on: ground] = Look(attributes: .italic)
  #expect(palette.look(of: Style(red, on: ground)) == Look(attributes: .italic))
  #expect(palette.look(of: Style(red)) == palette[red])
}

@Test func `a colour becomes what a terminal of each depth has`() {
  let colour = Colour.rgb(RGB(0xA3BE8C), ansi: 10)
  #expect(ColourDepth.direct.shown(colour) == RGB(0xA3BE8C))
  #expect(ColourDepth.indexed.shown(colour) == RGB(0xAFAF87))
  #expect(ColourDepth.sixteen.shown(colour) == RGB(0x00FF00))
  #expect(ColourDepth.eight.shown(colour) == RGB(0x00CD00))
  #expect(ColourDepth.none.shown(colour) == nil)
  #expect(ColourDepth.direct.shown(.terminal) == nil)
}

@Test(arguments: [
  // The figures that the accessibility world quotes: WebAIM's contrast checker.
  (0x000000, 0xFFFFFF, 21.0), (0x777777, 0xFFFFFF, 4.48), (0x767676, 0xFFFFFF, 4.54),
  (0xFF0000, 0xFFFFFF, 4.0), (0x0000FF, 0xFFFFFF, 8.59), (0x00FF00, 0x000000, 15.3),
  (0x123456, 0x123456, 1.0),
])
func `contrast is that of WCAG`(text: UInt32, ground: UInt32, ratio: Double) {
  #expect(abs(RGB(text).contrast(with: RGB(ground)) - ratio) < 0.005)
  #expect(RGB(text).contrast(with: RGB(ground)) == RGB(ground).contrast(with: RGB(text)))
}

@Test func `roots are those of the numbers`() {
  let powers = [(32.0, 5, 2.0), (27, 3, 3), (0, 5, 0), (1, 3, 1), (0.00001, 5, 0.1)]
  for (power, degree, root) in powers { #expect(abs(power.root(degree) - root) < 1e-12) }
}

@Test func `bold goes with bright colours alone where it may be shown as one`() {
  let plain = Look(foreground: .rgb(RGB(0x0000EE), ansi: 4), attributes: [.bold, .underline])
  let bright = Look(foreground: .rgb(RGB(0x5C5CFF), ansi: 12), withoutColour: .reverse)
  for depth in [ColourDepth.eight, .sixteen] {
    #expect(depth.attributes(of: plain) == .underline)
    #expect(depth.attributes(of: plain, adding: .bold) == .underline)
  }
  #expect(ColourDepth.indexed.attributes(of: plain) == [.bold, .underline])
  #expect(ColourDepth.eight.attributes(of: bright) == .bold)
  #expect(ColourDepth.sixteen.attributes(of: bright) == [])
  #expect(ColourDepth.none.attributes(of: bright) == .reverse)
}

@Test func `green is told from yellow and from what has none`() {
  for green in [0x00FF00, 0x00CD00, 0x00F769, 0x44BC44, 0x00FFFF] as [UInt32] {
    #expect(RGB(green).isGreen)
  }
  for other in [0xFFFF00, 0xCDCD00, 0xFF0000, 0xFFFFFF, 0x5C5CFF, 0xD8A657] as [UInt32] {
    #expect(!RGB(other).isGreen)
  }
}

@Test func `red and green look alike without the cones between them, blue and yellow do not`() {
  for vision in ColourVision.allCases {
    // Of a grey nothing is lost.
    for (part, light) in zip(vision.seen(RGB(0x777777)), Array(repeating: 0.184, count: 3)) {
      #expect(abs(part - light) < 0.001)
    }
    #expect(abs(vision.difference(RGB(0), RGB(0xFFFFFF)) - 100) < 0.01)
    #expect(vision.difference(RGB(0x2FAFFF), RGB(0xFFA00F)) > 60)
  }
  #expect(ColourVision.deuteranopia.difference(RGB(0xC05040), RGB(0x6E7F30)) < 20)
}

@Test func `CIELAB is that of the standard`() {
  // sRGB red, by the colour calculators of Lindbloom.
  let red = Lab(linear: [1, 0, 0]).parts
  for (part, known) in zip(red, [53.24, 80.09, 67.20]) { #expect(abs(part - known) < 0.02) }
}

@Test func `a cell is eight bytes`() {
  #expect(MemoryLayout<Cell>.stride == 8)
}
