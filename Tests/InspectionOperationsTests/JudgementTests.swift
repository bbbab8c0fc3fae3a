import InspectionModel
import InspectionOperations
import Testing

extension Bench {
  /// A register with an inspection.
  fileprivate static func inspected(_ more: String = "") -> Bench {
    Bench(
      """
      %rec: Area

      Id: ashby
      Name: Ashby

      %rec: Framework

      Id: area-send
      Name: Area SEND

      Id: ilacs
      Name: ILACS

      %rec: Inspection

      Id: ilacs-ashby-2024
      Area: ashby
      Framework: ilacs
      From: 2024-03-04
      Certainty: stated-elsewhere
      Source: x
      \(more)
      """)
  }

  fileprivate func grade(
    _ aspect: String, of inspection: String = "ilacs-ashby-2024"
  ) -> String? {
    text(.judgement, "\(inspection)/\(aspect)", .grade)
  }

  fileprivate var problems: [Inconsistency.Kind] { register.inconsistencies().map(\.kind) }
}

@Suite struct `A judgement` {
  private static let known = """

    %rec: Judgement

    Id: ilacs-ashby-2024/care-leavers
    Inspection: ilacs-ashby-2024
    Aspect: care-leavers
    Grade: good
    By: starter
    On: 2026-11-25
    """

  @Test func `is corrected, and whoever does it answers for it`() throws {
    var bench = Bench.inspected(Self.known)
    try bench.run(
      CorrectJudgement(.careLeavers, of: "ilacs-ashby-2024", .grade(.inadequate), because: "read"))
    #expect(bench.grade("care-leavers") == "inadequate")
    #expect(bench.text(.judgement, "ilacs-ashby-2024/care-leavers", .by) == "ada")
    try bench.run(CorrectJudgement(.careLeavers, of: "ilacs-ashby-2024", .none(.notJudged)))
    #expect(bench.grade("care-leavers") == nil)
    #expect(bench.text(.judgement, "ilacs-ashby-2024/care-leavers", .reason) == "not-judged")
    try bench.run(CorrectJudgement(.careLeavers, of: "ilacs-ashby-2024", nil))
    #expect(bench.register.count(.judgement) == 0)
  }

  @Test func `that is what it is to be stays as it is`() throws {
    var bench = Bench.inspected(Self.known)
    let same = CorrectJudgement(.careLeavers, of: "ilacs-ashby-2024", .grade(.good))
    #expect(try bench.run(same).change.edits.isEmpty)
  }

  @Test(arguments: [
    (Aspect.careLeavers, Grade.inconsistent), (.careLeavers, .adequate), (.send, .good),
  ])
  func `off the scale of its aspect is refused`(aspect: Aspect, grade: Grade) {
    let bench = Bench.inspected(Self.known)
    let refusal = bench.refusalText(CorrectJudgement(aspect, of: "ilacs-ashby-2024", .grade(grade)))
    let words = "\(grade.rawValue) is not on the scale of \(aspect.rawValue)"
    #expect(refusal?.contains(words) == true)
  }

  @Test func `is set by its fields as by its own act`() throws {
    var bench = Bench.inspected(Self.known)
    let key = "ilacs-ashby-2024/care-leavers"
    try bench.run(SetFields(.judgement, key, [(.grade, ["outstanding"])]))
    #expect(bench.grade("care-leavers") == "outstanding")
    try bench.run(SetFields(.judgement, key, [(.reason, ["unreadable"])]))
    #expect(bench.grade("care-leavers") == nil)
    #expect(
      bench.refusalText(SetFields(.judgement, key, [(.grade, ["systemic-failings"])]))?
        .contains("not on the scale") == true)
    #expect(
      bench.refusalText(SetFields(.judgement, key, [(.grade, []), (.reason, [])]))?
        .contains("needs a Grade") == true)
    #expect(
      bench.refusalText(
        SetFields(.judgement, key, [(.grade, ["good"]), (.reason, ["narrative"])]))?
        .contains("needs no Reason") == true)
    let words = "one two three four five six seven eight nine ten eleven"
    #expect(
      bench.refusalText(SetFields(.judgement, key, [(.words, [words])]))
        == "Words are at most 10 of the report's; these are 11")
  }

  @Test func `is added under the key of its inspection and its aspect`() throws {
    var bench = Bench.inspected()
    let values: [FieldValue] = [
      .init(.inspection, "ilacs-ashby-2024"), .init(.aspect, "leaders"), .init(.grade, "good"),
    ]
    try bench.run(AddRecord(.judgement, values))
    #expect(bench.grade("leaders") == "good")
    #expect(bench.text(.judgement, "ilacs-ashby-2024/leaders", .by) == "ada")
    let off: [FieldValue] = [
      .init(.inspection, "ilacs-ashby-2024"), .init(.aspect, "in-care"),
      .init(.grade, "typically-positive"),
    ]
    #expect(bench.refusalText(AddRecord(.judgement, off))?.contains("not on the scale") == true)
  }

  @Test func `on the whole keeps the grade of the inspection itself in step, and the other way`()
    throws
  {
    var bench = Bench.inspected()
    try bench.run(CorrectJudgement(.overall, of: "ilacs-ashby-2024", .grade(.good)))
    #expect(bench.text(.inspection, "ilacs-ashby-2024", .grade) == "good")
    try bench.run(SetFields(.inspection, "ilacs-ashby-2024", [(.grade, ["inadequate"])]))
    #expect(bench.grade("overall") == "inadequate")
    try bench.run(SetFields(.judgement, "ilacs-ashby-2024/overall", [(.grade, ["outstanding"])]))
    #expect(bench.text(.inspection, "ilacs-ashby-2024", .grade) == "outstanding")
    try bench.run(CorrectJudgement(.overall, of: "ilacs-ashby-2024", .none(.notJudged)))
    #expect(bench.text(.inspection, "ilacs-ashby-2024", .grade) == nil)
    #expect(bench.problems.isEmpty)
  }

  @Test func `where there is none a grade stands in the inspection as before`() throws {
    var bench = Bench.inspected()
    try bench.run(SetFields(.inspection, "ilacs-ashby-2024", [(.grade, ["good"])]))
    #expect(bench.text(.inspection, "ilacs-ashby-2024", .grade) == "good")
    #expect(bench.register.count(.judgement) == 0)
  }
}

@Suite struct `Judgements of a report` {
  private static func report(_ judgements: [ReportObservation.Judgement]) -> ReportObservation {
    var report = ReportObservation(
      file: "report.pdf", area: .init(id: "ashby", name: "Ashby"),
      framework: .init("ilacs", name: "ILACS", report: "report"), theme: nil,
      from: Day(iso: "2024-03-04"), published: nil, certainty: .statedInLetter)
    report.judgements = judgements
    return report
  }

  private let judgements: [ReportObservation.Judgement] = [
    .init(
      .overall, grade: .good, words: "Good", page: 1,
      found: .init(name: "overall", page: 1, line: 20, how: "stated")),
    .init(.careLeavers, grade: .requiresImprovement, words: "Requires improvement to be good"),
    .init(.leaders, grade: nil, reason: .notJudged),
  ]

  @Test func `become records, and the same report again changes nothing`() throws {
    var bench = Bench.inspected()
    let made = try bench.run(ImportReport(Self.report(judgements)))
    #expect(made.newJudgements == 3 && made.notes.isEmpty)
    #expect(made.passageSummary == "0 new passages, 3 judgements")
    #expect(bench.grade("overall") == "good")
    #expect(bench.text(.inspection, "ilacs-ashby-2024", .grade) == "good")
    #expect(bench.text(.judgement, "ilacs-ashby-2024/overall", .found) == "overall p1 l20 stated")
    #expect(bench.text(.judgement, "ilacs-ashby-2024/overall", .source) == "report.pdf")
    #expect(bench.text(.judgement, "ilacs-ashby-2024/leaders", .reason) == "not-judged")
    #expect(bench.problems.isEmpty)
    let again = try bench.run(ImportReport(Self.report(judgements)))
    #expect(again.change.edits.isEmpty && again.notes.isEmpty)
  }

  @Test func `of a new inspection come with it`() throws {
    var bench = Bench.inspected()
    var report = Self.report(judgements)
    report.from = Day(iso: "2021-03-01")
    try bench.run(ImportReport(report))
    #expect(bench.grade("overall", of: "ilacs-ashby-2021") == "good")
    #expect(bench.text(.inspection, "ilacs-ashby-2021", .grade) == "good")
  }

  @Test func `fill what is empty and never overwrite what differs`() throws {
    var bench = Bench.inspected(
      """

      %rec: Judgement

      Id: ilacs-ashby-2024/care-leavers
      Inspection: ilacs-ashby-2024
      Aspect: care-leavers
      Grade: requires-improvement

      Id: ilacs-ashby-2024/leaders
      Inspection: ilacs-ashby-2024
      Aspect: leaders
      Grade: inadequate
      """)
    let made = try bench.run(ImportReport(Self.report(judgements)))
    #expect(
      bench.text(.judgement, "ilacs-ashby-2024/care-leavers", .words)
        == "Requires improvement to be good")
    #expect(bench.grade("leaders") == "inadequate")
    #expect(
      made.notes.map(\.description)
        == ["leaders: the register has inadequate, the report not-judged"])
  }

  @Test func `are not taken over where the inspection itself has another grade`() throws {
    var bench = Bench.inspected("Grade: inadequate")
    let made = try bench.run(ImportReport(Self.report(judgements)))
    #expect(bench.grade("overall") == nil)
    #expect(bench.text(.inspection, "ilacs-ashby-2024", .grade) == "inadequate")
    #expect(
      made.notes.map(\.description) == ["overall: the register has inadequate, the report good"])
  }

  @Test func `off their scale or with too many words are left out, or cut`() throws {
    var bench = Bench.inspected()
    let long = "Requires improvement to be good in this and that and in more"
    let made = try bench.run(
      ImportReport(
        Self.report([
          .init(.send, grade: .good), .init(.overall, grade: .requiresImprovement, words: long),
        ])))
    #expect(made.notes.map(\.description) == ["SEND: good is not on its scale"])
    #expect(
      bench.text(.judgement, "ilacs-ashby-2024/overall", .words)
        == "Requires improvement to be good in this and that and")
  }
}
