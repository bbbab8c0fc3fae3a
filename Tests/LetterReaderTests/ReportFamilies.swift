import InspectionModel
import LetterReader
import Testing

/// Reports written for these tests, one of each family, with what makes such reports hard.
struct ReportFamilies {
  private let items = [
    "Social workers know the children well. They visit them often and listen to what they say.",
    "Managers keep an eye on practice, and children gain from it.",
    "The health visitors of the trust see each family at home, so that needs are known early.",
    "Plans are clear about what must change, by when, and who will help the family to do it.",
  ]

  // MARK: - Area SEND

  @Test func `a SEND report tells its outcome, what comes next and who is responsible`() throws {
    let report = try read(
      ReportParts.send(
        strengths: items, improvements: items,
        actions: [("Wexmoor Council and NHS Tarn ICB", items[0]), ("NHS Tarn ICB", items[1])],
        rows: items
      ).text(in: ReportStyle()))
    #expect(report.framework?.value == "area-send")
    #expect(report.area?.value.id == "wexmoor")
    #expect(report.fieldworkFrom?.value.description == "2024-02-12")
    #expect(report.fieldworkTo?.value.description == "2024-02-16")
    #expect(report.published == nil)
    #expect(report.previous.map { "\($0.from) \($0.to)" } == ["2019-02-28 2019-03-04"])
    #expect(report.grades == ["send: systemic-failings"])
    #expect(report.next.map { "\($0.kind) \($0.withinMonths)" } == ["monitoring 18", "full 36"])
    #expect(
      report.responsibleBodies.map(\.value)
        == ["Wexmoor Council", "NHS Tarn, Vale and Wexmoor Integrated Care Board"])
    #expect(report.inspectorates.map(\.value.rawValue) == ["Ofsted", "CQC"])
    #expect(report.texts(.areaForImprovement) == items)
    #expect(report.texts(.experience).count == 1)
    #expect(
      report.passages.filter { $0.section == .priorityAction }.map(\.bodies)
        == [["Wexmoor Council", "NHS Tarn ICB"], ["NHS Tarn ICB"]])
  }

  @Test(arguments: [
    ("12 to 16 February 2024", "2024-02-12", "2024-02-16"),
    ("29 January 2024 to 2 February 2024", "2024-01-29", "2024-02-02"),
    ("27 November to 1 December 2023", "2023-11-27", "2023-12-01"),
    ("15 \u{2013} 19 July 2013", "2013-07-15", "2013-07-19"),
    ("16 January 2017\u{2013}9 February 2017", "2017-01-16", "2017-02-09"),
    ("05 to 09 Feb 2024", "2024-02-05", "2024-02-09"),
    ("02/06/2014 \u{2013} 25/06/2014", "2014-06-02", "2014-06-25"),
    ("3 \u{2500} 26 February 2015", "2015-02-03", "2015-02-26"),
    ("18 December 2023 to 12 January 2024", "2023-12-18", "2024-01-12"),
    ("5 to 9 March 2018 and 19 to 23 March 2018", "2018-03-05", "2018-03-23"),
    ("14 June 2023", "2023-06-14", "2023-06-14"),
    ("29 January to 9\nFebruary 2018", "2018-01-29", "2018-02-09"),
    ("29 January 2018\nto 9 February 2018", "2018-01-29", "2018-02-09"),
  ]) func `days are read however they are written`(dates: String, from: String, to: String) throws {
    let report = try read(
      ReportParts.send(
        strengths: items, improvements: items, actions: [], rows: items,
        dates: "Inspection dates: \(dates)"
      ).text(in: ReportStyle()))
    #expect(report.fieldworkFrom?.value.description == from)
    #expect(report.fieldworkTo?.value.description == to)
  }

  @Test func `numbered actions in one cell are an item each, and a bullet in a cell is none`()
    throws
  {
    var draft = ReportParts.send(
      strengths: items, improvements: items, actions: [], rows: [])
    let place =
      draft.blocks.firstIndex {
        if case .heading("Areas for improvement") = $0 { true } else { false }
      } ?? 0
    draft.blocks.insert(
      contentsOf: [
        .heading("Areas for priority action"),
        .lines([
          "Responsible bodies             Areas for priority action",
          "Wexmoor Council and            1. Leaders should act at once so that children are seen.",
          "NHS Tarn ICB                   2. Leaders should improve:",
          "                                   \u{2022} how long children wait",
          "                                   \u{2022} what families are told.",
        ]),
      ], at: place)
    let report = try read(draft.text(in: ReportStyle()))
    let actions = report.passages.filter { $0.section == .priorityAction }
    #expect(actions.map(\.number) == ["1", "2"])
    #expect(
      actions.map(\.text) == [
        "Leaders should act at once so that children are seen.",
        "Leaders should improve: how long children wait what families are told.",
      ])
    #expect(actions.allSatisfy { $0.bodies == ["Wexmoor Council", "NHS Tarn ICB"] })
  }

  @Test func `what is not seen, and letters set as one, never reach a cell of a table`() throws {
    let action =
      "Leaders \u{202E}must \u{200B}find\u{1B} e\u{FB03}cient ways to see children at once."
    let report = try read(
      ReportParts.send(
        strengths: items, improvements: items,
        actions: [("Wexmoor\u{200B} Council", action), ("Wexmoor Council", action)], rows: items
      ).text(in: ReportStyle()))
    let actions = report.passages.filter { $0.section == .priorityAction }
    #expect(
      actions.map(\.text)
        == Array(
          repeating: "Leaders must find efficient ways to see children at once.", count: 2))
    #expect(actions.map(\.bodies) == [["Wexmoor Council"], ["Wexmoor Council"]])
  }

  @Test func `an inspectorate that the report does not name is a guess`() throws {
    let draft = ReportParts.council(improvements: items, findings: items, others: items)
    let named = try read(draft.text(in: ReportStyle()))
    #expect(named.inspectorates.map(\.how) == [.stated])
    #expect(named.framework?.how == .guessed)
    let send = try read(
      ReportParts.send(strengths: items, improvements: items, actions: [], rows: items)
        .text(in: ReportStyle()))
    #expect(send.inspectorates.map(\.how) == [.stated, .guessed])
  }

  @Test func `a reading that leaves most of the words out says so`() throws {
    var draft = ReportParts.council(improvements: items, findings: items, others: items)
    let place = draft.blocks.count - 1
    draft.blocks.insert(.heading("What the inspection judgements mean"), at: place)
    let filler = Array(repeating: items.joined(separator: " "), count: 40)
    draft.blocks.insert(contentsOf: filler.map { .paragraph($0) }, at: 4)
    let whole = try read(draft.text(in: ReportStyle()))
    #expect(!whole.problems.contains { $0.message.contains("stand in passages") })
    draft = ReportParts.send(strengths: items, improvements: items, actions: [], rows: items)
    let box = draft.blocks.firstIndex { $0.isHeading("Inspection outcome") } ?? 0
    draft.blocks.insert(contentsOf: filler.map { .paragraph($0) }, at: box + 1)
    let part = try read(draft.text(in: ReportStyle()))
    #expect(part.problems.contains { $0.message.contains("stand in passages") })
  }

  // MARK: - Councils

  @Test func `grades are read from a table in which they stand above and beside their labels`()
    throws
  {
    let report = try read(
      ReportParts.council(improvements: items, findings: items, others: items)
        .text(in: ReportStyle()))
    #expect(report.framework?.value == "ilacs")
    #expect(
      report.grades == [
        "overall: requires-improvement", "leaders: requires-improvement",
        "help-and-protection: inadequate", "in-care: good", "care-leavers: outstanding",
      ])
    #expect(report.texts(.finding) == items + items)
    #expect(
      report.passages.filter { $0.section == .finding }.compactMap(\.number)
        == (1...8).map(String.init))
    #expect(report.texts(.headline) == ["Services have improved. Leaders know what is left to do."])
    #expect(report.problems.isEmpty)
  }

  @Test func `the page of a report shows its grades, and each paragraph's number`() throws {
    let report = try read(
      ReportParts.council(improvements: items, findings: items, others: items)
        .text(in: ReportStyle()))
    let page = LetterPage(file: "a.pdf", report).text
    #expect(page.contains("Judged         help and protection: inadequate [page 1, line "))
    #expect(page.contains("[paragraph 1; page 1, line "))
    #expect(!page.contains("Theme") && !page.contains("Statement by"))
  }

  @Test func `from April 2026 the overall grade is not judged, and none is made up`() throws {
    var draft = ReportParts.council(
      improvements: items, findings: items, others: items,
      table: Array(ReportParts.gradeTable.dropLast(2)))
    draft.blocks[1] = .lines(["Inspection dates: 8 June 2026 to 19 June 2026"])
    #expect(try read(draft.text(in: ReportStyle())).grades.first == "overall: (not-judged)")
  }

  @Test func `a grade missing in the table is told, and none is made up`() throws {
    let table = ReportParts.gradeTable.map { $0.replacing("Outstanding", with: "") }
    let report = try read(
      ReportParts.council(improvements: items, findings: items, others: items, table: table)
        .text(in: ReportStyle()))
    #expect(
      report.grades == [
        "overall: requires-improvement", "leaders: (unreadable)",
        "help-and-protection: inadequate", "in-care: good", "care-leavers: (unreadable)",
      ])
    #expect(report.problems.contains { $0.field == "judgements" })
  }

  @Test func `five days on site make a short inspection`() throws {
    var draft = ReportParts.council(improvements: items, findings: items, others: items)
    draft.blocks[1] = .lines(["Inspection dates: 28 March to 1 April 2022"])
    #expect(try read(draft.text(in: ReportStyle())).framework?.value == "ilacs-short")
  }

  @Test func `an age, a year and a footnote at a line's start are no paragraph's number`() throws {
    let text = """
      4. Young people stay with their carers until they are
      5. Then they leave, and most have a home of their own by
      21. Few of them come back to us.
      """
    var draft = ReportParts.council(improvements: items, findings: items, others: [])
    let place = draft.blocks.count - 1
    draft.blocks.insert(
      .lines(
        text.split(separator: "\n").enumerated().map {
          $0.offset == 0
            ? "5. " + $0.element.dropFirst(3)
            : "   " + String($0.element).replacing("5. Then", with: "18. Then")
        }), at: place)
    let report = try read(draft.text(in: ReportStyle()))
    let last = try #require(report.passages.last { $0.section == .finding })
    #expect(last.number == "5")
    #expect(last.text.hasSuffix("Few of them come back to us."))
  }

  @Test func `a single inspection report is read with its recommendations and its board`() throws {
    let report = try read(
      ReportDraft(blocks: [
        .lines([
          "Wexmoor", "Inspection of services for children in need of help and protection, children",
          "looked after and care leavers", "and",
          "Review of the effectiveness of the Local Safeguarding Children Board1",
          "Inspection date: 3 February 2015 \u{2013} 26 February 2015",
          "Report published: 30 April 2015",
        ]),
        .lines([
          "    Children\u{2019}s services in Wexmoor are inadequate", "",
          "    1. Children who need help and protection                 Inadequate", "",
          "    2. Children looked after and achieving",
          "                                                             Requires improvement",
          "       permanence", "",
          "           2.1 Adoption performance                          Good", "",
          "           2.2 Experiences and progress of care leavers      Outstanding", "",
          "    3. Leadership, management and governance                 Inadequate",
        ]),
        .lines(["1", "  Ofsted produces this report under its power to combine reports."]),
        .heading("Executive summary"), .paragraph(items[0]), .heading("Recommendations"),
        .numbered(1, items[0]), .numbered(2, items[1]),
        .lines([
          "The experiences and progress of children",
          "                                        Inadequate",
          "who need help and protection",
        ]),
        .heading("Summary"), .paragraph(items[1]), .heading("Inspection findings"),
        .numbered(3, items[2]), .numbered(4, items[3]),
        .heading("The graded judgement for adoption performance is that it is good"),
        .numbered(5, items[0]), .heading("What the inspection judgements mean"),
        .paragraph("A good authority is one that is outstanding in nothing."),
        .heading("The Local Safeguarding Children Board (LSCB)"),
        .heading("The Local Safeguarding Children Board requires improvement"),
        .heading("Inspection findings \u{2013} the Local Safeguarding Children Board"),
        .numbered(6, items[1]), ReportParts.lastPage,
      ]).text(in: ReportStyle()))
    #expect(report.framework?.value == "sif")
    #expect(report.published?.value.description == "2015-04-30")
    #expect(
      report.grades == [
        "overall: inadequate", "leaders: inadequate", "help-and-protection: inadequate",
        "in-care: requires-improvement", "care-leavers: outstanding", "adoption: good",
        "lscb: requires-improvement",
      ])
    #expect(report.texts(.recommendation) == [items[0], items[1]])
    #expect(report.texts(.finding) == [items[2], items[3], items[0], items[1]])
  }

  @Test func `bullets after “is good because” are strengths, others are improvements`() throws {
    func report(_ grade: String) throws -> Letter {
      try read(
        ReportDraft(blocks: [
          .lines([
            "Wexmoor Council",
            "Inspection of services for children in need of help and protection, children looked",
            "after and care leavers", "Inspection date: 19 November 2013 \u{2013} 11 December 2013",
          ]),
          .lines(["The overall judgement is \(grade)."]),
          .heading("Summary of key findings"),
          .lines(["This local authority is \(grade) because:"]),
          .bullet(items[0]), .bullet(items[1]), .heading("Areas for improvement"),
          .bullet(items[2]),
          .heading(
            "The experiences and progress of children who need help and protection are good."),
          .bullet(items[3]), .bullet(items[0]), ReportParts.lastPage,
        ]).text(in: ReportStyle()))
    }
    #expect(try report("good").texts(.strength) == [items[0], items[1]])
    #expect(try report("inadequate").texts(.improvement) == [items[0], items[1], items[2]])
    #expect(try report("good").texts(.finding) == [items[3], items[0]])
    #expect(try report("inadequate").grades.first == "overall: inadequate")
  }

  @Test func `services for looked after children are graded on the older scale`() throws {
    let report = try read(
      ReportDraft(blocks: [
        .lines([
          "Inspection of looked after children", "services", "Wexmoor County Council", "",
          "Inspection dates:   15 \u{2013} 19 July 2013", "Reporting inspector A. Nother HMI",
          "Published:   23 August 2013",
        ]),
        .heading("Overall effectiveness of services for looked after children and young people"),
        .lines(["Grade 3 (Adequate)"]), .numbered(1, items[0]), .numbered(2, items[1]),
        .heading("Areas for improvement"),
        .numbered(3, "The local authority should take this action."),
        .heading("Immediately:"), .bullet(items[2]), .heading("Leadership and management"),
        .lines(["Grade 2 (Good)"]), .numbered(4, items[3]), .heading("Record of main findings"),
        .lines([
          " Overall effectiveness                          Adequate", "",
          " Outcomes for looked after children and         Good", " young people", "",
          " Leadership and management                      Good",
        ]),
      ]).text(in: ReportStyle()))
    #expect(report.framework?.value == "tlac")
    #expect(report.grades == ["overall: adequate", "leaders: good"])
    #expect(report.texts(.finding).count == 4)
    #expect(report.texts(.improvement) == [items[2]])
  }

  @Test func `the frameworks that are read are those that screens offer to read`() {
    #expect(LetterReader.frameworks == Inspection.readableFrameworks.union(["jtai"]))
  }

  // MARK: - What is no report

  @Test(arguments: [
    (
      "Monitoring visit of Wexmoor children\u{2019}s services\n\nThis letter",
      "a letter on a monitoring visit"
    ),
    ("Focused visit to Wexmoor children\u{2019}s services\n", "a letter on a focused visit"),
    (
      "School report\nInspection of Tarn Primary School\nInspection dates: 3 May 2023\n",
      "a report on a school"
    ),
    (
      "Tarn Fostering\nInspection report for independent fostering agency\n",
      "a report on a fostering agency"
    ),
    ("Press release: councils fail children\n", "a press release"),
    ("Written statement of action\nArea SEND in Wexmoor\n", "a plan that answers a report"),
    ("<html><title>Report not found</title>\n", "a web page"),
    ("Adroddiad arolygiad ar wasanaethau plant\n", "in Welsh"),
  ]) func `a document of another kind is refused by its name`(text: String, kind: String) throws {
    #expect(try read(text).refusal == .other(kind))
  }

  @Test func `a word such as school alone does not say what a text is`() throws {
    #expect(try read("Dear Sir, the roof of our school leaks.\n").refusal == .noSubject)
  }

  @Test func `a plan that quotes a report's title and headings is refused for what it lacks`()
    throws
  {
    let text = """
      Area SEND inspection of Wexmoor Local Area Partnership
      Inspection dates: 12 to 16 February 2024
      Our plan

      What does the area partnership need to do better?
      We will do better by June.
      """
    guard case .noReport(_, let missing) = try read(text).refusal else {
      Issue.record("the plan was read")
      return
    }
    #expect(missing.contains("a judgement"))
  }

  @Test func `a file with two reports says where the second begins`() throws {
    let one = ReportParts.council(improvements: items, findings: items, others: items)
      .text(in: ReportStyle(linesPerPage: 200))
    guard case .several(let page) = try read(one + one).refusal else {
      Issue.record("both were read as one")
      return
    }
    #expect(page == 2)
  }

  @Test func `half a report is read and says that it breaks off`() throws {
    var draft = ReportParts.council(improvements: items, findings: items, others: items)
    draft.blocks.removeLast(3)
    let report = try read(draft.text(in: ReportStyle()))
    #expect(report.isReport)
    #expect(report.problems.contains { $0.message.contains("breaks off") })
  }
}
