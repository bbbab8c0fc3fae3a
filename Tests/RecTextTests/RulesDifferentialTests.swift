import RecText
import Seeded
import Testing

/// What descriptors demand, against the real `recfix --check`: both approve, both refuse, or why
/// not is said here.
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
    case .wrongType(_, let value, "real") where !value.contains(where: \.isNumber):
      "recfix takes no digits at all for a real number"
    case .wrongType(_, let value, let type)
    where type.hasPrefix("range") && value.contains(where: \.isNumber):
      "of a number of a range recfix reads as much as is a number, and of a long one its last bits"
    case .wrongType(_, " ", "date"):
      "recfix takes a blank for the day on which it runs"
    default: nil
    }
  }

  /// Why RecText only warns of what recfix may refuse; nil where that would be a mistake.
  private static func whyUndecided(_ kind: RecBreach.Kind) -> String? {
    switch kind {
    case .oddDate: "recutils reads dates in many forms, and by the day on which they are read"
    case .notEvaluated: "a %constraint is an expression of another language"
    case .otherFile: "a register tells no program which files to read, and none to fetch"
    default: nil
    }
  }

  /// What is wrong with a text by its descriptors.
  private func breaches(of read: RecDocument) -> [RecBreach] {
    var audit = RecAudit(read)
    return read.sets.flatMap { set -> [RecBreach] in
      guard let descriptor = set.descriptor.flatMap(read.record) else { return [] }
      let rules = RecRules(descriptor)
      return rules.faults + audit.breaches(of: rules, in: set).map(\.breach)
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
    let count = isThorough ? 500 : 150
    let (approved, refused) = try compare((0..<count).map { _ in generator.register() })
    #expect(approved > count / 10 && refused > count / 10)
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

  @Test func `the head of a descriptor is right where recfix says so`() throws {
    let heads = [
      "", " ", "T", "T ", "T\t ", " T", "\tT", "T\n+", "\n+ T", "T\n+ x", "1bad", "-", "my-type",
      "my-type x", "T.x", "T x", "T  x ", "T x y", "Té", "é", "%T", "T http://localhost:1/x",
    ]
    let texts = heads.map { "%rec:\($0.isEmpty ? "" : " ")\($0)\n\nA: 1\n" }
    let (approved, refused) = try compare(texts)
    #expect(approved > 5 && refused > 10)
  }

  @Test func `of a value that no two records may have, each is told`() throws {
    let texts = ["%key", "%singular"].map { "%rec: T\n\($0): A\n\nA: 1\n\nA: 2\n\nA: 1\n\nA: 1\n" }
    for (text, theirs) in zip(texts, try Recsel.refusedLines(texts.map { Array($0.utf8) })) {
      #expect(theirs == [4, 8, 10])
      #expect(Set(document(text).placedBreaches.map(\.line)) == theirs)
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
    var audit = RecAudit(self)
    return (faults.isEmpty ? audit.breaches(of: rules, in: set) : faults).map { id, breach in
      let fields = record(id).map { Array($0.fields) } ?? []
      return (position(of: fields[breach.field ?? 0].fileRange?.lowerBound ?? 0).line, breach)
    }
  }
}
