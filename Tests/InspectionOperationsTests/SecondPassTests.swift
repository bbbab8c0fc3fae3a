import InspectionModel
import InspectionOperations
import Testing

extension Bench {
  /// Two passes over one passage that differ, in these states.
  fileprivate static func twoPasses(
    _ first: String = "closed", _ second: String = "closed", by name: String = "ada"
  ) -> Bench {
    Bench(inspection + passes(first, second, by: "cy"), by: name)
  }
}

@Suite struct `A second pass` {
  @Test func `follows a closed first one, by somebody who has read neither`() throws {
    let open = Bench.twoPasses("open")
    #expect(open.refusal(BeginSecondPass(of: "R-1")) == .isOpen(review: "First look"))
    for name in ["bo", "cy"] {
      let own = Bench.twoPasses(by: name)
      #expect(own.refusal(BeginSecondPass(of: "R-1")) == .hasRead(review: "First look", name))
    }
    var bench = Bench.twoPasses()
    let second = "First look, second pass"
    #expect(bench.refusal(BeginSecondPass(of: "R-2")) == .isNoFirstPass(review: second))
    let made = try bench.run(BeginSecondPass(of: "R-1"))
    #expect(bench.text(.review, made.shows?.key ?? "", .name) == "First look, third pass")
  }
}

@Suite struct `What two passes agree on` {
  private let passage = "jtai-ashby-2017/s1"

  private func settling(_ review: String) -> SettlePassage {
    SettlePassage(passage, in: review, .new, [], because: "nobody does anything")
  }

  @Test func `is begun once, when both are closed`() throws {
    let open = Bench.twoPasses("closed", "open")
    #expect(
      open.refusal(BeginAgreement("R-1", "R-2")) == .isOpen(review: "First look, second pass"))
    var bench = Bench.twoPasses()
    #expect(
      bench.refusal(BeginAgreement("R-1", "R-1"))
        == .areNoPair(review: "First look", "First look"))
    try bench.run(BeginAgreement("R-1", "R-2"))
    #expect(bench.refusal(BeginAgreement("R-1", "R-2")) == .hasAgreement(review: "First look"))
  }

  @Test func `has one decision on each disagreement, and only where it is settled`() throws {
    var bench = Bench.twoPasses()
    #expect(bench.refusal(settling("R-1")) == .settlesNothing(review: "First look"))
    let agreed = try #require(try bench.run(BeginAgreement("R-1", "R-2")).shows?.key)
    try bench.run(settling(agreed))
    #expect(bench.refusal(settling(agreed)) == .isSettled(passage: passage))
    let decision = AddRecord(.decision, [FieldValue(.review, agreed), FieldValue(.chosen, "new")])
    #expect(bench.refusal(decision) == .madeBy(.settle, .decision))
    let key = try #require(bench.register.all(Decision.self).first?.key)
    #expect(bench.refusal(RemoveRecord(.decision, key)) == .stays(.decision))
    let code = [
      (Field.passage, passage), (.agency, "police"), (.direction, "+"), (.review, agreed),
    ]
    #expect(
      bench.refusal(AddRecord(.contribution, code.map { FieldValue($0.0, $0.1) }))
        == .isAgreed(review: "First look, agreed"))
  }
}
