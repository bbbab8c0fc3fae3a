public import InspectionModel

extension Burden {
  /// What there is to say of one area or body: its calendar, its inspections one after another, its
  /// years; of a kind of agency its years alone, since its inspections are all over England.
  ///
  /// O(visits of it · years).
  public func account(of row: Row) -> Account { account(of: row, beside: []) }

  /// - Parameter groups: what an area is to be seen beside.
  func account(of row: Row, beside groups: [SameAreas.Group]) -> Account {
    let name = name(part(row)?.row ?? row)
    let question = "What did inspections ask of \(name), and how close did they come?"
    guard let part = self.part(row) else {
      return Account(
        title: "Burden of \(name)", question: question,
        answer: "No inspection of \(name) is counted here.", method: Self.method(threshold))
    }
    let kind = row.type == .agency ? row : register[row].reference(.agency)
    let isOnePlace = row.type != .agency
    let areas = (places[part.row]?.areas ?? [part.row]).filter { $0.type == .area }
    let due = NextDue(areas.map { register.view($0) })
    let blocks =
      (isOnePlace ? calendars(part) + [.grid(visitGrid(part.all))] : [])
      + [.grid(withAndWithout([part]))]
      + (groups.isEmpty ? [] : [.grid(SameAreas.grid(groups))])
      + (due.rounds.isEmpty ? [] : [.grid(due.grid)])
      + [.grid(yearGrid(part.all.visits, agency: kind))]
      + (isOnePlace ? [.grid(overlapGrid(part))] : []) + [staffTimeBlock(part.all.visits)]
    return Account(
      title: "Burden of \(name)", question: question, answer: answer(name, part),
      behind: LoadFigures(part.all).behind, blocks: blocks, evidence: part.all.rows,
      method: Self.method(threshold), gaps: gaps(part.all.visits))
  }

  private func answer(_ name: String, _ part: Part) -> String {
    let joint = part.joint.count
    let days = part.all.onSiteDays
    let head =
      "\(counted(part.all.events, "inspection")) of \(name), \(joint) of them joint: "
      + "\(counted(days, "working day")) on site that are \(LoadFigures(part.all).howKnown), "
      + (part.isAddedKnown
        ? "\(part.added) of them added by joint ones"
        : "and it is not known how many joint ones added")
    guard part.row.type != .agency, let closest = part.all.closest else {
      return head + "."
    }
    let title = register.view(closest.after, as: Inspection.self).title
    if closest.days < 1 {
      let shared = counted(1 - closest.days, "day")
      return head
        + "; \(title) began while inspectors of another were on site, for \(shared) together."
    }
    let most = closest.isAtMost ? "at most " : ""
    return head + "; the closest gap is \(most)\(counted(closest.days, "day")), before \(title)."
  }

  // MARK: - The calendar

  /// Two years a time line, so that months can be told apart on a narrow screen; years without
  /// anything are left out.
  private func calendars(_ part: Part) -> [Account.Block] {
    let spans = part.all.visits.flatMap(spans)
    guard let first = spans.map(\.from.year).min(), let last = spans.map(\.to.year).max() else {
      return [
        .sentences(title: "Calendar", ["No inspection has a first day, so none can be drawn."])
      ]
    }
    return stride(from: first, through: last, by: 2).compactMap { year in
      let lanes = lanes(part, year...year + 1)
      guard !lanes.isEmpty, let from = Day(year: year, month: 1, day: 1),
        let to = Day(year: year + 1, month: 12, day: 31)
      else { return nil }
      return .timeline(
        Timeline(title: "Calendar \(year) and \(year + 1)", from: from, to: to, lanes: lanes))
    }
  }

  /// A lane a framework, of a body a lane an area, and one for the gaps that are too short.
  private func lanes(_ part: Part, _ years: ClosedRange<Int>) -> [Timeline.Lane] {
    let isBody = part.row.type == .body
    func isShown(_ span: Timeline.Span) -> Bool {
      span.from.year <= years.upperBound && span.to.year >= years.lowerBound
    }
    let shown = part.all.visits.map { visit in
      (lane: isBody ? visit.area : visit.framework, spans: spans(visit).filter(isShown))
    }.filter { !$0.spans.isEmpty }
    var lanes = shown.map(\.lane).unique.map { lane in
      Timeline.Lane(
        lane.map { register[$0].text(isBody ? .name : .alias) ?? register[$0].key } ?? "not known",
        shown.filter { $0.lane == lane }.flatMap(\.spans))
    }
    let close = part.all.breaches.compactMap(gap).filter(isShown)
    if !close.isEmpty { lanes.append(Timeline.Lane("under \(threshold) days", close)) }
    return lanes
  }

  private func spans(_ visit: Visit) -> [Timeline.Span] {
    let inspection: Inspection = register.view(visit.row)
    func span(_ what: String?, _ days: ClosedRange<Int>?, _ kind: Timeline.Span.Kind)
      -> Timeline.Span?
    {
      guard let days, let from = Day(ordinal: days.lowerBound),
        let to = Day(ordinal: days.upperBound)
      else { return nil }
      return Timeline.Span(
        ([inspection.title] + (what.map { [$0] } ?? [])).joined(separator: ", "), from: from,
        to: to, kind: kind, basis: [visit.row])
    }
    let stay =
      switch visit.length {
      case .stated: nil as String?
      case .assumed, .filled: "last day filled in"
      case .inParts: "in parts"
      case .wholeExercise: "whole exercise"
      case .unknown: "last day not known"
      }
    let published = inspection.published?.ordinal.map { $0...$0 }
    return [
      span(nil, visit.footprint.days, visit.footprint.isAssumed ? .assumed : .footprint),
      span(stay, visit.onSite, .onSite), span(nil, published, .event),
    ].compactMap(\.self)
  }

  /// The days between two inspections that came too close.
  private func gap(_ spacing: Load.Spacing) -> Timeline.Span? {
    let visits = visits.filter { [spacing.before, spacing.after].contains($0.row) }
    guard let end = visits.first(where: { $0.row == spacing.before })?.onSite?.upperBound,
      let start = visits.first(where: { $0.row == spacing.after })?.onSite?.lowerBound
    else { return nil }
    // Where they overlap, the days that both hold.
    let days = end + 1 <= start - 1 ? end + 1...start - 1 : min(start, end)...max(start, end)
    guard let from = Day(ordinal: days.lowerBound), let to = Day(ordinal: days.upperBound) else {
      return nil
    }
    return Timeline.Span(
      "\(counted(spacing.days, "day")) from one to the next", from: from, to: to, kind: .gap,
      basis: [spacing.before, spacing.after])
  }

  // MARK: - Grids

  private func visitGrid(_ load: Load) -> Grid {
    let gaps = Dictionary(load.spacings.map { ($0.after, $0) }) { first, _ in first }
    return Grid(
      title: "One after another", corner: "inspection", rows: load.visits,
      named: { inspection($0).title }, subject: \.row,
      columns: [
        Grid.Column("first day, or of the report", short: "first", firstDay),
        .bar("days on site", short: "on site", unit: "working days", stay),
        .phrase("as far as they are not stated", short: "days are") { howKnown($0.length) },
        Grid.Column("footprint, calendar days", short: "footprint", footprint),
        Grid.Column("gap before it, days", short: "gap") {
          gaps[$0.row]?.figure ?? Figure(.phrase("–"))
        },
        .phrase("under \(threshold) days", short: "close") {
          gaps[$0.row].map { $0.isBreach ? "close" : "" } ?? ""
        },
      ])
  }

  private func inspection(_ visit: Visit) -> Inspection { register.view(visit.row) }

  private func firstDay(_ visit: Visit) -> Figure {
    let inspection = inspection(visit)
    if let from = inspection.from { return Figure(.day(from), basis: [visit.row]) }
    return (inspection.published ?? inspection.listed).map {
      Figure(.phrase("report \($0)"), basis: [visit.row])
    } ?? .unknown("neither a day on site nor that of the report is known")
  }

  private func howKnown(_ length: Visit.Length) -> String {
    switch length {
    case .stated: ""
    case .assumed: "last filled in"
    case .filled: "filled in"
    case .inParts: "in parts"
    case .wholeExercise: "of a whole exercise"
    case .unknown: "not known"
    }
  }

  private func stay(_ visit: Visit) -> Figure {
    guard let days = visit.workingDays else {
      return .unknown(
        visit.length == .wholeExercise
          ? "the days span the whole exercise, and nobody says which of them were on site"
          : visit.onSite == nil
            ? "no day on site is known, and its framework has no number of them"
            : visit.length == .inParts
              ? "inspectors came in parts, and nobody says for how many days"
              : "the last day on site is not known")
    }
    return Figure(.count(days), basis: [visit.row])
  }

  private func footprint(_ visit: Visit) -> Figure {
    switch visit.footprint {
    case .days(let days, _, _): return Figure(.count(days.days), basis: [visit.row])
    case .none(.noFirstDay): return .unknown("no first day on site is known")
    case .none(.noNotice): return .unknown("the notice of its framework was not found")
    case .none(.noStatement): return .unknown("no day for a statement of action is known")
    case .none(.backwards): return .unknown("the statement would be due before the notice")
    }
  }

  private func overlapGrid(_ part: Part) -> Grid {
    let rows: [(name: String, load: Load)] = [
      ("all", part.all), ("without the joint ones", part.withoutJoint),
    ]
    return Grid(
      title: "At the same time", corner: "inspections", rows: rows, named: \.name,
      columns: [
        Grid.Column("calendar days with two on site", short: "on site") {
          Figure(
            .count($0.load.overlapOnSite), basis: $0.load.overlapOnSite > 0 ? $0.load.rows : [])
        },
        Grid.Column("calendar days in two footprints or more", short: "overlap") {
          LoadFigures($0.load).overlap
        },
        Grid.Column("most footprints on a day", short: "peak") { LoadFigures($0.load).peak },
        Grid.Column("footprints on a day that has any", short: "mean") {
          LoadFigures($0.load).mean
        },
        Grid.Column("most in 365 days", short: "365 d") { LoadFigures($0.load).rolling },
      ])
  }
}
