import InspectionModel
import InspectionOperations
import InspectionStore
import RecText
import Testing

/// A register with an inspection or two, and somebody who acts on it.
private struct Desk {
  var register: Register
  var author: Author

  init(_ more: String = "") {
    guard let day = Day(iso: "2026-11-28") else { preconditionFailure("no day") }
    author = Author("ada", on: day, keys: SplitMix(seed: 7))
    let text = """
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
      """
    register = RegisterReader.read(RecBytes(Array(text.utf8))).register
  }

  @discardableResult
  mutating func run(_ operation: any Operation) throws -> Proposal {
    let proposal = try operation.proposal(for: register, by: &author)
    try register.apply(proposal.change)
    return proposal
  }

  func refusal(_ operation: any Operation) -> String? {
    var author = author
    do throws(Refusal) {
      _ = try operation.proposal(for: register, by: &author)
      return nil
    } catch {
      return error.description
    }
  }

  func text(_ type: RecordType, _ key: String, _ field: Field) -> String? {
    register.row(type, key: key).flatMap { register[$0].text(field) }
  }

  func grade(_ aspect: String, of inspection: String = "ilacs-ashby-2024") -> String? {
    text(.judgement, "\(inspection)/\(aspect)", .grade)
  }

  var problems: [Inconsistency.Kind] { register.inconsistencies().map(\.kind) }
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
    var desk = Desk(Self.known)
    try desk.run(
      CorrectJudgement(.careLeavers, of: "ilacs-ashby-2024", .grade(.inadequate), because: "read"))
    #expect(desk.grade("care-leavers") == "inadequate")
    #expect(desk.text(.judgement, "ilacs-ashby-2024/care-leavers", .by) == "ada")
    try desk.run(CorrectJudgement(.careLeavers, of: "ilacs-ashby-2024", .none(.notJudged)))
    #expect(desk.grade("care-leavers") == nil)
    #expect(desk.text(.judgement, "ilacs-ashby-2024/care-leavers", .reason) == "not-judged")
    try desk.run(CorrectJudgement(.careLeavers, of: "ilacs-ashby-2024", nil))
    #expect(desk.register.count(.judgement) == 0)
  }

  @Test func `that is what it is to be stays as it is`() throws {
    var desk = Desk(Self.known)
    let same = CorrectJudgement(.careLeavers, of: "ilacs-ashby-2024", .grade(.good))
    #expect(try desk.run(same).change.edits.isEmpty)
  }

  @Test(arguments: [
    (Aspect.careLeavers, Grade.inconsistent), (.careLeavers, .adequate), (.send, .good),
  ])
  func `off the scale of its aspect is refused`(aspect: Aspect, grade: Grade) {
    let desk = Desk(Self.known)
    let refusal = desk.refusal(CorrectJudgement(aspect, of: "ilacs-ashby-2024", .grade(grade)))
    let words = "\(grade.rawValue) is not on the scale of \(aspect.rawValue)"
    #expect(refusal?.contains(words) == true)
  }

  @Test func `is set by its fields as by its own act`() throws {
    var desk = Desk(Self.known)
    let key = "ilacs-ashby-2024/care-leavers"
    try desk.run(SetFields(.judgement, key, [(.grade, ["outstanding"])]))
    #expect(desk.grade("care-leavers") == "outstanding")
    try desk.run(SetFields(.judgement, key, [(.reason, ["unreadable"])]))
    #expect(desk.grade("care-leavers") == nil)
    #expect(
      desk.refusal(SetFields(.judgement, key, [(.grade, ["systemic-failings"])]))?
        .contains("not on the scale") == true)
    #expect(
      desk.refusal(SetFields(.judgement, key, [(.grade, []), (.reason, [])]))?
        .contains("needs a Grade") == true)
    #expect(
      desk.refusal(SetFields(.judgement, key, [(.grade, ["good"]), (.reason, ["narrative"])]))?
        .contains("needs no Reason") == true)
    let words = "one two three four five six seven eight nine ten eleven"
    #expect(
      desk.refusal(SetFields(.judgement, key, [(.words, [words])]))
        == "Words are at most 10 of the report's; these are 11")
  }

  @Test func `is added under the key of its inspection and its aspect`() throws {
    var desk = Desk()
    let values: [FieldValue] = [
      .init(.inspection, "ilacs-ashby-2024"), .init(.aspect, "leaders"), .init(.grade, "good"),
    ]
    try desk.run(AddRecord(.judgement, values))
    #expect(desk.grade("leaders") == "good")
    #expect(desk.text(.judgement, "ilacs-ashby-2024/leaders", .by) == "ada")
    let off: [FieldValue] = [
      .init(.inspection, "ilacs-ashby-2024"), .init(.aspect, "in-care"),
      .init(.grade, "typically-positive"),
    ]
    #expect(desk.refusal(AddRecord(.judgement, off))?.contains("not on the scale") == true)
  }

  @Test func `on the whole keeps the grade of the inspection itself in step, and the other way`()
    throws
  {
    var desk = Desk()
    try desk.run(CorrectJudgement(.overall, of: "ilacs-ashby-2024", .grade(.good)))
    #expect(desk.text(.inspection, "ilacs-ashby-2024", .grade) == "good")
    try desk.run(SetFields(.inspection, "ilacs-ashby-2024", [(.grade, ["inadequate"])]))
    #expect(desk.grade("overall") == "inadequate")
    try desk.run(SetFields(.judgement, "ilacs-ashby-2024/overall", [(.grade, ["outstanding"])]))
    #expect(desk.text(.inspection, "ilacs-ashby-2024", .grade) == "outstanding")
    try desk.run(CorrectJudgement(.overall, of: "ilacs-ashby-2024", .none(.notJudged)))
    #expect(desk.text(.inspection, "ilacs-ashby-2024", .grade) == nil)
    #expect(desk.problems.isEmpty)
  }

  @Test func `where there is none a grade stands in the inspection as before`() throws {
    var desk = Desk()
    try desk.run(SetFields(.inspection, "ilacs-ashby-2024", [(.grade, ["good"])]))
    #expect(desk.text(.inspection, "ilacs-ashby-2024", .grade) == "good")
    #expect(desk.register.count(.judgement) == 0)
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
    var desk = Desk()
    let made = try desk.run(ImportReport(Self.report(judgements)))
    #expect(made.newJudgements == 3 && made.notes.isEmpty)
    #expect(made.passageSummary == "0 new passages, 3 judgements")
    #expect(desk.grade("overall") == "good")
    #expect(desk.text(.inspection, "ilacs-ashby-2024", .grade) == "good")
    #expect(desk.text(.judgement, "ilacs-ashby-2024/overall", .found) == "overall p1 l20 stated")
    #expect(desk.text(.judgement, "ilacs-ashby-2024/overall", .source) == "report.pdf")
    #expect(desk.text(.judgement, "ilacs-ashby-2024/leaders", .reason) == "not-judged")
    #expect(desk.problems.isEmpty)
    let again = try desk.run(ImportReport(Self.report(judgements)))
    #expect(again.change.edits.isEmpty && again.notes.isEmpty)
  }

  @Test func `of a new inspection come with it`() throws {
    var desk = Desk()
    var report = Self.report(judgements)
    report.from = Day(iso: "2021-03-01")
    try desk.run(ImportReport(report))
    #expect(desk.grade("overall", of: "ilacs-ashby-2021") == "good")
    #expect(desk.text(.inspection, "ilacs-ashby-2021", .grade) == "good")
  }

  @Test func `fill what is empty and never overwrite what differs`() throws {
    var desk = Desk(
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
    let made = try desk.run(ImportReport(Self.report(judgements)))
    #expect(
      desk.text(.judgement, "ilacs-ashby-2024/care-leavers", .words)
        == "Requires improvement to be good")
    #expect(desk.grade("leaders") == "inadequate")
    #expect(
      made.notes.map(\.description)
        == ["leaders: the register has inadequate, the report not-judged"])
  }

  @Test func `are not taken over where the inspection itself has another grade`() throws {
    var desk = Desk("Grade: inadequate")
    let made = try desk.run(ImportReport(Self.report(judgements)))
    #expect(desk.grade("overall") == nil)
    #expect(desk.text(.inspection, "ilacs-ashby-2024", .grade) == "inadequate")
    #expect(
      made.notes.map(\.description) == ["overall: the register has inadequate, the report good"])
  }

  @Test func `off their scale or with too many words are left out, or cut`() throws {
    var desk = Desk()
    let long = "Requires improvement to be good in this and that and in more"
    let made = try desk.run(
      ImportReport(
        Self.report([
          .init(.send, grade: .good), .init(.overall, grade: .requiresImprovement, words: long),
        ])))
    #expect(made.notes.map(\.description) == ["SEND: good is not on its scale"])
    #expect(
      desk.text(.judgement, "ilacs-ashby-2024/overall", .words)
        == "Requires improvement to be good in this and that and")
  }
}
