import InspectionModel
import InspectionOperations

/// Reads a report by the profile of its framework: lines without headers and footers, front, table
/// of judgements, outline, facts.
struct ReportReader {
  let areas: AreaFinder
  let agencies: AgencyFinder
  let inspectorates: Inspectorates

  /// The frameworks whose reports are read, and in which order their titles are asked for.
  static let profiles: [Profile] = [.areaSEND, .sif, .lscbReview, .tlac, .ilacs]

  /// The report in some lines; nil where its title is that of no profile.
  func read(_ lines: [Line], name: String?) -> Letter? {
    guard let front = ReportFront(lines, Self.profiles) else { return nil }
    var report = Letter()
    let day = front.visit?.value.from ?? front.published?.value
    let named = area(front, name, on: day)
    report.area = named.found(at: front.place)
    report.framework = Self.framework(of: front)
    report.fieldworkFrom = front.visit.map { Letter.Found($0.value.from, at: $0.place) }
    report.fieldworkTo = front.visit.map { Letter.Found($0.value.to, at: $0.place) }
    report.published = front.published
    report.previous = front.previous
    report.inspectorates = front.profile.inspectorates.map { inspectorate in
      // The framework says who inspects; the report mostly does so too.
      let place = inspectorates.place(of: inspectorate, in: lines)
      return Letter.Found(
        inspectorate, at: place ?? front.place, how: place == nil ? .guessed : .stated)
    }
    let head = Array(lines[front.end...].prefix(80).prefix { $0.place.page <= 2 })
    let table = JudgementTable(front.profile.tableHeading == nil ? head : [], front.profile)
    let start = front.end + table.end
    let outline = ReportOutline(
      lines, from: start, front.profile, area: report.area?.value.name)
    report.sections = outline.sections
    report.passages = outline.entries.passages(agencies(of: front.profile))
    report.wordCount = Shape.wordCount(lines)
    report.hasSignature = outline.hasEnd
    judge(&report, front, table, outline, lines)
    if let refusal = ReportCheck.refusal(report, front, lines) { return Letter(refusal: refusal) }
    report.problems =
      named.problems(on: day, at: front.place) + ReportGaps.problems(report, front, table)
      + Shape.problems(report)
    return report
  }

  // MARK: - Facts

  /// A report of a council does not say whether the inspection was short: a first span of five days
  /// on site does.
  private static func framework(of front: ReportFront) -> Letter.Found<String> {
    let framework = front.profile.framework
    guard framework == "ilacs", let span = front.spans.first, let weekday = span.from.weekday,
      let length = span.from.days(until: span.to), length >= 0
    else { return Letter.Found(framework, at: front.place) }
    let days = (0...length).count { ($0 + weekday - 1) % 7 < 5 }
    return Letter.Found(days <= 5 ? "ilacs-short" : framework, at: front.place, how: .guessed)
  }

  /// The area that the title names. Words beside a name make it a guess: "East Surrey" is not
  /// Surrey.
  private func area(_ front: ReportFront, _ name: String?, on day: Day?) -> NamedArea {
    if let found = areas.whole(front.areaWords, on: day) {
      return NamedArea(front.areaWords, found.area, beside: found.beside, others: found.others)
    }
    guard areas.first(in: front.areaWords, on: day) == nil else {
      return NamedArea(front.areaWords, nil)
    }
    let guess =
      areas.only(beginningWith: front.areaWords, on: day)
      ?? areas.first(in: name ?? "", on: day)
    return NamedArea(front.areaWords, guess, beside: guess == nil ? [] : [front.areaWords])
  }

  /// The agencies, with what else means them in reports of a profile.
  private func agencies(of profile: Profile) -> AgencyFinder {
    var agencies = agencies
    agencies.learn(profile.weakWords, weakly: true)
    agencies.learn(profile.agencyWords, weakly: false)
    return agencies
  }

  // MARK: - Judgements

  private func judge(
    _ report: inout Letter, _ front: ReportFront, _ table: JudgementTable, _ outline: ReportOutline,
    _ lines: [Line]
  ) {
    switch front.profile.grading {
    case .outcome:
      let outcome = Outcome(outline.texts["inspection outcome"] ?? Prose([], Hyphens([])))
      report.judgements = [outcome.judgement].compactMap(\.self)
      report.next = outcome.next
      let context = outline.texts["information about the local area partnership"]
      report.responsibleBodies =
        context.map {
          ResponsibleBodies.names(in: $0, area: report.area?.value.name)
        } ?? []
    case .table:
      let record = JudgementTable(Self.record(lines, front.profile), front.profile).judgements
      // The front page tells the grades; a summary may go on over the next.
      let sentences = [1, 2].flatMap { page in
        JudgementSentences.judgements(
          in: Prose(lines[front.end...].prefix(60).filter { $0.place.page == page }, Hyphens([])))
      }
      let found = table.judgements + record + outline.judgements + sentences
      report.judgements = Judgements.merged(found, front, table)
    }
  }

  /// The lines under a heading that says the table stands here.
  private static func record(_ lines: [Line], _ profile: Profile) -> [Line] {
    guard let heading = profile.tableHeading else { return [] }
    let start = lines.lastIndex { $0.text.words.map(\.key).joined(separator: " ") == heading }
    return start.map { Array(lines[($0 + 1)...].prefix(40)) } ?? []
  }
}

/// Brings together what tables, headings and sentences say of each aspect.
enum Judgements {
  private static let order: [Aspect] = [
    .overall, .leaders, .helpAndProtection, .inCare, .careLeavers, .inCareAndCareLeavers, .adoption,
    .lscb, .send,
  ]
  /// One judgement of each aspect: the first that says it; without a grade where two differ.
  static func merged(
    _ found: [Letter.Judgement], _ front: ReportFront, _ table: JudgementTable
  ) -> [Letter.Judgement] {
    var merged = order.compactMap { aspect -> Letter.Judgement? in
      let all = found.filter { $0.aspect == aspect }
      guard var first = all.first else { return nil }
      if Set(all.compactMap(\.grade)).count > 1, table.judgements.isEmpty {
        first = .init(aspect, without: .unreadable, first.place)
      }
      return first
    }
    let expected = expected(front)
    for aspect in expected where !merged.contains(where: { $0.aspect == aspect }) {
      merged.append(.init(aspect, without: reason(aspect, front, table), front.place))
    }
    return merged.sorted {
      (order.firstIndex(of: $0.aspect) ?? 0) < (order.firstIndex(of: $1.aspect) ?? 0)
    }
  }

  /// The aspects that the framework judged on the day, as far as its reports tell them. From April
  /// 2026 on the overall grade is told as not judged.
  private static func expected(_ front: ReportFront) -> [Aspect] {
    let labels = Set(front.profile.labels.compactMap(\.aspect))
    let judged =
      FrameworkAspects.aspects(of: front.profile.framework, on: front.visit?.value.from) ?? []
    // The overall grade of some stands in a sentence, which has no label.
    return judged.filter { labels.contains($0) || $0 == .overall }
      + (labels.contains(.overall) ? [.overall] : [])
  }

  private static func reason(_ aspect: Aspect, _ front: ReportFront, _ table: JudgementTable)
    -> Ungraded
  {
    let day = front.visit?.value.from
    let judged = FrameworkAspects.aspects(of: front.profile.framework, on: day)
    if let judged, !judged.contains(aspect) { return .notJudged }
    return table.isUnreadable ? .unreadable : .notReported
  }
}

/// What a report ought to have and has not, as problems.
enum ReportGaps {
  static func problems(_ report: Letter, _ front: ReportFront, _ table: JudgementTable)
    -> [Letter.Problem]
  {
    var problems: [Letter.Problem] = []
    func tell(_ isMissing: Bool, _ field: String, _ message: String, _ place: Letter.Place) {
      if isMissing { problems.append(Letter.Problem(field: field, message: message, place: place)) }
    }
    let top = front.place
    let end = report.passages.last?.place ?? top
    tell(
      report.fieldworkFrom == nil, "fieldwork",
      "The report does not say on which days the inspection was held", top)
    tell(table.isUnreadable, "judgements", "The table of judgements cannot be read", top)
    for judgement in report.judgements where judgement.reason == .unreadable {
      tell(
        true, "judgements", "The grade for \(judgement.aspect.rawValue) cannot be read",
        judgement.place)
    }
    tell(report.passages.isEmpty, "passages", "The report has no section with passages", end)
    tell(!report.hasSignature, "file", "The report breaks off: its last page is missing", end)
    return problems
  }
}
