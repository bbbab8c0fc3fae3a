import Testing

/// What is done for each case of an enumeration of ours is said for each, so that a new one must be
/// thought about.
struct DefaultTests {
  /// Enumerations of which one place may deal with only a few cases, and how many switches over
  /// each have a `default:`. A screen does something for some of the actions, and a line being
  /// typed takes some of the keys; a new type of record is shown as any other where nothing is said
  /// of it. The numbers only get smaller.
  private static let open: Set = ["Action", "Field", "Key", "RecordType"]
  private static let left = [
    "Action": 26, "Field": 1, "Field or RecordType": 1, "Key": 4, "RecordType": 3,
  ]

  private static let switches = Switches(Repository.swiftFiles(below: "Sources"))

  @Test func `a new case must be thought about`() {
    let switches = Self.switches.all.filter(\.hasDefault)
    let counts = Dictionary(grouping: switches) { found in
      let known = found.enumerations.intersection(Self.open)
      return (known.isEmpty ? found.enumerations : known).sorted().joined(separator: " or ")
    }.mapValues(\.count)
    #expect(counts == Self.left, "\(switches.map { "\($0.file): \($0.enumerations.sorted())" })")
  }

  @Test(arguments: [
    ("case .b: true; default: false", true), ("case .b, .c(let n): n; case .d: nil", false),
    ("case .foreign: true; default: false", false), ("case \"b\": true; default: false", false),
    ("case E.b: true; default: false", false), ("case let .c(n) where n > 0: n; default: 0", true),
    ("case (.b, .foreign): true; default: false", true), ("// default:\n case .b: 1", false),
    ("case 1: if case .b = e { f() }\n default: g(.b)", false),
    ("case .b: f { switch n { case 1: 2; default: 3 } }", false),
  ])
  func `a default is seen where the cases are ours`(clauses: String, isCounted: Bool) {
    let text = "enum E: String { case b = \"B\", c(Int, of: String)\n case d; var f: Int { 1 } }"
    let file = SourceFile(path: "", text: text + "\nfunc f() { switch e { \(clauses) } }")
    #expect(Switches([file]).all.contains(where: \.hasDefault) == isCounted)
  }
}
