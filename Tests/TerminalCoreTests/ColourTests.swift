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

@Test func `a cell is eight bytes`() {
  #expect(MemoryLayout<Cell>.stride == 8)
}
