import InspectionModel

extension Burden {
  /// Year by year, with staff-days where any are known. O(years · visits).
  ///
  /// - Parameter agency: whose staff-days are meant; of all agencies where nil.
  func yearGrid(_ visits: [Visit], agency: Row? = nil) -> Grid {
    let loads = YearLoad.all(from: yearStart, visits, calendar)
    let totals = staffTime.isEmpty ? [] : loads.map { staffDays($0, agency) }
    let hasStaffDays = totals.contains { !$0.known.isEmpty }
    let lines = loads.enumerated().map { place, load in
      Grid.Line(
        Grid.Heading(yearStart.name(load.year)),
        figures(load) + (hasStaffDays ? staffFigures(totals[place]) : []))
    }
    return Grid(
      title: yearStart == .january
        ? "By year" : "By year, from 1 \(yearStart.rawValue.capitalizedFirst)",
      corner: "year",
      columns: [
        .bar("inspections", short: "n"), Grid.Heading("of them joint", short: "joint"),
        Grid.Heading("working days on site", short: "on site"),
        Grid.Heading("working days of joint ones", short: "joint"),
        Grid.Heading("footprint in the year, calendar days", short: "footprint"),
      ] + (hasStaffDays ? StaffTime.Total.columns : []),
      lines: lines,
      notes: [
        "Inspections count in the year of their first day, days in the year they fall in."
          + (hasStaffDays
            ? " Staff-days are spread over the footprint; where there is none, they fall in the year of the first day."
            : "")
      ])
  }

  private func figures(_ load: YearLoad) -> [Figure] {
    let joint = load.began.filter(\.isJoint)
    return [
      .count(load.began.map(\.row)), .count(joint.map(\.row)),
      LoadFigures.days(load.onSiteDays, of: load.began),
      LoadFigures.days(load.onSiteDaysOfJoint, of: joint), footprint(load),
    ]
  }

  private func footprint(_ load: YearLoad) -> Figure {
    let rows = load.began.filter { $0.footprint.days != nil }.map(\.row)
    return load.footprintDays == 0 && rows.count < load.began.count
      ? .unknown("no inspection of this year has a footprint")
      : Figure(.count(load.footprintDays), basis: rows)
  }

  /// B(a, y) = Σ B(i) · CD(F(i) ∩ y) / CD(F(i)).
  private func staffDays(_ load: YearLoad, _ agency: Row?) -> StaffTime.Total {
    let shares = Dictionary(uniqueKeysWithValues: load.shares.map { ($0.row, $0.share) })
    let inspections = load.shares.map { register.view($0.row, as: Inspection.self) }
    return staffTime.total(inspections, agency: agency) { shares[$0] ?? 0 }
  }

  private func staffFigures(_ total: StaffTime.Total) -> [Figure] {
    if !total.known.isEmpty { return total.figures }
    if total.of == 0 { return StaffTime.Total.columns.map { _ in Figure(.words("–")) } }
    return StaffTime.Total.columns.dropLast().map { _ in
      .unknown("no inspection of this year has an estimate")
    } + [Figure(.share(0, of: total.of))]
  }
}
