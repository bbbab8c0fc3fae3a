import RecText
import Seeded
import Testing

@testable import InspectionStore

/// A text gives the same register whether it is read at once or in pieces, wherever they are cut.
struct PiecesTests {
  @Test(arguments: [1, 7, 40, 100, 333, 900])
  func `pieces of any size give what the whole gives`(size: Int) {
    expectSame(Array(Sample.text.utf8), size)
  }

  @Test func `a text damaged in any place gives the same in pieces`() {
    for seed in UInt64(0)..<300 {
      var random = SeededGenerator(seed: seed)
      var text = Array(Sample.text.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) { damage(&text, &random) }
      expectSame(text, Int.random(in: 1...400, using: &random), "seed \(seed)")
    }
  }

  @Test func `a cut inside a value that goes on after a blank line is none`() {
    let text =
      "%rec: Area\n\nId: ashby\nName: Ashby \\\n\\\n\nAlias: none of it\n\nId: borne\nName: B\n"
    for size in 1...text.utf8.count { expectSame(Array(text.utf8), size) }
  }

  private func damage(_ text: inout [UInt8], _ random: inout SeededGenerator) {
    let place = Int.random(in: 0..<text.count, using: &random)
    let signs: [[UInt8]] = [
      [0x5C, 0x0A], [0x0A, 0x0A], Array("\n%rec: Theme\n".utf8), Array("\nId: ashby\n".utf8), [0],
      [0x0D], Array("\n+ more".utf8), Array("stray line\n".utf8), [0xC3],
    ]
    text.insert(contentsOf: signs[Int.random(in: 0..<signs.count, using: &random)], at: place)
  }

  private func expectSame(_ text: [UInt8], _ size: Int, _ hint: Comment? = nil) {
    let bytes = RecBytes(text)
    let whole = RegisterReader.read(bytes)
    let reading = RegisterReading(ArrivingBytes(bytes), pieceSize: size)
    reading.work()
    let pieces = reading.finish(bytes)
    #expect(pieces.register.holdsTheSame(as: whole.register), hint)
    #expect(pieces.diagnostics == whole.diagnostics, hint)
    #expect(pieces.text.print() == text, hint)
    let names = { (read: ReadRegister) in
      read.text.document.sets.map { ($0.name ?? "") + "\($0.baseRecords)" }
    }
    #expect(names(pieces) == names(whole), hint)
  }
}
