import InspectionModel
import RecText
import Testing

@testable import InspectionStore

/// What a register's own descriptors demand beyond what its types do.
struct RulesTests {
  private static let demands = """
    %rec: Area
    %key: Id
    %type: Note line
    %mandatory: GSS
    %prohibit: Region
    %unique: Alias
    %singular: GSS
    %size: < 3

    Id: a
    Name: A
    GSS: E00000001

    Id: b
    Name: B
    GSS: E00000002

    """

  @Test(arguments: [
    ("GSS: E00000001\n", "", "10:1: GSS is missing, and %mandatory wants it"),
    ("Name: A\n", "Name: A\nRegion: London\n", "12:9: Region is not allowed: %prohibit"),
    ("Name: A\n", "Name: A\nAlias: x\nAlias: y\n", "13:8: Alias may appear only once: %unique"),
    ("%size: < 3", "%size: >= 3", "8:8: %size wants >= 3 records; there are 2"),
    ("%size: < 3", "%size: few", "8:8: %size takes a number, or one after <, <=, > or >="),
    ("%size: < 3", "%type: Name nothing", "8:8: no %typedef says what nothing is"),
    ("%size: < 3", "%type: Name regexp /B/", "11:7: “A” does not fit its %type: regexp /B/"),
    (
      "%size: < 3", "%constraint: Name != 'A'",
      "8:14: this is not evaluated here, only by recfix --check"
    ),
    (
      "%size: < 3", "%type: Name regexp /^((((.{1,250}){1,250}){1,250}){1,250})$/",
      "8:8: this pattern comes to more than 4000 parts with its repetitions written out; "
        + "it is not evaluated here, only by recfix --check"
    ),
    (
      "%size: < 3", "%type: Name regexp /(.*)\\1x/",
      "8:8: this pattern asks for the text of a group again; "
        + "it is not evaluated here, only by recfix --check"
    ),
    (
      "%size: < 3",
      "%typedef: deep regexp /\(String(repeating: "(", count: 50_000))/\n%type: Name deep",
      "8:11: this pattern nests groups and repetitions more than 100 deep; "
        + "it is not evaluated here, only by recfix --check"
    ),
  ])
  func `what breaks them is told where it stands`(line: String, other: String, told: String) {
    #expect(read(Self.demands).findings.isEmpty)
    let findings = read(Self.demands.replacing(line, with: other)).findings
    let placed = findings.map { "\($0.line):\($0.column): \($0.sentence)" }
    #expect(placed == [told])
  }

  @Test func `of one value in two records both are told`() {
    let findings = read(Self.demands.replacing("E00000002", with: "E00000001")).findings
    #expect(findings.map(\.line) == [12, 16])
    let sentence = "%singular wants no two records with one GSS; another has “E00000001”"
    #expect(findings.allSatisfy { $0.sentence == sentence })
  }

  @Test func `an edit that breaks them is refused, and nothing is written`() throws {
    let edits: [(edit: Edit, broken: RecBreach.Kind)] = [
      (.set(.area, key: "a", .region, from: [], to: ["London"]), .prohibited("Region")),
      (.set(.area, key: "a", .alias, from: [], to: ["x", "y"]), .repeated("Alias")),
      (.set(.area, key: "a", .gss, from: ["E00000001"], to: []), .missing("GSS")),
      (
        .set(.area, key: "b", .gss, from: ["E00000002"], to: ["E00000001"]),
        .taken("GSS", value: "E00000001")
      ),
      (
        .insert(.area, [.init(.id, "c"), .init(.name, "C"), .init(.gss, "E00000003")]),
        .size(3, wanted: "< 3")
      ),
    ]
    for (edit, broken) in edits {
      var read = read(Self.demands)
      #expect(throws: RecWriteProblem.breaksRule(broken)) { try read.make(edit) }
      #expect(read.printed == Self.demands)
    }
    var read = read(Self.demands)
    try read.make(.set(.area, key: "a", .alias, from: [], to: ["x"]))
    #expect(read.printed.contains("Alias: x\n"))
  }

  @Test func `what was broken before hinders no other edit`() throws {
    let text = Self.demands.replacing("Name: A\n", with: "Name: A\nRegion: London\n")
    var read = read(text.replacing("%size: < 3", with: "%size: 1"))
    try read.make(.set(.area, key: "a", .name, from: ["A"], to: ["Z"]))
    let more: Edit = .insert(.area, [.init(.id, "c"), .init(.name, "C"), .init(.gss, "E00000003")])
    var other = read
    #expect(throws: RecWriteProblem.breaksRule(.size(3, wanted: "1"))) { try other.make(more) }
    try read.make(.remove(.area, try read.values(.area, "b")))
    #expect(read.findings.map(\.sentence) == ["Region is not allowed: %prohibit"])
  }

  @Test func `an undo puts back what the descriptors refuse`() throws {
    let text = Self.demands.replacing("Name: A\n", with: "Name: A\nRegion: London\n")
    var read = read(text)
    let change = Change("", [.set(.area, key: "a", .region, from: ["London"], to: [])])
    try read.make(change)
    try read.make(change.inverse)
    #expect(read.printed == text)
  }

  @Test func `records of types that no register has are held to their descriptors too`() {
    let text =
      Self.demands + "\n%rec: Visit\n%key: N\n%type: Area rec Area\n\nN: 1\nArea: a\n\nN: 1\n"
    #expect(
      read(text).findings.map(\.sentence) == [
        "records of type Visit are not known here; they are kept as they are",
        "N is the %key, and another record has “1”",
        "N is the %key, and another record has “1”",
      ])
  }

  @Test func `a field that neither the type nor its descriptor knows is an error`() {
    let text = "%rec: Area\n%allowed: Id Name Mood\n\nId: a\nName: A\nMood: good\nSky: blue\n"
    let findings = read(text + "Region: London\n").findings
    #expect(
      findings.map { "\($0.line) \($0.severity): \($0.sentence)" } == [
        "6 warning: an area has no field Mood; it is kept as it is",
        "7 error: an area has no field Sky, nor is it one that %allowed names",
        "8 error: Region is not among the fields that %allowed names",
      ])
  }
}
