import InspectionAnalysis
import InspectionModel
import InspectionOperations
import Testing

/// The pause points of 2015 on the days that decide about them, from the register that the program
/// ships.
struct PauseTests {
  private func progress(
    _ key: String, on day: String, in register: Register = Registers.starter
  ) throws -> PauseProgress {
    let row = try #require(register.row(.pausePoint, key: key))
    return PauseProgress(register.view(row), on: try #require(Day(iso: day)))
  }

  @Test(
    arguments: [
      ("2016-02-25", 0, 0), ("2016-06-24", 5, 3), ("2016-09-15", 5, 5), ("2016-09-16", 6, 5),
      ("2016-10-27", 6, 5), ("2016-10-28", 6, 6), ("2026-11-25", 6, 6),
    ])
  func `the first six by fieldwork`(day: String, inspected: Int, published: Int) throws {
    let progress = try progress("first-six-by-fieldwork", on: day)
    #expect(progress.wanted == 6)
    #expect(progress.inspected.count == inspected)
    #expect(progress.published.count == published)
  }

  @Test(arguments: ["2016-06-24", "2026-11-25"])
  func `the first six on sexual exploitation stay at five, and why is said`(day: String) throws {
    let progress = try progress("first-six-on-sexual-exploitation", on: day)
    #expect(progress.inspected.count == 5)
    #expect(progress.account.answer.hasPrefix("It cannot be reached: Six were announced"))
    #expect(progress.account.gaps.contains { $0.contains("5 of 6") })
  }

  @Test func `what one person coded in a first pass is coded and not agreed`() throws {
    let now = try progress("first-six-by-fieldwork", on: "2026-11-25")
    #expect(now.coded.count == 6)
    #expect(now.agreed.isEmpty && !now.isReady)
    #expect(now.members.map(\.passages.count).reduce(0, +) == 203)
    #expect(try progress("first-six-by-fieldwork", on: "2016-10-28").coded.isEmpty)
  }

  @Test func `a decision freezes its inspections, and can be taken back`() throws {
    var register = Registers.starter
    let today = try #require(Day(iso: "2026-11-25"))
    let point = try progress("first-six-by-fieldwork", on: "2026-11-25").point
    var author = Author("mh", on: today, keys: SplitMix(seed: 1))
    let change = try DecidePause(point.key, .change, because: "one framework")
      .proposal(for: register, by: &author).change
    try register.apply(change)
    try register.apply(Change("an earlier one", [.insert(.inspection, Self.earlier)]))
    let decided = try progress("first-six-by-fieldwork", on: "2026-11-25", in: register)
    #expect(decided.members.count == 6)
    #expect(!decided.members.contains { register[$0.inspection].key == "jtai-barnet-2016" })
    #expect(decided.account.answer.hasPrefix("Decided on 2026-11-25 by mh: change"))
    let found = register.inconsistencies().filter { $0.row.type == .pausePoint }
    #expect(found.map(\.kind) == [.unfitMember(key: "jtai-salford-2016")])

    var again = Registers.starter
    try again.apply(change)
    try again.apply(change.inverse)
    #expect(again.holdsTheSame(as: Registers.starter))
  }

  private static let earlier: [FieldValue] = [
    .init(.id, "jtai-barnet-2016"), .init(.area, "barnet"), .init(.framework, "jtai"),
    .init(.from, "2016-02-01"), .init(.to, "2016-02-05"), .init(.certainty, "stated-elsewhere"),
    .init(.source, "x"),
  ]

  @Test func `passages are agreed where two passes came to the same, or both found nothing`() throws
  {
    let text = """
      %rec: Area

      Id: ashby
      Name: Ashby

      %rec: Framework

      Id: jtai
      Name: Joint

      %rec: Agency

      Id: police
      Name: Police
      Letter: p

      %rec: Inspection

      Id: a1
      Area: ashby
      Framework: jtai
      From: 2016-06-06
      To: 2016-06-10
      Published: 2016-07-01
      Certainty: stated-elsewhere
      Source: x

      %rec: Passage

      Id: a1/i1
      Inspection: a1
      Section: improvement
      Index: 1
      Summary: nobody does anything

      Id: a1/m1
      Inspection: a1
      Section: next-steps
      Index: 1
      Summary: not among those that are coded as a rule

      Id: a1/s1
      Inspection: a1
      Section: strength
      Index: 1
      Summary: police act

      %rec: Contribution

      Id: C-1
      Passage: a1/s1
      Agency: police
      Direction: +
      Pass: agreed
      On: 2026-11-20

      %rec: Review

      Id: R-1
      Name: one
      Order: date
      Reviewer: mh
      Pass: first
      State: closed

      Id: R-2
      Name: two
      Order: date
      Reviewer: ab
      Pass: second
      Of: R-1
      State: closed

      %rec: Memo

      Id: M-1
      Kind: nothing
      Review: R-1
      Passage: a1/i1
      On: 2026-11-18

      Id: M-2
      Kind: nothing
      Review: R-2
      Passage: a1/i1
      On: 2026-11-19

      %rec: PausePoint

      Id: first
      Name: The first
      Framework: jtai
      First: 1
      """
    let register = Registers.read(text)
    let ready = try progress("first", on: "2026-11-20", in: register)
    #expect(ready.isReady && ready.agreed.count == 1)
    #expect(ready.members[0].passages.count == 2)
    #expect(ready.account.answer.hasSuffix("it is ready to be decided."))
    let before = try progress("first", on: "2026-11-18", in: register)
    #expect(before.coded.isEmpty && !before.isReady)
  }

  @Test func `the programme has a lane a theme, with every dated joint inspection`() throws {
    let today = try #require(Day(iso: "2026-11-25"))
    let timeline = Programme(Registers.starter, to: today).timeline
    let spans = timeline.lanes.flatMap(\.spans)
    #expect(timeline.from.description == "2016-01-01" && timeline.to >= today)
    #expect(timeline.lanes.first?.name == "Child sexual exploitation and missing children")
    #expect(timeline.lanes.first?.spans.count == 5)
    let dated = Registers.starter.all(Inspection.self).filter { $0.isJoint && $0.date != nil }
    #expect(spans.count == dated.count)
    #expect(spans.count { $0.kind == .event } == dated.count { $0.from == nil })
  }

  @Test func `a register without pause points says so`() throws {
    let today = try #require(Day(iso: "2026-11-25"))
    let none = PauseProgress.account(of: nil, in: Registers.read(""), on: today)
    #expect(none.answer == "The register has no pause point.")
  }
}
