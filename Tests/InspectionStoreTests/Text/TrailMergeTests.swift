import RecText
import Seeded
import Testing

@testable import InspectionStore

/// Two people's versions of one trail.
struct TrailMergeTests {
  private static let head = "%rec: Trail\n%mandatory: When Who\n"

  private static func entry(_ when: Int, _ what: String) -> String {
    "\nWhen: 2026-11-25T07:\(when):40Z\nWho: ada\nChange: note\nSet: Area Note ashby\nTo: \(what)\n"
  }

  private func merged(_ base: String, _ ours: String, _ theirs: String) throws -> String {
    let bytes = [base, ours, theirs].map { Array($0.utf8) }
    guard
      case .byRecords(let text, open: []) = RegisterMerge(
        base: bytes[0], ours: bytes[1], theirs: bytes[2])
    else {
      Issue.record("not merged by entries")
      return ""
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The paragraphs, each as often as it is there.
  private func paragraphs(_ text: String) -> [String: Int] {
    let parts = text.replacing("\r\n", with: "\n").split(separator: "\n\n")
    return Dictionary(parts.map { (String($0).filter { $0 != "\n" }, 1) }, uniquingKeysWith: +)
  }

  @Test func `what either has more comes below, the earlier first, whoever merges`() throws {
    let both = Self.head + Self.entry(10, "first")
    let (early, late) = (both + Self.entry(20, "early"), both + Self.entry(30, "late"))
    let expected = early + Self.entry(30, "late")
    #expect(try merged(both, early, late) == expected)
    #expect(try merged(both, late, early) == expected)
    #expect(try merged(both, both, late) == late)
    #expect(try merged(both, late, both) == late)
  }

  @Test func `line ends that git has changed make no entry twice`() throws {
    let both = Self.head + Self.entry(10, "first")
    let late = both + Self.entry(30, "late")
    let foreign = (both + Self.entry(20, "early")).replacing("\n", with: "\r\n")
    #expect(paragraphs(try merged(both, foreign, late)).values.allSatisfy { $0 == 1 })
  }

  @Test(arguments: [20_261_129, UInt64.random(in: 0..<1_000_000)])
  func `no entry is lost or doubled, and both people get the same`(seed: UInt64) throws {
    print("trails, seed \(seed)")
    var random = SeededGenerator(seed: seed)
    func block() -> String {
      let when = Int.random(in: 10...59, using: &random)
      if when == 10 { return "\n# Somebody wrote this by hand, \(random.next() % 100).\n" }
      return Self.entry(when, ["a", "b\n+ c", "d\\\n"].randomElement(using: &random) ?? "")
    }
    func blocks(_ count: ClosedRange<Int>) -> [String] {
      (0..<Int.random(in: count, using: &random)).map { _ in block() }
    }
    for round in 1...200 {
      let base = blocks(0...4)
      // Either may have taken in what the other had before, in an order of its own.
      let versions = [0, 1].map { _ in
        Self.head + (base.shuffled(using: &random) + blocks(0...4)).joined()
      }
      let one = try merged(Self.head + base.joined(), versions[0], versions[1])
      #expect(
        try merged(Self.head + base.joined(), versions[1], versions[0]) == one,
        "round \(round), seed \(seed)")
      let expected = paragraphs(versions[0]).merging(paragraphs(versions[1])) { max($0, $1) }
      #expect(paragraphs(one) == expected, "round \(round), seed \(seed)")
    }
  }
}
