import Seeded
import Testing

@testable import RecText

/// What is read many bytes at a time, against the same read byte by byte.
@Suite struct FastPassTests {
  @Test(arguments: 0..<200)
  func `line feeds are found wherever they stand`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
      [0x0A, 0x41, 0x8A, 0x0B].randomElement(using: &random) ?? 0x41 as UInt8
    }
    bytes.withUnsafeBytes { buffer in
      let start = Int.random(in: 0...bytes.count, using: &random)
      var feeds = LineFeeds(buffer, from: start)
      for at in start...bytes.count {
        let expected = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
        #expect(feeds.next(from: at) == expected, "seed \(seed), from \(at)")
      }
      #expect(feeds.forbidden == 0)
    }
  }

  @Test(arguments: [0, 0xFF] as [UInt8], [0, 1, 62, 63, 64, 65, 127, 128, 129])
  func `a byte that recutils cannot read is seen in any place`(byte: UInt8, place: Int) {
    var bytes = [UInt8](repeating: 0x41, count: 130)
    bytes[place] = byte
    bytes.withUnsafeBytes { buffer in
      var feeds = LineFeeds(buffer, from: 0)
      _ = feeds.next(from: 0)
      #expect(feeds.forbidden != 0)
    }
  }

  @Test(arguments: 0..<200)
  func `fields with names that are expected are the same as without`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let names = [
      "Id", "Passage", "Criterion", "PriorityAction", "StatementAgency", "AVeryLongNameIndeed",
    ]
    let lines = (0..<40).map { _ in
      let name = (names + ["I", "Ide", "Passages", "% x", "", "#"]).randomElement(using: &random)
      return (name ?? "") + [":", ": ", ":\t", "", ": x\\", ": y\n+ z"].randomElement(
        using: &random)!
    }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    bytes.withUnsafeBytes { buffer in
      var (known, unknown) = (Fields(RecNames(names), buffer), Fields(.none, buffer))
      let fast = RecPiece(buffer, from: 0, into: &known)
      let slow = RecPiece(buffer, from: 0, into: &unknown)
      #expect(known.found == unknown.found, "seed \(seed)")
      #expect(fast.starts == slow.starts && fast.ends == slow.ends)
      #expect(fast.damaged == slow.damaged && fast.problems == slow.problems)
      for (number, name) in known.numbered { #expect(names[number] == name, "seed \(seed)") }
    }
  }
}

/// The fields of a text with their places.
private struct Fields: RecSink {
  let names: RecNames
  let buffer: UnsafeRawBufferPointer
  var found: [String] = []
  var numbered: [(Int, String)] = []

  init(_ names: RecNames, _ buffer: UnsafeRawBufferPointer) {
    (self.names, self.buffer) = (names, buffer)
  }

  mutating func receive(
    _ index: Int, _ fields: UnsafeBufferPointer<RecFieldPlace>, opens: String?
  ) {
    for field in fields {
      let name = field.name(in: buffer)
      found.append("\(index) \(name)@\(field.nameOffset) \(field.valueOffset)-\(field.valueEnd)")
      if field.number >= 0 { numbered.append((Int(field.number), name)) }
    }
  }
}
