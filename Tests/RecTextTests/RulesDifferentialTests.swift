import RecText
import Seeded
import Testing

/// What descriptors demand, against the real `recfix --check`: both approve, both refuse, or why not is said here.
@Suite(
  .enabled(if: Recsel.isInstalled, "recfix is not on the PATH; install recutils to compare with it")
)
struct RulesDifferentialTests {
  /// Why RecText refuses on purpose what recfix takes; nil where that would be a mistake.
  private static func whyStricter(_ kind: RecBreach.Kind) -> String? {
    switch kind {
    case .noName:
      "of a %key or %singular that is more than one name, recfix looks at nothing and says nothing"
    case .noSize:
      "of fewer records than none, recfix makes no limit"
    case .misfit(_, let value, "real") where !value.contains(where: \.isNumber):
      "recfix takes no digits at all for a real number"
    case .misfit(_, let value, let type)
    where type.hasPrefix("range") && value.contains(where: \.isNumber):
      "of a number of a range recfix reads as much as is a number, and of a long one its last bits"
    case .misfit(_, " ", "date"):
      "recfix takes a blank for the day on which it runs"
    default: nil
    }
  }

  /// Why RecText only warns of what recfix may refuse; nil where that would be a mistake.
  private static func whyUndecided(_ kind: RecBreach.Kind) -> String? {
    switch kind {
    case .oddDate: "recutils reads dates in many forms, and by the day on which they are read"
    case .notEvaluated: "a %constraint is an expression of another language"
    default: nil
    }
  }

  /// What is wrong with a text by its descriptors.
  private func breaches(of read: RecDocument) -> [RecBreach] {
    read.sets.flatMap { set -> [RecBreach] in
      guard let descriptor = set.descriptor.flatMap(read.record) else { return [] }
      let rules = RecRules(descriptor)
      return rules.faults + read.breaches(of: rules, in: set).map(\.breach)
    }
  }

  private func compare(_ texts: [String]) throws -> (approved: Int, refused: Int) {
    var (approved, refused) = (0, 0)
    for (text, status) in zip(texts, try Recsel.check(texts.map { Array($0.utf8) })) {
      // recfix itself crashes on a reference to a set without a key, and on a %key that is empty.
      guard status < 2 else { continue }
      let breaches = breaches(of: document(text))
      let errors = breaches.filter { !$0.isWarning }.map(\.kind)
      if status == 0 {
        approved += 1
        let others = errors.filter { kind in Self.whyStricter(kind) == nil }
        #expect(others.isEmpty, "\(text.debugDescription) \(others)")
      } else {
        refused += 1
        let isOpen = breaches.contains { Self.whyUndecided($0.kind) != nil }
        #expect(!errors.isEmpty || isOpen, "\(text.debugDescription)")
      }
    }
    return (approved, refused)
  }

  @Test func `what descriptors demand is refused where recfix refuses it`() throws {
    let seed = UInt64.random(in: 0..<1_000_000)
    print("seed \(seed)")
    var generator = RuleGenerator(seed: seed)
    let (approved, refused) = try compare((0..<500).map { _ in generator.register() })
    #expect(approved > 50 && refused > 50)
  }

  @Test func `values fit their type where recfix says so`() throws {
    let texts = RuleGenerator.types.map { type in
      "%rec: T\n%type: A \(type)\n\n" + RuleGenerator.values.map { "A: \($0)\n\n" }.joined()
    }
    for (text, theirs) in zip(texts, try Recsel.refusedLines(texts.map { Array($0.utf8) })) {
      let read = document(text)
      let found = read.placedBreaches
      for line in theirs.subtracting(found.map(\.line)) { Issue.record("\(text) line \(line)") }
      for (line, breach) in found where !breach.isWarning && !theirs.contains(line) {
        #expect(Self.whyStricter(breach.kind) != nil, "\(breach.kind)")
      }
    }
  }

  @Test func `a line of a descriptor is right where recfix says so`() throws {
    let texts = RuleGenerator.lines.flatMap { line in
      RuleGenerator.words.map { "%rec: T\n\(line): \($0)\n\nA: 1\nA: 2\n\nA: 1\nB: 2\n" }
    }
    _ = try compare(texts)
  }
}

extension RecDocument {
  /// What is wrong with the first set, and in which line; of a wrong descriptor that alone.
  fileprivate var placedBreaches: [(line: Int, breach: RecBreach)] {
    guard let set = sets.first, let descriptor = set.descriptor.flatMap(record) else { return [] }
    let rules = RecRules(descriptor)
    let faults = rules.faults.map { (record: RecordID(0), breach: $0) }
    return (faults.isEmpty ? breaches(of: rules, in: set) : faults).map { id, breach in
      let fields = record(id).map { Array($0.fields) } ?? []
      return (position(of: fields[breach.field ?? 0].fileRange?.lowerBound ?? 0).line, breach)
    }
  }
}

/// Makes small registers with demands of many kinds.
struct RuleGenerator {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  static let types = [
    "int", "real", "bool", "line", "field", "email", "uuid", "date", "range 5", "range 1 5",
    "range -5 MAX", "range MIN 3", "range 5 1", "range 0x1 0xa", "range MAX", "size 3", "size 0x2",
    "enum a b-c", "enum a (one) b (two)", "enum a\n+ b", "enum 1 2", "regexp /^a+$/",
    "regexp |a/b|", "regexp /a//b/", "regexp /(/", "regexp /a/ x", "regexp /a", "regexp //",
    "regexp /\\./", "rec Nope", "rec", "rec 1x", "range", "range a", "size", "size -1", "enum",
    "enum -a", "enum é", "foo", "Int", "int x", "", "regexp",
  ]

  static let values = [
    "", " ", "1", " 12 ", "3", "3x", "3.5", "0x3", "-1", "+1", "- 1", "1.", ".5", "1e5", "-", ".",
    "-1.5", "1,5", "99999999999999999999", "yes", " true", "Yes", "a", " a ", "aa", "b", "b-c",
    "ab",
    "a/b", "a\n+ b", "éé", "é1", "abcd", "A_b", "1a", "a b", "a@b.cd", "a@b", "A.B+c@d-e.com",
    "a@b.museum", "f47ac10b-58cc-4372-a567-0e02b2c3d479", "2016-02-22", "2016-02-30", "2016-02",
    "2016-13-01", "tomorrow", "2016", "encrypted-a",
  ]

  static let lines = [
    "%key", "%mandatory", "%allowed", "%prohibit", "%unique", "%singular", "%confidential", "%auto",
    "%sort", "%size", "%type", "%typedef", "%doc", "%rec",
  ]

  static let words = [
    "A", "A B", "B", " A  B ", "A,B", "A\tB", "", "1", "A\n+ B", "A-x", "A[0]", "A:", "%x", "2",
    "<= 1",
    "<2", "> 1", ">= 3", "==2", "= 2", "0x2", " 2 ", "< 1", "A int", "A,B int", "A, B int",
    "A ,B int",
    "A[1] int", "A nope", "a int", "a-b line", "1a int", "a b", "a a",
  ]

  /// A set or two with demands that their records keep or break.
  mutating func register() -> String {
    var sets = [set("T", extra: [])]
    if chance(3) { sets.append(set("U", extra: ["%type: B rec T"])) }
    return sets.joined(separator: "\n")
  }

  private mutating func set(_ name: String, extra: [String]) -> String {
    var lines = ["%rec: \(name)"] + extra
    // recfix crashes on references to a set that has types and no key.
    if name == "T" || chance(2) { lines.append("%key: \(pick(["A", "A", "B"]))") }
    for _ in 0..<Int.random(in: 0...3, using: &random) { lines.append(demand()) }
    var text = lines.joined(separator: "\n") + "\n"
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      text +=
        "\n"
        + (0..<Int.random(in: 1...4, using: &random)).map { _ in
          "\(pick(["A", "B", "C"])): \(value())\n"
        }.joined()
    }
    return text
  }

  private mutating func demand() -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: "%mandatory: \(names())"
    case 1: "%allowed: \(names()) A"
    case 2: "%prohibit: C"
    case 3: "%unique: \(names())"
    case 4: "%singular: \(pick(["A", "B"]))"
    case 5: "%size: \(pick(["", "<", "<=", ">", ">= "]))\(Int.random(in: 0...4, using: &random))"
    case 6: "%typedef: \(pick(["a", "b"])) \(pick(["int", "line", "a", "b", "enum a b 1"]))"
    case 7: "%auto: \(pick(["A", "B"]))"
    default: "%type: \(pick(["A", "A,C", "B", "C,B,A"])) \(type())"
    }
  }

  private mutating func type() -> String {
    pick([
      "int", "real", "bool", "line", "range 5", "size 2", "enum a b 1", "regexp /[a-c1]/", "a", "b",
    ])
  }

  private mutating func names() -> String { pick(["A", "B", "A B", "C A"]) }

  private mutating func value() -> String {
    pick(["1", "2", "3", "a", "b", "yes", "12", "a\n+ b"])
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  private mutating func chance(_ oneIn: Int) -> Bool {
    Int.random(in: 0..<oneIn, using: &random) == 0
  }
}
