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

  @Test func `two whole versions stand between marks, and come apart again`() throws {
    let breaks: Set<UInt8> = [0x0A, 0x0D]
    for seed in Self.seeds {
      let versions = texts(seed: seed) + [Array("<<<<<<< a\n=======\n>>>>>>> b\n".utf8)]
      for (ours, theirs) in zip(versions, versions.dropFirst() + versions.prefix(1)) {
        let whole = GitConflicts.between(ours, theirs, length: 1)
        let sides = try #require(GitConflicts(RecBytes(whole)), "seed \(seed)")
        #expect(sides.ranges.count == 1, "seed \(seed)")
        for (side, version) in [(sides.ours, ours), (sides.theirs, theirs)] {
          #expect(side.starts(with: version), "seed \(seed)")
          #expect(side.dropFirst(version.count).allSatisfy(breaks.contains), "seed \(seed)")
        }
      }
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

  @Test func `after any edits the printed file holds the records that the document shows`() throws {
    for seed in Self.seeds {
      var editor = RandomEditor(seed: seed)
      let text = editor.generator.chance(2) ? editor.generator.mutatedRecords() : editor.typed()
      var draft = document(text)
      for _ in 0..<8 { editor.edit(&draft) }
      #expect(document(draft.print()).shown == draft.shown, "seed \(seed)")
      for undo in editor.undos.reversed() { undo(&draft) }
      #expect(draft.print() == text, "seed \(seed)")
      #expect(!draft.hasEdits, "seed \(seed)")
    }
  }
}

/// Edits a document at random, as its seed has it, and remembers how to undo each edit.
private struct RandomEditor {
  var generator: TextGenerator
  var undos: [(inout RecDocument) -> Void] = []

  init(seed: UInt64) { generator = TextGenerator(seed: seed) }

  /// Records of two types, and some of none.
  mutating func typed() -> [UInt8] {
    let descriptors = ["\n\n%rec: X\n\n", "\n\n# y\n%rec: Y\n%key: A\n\n"].map { Array($0.utf8) }
    return generator.records() + descriptors[0] + generator.records() + descriptors[1]
  }

  mutating func edit(_ draft: inout RecDocument) {
    let ids = draft.shownIDs
    switch ids.isEmpty ? 0 : Int.random(in: 0...3, using: &generator.random) {
    case 0: insert(into: &draft, at: .endOfSet(generator.pick(Array(draft.sets.indices))))
    case 1: insert(into: &draft, at: .after(generator.pick(ids)))
    case 2: remove(generator.pick(ids), from: &draft)
    default: set(generator.pick(["A", "C", "New"]), in: generator.pick(ids), of: &draft)
    }
  }

  private mutating func insert(into draft: inout RecDocument, at place: RecPlace) {
    guard let id = try? draft.insert([("A", generator.value())], at: place) else { return }
    undos.append { $0.remove(id) }
  }

  private mutating func remove(_ id: RecordID, from draft: inout RecDocument) {
    draft.remove(id)
    undos.append { $0.restore(id) }
  }

  private mutating func set(_ name: String, in id: RecordID, of draft: inout RecDocument) {
    let values = (0..<Int.random(in: 0...3, using: &generator.random)).map { _ in generator.value()
    }
    // A damaged record refuses, and one with no other field.
    guard let former = try? draft.set(name, to: values, in: id, order: ["A", "New"]) else { return }
    undos.append { $0.restoreText(former) }
  }
}

extension RecDocument {
  /// The records as they now are, descriptors included, in the order of the file.
  fileprivate var shownIDs: [RecordID] {
    sets.flatMap { set in
      [set.descriptor].compactMap { $0 }.filter { record($0) != nil } + Array(records(in: set))
    }
  }

  /// The fields of every record.
  fileprivate var shown: [[String]] {
    shownIDs.map { id in record(id)?.fields.map { "\($0.name)=\($0.valueBytes)" } ?? [] }
  }
}
