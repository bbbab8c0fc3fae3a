import InspectionModel
import RecText
import Seeded
import Testing

@testable import InspectionStore

/// Whatever two people did to one register, git's merge of it has all that either did.
struct RegisterMergeTests {
  @Test(arguments: [20_261_125, UInt64.random(in: 0..<1_000_000)])
  func `no value that one of two brings is lost in a merge`(seed: UInt64) throws {
    print("merges of random edits, seed \(seed)")
    var random = RandomEdits(seed: seed)
    var byRecords = 0
    for round in 1...100 {
      let base = version(of: Sample.text, &random, edits: 3)
      let (ours, theirs) = (
        version(of: base, &random, edits: 3), version(of: base, &random, edits: 3)
      )
      let bytes = [base, ours, theirs].map { Array($0.utf8) }
      guard
        case .byRecords(let text, _) = RegisterMerge(
          base: bytes[0], ours: bytes[1], theirs: bytes[2])
      else { continue }
      byRecords += 1
      let versions = [base, ours, theirs].map { read($0).register }
      let merged = RegisterReader.read(RecBytes(text)).register
      for (mine, others) in [(versions[1], versions[2]), (versions[2], versions[1])] {
        let lost = lost(versions[0].edits(to: mine), in: merged, others)
        #expect(lost.isEmpty, "round \(round), seed \(seed): \(lost)")
      }
    }
    #expect(byRecords > 60, "hardly anything was merged by records")
  }

  private func version(of text: String, _ random: inout RandomEdits, edits: Int) -> String {
    var read = read(text)
    for _ in 0..<edits {
      let change = random.change(of: read.register)
      let before = read
      do { try read.make(change) } catch { read = before }
    }
    return read.printed
  }

  /// The edits of one of the two of which nothing is seen in the merge: neither what they made of a field nor, beside what the
  /// other made of it, a conflict.
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
      case .remove:
        return row != nil && !isBeside(edit)
      }
    }
  }
}
