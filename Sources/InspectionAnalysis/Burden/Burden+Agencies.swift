import InspectionModel

/// The grids by kind of agency and by framework, and what is known of staff time.
extension Burden {
  var agencyGrid: Grid {
    let lines = agencies.map { part in
      let (all, without) = (LoadFigures(part.all), LoadFigures(part.withoutJoint))
      return Grid.Line(
        Grid.Heading(register.view(part.row, as: Agency.self).name), subject: part.row,
        [
          all.events.opening(register[part.row].key), without.events, .count(part.joint.map(\.row)),
          all.onSite,
          LoadFigures.days(part.added, of: part.joint), all.unmeasured,
        ])
    }
    return Grid(
      title: "Kinds of agency, by inspections that looked at them", corner: "agency",
      columns: [
        .bar("inspections", short: "n"), Grid.Heading("without joint ones", short: "without"),
        Grid.Heading("joint inspections", short: "joint"),
        Grid.Heading("working days on site", short: "on site"),
        Grid.Heading("working days added by joint ones", short: "added"),
        Grid.Heading("days not known", short: "n/k"),
      ], lines: lines,
      notes: [
        "A kind is looked at where its inspectorate took part: probation and youth justice where HMI Probation did. Inspections of police forces, health services and youth justice alone are not in this register, so that those kinds bear more than is shown."
      ])
  }

  var frameworkGrid: Grid {
    Grid(
      title: "How long inspections take", corner: "framework",
      columns: [
        Grid.Heading("inspections", short: "n"),
        Grid.Heading("calendar days from first to last, median", short: "stay"),
        Grid.Heading("calendar days, as the framework has it", short: "usual"),
        Grid.Heading("days from last to letter, median, to 2020", short: "to 2020"),
        Grid.Heading("days from last to letter, median, since 2022", short: "from 2022"),
        Grid.Heading("notice, working days", short: "notice"),
        Grid.Heading("statement due, working days", short: "due"),
      ], lines: frameworks.map(line),
      notes: [
        "Medians are of inspections whose days are stated, – where none are. Of an ILACS inspection no last day is known here: its usual days are the median of published reports, as its framework record says."
      ])
  }

  private func line(_ under: UnderFramework) -> Grid.Line {
    let framework: Framework = register.view(under.row)
    func fact(_ value: Int?) -> Figure {
      Figure(value.map { .count($0) } ?? .words("not found"), basis: [under.row])
    }
    func wait(_ years: some RangeExpression<Int>) -> Figure {
      let rows = under.waits.filter { years.contains($0.year) }.map(\.row)
      return under.wait(in: years).map { Self.median($0, rows) } ?? Figure(.words("–"))
    }
    return Grid.Line(
      Grid.Heading(framework.name, short: framework.shortName), subject: under.row,
      [
        .count(under.visits.map(\.row)),
        under.stay.map { stay in
          Self.median(stay, under.visits.filter { $0.length == .stated }.map(\.row))
        } ?? Figure(.words("–")),
        fact(framework.calendarDays), wait(...2020), wait(2022...), fact(framework.notice),
        fact(framework.statement),
      ])
  }

  private static func median(_ value: Double, _ rows: [Row]) -> Figure {
    Figure(.measure(value, digits: value == value.rounded() ? 0 : 1), basis: rows)
  }

  // MARK: - Staff time

  /// What is known of the staff-days of some visits, by kind of agency, or that nothing is.
  func staffTimeBlock(_ visits: [Visit]) -> Account.Block {
    let inspections = visits.map { register.view($0.row, as: Inspection.self) }
    let all = staffTime.total(inspections)
    guard !all.known.isEmpty else { return .words(title: "Staff-days", Self.noStaffDays) }
    let lines =
      register.rows(.agency).compactMap { kind -> Grid.Line? in
        let total = staffTime.total(inspections, agency: kind)
        guard !total.known.isEmpty else { return nil }
        let name = register.view(kind, as: Agency.self).name
        return Grid.Line(Grid.Heading(name), subject: kind, total.figures)
      } + [Grid.Line(Grid.Heading("all agencies"), all.figures)]
    return .grid(
      Grid(
        title: "Staff-days", corner: "agency", columns: StaffTime.Total.columns, lines: lines,
        notes: ["Sums over the inspections of which anything is known; the others add nothing."]))
  }

  /// That nobody has published a figure, and who says so.
  static let noStaffDays = [
    "No figure is known: how many staff-days an inspection takes from a council or its partners was not found anywhere, for any framework.",
    "Ministers said that there was no reliable figure for staff time (Hansard, House of Commons, 22 January 2002) and that no estimate had been made (24 February 2010).",
    "For scale alone: 83 inspections in a year were said to cost the public bodies of Leicestershire £3.6m (about 2009, https://localis.org.uk/news/lga-takes-aim-at-audit-commission).",
    "Nobody has entered an estimate yet: a range, with its source and what it rests on.",
  ]
}

extension StaffTime.Total {
  static let columns = [
    Grid.Heading("staff-days, low to high", short: "staff-days"),
    Grid.Heading("assumed, % of the middle figure", short: "assumed %"),
    Grid.Heading("weakest evidence", short: "weakest"),
    Grid.Heading("inspections with an estimate", short: "known"),
  ]

  /// The range, and never without it what it rests on.
  var figures: [Figure] {
    let basis = estimates.sorted { $0.number < $1.number }
    return [
      Figure(.range(low: days.low, mid: days.mid, high: days.high), basis: basis),
      assumedFigure, Figure(.words(weakest?.rawValue ?? "")),
      Figure(.share(known.count, of: of), basis: known),
    ]
  }

  /// The share of the middle figure that is assumed.
  var assumedFigure: Figure {
    guard let assumedShare else { return .unknown("the middle figure is nought") }
    return Figure(
      .measure(assumedShare * 100, digits: 0), basis: estimates.sorted { $0.number < $1.number })
  }
}
