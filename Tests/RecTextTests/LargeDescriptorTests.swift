import RecText
import Testing

/// Descriptors as large as a file can have them: what they demand takes time that grows with them,
/// and no faster.
@Suite(.timeLimit(.minutes(2)))
struct LargeDescriptorTests {
  @Test func `a long chain of types leads to its end`() {
    let chain = (0..<20_000).map { "%typedef: T\($0) T\($0 + 1)\n" }.joined()
    let records = "\nA: 1\n\nA: x\n"
    #expect(
      kinds("%rec: R\n\(chain)%typedef: T20000 int\n%type: A T0\n\(records)")
        == [.wrongType("A", value: "x", type: "T0")])
    // One without an end is told at each of its lines.
    let found = kinds("%rec: R\n\(chain)%typedef: T20000 T7\n%type: A T0\n\(records)")
    #expect(found.count == 20_002)
    #expect(found.first == .unknownType("T1"))
  }

  @Test func `one of many words is found for each of many records`() {
    let words = (0..<300_000).map { "w\($0)" }.joined(separator: " ")
    let records = (0..<20_000).map { "A: w\(299_999 - $0)\n\n" }.joined()
    #expect(
      kinds("%rec: R\n%type: A enum \(words)\n\n\(records)A: w\n")
        == [.wrongType("A", value: "w", type: "enum \(words)")])
  }

  @Test func `many names of fields are held to many records`() {
    let names = (0..<20_000).map { "N\($0)" }.joined(separator: " ")
    let lines = ["unique", "prohibit", "confidential", "auto"].map { "%\($0): \(names)\n" }.joined()
    let singular = (0..<20_000).map { "%singular: N\($0)\n" }.joined()
    let types = (0..<20_000).map { "%type: N\($0) line\n" }.joined()
    let records = (0..<20_000).map { "A: \($0)\nB: \($0)\n\n" }.joined()
    let found = kinds("%rec: R\n\(lines)\(singular)\(types)\n\(records)N7: x\n")
    #expect(found.filter { $0 == .prohibited("N7") || $0 == .notEncrypted("N7") }.count == 2)
    #expect(found.count == 20_002)
    // Of the fields that are missing, the first hundred of each record are told.
    let some = records.prefix(20_000)
    let missing = kinds("%rec: R\n%mandatory: \(names) A\n\n\(some)")
    // The last record may be cut after its first field.
    let count = (some.split(separator: "\n").count + 1) / 2
    #expect(missing.count == 100 * count)
  }

  @Test func `many sets refer to one another`() {
    let sets = (0..<5_000).map {
      "%rec: S\($0)\n%key: K\n%type: K int\n%type: A rec S\(($0 * 7 + 1) % 5_000)\n\nK: 1\nA: "
        + "x\n\n"
    }
    let found = kinds(sets.joined())
    #expect(found.count == 5_000)
    #expect(found.first == .wrongType("A", value: "x", type: "rec S1"))
  }

  /// What is wrong with a text by its descriptors.
  private func kinds(_ text: String) -> [RecBreach.Kind] {
    let read = document(text)
    var audit = RecAudit(read)
    return read.sets.flatMap { set -> [RecBreach.Kind] in
      guard let descriptor = set.descriptor.flatMap(read.record) else { return [] }
      let rules = RecRules(descriptor)
      return (rules.faults + audit.breaches(of: rules, in: set).map(\.breach)).map(\.kind)
    }
  }
}
