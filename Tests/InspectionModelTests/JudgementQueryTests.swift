import InspectionModel
import Testing

/// Two inspections with judgements, one with a grade of its own alone, one without any.
struct JudgementQueryTests {
  private let register: Register

  init() throws {
    var register = Register.empty
    let ashby: [(String, String, String)] = [
      ("overall", "Grade", "inadequate"), ("care-leavers", "Grade", "good"),
      ("in-care", "Grade", "requires-improvement"),
    ]
    let borne: [(String, String, String)] = [
      ("overall", "Reason", "not-judged"), ("care-leavers", "Grade", "inadequate"),
    ]
    let edits =
      ["ashby", "borne", "corley", "dale"].flatMap { area -> [Edit] in
        [
          .insert(.area, [.init(.id, area), .init(.name, area)]),
          .insert(.inspection, Register.inspection(area, area, "2024")),
        ]
      } + Self.judgements("ashby", ashby) + Self.judgements("borne", borne) + [
        .set(.inspection, key: "corley", .grade, from: [], to: ["inadequate"]),
        .insert(.passage, Register.passage("borne", "s1", "strength", "Words.")),
      ]
    try register.apply(
      Change(
        "sample",
        [.insert(.framework, [.init(.id, "jtai"), .init(.name, "Joint inspection")])] + edits))
    self.register = register
  }

  private static func judgements(
    _ inspection: String, _ judged: [(String, String, String)]
  ) -> [Edit] {
    judged.map { aspect, field, word in
      .insert(
        .judgement,
        [
          .init(.id, "\(inspection)/\(aspect)"), .init(.inspection, inspection),
          .init(.aspect, aspect), .init(field == "Grade" ? .grade : .reason, word),
        ])
    }
  }

  private func found(_ filter: String, _ type: RecordType) throws -> [String] {
    let query = try Query(filter, on: type, in: register)
    return register.rows(matching: query).map { register[$0].key }
  }

  @Test(arguments: [
    ("grade:inadequate aspect:care-leavers", ["borne"]),
    ("grade:inadequate aspect:overall", ["ashby", "corley"]),
    ("grade:inadequate", ["ashby", "borne", "corley"]),
    ("grade:good aspect:overall", []),
    ("aspect:overall reason:not-judged", ["borne"]),
    ("aspect:in-care", ["ashby"]),
    ("grade:inadequate !aspect:overall", ["borne"]),
    ("grade:good,requires", ["ashby"]),
    ("grade:", ["ashby", "borne", "corley"]),
    ("reason:", ["borne"]),
    ("grade:inadequate area:corley", ["corley"]),
  ])
  func `inspections and areas are found by a grade and an aspect of one and the same judgement`(
    filter: String, keys: [String]
  ) throws {
    #expect(try found(filter, .inspection) == keys)
    if !filter.contains("area:") { #expect(try found(filter, .area) == keys) }
  }

  @Test func `passages are found by a judgement of their inspection`() throws {
    #expect(try found("grade:inadequate aspect:care-leavers", .passage) == ["borne/s1"])
    #expect(try found("grade:inadequate aspect:overall", .passage) == [])
  }

  @Test func `judgements are found by their own fields, and by those of their inspection`() throws {
    #expect(try found("grade:inadequate", .judgement) == ["ashby/overall", "borne/care-leavers"])
    #expect(try found("area:borne !grade:", .judgement) == ["borne/overall"])
  }

  @Test func `a grade or an aspect that is none is told, with the nearest`() {
    for (filter, words) in [("grade:goood", "good"), ("aspect:leader-s", "leaders")] {
      let problem = #expect(throws: QueryProblem.self) { try Query(filter, on: .area) }
      #expect(problem?.description.contains("did you mean \(words)?") == true)
    }
    #expect(throws: QueryProblem.self) { try Query("grade:good", on: .theme) }
  }

  @Test func `the overall grade is that of its judgement, else that of the inspection itself`()
    throws
  {
    let grades = register.all(Inspection.self).map(\.grade)
    #expect(grades == [.inadequate, nil, .inadequate, nil])
    let judged = register.all(Inspection.self).map { $0.judged.map(\.aspect) }
    #expect(
      judged == [[.overall, .inCare, .careLeavers], [.overall, .careLeavers], [.overall], []])
  }

  @Test(arguments: [
    ("2022-12-31", Aspect.inCareAndCareLeavers, true), ("2022-12-31", .careLeavers, false),
    ("2023-01-01", .careLeavers, true), ("2023-01-01", .inCareAndCareLeavers, false),
    ("2026-04-26", .overall, true), ("2026-04-27", .overall, false), ("2026-05", .overall, false),
    ("2024", .overall, true),
  ])
  func `a framework grades an aspect from a day on`(
    iso: String, aspect: Aspect, isGraded: Bool
  ) throws {
    let day = try #require(Day(iso: iso))
    let aspects = try #require(FrameworkAspects.aspects(of: "ilacs", on: day))
    #expect(aspects.contains(aspect) == isGraded)
    // 2026 lies on both sides of April: nothing is said.
    #expect(FrameworkAspects.aspects(of: "ilacs", on: Day(year: 2026)) == nil)
    #expect(FrameworkAspects.aspects(of: "anything", on: day) == nil)
  }
}
