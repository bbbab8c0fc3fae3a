import InspectionModel
import RecText
import Seeded
import Testing

@testable import InspectionStore

/// Whatever two people did to one register, git's merge of it has all that either did.
struct RegisterMergeTests {
  private static let rounds = isThorough ? 100 : 20

  @Test(arguments: [20_261_125, UInt64.random(in: 0..<1_000_000)])
  func `no value that one of two brings is lost in a merge`(seed: UInt64) throws {
    print("merges of random edits, seed \(seed)")
    var random = RandomEdits(seed: seed)
    for round in 1...Self.rounds {
      let base = random.version(of: Sample.text)
      let (ours, theirs) = (random.version(of: base), random.version(of: base))
      let merge = merge(base, ours, theirs)
      guard case .byRecords(let text, _) = merge else {
        Issue.record("round \(round), seed \(seed): not merged by records")
        continue
      }
      let versions = [base, ours, theirs].map { read($0).register }
      let merged = RegisterReader.read(RecBytes(text)).register
      for (mine, others) in [(versions[1], versions[2]), (versions[2], versions[1])] {
        let lost = lost(versions[0].edits(to: mine), in: merged, others)
        #expect(lost.isEmpty, "round \(round), seed \(seed): \(lost)")
      }
    }
  }

  @Test(arguments: [20_261_129, 682_965, UInt64.random(in: 0..<1_000_000)])
  func `it makes no difference which of two versions is merged into the other`(seed: UInt64) throws
  {
    print("merges there and back, seed \(seed)")
    var random = RandomEdits(seed: seed)
    var byRecords = 0
    for round in 1...Self.rounds {
      let base = random.version(of: Sample.text)
      let ours = random.byHand(random.version(of: base))
      let theirs = random.byHand(random.version(of: base))
      switch (merge(base, ours, theirs), merge(base, theirs, ours)) {
      case (.byRecords(let one, let open), .byRecords(let other, let openThere)):
        byRecords += 1
        #expect(open.isEmpty == openThere.isEmpty, "round \(round), seed \(seed)")
        let there = open.isEmpty ? String(decoding: other, as: UTF8.self) : try exchanged(other)
        let here = String(decoding: one, as: UTF8.self)
        // Among records in another order, what is chosen may put a new one elsewhere.
        #expect(
          open.isEmpty ? here == there : here.lines == there.lines, "round \(round), seed \(seed)")
        for line in (ours + "\n" + theirs).split(separator: "\n") where line.hasPrefix("# By hand")
        {
          #expect(there.contains(line), "round \(round), seed \(seed)")
        }
      case (.byLines(_), .byLines(_)):
        // Both have comments of their own, or one has removed a record with a comment that the
        // other has changed.
        #expect(
          [ours, theirs].allSatisfy { $0.contains("# By hand") }
            || [ours, theirs].contains { !base.comments.isSubset(of: $0.comments) },
          "round \(round), seed \(seed)")
      default:
        Issue.record("round \(round), seed \(seed): a merge by records one way alone")
      }
    }
    #expect(byRecords > Self.rounds / 2, "hardly anything was merged by records")
  }

  /// A merge with the two values of each conflict in each other's place.
  private func exchanged(_ text: [UInt8]) throws -> String {
    var read = RegisterReader.read(RecBytes(text))
    for conflict in read.register.all(Conflict.self) {
      guard let row = conflict.subject, let field = conflict.field else { continue }
      let (key, current, values) = (read.register[row].key, conflict.currentValues, conflict.values)
      let edits: [Edit] = [
        .set(row.type, key: key, field, from: current, to: values),
        .set(.conflict, key: conflict.key, .value, from: values, to: current),
      ]
      try read.make(Change("", edits, isRestoring: true))
    }
    return read.printed
  }

  private func merge(_ base: String, _ ours: String, _ theirs: String) -> RegisterMerge {
    let bytes = [base, ours, theirs].map { Array($0.utf8) }
    return RegisterMerge(base: bytes[0], ours: bytes[1], theirs: bytes[2])
  }

  /// The edits of one of the two of which nothing is seen in the merge: neither what they made of a
  /// field nor, beside what the other made of it, a conflict.
  private func lost(_ edits: [Edit], in merged: Register, _ others: Register) -> [Edit] {
    let conflicts = merged.all(Conflict.self)
    func isBeside(_ edit: Edit) -> Bool {
      conflicts.contains {
        $0.record.text(.type) == edit.type.name && $0.record.text(.record) == edit.key
      }
    }
    return edits.filter { edit in
      let row = merged.row(edit.type, key: edit.key)
      switch edit {
      case .insert(_, let values):
        guard let row else { return true }
        return !values.allSatisfy { merged[row].texts($0.field).contains($0.value) }
          && !isBeside(edit)
      case .set(_, _, let field, let from, let to):
        guard let row else { return true }
        let held = merged[row].texts(field)
        let isThere =
          held.isSpelled(as: to)
          || edit.type.spec(of: field)?.isRepeated == true
            && to.filter { !from.contains($0) }.allSatisfy(held.contains)
          || field == .on
        return !isThere && !isBeside(edit)
      // Registers do not tell them apart.
      case .setUnknown: return false
      case .remove:
        return row != nil && !isBeside(edit)
      }
    }
  }
}

extension RandomEdits {
  /// What a person makes of a register with the program.
  fileprivate mutating func version(of text: String) -> String {
    var read = read(text)
    for _ in 0..<3 {
      let change = change(of: read.register)
      let before = read
      do { try read.make(change) } catch { read = before }
    }
    return read.printed
  }

  /// What a person makes of it in an editor: records somewhere in their set, comments, and mostly
  /// nothing.
  fileprivate mutating func byHand(_ text: String) -> String {
    var paragraphs = text.paragraphs
    let first = paragraphs.firstIndex { $0.contains("%rec: Contribution") }.map { $0 + 1 } ?? 0
    let next = paragraphs.dropFirst(first).firstIndex { !$0.hasPrefix("Id: ") } ?? first + 1
    func place(_ random: inout SeededGenerator) -> Int {
      Int.random(in: first..<max(first + 1, next), using: &random)
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      let record =
        "Id: C-\(Int.random(in: 0..<100, using: &random))x\nPassage: jtai-ashby-2016/s1\n"
        + "Agency: police\nDirection: +"
      paragraphs.insert(record, at: place(&random))
    }
    if Int.random(in: 0..<4, using: &random) == 0 {
      let number = Int.random(in: 0..<1000, using: &random)
      paragraphs.insert("# By hand \(number).", at: place(&random))
    }
    if Int.random(in: 0..<4, using: &random) == 0 {
      paragraphs.swapAt(place(&random), place(&random))
    }
    return paragraphs.joined(separator: "\n\n")
  }
}

extension String {
  fileprivate var lines: [Substring] { split(separator: "\n").sorted() }

  fileprivate var comments: Set<Substring> {
    Set(split(separator: "\n").filter { $0.hasPrefix("#") })
  }

  /// What blank lines part; those that a backslash joins to a value do not.
  fileprivate var paragraphs: [String] {
    var paragraphs: [String] = []
    for part in split(separator: "\n\n", omittingEmptySubsequences: false) {
      if paragraphs.last?.hasSuffix("\\") == true {
        paragraphs[paragraphs.count - 1] += "\n\n" + part
      } else {
        paragraphs.append(String(part))
      }
    }
    return paragraphs
  }
}
