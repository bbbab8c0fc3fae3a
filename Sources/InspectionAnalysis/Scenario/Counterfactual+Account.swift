import InspectionModel

extension Counterfactual {
  /// What there is to say of a scenario: savings as ranges, always beside the coverage kept.
  public var account: Account {
    let blocks: [Account.Block] =
      [.grid(termsGrid)] + (obstacle == nil ? [.grid(savingGrid), .grid(breakEvenGrid)] : [])
      + [.grid(coverageGrid)]
    return Account(
      title: scenario.name, question: question, answer: answer, behind: behind, blocks: blocks,
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
    let coverage = coverage.sentence(in: register)
    if let obstacle { return "No saving can be stated: \(obstacle). \(coverage)" }
    let comes = added ?? 0
    let saved = Double(removed.count) - comes
    let events =
      saved >= 0
      ? "\(Figure.Value.short(saved)) of \(counted(removed.count, "inspection")) would have been "
        + "saved"
      : "\(Figure.Value.short(-saved)) more inspections would have come than the \(removed.count) "
        + "that went"
    return "From \(span): \(events). \(coverage)"
  }

  private var behind: String {
    let sources = coverage.sources
    return "Behind this: \(counted(removed.count, "inspection")) that would go; "
      + "\(counted(sources.standards, "standard")), "
      + "\(counted(sources.judgements, "judgement")) and findings coded in "
      + "\(counted(sources.reports, "report")) for what is looked at."
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
      title: "What it supposes", corner: "term", rows: timeAndPlace + whatComes, named: \.name,
      columns: [Grid.Column("value", \.value)])
  }

  private typealias Term = (name: String, value: Figure)

  private var timeAndPlace: [Term] {
    let goes = scenario.removes
    return [
      ("areas", .count(areas)),
      ("from", day(scenario.from, "no first day is given")),
      ("to", day(scenario.to, "no last day is given")),
      (
        "goes",
        goes.isEmpty
          ? .unknown("no framework goes")
          : Figure(.phrase(listed(goes.map(\.shortName), upTo: 8)), basis: goes.map(\.row))
      ),
      ("comes", Figure(.phrase(scenario.adds ?? "nothing"), basis: [scenario.row])),
    ]
  }

  private func day(_ day: Day?, _ otherwise: String) -> Figure {
    day.map { Figure(.day($0), basis: [scenario.row]) } ?? .unknown(otherwise)
  }

  private var whatComes: [Term] {
    guard scenario.adds != nil else { return [] }
    func number(_ number: Int?, _ what: String) -> Figure {
      number.map { Figure(.count($0), basis: [scenario.row]) } ?? .unknown("\(what) is not stated")
    }
    let (agencies, criteria) = (scenario.agencies, scenario.criteria)
    return [
      ("months from one to the next in an area", number(scenario.every, "how often")),
      ("working days on site", number(scenario.onSite, "how long")),
      ("working days of notice", number(scenario.notice, "the notice")),
      (
        "agencies",
        Figure(.phrase(listed(agencies.map(\.name), upTo: 8)), basis: agencies.map(\.row))
      ),
      (
        "criteria",
        criteria.isEmpty
          ? .unknown("it judges by no criterion yet")
          : Figure(.phrase(criteria.map(\.key).joined(separator: " ")), basis: criteria.map(\.row))
      ),
    ]
  }

  // MARK: - Savings

  private var savingGrid: Grid {
    Grid(
      title: "Saved, by kind of agency", corner: "agency", rows: agencies, named: name,
      subject: \.agency,
      columns: [
        Grid.Column("inspections that go", short: "go") { .count($0.removed.map(\.row)) },
        Grid.Column("inspections that come", short: "come", comes),
        Grid.Column("inspections saved", short: "saved") { line in
          line.savedEvents.map { Figure(.measure($0, digits: 1), basis: line.removed.map(\.row)) }
            ?? .unknown("how often is not stated")
        },
        Grid.Column("working days on site saved", short: "days saved", savedDays),
        Grid.Column("staff-days saved, low to high", short: "staff-days saved", savedStaff),
        Grid.Column("assumed, % of the middle figures", short: "assumed %", assumed),
      ],
      notes: [
        "A figure below 0 is spent, not saved.", coverageNote, unmeasuredNote,
      ].compactMap(\.self))
  }

  private var unmeasuredNote: String? {
    agencies.allSatisfy(\.unmeasured.isEmpty)
      ? nil
      : "Inspections that go and whose days on site are not known are in no sum of days: what is "
        + "saved is more."
  }

  private func name(_ line: AgencyLine) -> String {
    register.view(line.agency, as: Agency.self).name
  }

  private func comes(_ line: AgencyLine) -> Figure {
    guard line.isInScope || scenario.adds == nil else { return Figure(.absent(.outOfScope)) }
    return line.added.map { Figure(.measure($0, digits: 1)) } ?? .unknown("how often is not stated")
  }

  private func savedStaff(_ line: AgencyLine) -> Figure {
    line.savedStaff.map {
      Figure(.range(low: $0.low, mid: $0.mid, high: $0.high), basis: estimates(of: line))
    } ?? .unknown(noStaff(line))
  }

  private func assumed(_ line: AgencyLine) -> Figure {
    guard line.savedStaff != nil, let share = line.assumedShare else {
      return .unknown("without an estimate there is no share of it that is assumed")
    }
    return Figure(.measure(share * 100, digits: 0), basis: estimates(of: line))
  }

  private func savedDays(_ line: AgencyLine) -> Figure {
    let rows = line.removed.map(\.row)
    if !rows.isEmpty, line.unmeasured.count == rows.count {
      return .unknown("the days on site are known for none of the inspections that go")
    }
    return line.savedDays(scenario.onSite).map { Figure(.measure($0, digits: 0), basis: rows) }
      ?? .unknown("how long what comes would be on site is not stated")
  }

  private func estimates(of line: AgencyLine) -> [Row] {
    line.removedStaff.estimates.union(line.addedStaff.estimates)
      .sorted { $0.number < $1.number }
  }

  private func noStaff(_ line: AgencyLine) -> String {
    let lacksRemoved = !line.removed.isEmpty && line.removedStaff.known.isEmpty
    let comes = (line.added ?? 0) > 0 && line.addedStaff.estimates.isEmpty
    if lacksRemoved, comes {
      return "no staff-days are known, either for what goes or for what comes"
    }
    return lacksRemoved
      ? "no staff-days are known for what goes"
      : "no staff-days are known for what comes"
  }

  // MARK: - Break-even

  private var breakEvenGrid: Grid {
    Grid(
      title: "How often what comes may come before it costs more", corner: "agency",
      rows: agencies, named: name, subject: \.agency,
      columns: [
        Grid.Column("a year, by days on site", short: "on site") { line in
          days(line).map { Figure(.measure($0, digits: 1), basis: line.removed.map(\.row)) }
            ?? .unknown("it needs days on site of what goes and of what comes")
        },
        Grid.Column("months in each area, by days on site", short: "months") {
          months(days($0), $0)
        },
        Grid.Column("a year, by staff-days", short: "staff-days") { line in
          staff(line).map { Figure(.measure($0, digits: 1), basis: estimates(of: line)) }
            ?? .unknown("it needs estimates of what goes and of what comes")
        },
        Grid.Column("months in each area, by staff-days", short: "months") {
          months(staff($0), $0)
        },
      ],
      notes: [coverageNote, "Never: nothing that goes looked at this kind of agency."])
  }

  /// How often a year it breaks even, by days on site and by staff-days.
  private func days(_ line: AgencyLine) -> Double? {
    line.breakEven(scenario.onSite, over: years)
  }

  private func staff(_ line: AgencyLine) -> Double? { line.breakEvenStaff(over: years) }

  /// A frequency over all areas as months from one to the next in each.
  private func months(_ frequency: Double?, _ line: AgencyLine) -> Figure {
    guard let frequency else {
      return .unknown("without a frequency there are no months between two")
    }
    guard frequency > 0 else { return Figure(.phrase("never")) }
    return Figure(
      .measure(12 * Double(areas.count) / frequency, digits: 0), basis: line.removed.map(\.row))
  }

  private var coverageNote: String { coverage.sentence(in: register) }
}
