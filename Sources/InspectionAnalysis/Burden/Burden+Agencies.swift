import InspectionModel

/// The grids by kind of agency and by framework, and what is known of staff time.
extension Burden {
  var agencyGrid: Grid {
    Grid(
      title: "Kinds of agency, by inspections that looked at them", corner: "agency",
      rows: agencies, named: { register.view($0.row, as: Agency.self).name }, subject: \.row,
      columns: [
        .bar("inspections", short: "n") { $0.figures.events.opening(register[$0.row].key) },
        Grid.Column("without joint ones", short: "without") {
          LoadFigures($0.withoutJoint).events
        },
        Grid.Column("joint inspections", short: "joint") { .count($0.joint.map(\.row)) },
        Grid.Column("working days on site", short: "on site", \.figures.onSite),
        Grid.Column("working days added by joint ones", short: "added", \.addedFigure),
        Grid.Column("days not known", short: "n/k", \.figures.unmeasured),
      ],
      notes: [
        "A kind is looked at if its inspectorate took part: youth justice where HMI Probation "
          + "did, probation where it did with others. Most inspections of police or of health "
          + "services alone are missing, so these bear more than is shown."
      ])
  }

  var frameworkGrid: Grid {
    Grid(
      title: "How long inspections take", corner: "framework", rows: frameworks,
      named: { framework($0).name }, short: { framework($0).shortName }, subject: \.row,
      columns: [
        Grid.Column("inspections", short: "n") { .count($0.visits.map(\.row)) },
        Grid.Column("calendar days from first to last, median", short: "stay", \.stayFigure),
        Grid.Column("calendar days, as the framework has it", short: "usual") {
          fact(framework($0).calendarDays, $0)
        },
        Grid.Column("days from last to letter, median, to 2020", short: "to 2020") {
          $0.waitFigure(in: ...2020)
        },
        Grid.Column("days from last to letter, median, since 2022", short: "from 2022") {
          $0.waitFigure(in: 2022...)
        },
        Grid.Column("notice, working days", short: "notice") { fact(framework($0).notice, $0) },
        Grid.Column("statement due, working days", short: "due") {
          fact(framework($0).statement, $0)
        },
      ],
      notes: [
        "Medians are of inspections whose days are stated, – where none are. The calendar days "
          + "that a framework has are the median of published reports, as its record says."
      ])
  }

  private func framework(_ under: UnderFramework) -> Framework { register.view(under.row) }

  private func fact(_ value: Int?, _ under: UnderFramework) -> Figure {
    Figure(value.map { .count($0) } ?? .phrase("not found"), basis: [under.row])
  }

  // MARK: - Staff time

  /// What is known of the staff-days of some visits, by kind of agency, or that nothing is.
  func staffTimeBlock(_ visits: [Visit]) -> Account.Block {
    let inspections = visits.map { register.view($0.row, as: Inspection.self) }
    let all = staffTime.total(inspections)
    guard !all.known.isEmpty else { return .sentences(title: "Staff-days", Self.noStaffDays) }
    let kinds = register.rows(.agency).map { kind in
      (kind: Optional(kind), total: staffTime.total(inspections, agency: kind))
    }
    return .grid(
      Grid(
        title: "Staff-days", corner: "agency",
        rows: kinds.filter { !$0.total.known.isEmpty } + [(kind: nil, total: all)],
        named: { $0.kind.map { register.view($0, as: Agency.self).name } ?? "all agencies" },
        subject: \.kind, columns: StaffTime.Total.columns(\.total),
        notes: ["Sums over the inspections of which anything is known; the others add nothing."]))
  }

  /// That nobody has published a figure, and who says so.
  static let noStaffDays = [
    "No figure is known: how many staff-days an inspection takes from a council or its partners "
      + "was not found anywhere, for any framework.",
    "Ministers said that there was no reliable figure for staff time (Hansard, House of Commons, "
      + "22 January 2002) and that no estimate had been made (24 February 2010).",
    "For scale alone: 83 inspections in a year were said to cost the public bodies of "
      + "Leicestershire £3.6m (about 2009, "
      + "https://localis.org.uk/news/lga-takes-aim-at-audit-commission).",
    "Nobody has entered an estimate yet: a range, with its source and what it rests on.",
  ]
}

extension UnderFramework {
  fileprivate var stayFigure: Figure {
    median(stay, visits.filter { $0.length == .stated }.map(\.row))
  }

  fileprivate func waitFigure(in years: some RangeExpression<Int>) -> Figure {
    median(wait(in: years), waits.filter { years.contains($0.year) }.map(\.row))
  }

  private func median(_ value: Double?, _ rows: [Row]) -> Figure {
    value.map { Figure(.measure($0, digits: $0 == $0.rounded() ? 0 : 1), basis: rows) }
      ?? Figure(.phrase("–"))
  }
}

extension StaffTime.Total {
  /// The range, and never without it what it rests on.
  static func columns<Element>(
    _ total: @escaping (Element) -> StaffTime.Total
  ) -> [Grid.Column<Element>] {
    [
      Grid.Column("staff-days, low to high", short: "staff-days") { total($0).range },
      Grid.Column("assumed, % of the middle figure", short: "assumed %") {
        total($0).assumedFigure
      },
      Grid.Column("weakest evidence", short: "weakest") { total($0).weakestFigure },
      Grid.Column("inspections with an estimate", short: "known") { total($0).knownFigure },
    ]
  }

  private var basis: [Row] { estimates.sorted { $0.number < $1.number } }

  private var range: Figure {
    nothing ?? Figure(.range(low: days.low, mid: days.mid, high: days.high), basis: basis)
  }

  /// The share of the middle figure that is assumed.
  private var assumedFigure: Figure {
    if let nothing { return nothing }
    guard let assumedShare else { return .unknown("the middle figure is 0") }
    return Figure(.measure(assumedShare * 100, digits: 0), basis: basis)
  }

  private var weakestFigure: Figure { nothing ?? Figure(.phrase(weakest?.rawValue ?? "")) }

  private var knownFigure: Figure {
    of == 0 ? Figure(.phrase("–")) : Figure(.share(known.count, of: of), basis: known)
  }

  /// What stands where nothing is known, which only a year can be shown without.
  private var nothing: Figure? {
    if of == 0 { return Figure(.phrase("–")) }
    return known.isEmpty ? .unknown("no inspection of this year has an estimate") : nil
  }
}
