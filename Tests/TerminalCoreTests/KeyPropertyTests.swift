import Seeded
import Testing

@testable import TerminalCore

/// What holds for any bytes.
struct KeyPropertyTests {
  private static let pieces =
    [
      "j", "é", "語", "👩‍👧", "\u{1b}", "\u{1b}\u{1b}", "\u{1b}[A", "\u{1b}OB", "\u{1b}[1;3D",
      "\u{1b}[13;2u", "\u{1b}[[A", "\u{1b}[<0;13;4M", "\u{1b}[M abc", "\u{1b}[200~", "\u{1b}[201~",
      "\u{1b}]0;x\u{7}", "\u{1b}Px\u{1b}\\", "\u{1b}[", "\u{1b}O", "\u{1b}]", "\u{3}", "\r",
      "\u{1b}[3$", String(repeating: "1;", count: 70),
      "\u{1b}[" + String(repeating: "9", count: 99),
    ].map { Array($0.utf8) }

  private static let names: [(bytes: [UInt8], key: Key)] = [
    (Array("\u{1b}[3$".utf8), .unknown), ([8], .backspace),
    (Array("\u{1b}[1;2P".utf8), .function(13)),
  ]

  private func bytes(_ random: inout SeededGenerator) -> [UInt8] {
    (0..<Int.random(in: 1...12, using: &random)).flatMap { _ in
      Int.random(in: 0..<4, using: &random) == 0
        ? [UInt8.random(in: 0...255, using: &random)]
        : Self.pieces.randomElement(using: &random) ?? []
    }
  }

  @Test func `any cut of the bytes gives the same keys`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<1000 {
      let bytes = bytes(&random)
      var (whole, cut) = (KeyParser(names: Self.names), KeyParser(names: Self.names))
      let wanted = whole.feed(bytes) + whole.settle()
      var (keys, rest) = ([Key](), bytes[...])
      while !rest.isEmpty {
        let count = Int.random(in: 1...rest.count, using: &random)
        keys += cut.feed(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
      keys += cut.settle()
      #expect(keys == wanted, "seed \(seed), \(bytes)")
      #expect(cut.awaits == nil && cut.settle().isEmpty, "seed \(seed), \(bytes)")
    }
  }

  @Test func `whatever came, Enter is Enter after a silence`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<1000 {
      let bytes = bytes(&random)
      var parser = KeyParser(names: Self.names)
      _ = parser.feed(bytes)
      _ = parser.settle()
      #expect(parser.feed("\r".utf8) == [.enter], "seed \(seed), \(bytes)")
    }
  }

  @Test func `a sequence that is not known is exactly one unknown key`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let sequence = Self.unknown(&random)
      var parser = KeyParser(names: Self.names)
      #expect(
        parser.feed(sequence + Array("u".utf8)) == [.unknown, .character("u")],
        "seed \(seed), \(String(decoding: sequence, as: UTF8.self).debugDescription)")
    }
  }

  /// A well-formed sequence that no table has, and that is no answer.
  private static func unknown(_ random: inout SeededGenerator) -> [UInt8] {
    func some(_ range: ClosedRange<UInt8>, _ count: ClosedRange<Int>) -> [UInt8] {
      (0..<Int.random(in: count, using: &random)).map { _ in .random(in: range, using: &random) }
    }
    func one(of text: String) -> [UInt8] { [text.utf8.randomElement(using: &random) ?? 0] }
    let escape: [UInt8] = [0x1B]
    switch Int.random(in: 0..<5, using: &random) {
    case 0:  // With an intermediate.
      let inside = some(0x30...0x3F, 0...90) + some(0x20...0x23, 1...3)
      return escape + [0x5B] + inside + some(0x40...0x7E, 1...1)
    case 1:  // Private.
      let inside = one(of: "=>?") + some(0x30...0x3F, 0...9)
      return escape + [0x5B] + inside + one(of: "@ABDRYZ`abdhlmnuyz{|}~")
    case 2:  // With an end of its own.
      return escape + [0x5B] + some(0x30...0x3E, 0...9) + one(of: "EGIJKLNOTUVWXY@`abcdefghijk")
    case 3:
      return escape + [0x4F] + some(0x30...0x39, 0...3) + one(of: "EGJKLNOTUVWY@`abcdefghiz{|}")
    default:
      let end = Bool.random(using: &random) ? [7] : Array("\u{1b}\\".utf8)
      let inside = one(of: "0 a;") + some(0x20...0x7E, 0...200) + Array("é語".utf8)
      return escape + one(of: "P]X^_") + inside + end
    }
  }
}
