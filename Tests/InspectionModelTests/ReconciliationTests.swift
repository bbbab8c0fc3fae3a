import InspectionModel
import InspectionOperations
import Testing

/// Two people change one register; the change of one is made to fit what the other left.
struct ReconciliationTests {
  private let base: Register

  init() throws { base = try Register.sample() }

  /// Chooses the other version.
  private func take(_ conflict: Conflict, in register: inout Register) throws {
    let day = try #require(Day(iso: "2026-11-28"))
    var author = Author("mh", on: day, keys: SplitMix(seed: 1))
    let choice = ResolveConflict(conflict.key, .other)
    try register.apply(choice.proposal(for: register, by: &author).change)
  }

  /// Makes two changes, the second as it fits after the first.
  private func both(_ theirs: [Edit], _ mine: [Edit]) throws -> Register {
    var (outside, former) = (base, base)
    try outside.apply(Change("theirs", theirs))
    try former.apply(Change("mine", mine))
    let fitting = try Reconciliation(outside, former: former, note: "meanwhile")
      .fitting(Change("mine", mine))
    try outside.apply(fitting)
    return outside
  }

  private func conflicts(_ register: Register) -> [String] {
    register.all(Conflict.self).map(\.sentence)
  }

  private func set(_ field: Field, _ from: [String], _ to: [String]) -> Edit {
    .set(.contribution, key: "C-1", field, from: from, to: to)
  }

  @Test func `two fields of one record both change`() throws {
    let merged = try both(
      [set(.direction, ["+"], ["-"])], [set(.note, [], ["read twice"])])
    #expect(conflicts(merged).isEmpty)
    let row = try #require(merged.row(.contribution, key: "C-1"))
    #expect(merged[row].texts(.direction) == ["-"])
    #expect(merged[row].texts(.note) == ["read twice"])
  }

  @Test func `the same value from both is no conflict`() throws {
    let edit = set(.direction, ["+"], ["-"])
    #expect(conflicts(try both([edit], [edit])).isEmpty)
  }

  @Test func `a field that both changed keeps theirs, with mine to choose`() throws {
    var merged = try both([set(.direction, ["+"], ["-"])], [set(.direction, ["+"], ["="])])
    #expect(
      conflicts(merged)
        == ["Direction of contribution C-1: “-” here, “=” in the other version (meanwhile)"])
    let conflict = try #require(merged.all(Conflict.self).first)
    try take(conflict, in: &merged)
    let row = try #require(merged.row(.contribution, key: "C-1"))
    #expect(merged[row].texts(.direction) == ["="])
    #expect(conflicts(merged).isEmpty)
  }

  @Test func `later edits of mine change what stands to be chosen, and undo takes it away`() throws
  {
    let mine = [set(.direction, ["+"], ["="]), set(.direction, ["="], ["0"])]
    let theirs = [set(.direction, ["+"], ["-"])]
    #expect(
      conflicts(try both(theirs, mine))
        == ["Direction of contribution C-1: “-” here, “0” in the other version (meanwhile)"])
    #expect(conflicts(try both(theirs, mine + [set(.direction, ["0"], ["-"])])).isEmpty)
  }

  @Test func `what both add to a list is in it, what either takes out is not`() throws {
    let merged = try both(
      [set(.with, ["health"], ["health", "police"])], [set(.with, ["health"], [])])
    let row = try #require(merged.row(.contribution, key: "C-1"))
    #expect(merged[row].texts(.with) == ["police"])
    #expect(conflicts(merged).isEmpty)
  }

  @Test func `a record that they removed and I changed comes back, to be chosen`() throws {
    let row = try #require(base.row(.contribution, key: "C-1"))
    var merged = try both(
      [.remove(.contribution, base[row].values)], [set(.note, [], ["look again"])])
    #expect(
      conflicts(merged)
        == ["contribution C-1 is here; the other version has removed it (meanwhile)"])
    let conflict = try #require(merged.all(Conflict.self).first)
    try take(conflict, in: &merged)
    #expect(merged.row(.contribution, key: "C-1") == nil)
  }

  @Test func `a record that I removed and they changed stays, to be chosen`() throws {
    let row = try #require(base.row(.contribution, key: "C-1"))
    let merged = try both(
      [set(.note, [], ["look again"])], [.remove(.contribution, base[row].values)])
    #expect(merged.row(.contribution, key: "C-1") != nil)
    #expect(conflicts(merged).count == 1)
  }

  @Test func `a record that both added is one, with the later day`() throws {
    func added(_ note: String, _ day: String) -> Edit {
      .insert(
        .contribution,
        [
          .init(.id, "C-9"), .init(.passage, "jtai-ashby-2016/s1"), .init(.agency, "police"),
          .init(.direction, "+"), .init(.note, note), .init(.on, day),
        ])
    }
    let merged = try both([added("one", "2026-01-02")], [added("two", "2026-01-03")])
    let row = try #require(merged.row(.contribution, key: "C-9"))
    #expect(merged[row].texts(.on) == ["2026-01-03"])
    #expect(
      conflicts(merged)
        == ["Note of contribution C-9: “one” here, “two” in the other version (meanwhile)"])
  }

  @Test func `what belongs to nothing any more does not fit`() throws {
    let passage = try #require(base.row(.passage, key: "jtai-ashby-2016/s1"))
    let children = base.children(.contribution, of: passage)
    let removals = children.map { Edit.remove(.contribution, base[$0].values) }
    #expect(throws: EditProblem.self) {
      try both(
        removals + [.remove(.passage, base[passage].values)],
        [set(.note, [], ["look again"])])
    }
  }

  @Test func `a value kept beside another on both sides is kept twice, not as a list`() throws {
    let subject = [FieldValue(.type, "Contribution"), FieldValue(.record, "C-1")]
    func kept(_ value: String) -> Edit {
      .insert(
        .conflict,
        [FieldValue(.id, "Contribution/C-1/Direction")] + subject
          + [FieldValue(.field, "Direction"), FieldValue(.value, value)])
    }
    let merged = try both([kept("=")], [kept("-")])
    #expect(
      conflicts(merged) == [
        "Direction of contribution C-1: “+” here, “=” in the other version",
        "Direction of contribution C-1: “+” here, “-” in the other version (meanwhile)",
      ])
    #expect(conflicts(try both([kept("=")], [kept("=")])).count == 1)
    let changed = Edit.set(
      .conflict, key: "Contribution/C-1/Direction", .value, from: ["="], to: ["0"])
    #expect(
      conflicts(try both([kept("-")], [kept("="), changed]))
        == [
          "Direction of contribution C-1: “+” here, “-” in the other version",
          "Direction of contribution C-1: “+” here, “0” in the other version (meanwhile)",
        ])
  }

  @Test func `the difference of two registers makes the one the other`() throws {
    var other = base
    let row = try #require(other.row(.contribution, key: "C-1"))
    try other.apply(
      Change(
        "",
        [
          .remove(.contribution, other[row].values),
          .insert(.theme, [.init(.id, "x"), .init(.name, "X")]),
        ]))
    var again = base
    try again.apply(Change("", base.edits(to: other)))
    #expect(again.holdsTheSame(as: other))
    #expect(again.edits(to: other).isEmpty)
  }
}
