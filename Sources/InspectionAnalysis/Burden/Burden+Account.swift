import InspectionModel

extension Topic {
  /// How close inspections come is seen on all of an area alone, and what joint ones add beside the
  /// others.
  public static let burden = Topic(
    "burden", title: "Burden",
    summary: "what inspections ask of areas, bodies and agencies, with and without joint ones",
    takes: [.filter, .key], isOfWholeAreas: true
  ) { Burden.account($0) }
}

extension Burden {
  /// Of one area, body or kind of agency what there is to say of it; else of all of them.
  fileprivate static func account(_ input: Topic.Input) -> Account {
    let (scope, register) = (input.scope, input.register)
    let inspections = scope.inspections(in: register)
    let burden = Burden(
      register, inspections: inspections.map(\.row),
      threshold: scope.gap ?? usualThreshold, yearStart: scope.yearStart ?? .january,
      places: scope.places(in: register) ?? [])
    let types: [RecordType] = [.area, .body, .agency]
    let row = input.key.flatMap { key in
      types.lazy.compactMap { register.row($0, key: key) }.first
    }
    let comparison = SameAreas(beside: burden)
    if let row = row ?? (!scope.isAll && burden.areas.count == 1 ? burden.areas[0].row : nil) {
      let visits = burden.part(row).map(\.all.visits) ?? []
      let groups = comparison.usual + comparison.inQuestion(visits, scope.window)
      return burden.account(of: row, beside: row.type == .area ? groups : [])
    }
    let inQuestion =
      scope.isAll || burden.visits.isEmpty
      ? [] : comparison.inQuestion(burden.visits, scope.window)
    return burden.account(scope.phrase(inspections), beside: comparison.usual, inQuestion)
  }

  /// What there is to say of all inspections counted.
  ///
  /// - Parameter scope: what they are narrowed to, in words; empty for all there are.
  public func account(_ scope: String = "") -> Account {
    account(scope, beside: SameAreas(beside: self).usual, [])
  }

  /// - Parameters:
  ///   - usual: what any inspections are to be seen beside.
  ///   - same: all inspections of the same areas, the last in the same years.
  private func account(
    _ scope: String, beside usual: [SameAreas.Group], _ same: [SameAreas.Group]
  ) -> Account {
    let grids = [
      withAndWithout(areas), SameAreas.grid(usual + same), yearGrid(visits), areaGrid, bodyGrid,
      agencyGrid, frameworkGrid,
    ].filter { !$0.lines.isEmpty }
    let blocks = grids.map(Account.Block.grid) + [staffTimeBlock(visits)]
    return Account(
      title: "Burden" + (scope.isEmpty ? "" : " of " + scope),
      question: "Are joint inspections a burden over and above the others of the same areas?",
      answer: answer(beside: usual, same),
      behind: LoadFigures(Load(visits, threshold: threshold)).behind,
      blocks: visits.isEmpty ? [] : blocks, evidence: visits.map(\.row),
      method: Self.method(threshold), gaps: gaps(visits))
  }

  /// With what the joint ones are beside more inspections of the same areas: those of the first of
  /// the groups that tell something else.
  func answer(beside usual: [SameAreas.Group], _ same: [SameAreas.Group] = []) -> String {
    let others = (same.reversed() + usual.dropFirst()).first { group in
      visits.contains(where: \.isJoint) && group.joint.count < group.visits.count
        && group.visits.count != visits.count
    }
    return answerAlone
      + (others.flatMap { group in
        group.share.map { " Against \(group.name), joint ones are \($0)." }
      } ?? "")
  }

  private var answerAlone: String {
    let joint = visits.filter(\.isJoint)
    guard !visits.isEmpty else { return "There are no inspections to count." }
    guard !joint.isEmpty else {
      return "None of these \(counted(visits.count, "inspection")) is a joint one."
    }
    guard joint.count < visits.count else {
      return
        "All of these \(counted(visits.count, "inspection")) are joint, so there are no others to "
        + "compare them with."
    }
    let (all, without) = (LoadFigures(areas.map(\.all)), LoadFigures(areas.map(\.withoutJoint)))
    let close = areas.map { $0.all.breaches.count - $0.withoutJoint.breaches.count }.reduce(0, +)
    let gaps =
      close > 0
      ? "and \(counted(close, "gap")) of under \(threshold) days that there would not be "
        + "without them"
      : "and added no gaps of under \(threshold) days"
    return
      "\(joint.count) of \(counted(visits.count, "inspection")) are joint; "
      + "\(added(all.days - without.days, of: all)), \(gaps)."
  }

  private func added(_ days: Int, of all: LoadFigures) -> String {
    guard let share = Proportion(days, of: all.days).percent,
      visits.contains(where: { $0.isJoint && $0.workingDays != nil })
    else { return "it is not known how many working days on site they added" }
    return "they added \(days) of \(all.days) working days on site that are \(all.howKnown) "
      + "(\(share))"
  }

  // MARK: - Grids

  /// With the joint inspections and without, side by side.
  func withAndWithout(_ parts: [Part]) -> Grid {
    let rows: [(name: String, figures: LoadFigures)] = [
      ("all", LoadFigures(parts.map(\.all))),
      ("without the joint ones", LoadFigures(parts.map(\.withoutJoint))),
      ("the joint ones alone", LoadFigures(parts.map { Load($0.joint, threshold: threshold) })),
    ]
    return Grid(
      title: "With the joint inspections and without", corner: "inspections", rows: rows,
      named: \.name,
      columns: [
        Grid.Column("inspections", short: "n", \.figures.events),
        .bar("days on site", short: "on site", unit: "working days", \.figures.onSite),
        Grid.Column("working days of them filled in", short: "filled", \.figures.assumedDays),
        Grid.Column("inspections with days filled in", short: "filled n", \.figures.assumed),
        Grid.Column("inspections with days not known", short: "n/k", \.figures.unmeasured),
        Grid.Column("footprints, calendar days", short: "footprints", \.figures.footprint),
        Grid.Column("mean footprint, calendar days", short: "mean", \.figures.meanFootprint),
        Grid.Column("median footprint, calendar days", short: "median", \.figures.medianFootprint),
        Grid.Column("gaps under \(threshold) days", short: "close", \.figures.breaches),
        Grid.Column("most in 365 days", short: "365 d", \.figures.rolling),
      ],
      notes: [
        "A footprint runs from notice to statement of action; for most frameworks neither is "
          + "known, so only joint inspections have one."
      ])
  }

  private var areaGrid: Grid {
    Grid(
      title: "Areas, those with the most days on site first", corner: "area", rows: areas,
      named: { name($0.row) }, subject: \.row,
      columns: [
        .bar("days on site", short: "on site", unit: "working days") {
          $0.figures.onSite.opening(register[$0.row].key)
        },
        Grid.Column("working days added by joint ones", short: "joint", \.addedFigure),
        Grid.Column("inspections", short: "n", \.figures.events),
        Grid.Column("joint inspections", short: "joint n") { .count($0.joint.map(\.row)) },
        Grid.Column("closest gap, days", short: "closest", \.figures.closest),
        Grid.Column("gaps under \(threshold) days", short: "close", \.figures.breaches),
        Grid.Column("most in 365 days", short: "365 d", \.figures.rolling),
        Grid.Column("footprint, calendar days", short: "footprint", \.figures.footprint),
      ],
      notes: [
        "An area's days on site lead to its calendar.",
        "A single inspection has no gap: –.",
      ])
  }

  private var bodyGrid: Grid {
    Grid(
      title: "Bodies", corner: "body", rows: bodies,
      named: { register.view($0.row, as: Body.self).name }, subject: \.row,
      columns: [
        .bar("inspections", short: "n") { $0.figures.events.opening(register[$0.row].key) },
        Grid.Column("working days on site", short: "on site", \.figures.onSite),
        Grid.Column("closest gap, days", short: "closest", \.figures.closest),
        Grid.Column("gaps under \(threshold) days", short: "close", \.figures.breaches),
        Grid.Column("most in 365 days", short: "365 d", \.figures.rolling),
        Grid.Column("calendar days in two footprints or more", short: "overlap", \.figures.overlap),
        Grid.Column("most footprints on a day", short: "peak", \.figures.peak),
      ],
      notes: [
        "An inspection counts for a body if it took place in an area that the body covers, while "
          + "the body existed, and looked at its kind of agency. A body may cover more areas than "
          + "the register says.",
        "A single inspection has no gap: –.", "The inspections of a body lead to its calendar.",
      ])
  }
}

extension Burden.Part {
  var figures: LoadFigures { LoadFigures(all) }
  var addedFigure: Figure { LoadFigures.days(added, of: joint) }
}

extension Figure {
  /// The same, leading to the burden of an area, a body or a kind of agency.
  func opening(_ key: String) -> Figure {
    Figure(value, basis: basis, opens: AccountRequest(.burden, key: key))
  }
}
