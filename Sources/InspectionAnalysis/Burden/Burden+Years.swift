import InspectionModel

extension Burden {
  /// Year by year, with staff-days where any are known. O(years · visits).
  ///
  /// - Parameter agency: whose staff-days are meant; of all agencies where nil.
  func yearGrid(_ visits: [Visit], agency: Row? = nil) -> Grid {
    let dated = YearLoad.all(from: yearStart, visits, calendar).map { load in
      (name: yearStart.name(load.year), load: load)
    }
    let undated = YearLoad.undated(visits).map { [(name: "no date", load: $0)] } ?? []
    let years = (dated + undated).map { year in
      (
        name: year.name, load: year.load,
        staff: staffTime.isEmpty ? StaffTime.Total() : staffDays(year.load, agency)
      )
    }
    let hasStaffDays = years.contains { !$0.staff.known.isEmpty }
    return Grid(
      title: yearStart == .january
        ? "By year" : "By year, from 1 \(yearStart.rawValue.capitalizedFirst)",
      corner: "year", rows: years, named: \.name,
      columns: [
        .bar("inspections", short: "n") { .count($0.load.began.map(\.row)) },
        Grid.Column("of them joint", short: "joint") { .count($0.load.joint.map(\.row)) },
        Grid.Column("working days on site", short: "on site") {
          LoadFigures.days($0.load.onSiteDays, of: $0.load.began)
        },
        Grid.Column("working days of joint ones", short: "joint") {
          LoadFigures.days($0.load.onSiteDaysOfJoint, of: $0.load.joint)
        },
        Grid.Column("footprint in the year, calendar days", short: "footprint") {
          footprint($0.load)
        },
      ] + (hasStaffDays ? StaffTime.Total.columns(\.staff) : []),
      notes: [
        "Inspections count in the year of their first day on site, days in the year they fall in."
          + byReport(visits)
          + (hasStaffDays
            ? " Staff-days are spread over the footprint; where there is none, they fall in the "
              + "year of the inspection."
            : "")
      ])
  }

  /// That those without a first day count in the year of their report.
  private func byReport(_ visits: [Visit]) -> String {
    let count = visits.count {
      $0.onSite == nil && $0.day != nil && $0.length != .wholeExercise
    }
    return count == 0
      ? ""
      : " For \(count) that day is not known: they count, with any days, by the month or year they "
        + "were in, or else by their report."
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
}

extension YearLoad {
  fileprivate var joint: [Visit] { began.filter(\.isJoint) }
}
