import InspectionModel

extension Burden {
  /// What there is to say of all inspections counted.
  ///
  /// - Parameter scope: what they are narrowed to, in words; empty for all there are.
  public func account(_ scope: String = "") -> Account {
    let grids = [
      withAndWithout(areas), yearGrid(visits), areaGrid, bodyGrid, agencyGrid, frameworkGrid,
    ].filter { !$0.lines.isEmpty }
    let blocks = grids.map(Account.Block.grid) + [staffTimeBlock(visits)]
    return Account(
      title: "Burden" + (scope.isEmpty ? "" : " of " + scope),
      question: "Are joint inspections a burden over and above the others of the same areas?",
      answer: answer, blocks: visits.isEmpty ? [] : blocks, evidence: visits.map(\.row),
      method: Self.method(threshold), gaps: gaps(visits))
  }

  private var answer: String {
    let joint = visits.filter(\.isJoint)
    guard !visits.isEmpty else { return "There are no inspections to count." }
    guard !joint.isEmpty else {
      return "None of these \(counted(visits.count, "inspection")) is a joint one."
    }
    guard joint.count < visits.count else {
      return
        "All of these \(counted(visits.count, "inspection")) are joint, so that there are no others to set them against."
    }
    let (all, without) = (LoadFigures(areas.map(\.all)), LoadFigures(areas.map(\.withoutJoint)))
    let added = all.days - without.days
    let close = areas.map { $0.all.breaches.count - $0.withoutJoint.breaches.count }.reduce(0, +)
    let share = all.days > 0 ? " (\(added * 100 / all.days) %)" : ""
    let gaps =
      close > 0
      ? "and \(counted(close, "gap")) of under \(threshold) days that the others would not have left"
      : "and left no more gaps of under \(threshold) days"
    return
      "\(joint.count) of \(counted(visits.count, "inspection")) are joint; they added \(added) of \(all.days) working days on site that are known\(share), \(gaps)."
  }

  // MARK: - Grids

  /// With the joint inspections and without, side by side.
  func withAndWithout(_ parts: [Part]) -> Grid {
    let joint = parts.map { Load($0.joint, threshold: threshold) }
    func line(_ name: String, _ loads: [Load]) -> Grid.Line {
      let figures = LoadFigures(loads)
      return Grid.Line(
        Grid.Heading(name),
        [
          figures.events, figures.onSite, figures.assumed, figures.unmeasured, figures.footprint,
          figures.breaches, figures.rolling,
        ])
    }
    return Grid(
      title: "With the joint inspections and without", corner: "inspections",
      columns: [
        Grid.Heading("inspections", short: "n"),
        .bar("days on site", short: "on site", unit: "working days"),
        Grid.Heading("last day assumed", short: "assumed"),
        Grid.Heading("days not known", short: "n/k"),
        Grid.Heading("footprint, calendar days", short: "footprint"),
        Grid.Heading("gaps under \(threshold) days", short: "close"),
        Grid.Heading("most in 365 days", short: "365 d"),
      ],
      lines: [
        line("all", parts.map(\.all)), line("without the joint ones", parts.map(\.withoutJoint)),
        line("the joint ones alone", joint),
      ],
      notes: [
        "A footprint goes from notice to statement of action; of most frameworks neither is known, so that joint inspections have one and others do not."
      ])
  }

  private var areaGrid: Grid {
    let lines = areas.map { part in
      let figures = LoadFigures(part.all)
      let area: Area = register.view(part.row)
      return Grid.Line(
        Grid.Heading(area.name), subject: part.row,
        [
          figures.onSite.opening(area.key),
          LoadFigures.days(part.added, of: part.joint), figures.events,
          .count(part.joint.map(\.row)), figures.closest, figures.breaches, figures.rolling,
          figures.footprint,
        ])
    }
    return Grid(
      title: "Areas, those with the most days on site first", corner: "area",
      columns: [
        .bar("days on site", short: "on site", unit: "working days"),
        Grid.Heading("working days added by joint ones", short: "joint"),
        Grid.Heading("inspections", short: "n"),
        Grid.Heading("joint inspections", short: "joint n"),
        Grid.Heading("closest gap, days", short: "closest"),
        Grid.Heading("gaps under \(threshold) days", short: "close"),
        Grid.Heading("most in 365 days", short: "365 d"),
        Grid.Heading("footprint, calendar days", short: "footprint"),
      ], lines: lines,
      notes: [
        "The days on site of an area lead to its calendar.",
        "One inspection alone has no gap: –.",
      ])
  }

  private var bodyGrid: Grid {
    let lines = bodies.map { part in
      let figures = LoadFigures(part.all)
      return Grid.Line(
        Grid.Heading(register.view(part.row, as: Body.self).name), subject: part.row,
        [
          figures.events.opening(register[part.row].key), figures.onSite, figures.closest,
          figures.breaches, figures.rolling, figures.overlap, figures.peak,
        ])
    }
    return Grid(
      title: "Bodies", corner: "body",
      columns: [
        .bar("inspections", short: "n"),
        Grid.Heading("working days on site", short: "on site"),
        Grid.Heading("closest gap, days", short: "closest"),
        Grid.Heading("gaps under \(threshold) days", short: "close"),
        Grid.Heading("most in 365 days", short: "365 d"),
        Grid.Heading("calendar days in two footprints or more", short: "overlap"),
        Grid.Heading("most footprints on a day", short: "peak"),
      ], lines: lines,
      notes: [
        "An inspection is one of a body's where it took place in an area that the body covers, while the body was there, and looked at its kind of agency. A body may cover more areas than the register says.",
        "One inspection alone has no gap: –.", "The inspections of a body lead to its calendar.",
      ])
  }
}

extension Figure {
  /// The same, leading to the burden of an area, a body or a kind of agency.
  func opening(_ key: String) -> Figure {
    Figure(value, basis: basis, opens: AccountRequest(.burden, key: key))
  }
}
