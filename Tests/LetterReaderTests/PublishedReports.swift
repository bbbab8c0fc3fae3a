import InspectionModel
import LetterReader
import Testing

/// The published reports of other frameworks in the folder that JOINTVIEW_REPORTS names, with their
/// truth; not part of the repository.
private let folder = Files.environment("JOINTVIEW_REPORTS")

@Suite(.enabled(if: folder != nil, "JOINTVIEW_REPORTS names no folder of reports"))
struct PublishedReports {
  @Test func `published reports are read as a careful reader reads them`() throws {
    let folder = try #require(folder)
    let bench = try ReportBench(folder: folder)
    var total: [String: Score] = [:]
    for file in Files.names(in: folder) where file.hasSuffix(".pdf") {
      let text = try Files.output(of: "pdftotext -layout '\(folder)/\(file)' -")
      for (what, score) in bench.measure(text, String(file.dropLast(4))) {
        total[what, default: Score()] += score
      }
    }
    for (what, score) in total.sorted(by: { $0.key < $1.key }) { print("reports", what, score) }
    for what in ["facts", "grades", "items", "experience"] {
      #expect((total[what]?.recall ?? 0) >= 0.99, "\(what)")
      #expect((total[what]?.precision ?? 0) >= 0.99, "\(what)")
    }
    #expect((total["responsible bodies"]?.recall ?? 0) >= 0.95)
    for (what, least) in [("agencies, SEND", 0.9), ("agencies, council", 0.85)] {
      #expect((total[what]?.recall ?? 0) >= least, "\(what)")
      #expect((total[what]?.precision ?? 0) >= least, "\(what)")
    }
  }

  @Test func `no good report is told to look wrong`() throws {
    let folder = try #require(folder)
    let bench = try ReportBench(folder: folder)
    for file in Files.names(in: folder) where file.hasSuffix(".pdf") {
      let text = try Files.output(of: "pdftotext -layout '\(folder)/\(file)' -")
      #expect(bench.reader.read(text, name: file).problems.isEmpty, "\(file)")
    }
  }
}

/// Reads reports and compares them with the truth.
private struct ReportBench {
  let reader: LetterReader
  private let councils: [String: Truth.Row]
  private let partnerships: [String: Truth.Row]
  private let items: [String: [Truth.Row]]
  private let experience: [String: [Truth.Row]]
  private let agencies: [String: [Truth.Row]]

  init(folder: String) throws {
    func rows(_ name: String) throws -> [Truth.Row] {
      try Truth.table(folder + "/truth/\(name).csv")
    }
    func byFile(_ rows: [Truth.Row]) -> [String: [Truth.Row]] {
      Dictionary(grouping: rows) { $0["file"] ?? "" }
    }
    func one(_ rows: [Truth.Row]) -> [String: Truth.Row] {
      byFile(rows).compactMapValues(\.first)
    }
    councils = one(try rows("council/reports"))
    partnerships = one(try rows("send/reports"))
    items = byFile(try rows("council/items") + rows("send/items"))
    experience = byFile(try rows("send/experience"))
    agencies = byFile(try rows("council/agencies") + rows("send/agencies"))
    let areas = try Truth.table(folder + "/../facts/data/la_england_153.csv").map { row in
      let name = row["name"] ?? ""
      return KnownArea(
        id: name.words(joinedBy: "-"), name: name, aliases: [row["ons_name"] ?? ""],
        code: row["gss_code"])
    }
    reader = LetterReader(vocabulary: try vocabulary(areas: areas))
  }

  func measure(_ text: [UInt8], _ name: String) -> [String: Score] {
    let report = reader.read(text, name: name)
    var scores = ["items": found(items[name] ?? [], in: report)]
    if let row = councils[name] {
      scores["facts"] = facts(report, row, framework: row["framework"] ?? "")
      scores["grades"] = grades(report, row)
      scores["agencies, council"] = agencies(report, name)
    }
    if let row = partnerships[name] {
      scores["facts"] = facts(report, row, framework: "area-send")
      let outcomes = ["1": "typically-positive", "2": "inconsistent", "3": "systemic-failings"]
      scores["grades"] = compare(["send: " + (outcomes[row["outcome"] ?? ""] ?? "")], report.grades)
      scores["responsible bodies"] = compare(
        (row["responsible_bodies"] ?? "").split(separator: ";").map(String.init),
        report.responsibleBodies.map(\.value))
      scores["experience"] = found(experience[name] ?? [], in: report, kinds: [.experience])
      scores["agencies, SEND"] = agencies(report, name)
    }
    return scores
  }

  private func facts(_ report: Letter, _ row: Truth.Row, framework: String) -> Score {
    let expected = ["area", "inspection_from", "inspection_to"].map { (row[$0] ?? "").bare }
    let days = [report.fieldworkFrom, report.fieldworkTo].map { $0?.value.description.bare ?? "" }
    return compare(
      expected.map { $0.replacing("and", with: "") } + [framework == "lac" ? "tlac" : framework],
      [(report.area?.value.name ?? "").bare.replacing("and", with: "")] + days
        + [report.framework?.value ?? ""])
  }

  private func grades(_ report: Letter, _ row: Truth.Row) -> Score {
    let isJoined = row["in_care_covers_care_leavers"] == "yes"
    let aspects = [
      ("overall", "overall"), ("leaders", "leaders"),
      ("help-and-protection", "help_and_protection"),
      (isJoined ? "in-care-and-care-leavers" : "in-care", "in_care"),
      ("care-leavers", isJoined ? "" : "care_leavers"), ("adoption", "adoption"), ("lscb", "lscb"),
    ]
    let expected = aspects.compactMap { aspect, column -> String? in
      guard let grade = row[column], !grade.isEmpty else { return nil }
      return "\(aspect): \(grade == "not-judged" ? "(not-judged)" : grade)"
    }
    return compare(expected, report.grades)
  }

  private static let kinds: [String: [SectionKind]] = [
    "numbered-paragraph": [.finding], "finding-bullet": [.finding],
    "improvement-bullet": [.improvement], "summary-bullet": [.strength, .improvement],
    "recommendation": [.recommendation, .finding], "strength": [.strength],
    "improvement": [.improvement], "priority-action": [.priorityAction],
    "area-for-improvement": [.areaForImprovement],
  ]
  private static let listed: Set<SectionKind> = [
    .finding, .improvement, .strength, .recommendation, .priorityAction, .areaForImprovement,
  ]

  /// An item is found where its kind, its number, its page, its first six and last three words are.
  private func found(
    _ rows: [Truth.Row], in report: Letter, kinds: Set<SectionKind> = listed
  ) -> Score {
    var rest = report.passages.filter { kinds.contains($0.section) }
    var score = Score()
    for row in rows {
      let (first, last) = (
        (row["first_six_words"] ?? "").bare, (row["last_three_words"] ?? "").bare
      )
      let kind = Self.kinds[row["kind"] ?? row["section_kind"] ?? ""] ?? Array(kinds)
      let place = rest.firstIndex { passage in
        kind.contains(passage.section) && passage.text.bare.hasPrefix(first)
          && passage.text.bare.hasSuffix(last)
          && "\(passage.place.page)" == row["page_from"] ?? row["page"]
          && (row["number"] ?? "").isEmpty == (passage.number == nil || row["number"] == nil)
      }
      if let place { rest.remove(at: place) }
      score += Score(right: place == nil ? 0 : 1, missed: place == nil ? 1 : 0)
    }
    score.wrong = rest.count
    return score
  }

  private func agencies(_ report: Letter, _ name: String) -> Score {
    var score = Score()
    for row in agencies[name] ?? [] where row["sure"] == "yes" {
      let passage = report.passages.first { passage in
        if let number = row["number"], !number.isEmpty {
          return passage.number == number && passage.section == .finding
        }
        let kind = Self.kinds[row["kind"] ?? row["section_kind"] ?? ""] ?? []
        return kind.contains(passage.section) && "\(passage.index)" == row["index"]
      }
      let found = Set(passage?.agencies.map(\.agency) ?? [])
      let acting = Truth.identifiers(row["agencies"])
      let allowed = acting.union(Truth.identifiers(row["also_mentioned"]))
      score += Score(
        right: acting.intersection(found).count, missed: acting.subtracting(found).count,
        wrong: found.subtracting(allowed).count)
    }
    return score
  }

  private func compare(_ expected: [String], _ found: [String]) -> Score {
    let missed = expected.filter { !found.contains($0) }
    if !missed.isEmpty { print("expected", expected, "found", found) }
    return Score(
      right: expected.count - missed.count, missed: missed.count,
      wrong: found.count { !expected.contains($0) })
  }
}
