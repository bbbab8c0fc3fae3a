import InspectionOperations
import LetterReader
import Testing

/// Passages found again by their words, and phrases and fingerprints.
struct Matching {
  static let old = [
    "The police act on multi-agency plans in time.",
    "Health visitors share records with schools each week.",
    "Probation staff attend too few meetings about children at risk.",
  ]

  @Test func `other line breaks and another order change nothing`() {
    let new = [
      Self.old[2], "The police act on multiagency plans in time", Self.old[1].uppercased(),
    ]
    #expect(
      PassageMatcher.match(old: Self.old, new: new)
        == [.same(old: 0, new: 1), .same(old: 1, new: 2), .same(old: 2, new: 0)])
  }

  @Test func `a passage with other words has changed, one of its own kind is new`() throws {
    let new = [
      "Health visitors now share records with most schools each week.", Self.old[0],
      "Dentists are rarely asked.",
    ]
    let outcomes = PassageMatcher.match(old: Self.old, new: new)
    guard case .changed(old: 1, new: 0, let likeness) = outcomes[1] else {
      Issue.record("not changed: \(outcomes[1])")
      return
    }
    #expect((0.6..<1).contains(likeness))
    #expect(outcomes[0] == .same(old: 0, new: 1))
    #expect(outcomes[2] == .gone(2))
    #expect(outcomes.last == .new(2))
  }

  @Test func `a fingerprint is of letters and digits, of ASCII or not`() {
    let plain = PassageMatcher.fingerprint("Police – 9 officers’ act")
    #expect(plain == PassageMatcher.fingerprint("POLICE 9 officers-act."))
    #expect(PassageMatcher.fingerprint("").allSatisfy { "cbf29ce484222325".contains($0) })
    #expect(
      PassageMatcher.fingerprint("The Café") == PassageMatcher.fingerprint("the-CAFÉ"))
    #expect(PassageMatcher.fingerprint("The Café") != PassageMatcher.fingerprint("The Caf"))
  }

  @Test func `neighbours that are parted otherwise are the same`() {
    let merged = [Self.old[0], Self.old[1] + " " + Self.old[2]]
    #expect(
      PassageMatcher.match(old: Self.old, new: merged) == [
        .same(old: 0, new: 0), .reparted(old: 1..<3, new: 1..<2),
      ])
    #expect(
      PassageMatcher.match(old: merged, new: Self.old) == [
        .same(old: 0, new: 0), .reparted(old: 1..<2, new: 1..<3),
      ])
    let shifted = ["One two three four.", "Five six seven eight."]
    let other = ["One two.", "Three four. Five six.", "Seven eight."]
    #expect(
      PassageMatcher.match(old: shifted, new: other) == [.reparted(old: 0..<2, new: 0..<3)])
    #expect(
      PassageMatcher.match(old: Self.old, new: [Self.old[0] + " And more."])
        .contains { if case .changed(old: 0, _, _) = $0 { true } else { false } })
  }

  @Test func `two passages of the same words stay two`() {
    let twice = [Self.old[0], Self.old[0]]
    #expect(
      PassageMatcher.match(old: twice, new: twice) == [
        .same(old: 0, new: 0), .same(old: 1, new: 1),
      ])
    #expect(
      PassageMatcher.match(old: twice, new: [Self.old[0]]) == [.same(old: 0, new: 0), .gone(1)])
  }

  @Test func `a fingerprint is of letters and digits alone`() {
    #expect(
      PassageMatcher.fingerprint("Multi-agency work")
        == PassageMatcher.fingerprint("multiagency  work."))
    #expect(PassageMatcher.fingerprint("a") == "af63dc4c8601ec8c")
  }

  @Test func `the longest phrase goes first and exceptions mean nothing`() throws {
    let draft = Draft(strengths: [
      "School nurses are skilled.", "The emotional health of children improves.",
      "The education offer is wide.",
    ])
    #expect(
      try read(draft).passages.prefix(3).map { $0.agencies.map(\.agency) } == [
        ["health"], [], ["education"],
      ])
  }
}
