import InspectionModel

extension Counterfactual {
  /// What there is to say of a scenario: savings as ranges, always beside the coverage kept.
  public var account: Account {
    let blocks: [Account.Block] =
      [.grid(termsGrid)] + (obstacle == nil ? [.grid(savingGrid), .grid(breakEvenGrid)] : [])
      + [.grid(coverageGrid)]
    return Account(
      title: scenario.name, question: question, answer: answer, blocks: blocks,
      evidence: removed.map(\.row) + scenarioEstimates, method: Self.method, gaps: gaps)
  }

  /// The years of the horizon.
  var years: Double { horizon.map { Double($0.days) / 365.25 } ?? 0 }

  private var question: String {
    let goes = listed(scenario.removes.map(\.shortName))
    guard !goes.isEmpty else { return "What if other inspections took the place of some?" }
    return scenario.adds.map { "What if \($0) took the place of \(goes)?" }
      ?? "What if \(goes) went, and nothing came?"
  }

  private var answer: String {
    let kept =
      "\(coverage.kept.count) of \(counted(coverage.today.count, "criterion", "criteria")) supported today would still be looked at"
    let lost = coverage.lost.map { register[$0].key }
    let coverage =
      coverage.today.isEmpty
      ? "no criterion is supported by what is coded today, so that coverage kept cannot be told"
      : lost.isEmpty ? kept : "\(kept); lost: \(listed(lost, upTo: 10))"
    if let obstacle { return "There is no saving to tell: \(obstacle). Coverage: \(coverage)." }
    let comes = added ?? 0
    let saved = Double(removed.count) - comes
    let events =
      saved >= 0
      ? "\(Figure.Value.short(saved)) of \(counted(removed.count, "inspection")) would have been saved"
      : "\(Figure.Value.short(-saved)) more inspections would have come than the \(removed.count) that went"
    return "From \(span): \(events), and \(coverage)."
  }

  private var span: String {
    [scenario.from, scenario.to].compactMap { $0?.description }.joined(separator: " to ")
  }

  private var scenarioEstimates: [Row] {
    agencies.flatMap { $0.removedStaff.estimates.union($0.addedStaff.estimates) }.unique
      .sorted { $0.number < $1.number }
  }

  // MARK: - What it supposes

  private var termsGrid: Grid {
    Grid(
      title: "What it supposes", corner: "term", columns: [Grid.Heading("value")],
      lines: timeAndPlace + whatComes)
  }

  private func line(_ name: String, _ figure: Figure) -> Grid.Line {
    Grid.Line(Grid.Heading(name), [figure])
  }

  private var timeAndPlace: [Grid.Line] {
    let goes = scenario.removes
    return [
      line("areas", .count(areas)),
      line("from", day(scenario.from, "no first day is said")),
      line("to", day(scenario.to, "no last day is said")),
      line(
        "goes",
        goes.isEmpty
          ? .unknown("no framework goes")
          : Figure(.words(listed(goes.map(\.shortName), upTo: 8)), basis: goes.map(\.row))),
      line("comes", Figure(.words(scenario.adds ?? "nothing"), basis: [scenario.row])),
    ]
  }

  private func day(_ day: Day?, _ otherwise: String) -> Figure {
    day.map { Figure(.day($0), basis: [scenario.row]) } ?? .unknown(otherwise)
  }

  private var whatComes: [Grid.Line] {
    guard scenario.adds != nil else { return [] }
    func number(_ number: Int?, _ what: String) -> Figure {
      number.map { Figure(.count($0), basis: [scenario.row]) } ?? .unknown("\(what) is not said")
    }
    let (agencies, criteria) = (scenario.agencies, scenario.criteria)
    return [
      line("months from one to the next in an area", number(scenario.every, "how often")),
      line("working days on site", number(scenario.onSite, "how long")),
      line("working days of notice", number(scenario.notice, "the notice")),
      line(
        "agencies",
        Figure(.words(listed(agencies.map(\.name), upTo: 8)), basis: agencies.map(\.row))),
      line(
        "criteria",
        criteria.isEmpty
          ? .unknown("it judges by no criterion yet")
          : Figure(
            .words(criteria.map(\.key).joined(separator: " ")), basis: criteria.map(\.row))),
    ]
  }

  // MARK: - Savings

  private var savingGrid: Grid {
    Grid(
      title: "Saved, by kind of agency", corner: "agency",
      columns: [
        Grid.Heading("inspections that go", short: "go"),
        Grid.Heading("inspections that come", short: "come"),
        Grid.Heading("inspections saved", short: "saved"),
        Grid.Heading("working days on site saved", short: "days saved"),
        Grid.Heading("staff-days saved, low to high", short: "staff-days saved"),
        Grid.Heading("assumed, % of the middle figures", short: "assumed %"),
      ],
      lines: agencies.map(savingLine),
      notes: [
        "Less than nought is spent, not saved.", coverageNote, unmeasuredNote,
      ].compactMap(\.self))
  }

  private var unmeasuredNote: String? {
    agencies.allSatisfy(\.unmeasured.isEmpty)
      ? nil
      : "Inspections that go and whose days on site are not known are in no sum of days: what is saved is more."
  }

  private func savingLine(_ line: AgencyLine) -> Grid.Line {
    let rows = line.removed.map(\.row)
    let staff = line.savedStaff
    let share = line.assumedShare
    return Grid.Line(
      Grid.Heading(register.view(line.agency, as: Agency.self).name), subject: line.agency,
      [
        .count(rows),
        line.isInScope || scenario.adds == nil
          ? line.added.map { Figure(.measure($0, digits: 1)) } ?? .unknown("how often is not said")
          : Figure(.absent(.outOfScope)),
        line.savedEvents.map { Figure(.measure($0, digits: 1), basis: rows) }
          ?? .unknown("how often is not said"),
        savedDays(line, rows),
        staff.map {
          Figure(
            .range(low: $0.low, mid: $0.mid, high: $0.high), basis: estimates(of: line))
        } ?? .unknown(noStaff(line)),
        staff == nil || share == nil
          ? .unknown("without an estimate there is no share of it that is assumed")
          : Figure(.measure((share ?? 0) * 100, digits: 0), basis: estimates(of: line)),
      ])
  }

  private func savedDays(_ line: AgencyLine, _ rows: [Row]) -> Figure {
    if !rows.isEmpty, line.unmeasured.count == rows.count {
      return .unknown("of none of the inspections that go are the days on site known")
    }
    return line.savedDays(scenario.onSite).map { Figure(.measure($0, digits: 0), basis: rows) }
      ?? .unknown("how long what comes would be on site is not said")
  }

  private func estimates(of line: AgencyLine) -> [Row] {
    line.removedStaff.estimates.union(line.addedStaff.estimates)
      .sorted { $0.number < $1.number }
  }

  private func noStaff(_ line: AgencyLine) -> String {
    let lacksRemoved = !line.removed.isEmpty && line.removedStaff.known.isEmpty
    let comes = (line.added ?? 0) > 0 && line.addedStaff.estimates.isEmpty
    if lacksRemoved, comes {
      return "no staff-days are known, neither of what goes nor of what comes"
    }
    return lacksRemoved
      ? "no staff-days are known of what goes"
      : "no staff-days are known of what comes"
  }

  // MARK: - Break-even

  private var breakEvenGrid: Grid {
    let lines = agencies.map { line in
      let days = line.breakEven(scenario.onSite, over: years)
      let staff = line.breakEvenStaff(over: years)
      return Grid.Line(
        Grid.Heading(register.view(line.agency, as: Agency.self).name), subject: line.agency,
        [
          days.map { Figure(.measure($0, digits: 1), basis: line.removed.map(\.row)) }
            ?? .unknown("it takes days on site of what goes and of what comes"),
          months(days, line) ?? .unknown("without a frequency there are no months between two"),
          staff.map { Figure(.measure($0, digits: 1), basis: estimates(of: line)) }
            ?? .unknown("it takes estimates of what goes and of what comes"),
          months(staff, line) ?? .unknown("without a frequency there are no months between two"),
        ])
    }
    return Grid(
      title: "How often what comes may come before it costs more", corner: "agency",
      columns: [
        Grid.Heading("a year, by days on site", short: "on site"),
        Grid.Heading("months in each area, by days on site", short: "months"),
        Grid.Heading("a year, by staff-days", short: "staff-days"),
        Grid.Heading("months in each area, by staff-days", short: "months"),
      ], lines: lines,
      notes: [coverageNote, "Never: nothing that goes looked at this kind of agency."])
  }

  /// A frequency over all areas as months from one to the next in each.
  private func months(_ frequency: Double?, _ line: AgencyLine) -> Figure? {
    guard let frequency else { return nil }
    guard frequency > 0 else { return Figure(.words("never")) }
    return Figure(
      .measure(12 * Double(areas.count) / frequency, digits: 0), basis: line.removed.map(\.row))
  }

  // MARK: - Coverage

  private var coverageNote: String {
    coverage.today.isEmpty
      ? "Coverage kept: not known, since what is coded supports no criterion yet."
      : "Coverage kept: \(coverage.kept.count) of \(coverage.today.count) criteria supported today."
  }
}
