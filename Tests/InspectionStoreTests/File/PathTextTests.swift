import Seeded
import Testing

@testable import InspectionStore

/// A path is bytes, and a text of it leads to the same file.
struct PathTextTests {
  private static let scraps: [[UInt8]] =
    ["a", "/", "é", "子", "\u{FFFD}", "\u{DFF80}", "\u{DFFFF}", "\u{10FFFF}"].map { Array($0.utf8) }
    + [[0xE9], [0xFF], [0x80], [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF3, 0x9F]]

  @Test func `any bytes become text, and are the same again`() {
    let seed = UInt64.random(in: 0..<1_000_000)
    print("paths, seed \(seed)")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...6, using: &random)).flatMap { _ in
        Self.scraps[Int.random(in: Self.scraps.indices, using: &random)]
      }
      let text = String(path: bytes)
      #expect(text.pathBytes == bytes, "seed \(seed)")
      #expect(text.systemPath.map(UInt8.init(bitPattern:)) == bytes + [0], "seed \(seed)")
    }
  }

  @Test func `what is text stays as it is, and what is none is shown as that`() {
    #expect(String(path: Array("dé/子.rec".utf8)) == "dé/子.rec")
    #expect(String(path: Array("caf".utf8) + [0xE9]).withoutPathBytes == "caf\u{FFFD}")
    #expect(String(path: [0xE9]) != String(path: [0xEA]))
  }
}
