import InspectionModel
import InspectionOperations
import Testing

extension Bench {
  /// A register in which one thing of each kind is guarded; the review is of somebody else.
  fileprivate static func guarded(by name: String = "ada") -> Bench {
    Bench(
      inspection + passes("closed", "open", by: "ada") + """
        %rec: Agency

        Id: police
        Name: Police

        %rec: Criterion

        Id: I1
        Name: Deciding together

        %rec: Contribution

        Id: C-1
        Passage: jtai-ashby-2017/s1
        Agency: police
        Direction: +
        Review: R-1
        Pass: first

        %rec: Concern

        Id: K1
        Name: Burden
        Standing: acknowledged
        Evidence: https://a.example/1
        Evidence: https://a.example/2

        %rec: PausePoint

        Id: P1
        Name: First six
        First: 6

        %rec: Scenario

        Id: S1
        Name: One for all
        Every: 36

        %rec: Estimate

        Id: E1
        Agency: police
        Framework: jtai
        Phase: notice
        Low: 1
        Mid: 2
        High: 3
        Grade: assumption
        By: bo
        On: 2020-01-01
        Source: a guess
        """, by: name)
  }

  private func set(_ type: RecordType, _ key: String, _ fields: [(Field, String)]) -> SetFields {
    SetFields(type, key, fields.map { ($0.0, $0.1.isEmpty ? [] : [$0.1]) })
  }

  fileprivate mutating func setting(
    _ type: RecordType, _ key: String, _ fields: (Field, String)...
  ) throws {
    try run(set(type, key, fields))
  }

  fileprivate func refusal(
    setting type: RecordType, _ key: String, _ fields: (Field, String)...
  ) -> Refusal? {
    refusal(set(type, key, fields))
  }

  fileprivate func refusal(adding type: RecordType, _ values: (Field, String)...) -> Refusal? {
    refusal(AddRecord(type, values.map { FieldValue($0.0, $0.1) }))
  }
}

@Suite struct `A field that an act sees to` {
  @Test func `changes an estimate only under the name of whoever changes it`() throws {
    var bench = Bench.guarded()
    try bench.setting(.estimate, "E1", (.high, "9"))
    #expect(bench.text(.estimate, "E1", .high) == "9")
    #expect(bench.text(.estimate, "E1", .by) == "ada")
    #expect(bench.text(.estimate, "E1", .on) == "2026-11-28")
    #expect(bench.text(.estimate, "E1", .framework) == "jtai")
    #expect(
      bench.refusalText(SetFields(.estimate, "E1", [(.low, ["10"])]))?.contains("ascend") == true)
  }

  @Test func `keeps the terms of a scenario to what makes sense`() throws {
    var bench = Bench.guarded()
    #expect(bench.refusal(setting: .scenario, "S1", (.every, "-5")) == .noCount(.every, "-5"))
    try bench.setting(.scenario, "S1", (.from, "2020"))
    #expect(bench.refusal(setting: .scenario, "S1", (.to, "2019")) == .endsBeforeItBegins)
    #expect(
      bench.refusal(
        adding: .scenario, (.id, "S2"), (.name, "x"), (.from, "2020"), (.to, "2019"))
        == .endsBeforeItBegins)
  }

  @Test func `ends no blinding, and hands no closed review to anybody`() {
    let bench = Bench.guarded()
    #expect(
      bench.refusal(setting: .review, "R-2", (.blind, "no"))
        == .blindnessStays(review: "First look, second pass"))
    #expect(
      bench.refusal(setting: .review, "R-1", (.first, "5"))
        == .notYours(review: "First look", of: "bo", you: "ada"))
    #expect(
      bench.refusal(setting: .review, "R-2", (.pass, "first"))
        == .changesWith(.readAgain, .review, .pass))
    let own = Bench.guarded(by: "bo")
    #expect(
      own.refusal(setting: .review, "R-1", (.reviewer, "cy")) == .isClosed(review: "First look"))
  }

  @Test func `hands an open review over to somebody who has read none of it`() throws {
    var bench = Bench.guarded()
    #expect(
      bench.refusal(setting: .review, "R-2", (.reviewer, "bo"))
        == .hasRead(review: "First look", "bo"))
    try bench.setting(.review, "R-2", (.reviewer, "cy"))
    #expect(bench.text(.review, "R-2", .reviewer) == "cy")
  }

  @Test func `leaves no concern judged without evidence`() throws {
    var bench = Bench.guarded()
    let none = SetFields(.concern, "K1", [(.standing, ["partly-addressed"]), (.evidence, [])])
    #expect(bench.refusal(none) == .needsEvidence(.partlyAddressed))
    #expect(
      bench.refusal(setting: .concern, "K1", (.evidence, "")) == .needsEvidence(.acknowledged))
    let less = SetFields(
      .concern, "K1", [(.standing, ["addressed"]), (.evidence, ["https://a.example/2"])])
    try bench.run(less)
    #expect(
      bench.register.row(.concern, key: "K1").map { bench.register[$0].texts(.evidence) }
        == ["https://a.example/2"])
    #expect(bench.text(.concern, "K1", .by) == "ada")
    #expect(
      bench.refusal(adding: .concern, (.id, "K2"), (.name, "x"), (.standing, "addressed"))
        == .needsEvidence(.addressed))
  }

  @Test func `moves no contribution into a review or another pass`() {
    let bench = Bench.guarded()
    #expect(
      bench.refusal(setting: .contribution, "C-1", (.pass, "agreed"))
        == .changesWith(.codeInReview, .contribution, .pass))
    #expect(
      bench.refusal(
        adding: .contribution, (.passage, "jtai-ashby-2017/s1"), (.agency, "police"),
        (.direction, "-"), (.review, "R-1"))
        == .notYours(review: "First look", of: "bo", you: "ada"))
    #expect(
      bench.refusal(
        adding: .contribution, (.passage, "jtai-ashby-2017/s1"), (.agency, "police"),
        (.direction, "-"), (.review, "R-2"), (.pass, "first"))
        == .isOfAnotherPass(review: "First look, second pass"))
  }

  @Test func `of what a review holds is its reviewer's, while it is open`() throws {
    let draft = CodeDraft(agency: "police", direction: try #require(Direction(rawValue: "-")))
    let other = Bench.guarded()
    for operation: any Operation in [
      ChangeContribution("C-1", to: draft), RemoveContribution("C-1"),
      RemoveRecord(.contribution, "C-1"),
      SetFields(.contribution, "C-1", [(.direction, ["-"])]),
    ] {
      #expect(
        other.refusal(operation) == .notYours(review: "First look", of: "bo", you: "ada"))
      #expect(Bench.guarded(by: "bo").refusal(operation) == .isClosed(review: "First look"))
    }
    var own = Bench.guarded(by: "bo")
    try own.run(CloseReview(reopening: "R-1"))
    try own.run(ChangeContribution("C-1", to: draft))
    #expect(own.text(.contribution, "C-1", .direction) == "-")
    try own.run(RemoveContribution("C-1"))
  }

  @Test func `of a contribution added to one's review is its pass`() throws {
    var bench = Bench.guarded()
    let made = try bench.run(
      AddRecord(
        .contribution,
        [
          FieldValue(.passage, "jtai-ashby-2017/s1"), FieldValue(.agency, "police"),
          FieldValue(.direction, "-"), FieldValue(.review, "R-2"),
        ]))
    let key = try #require(made.change.edits.first?.key)
    #expect(bench.text(.contribution, key, .pass) == "second")
  }

  @Test func `is not there yet in what is added`() {
    let bench = Bench.guarded()
    #expect(
      bench.refusal(adding: .criterion, (.id, "J1"), (.name, "x")) == .digitTaken("1"))
    #expect(
      bench.refusal(adding: .criterion, (.id, "J2"), (.name, "x"), (.status, "retired"))
        == .notYet(.retire, .criterion, .status))
    #expect(
      bench.refusal(
        adding: .pausePoint, (.id, "P2"), (.name, "x"), (.first, "6"), (.outcome, "stop"))
        == .notYet(.decide, .pausePoint, .outcome))
    #expect(
      bench.refusal(
        adding: .wording, (.criterion, "I1"), (.version, "1"), (.name, "x"))
        == .madeBy(.redefine, .wording))
    #expect(
      bench.refusal(
        adding: .contribution, (.passage, "jtai-ashby-2017/s1"), (.agency, "police"),
        (.direction, "-"), (.pass, "agreed")) == .changesWith(.codeInReview, .contribution, .pass))
    #expect(
      bench.refusal(
        adding: .review, (.name, "x"), (.order, "date"), (.reviewer, "ada"), (.pass, "agreed"),
        (.state, "open")) == .notYet(.readAgain, .review, .pass))
    #expect(
      bench.refusalText(
        AddRecord(
          .filter,
          [
            FieldValue(.id, "F1"), FieldValue(.name, "x"), FieldValue(.lists, "areas"),
            FieldValue(.filter, "agency:police"),
          ])) != nil)
  }

  @Test func `takes a decision back whole, and lets none stand without its reason`() throws {
    var bench = Bench.guarded()
    try bench.run(SetFields(.pausePoint, "P1", [(.outcome, ["stop"]), (.reason, ["enough"])]))
    #expect(bench.text(.pausePoint, "P1", .decided) == "2026-11-28")
    #expect(bench.refusal(setting: .pausePoint, "P1", (.reason, "")) == .needsReason(.decide))
    #expect(
      bench.refusal(setting: .pausePoint, "P1", (.decided, "2020-01-01"))
        == .changesWith(.decide, .pausePoint, .decided))
    try bench.run(SetFields(.pausePoint, "P1", [(.outcome, []), (.decided, []), (.reason, [])]))
    for field in [Field.outcome, .decided, .reason, .member] {
      #expect(bench.text(.pausePoint, "P1", field) == nil)
    }
    #expect(bench.text(.pausePoint, "P1", .by) == "ada")
  }

  @Test func `that has one value takes no second one, and drops none unseen`() throws {
    var bench = Bench.guarded()
    let given: SetFields.Values = [(.outcome, ["stop"]), (.reason, ["enough", "more"])]
    #expect(
      bench.refusal(SetFields(.pausePoint, "P1", given))
        == .oneValue(.pausePoint, .reason, "more"))
    #expect(
      bench.refusal(SetFields(.review, "R-2", [(.reviewer, ["dee", "eve"])]))
        == .oneValue(.review, .reviewer, "eve"))
    let made = try bench.run(
      SetFields(.pausePoint, "P1", [(.outcome, ["stop"]), (.reason, ["enough"])]))
    #expect(made.change.why == "enough")
    #expect(
      bench.refusalText(SetFields(.pausePoint, "P1", [(.outcome, []), (.reason, ["new"])]))
        == "a decision that is taken back has no Reason; say why by --because")
    #expect(bench.text(.pausePoint, "P1", .outcome) == "stop")
  }

  @Test func `of a review says which passages, and of a filter which lists`() throws {
    var bench = Bench.guarded()
    #expect(
      bench.refusalText(SetFields(.review, "R-2", [(.filter, ["agenc:police"])]))?
        .contains("“agenc”") == true)
    #expect(bench.refusal(setting: .review, "R-2", (.first, "0")) == .noCount(.first, "0"))
    #expect(
      bench.refusalText(SetFields(.review, "R-2", [(.reviewer, ["  "])]))
        == "a review needs a reviewer")
    try bench.run(SetFields(.review, "R-2", [(.reviewer, ["dee"]), (.first, ["5"])]))
    #expect(bench.text(.review, "R-2", .first) == "5")
    #expect(bench.text(.review, "R-2", .reviewer) == "dee")
    let filter: [(Field, String)] = [(.name, "mine"), (.lists, "areas"), (.filter, "ashby")]
    try bench.run(AddRecord(.filter, filter.map { FieldValue($0.0, $0.1) }))
    #expect(
      bench.refusalText(AddRecord(.filter, filter.map { FieldValue($0.0, $0.1) }))
        == "there is already a saved filter “mine” for areas")
    #expect(
      bench.refusal(adding: .filter, (.name, "x"), (.lists, "nonsense"), (.filter, "a"))
        == .fault("“nonsense” in Lists is not a type of records"))
  }

  @Test func `that was wrong before may stay while another is mended`() throws {
    var bench = Bench(
      """
      %rec: Scenario

      Id: S1
      Name: One for all
      From: 2020
      To: 2019
      """)
    try bench.setting(.scenario, "S1", (.note, "to be mended"))
    #expect(bench.text(.scenario, "S1", .note) == "to be mended")
    try bench.setting(.scenario, "S1", (.to, "2021"))
    #expect(bench.text(.scenario, "S1", .to) == "2021")
  }
}

@Suite struct `A fact that is corrected` {
  private let key = "jtai-ashby-2017"

  private func note(_ bench: Bench) -> String? { bench.text(.inspection, key, .note) }

  @Test func `keeps what the letter says, whatever else the note begins alike`() throws {
    var bench = Bench.guarded()
    try bench.run(CorrectFact(.published, of: key, ["2017-04-21"]))
    let first = note(bench)
    #expect(first?.hasSuffix("ask again. The letter has Published 2017-04-20.") == true)
    try bench.run(WriteNote(.note, of: .inspection, key, (first ?? "") + " Read twice."))
    try bench.run(CorrectFact(.published, of: key, ["2017-04-22"]))
    #expect(note(bench) == (first ?? "") + " Read twice.")
  }

  @Test func `of a record that is named tells it from words`() throws {
    var bench = Bench.guarded()
    try bench.run(AddRecord(.area, [FieldValue(.id, "birch"), FieldValue(.name, "Birch")]))
    try bench.run(WriteNote(.note, of: .inspection, key, "The letter has Area wrong."))
    try bench.run(CorrectFact(.area, of: key, ["birch"]))
    #expect(note(bench) == "The letter has Area wrong. The letter has Area ashby.")
    try bench.run(CorrectFact(.area, of: key, ["ashby"]))
    #expect(note(bench) == "The letter has Area wrong. The letter has Area ashby.")
  }

  @Test func `together with the note keeps both`() throws {
    var bench = Bench.guarded()
    try bench.run(SetFields(.inspection, key, [(.from, ["2017-03-07"]), (.note, ["mine"])]))
    #expect(note(bench) == "mine The letter has From 2017-03-06.")
  }
}
