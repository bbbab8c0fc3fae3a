import RecText
import Testing

/// What holds of any text; each failure names the seed that makes its text again.
struct PropertyTests {
  private static let seeds = (0..<600).map { UInt64($0) }

  private func texts(seed: UInt64) -> [[UInt8]] {
    var generator = TextGenerator(seed: seed)
    return [generator.soup(), generator.records(), generator.mutatedRecords(), noise(&generator)]
  }

  private func noise(_ generator: inout TextGenerator) -> [UInt8] {
    (0..<Int.random(in: 0...60, using: &generator.random)).map { _ in
      .random(in: .min ... .max, using: &generator.random)
    }
  }

  @Test func `printing what was read gives back the very bytes`() {
    for seed in Self.seeds {
      for text in texts(seed: seed) { #expect(document(text).print() == text, "seed \(seed)") }
    }
  }

  @Test func `a written value reads back as it was`() throws {
    for seed in Self.seeds {
      var generator = TextGenerator(seed: seed)
      let values = [generator.value(), generator.value(), generator.value()]
      var draft = document("")
      _ = try draft.insert(values.map { ("A", $0) }, at: .endOfSet(0))
      let read = document(draft.print())
      #expect(
        read.record(RecordID(0))?.values(of: "A").map { Array($0.utf8) }
          == values.map { Array($0.utf8) }, "seed \(seed)")
      #expect(!read.hasErrors, "seed \(seed)")
    }
  }

  @Test func `an edit shows when the file is read again and leaves all other fields alone`() throws
  {
    for seed in Self.seeds {
      var generator = TextGenerator(seed: seed)
      for text in [generator.records(), generator.mutatedRecords()] {
        try checkEdit(of: text, generator.pick(["A", "C", "New"]), [generator.value(), "x"], seed)
      }
    }
  }

  private func checkEdit(of text: [UInt8], _ name: String, _ values: [String], _ seed: UInt64)
    throws
  {
    let before = document(text)
    for index in 0..<before.recordCount where !before.isDamaged(RecordID(index)) {
      var draft = before
      try draft.set(name, to: values, in: RecordID(index), order: ["A", "New", "C"])
      let after = document(draft.print())
      #expect(after.recordCount == before.recordCount, "seed \(seed)")
      #expect(
        after.record(RecordID(index))?.values(of: name).map { Array($0.utf8) }
          == values.map { Array($0.utf8) }, "seed \(seed)")
      #expect(others(after, index, name) == others(before, index, name), "seed \(seed)")
      for other in 0..<before.recordCount where other != index {
        #expect(
          after.record(RecordID(other))?.text == before.record(RecordID(other))?.text,
          "seed \(seed)")
      }
    }
  }

  /// The raw lines of the fields that do not have this name.
  private func others(_ read: RecDocument, _ index: Int, _ name: String) -> [[UInt8]] {
    let fields = read.record(RecordID(index))?.fields.filter { $0.name != name } ?? []
    return fields.map { Array($0.name.utf8) + [0x3A] + $0.valueBytes }
  }

  @Test func `removing and inserting anywhere keeps every other record`() throws {
    for seed in Self.seeds {
      var generator = TextGenerator(seed: seed)
      let text = generator.mutatedRecords()
      let before = document(text)
      guard before.recordCount > 0 else { continue }
      var draft = before
      let place = RecordID(Int.random(in: 0..<before.recordCount, using: &generator.random))
      let gone = RecordID(Int.random(in: 0..<before.recordCount, using: &generator.random))
      let new = try draft.insert([("Q", "1")], at: .after(place))
      draft.remove(gone)
      let after = document(draft.print())
      let expected = before.recordCount
      #expect(after.recordCount == expected, "seed \(seed)")
      draft.restore(gone)
      draft.remove(new)
      #expect(draft.print() == text, "seed \(seed)")
    }
  }
}
