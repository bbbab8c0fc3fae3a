import InspectionModel

/// The coverage kept, how the figures come about, and what they lack.
extension Counterfactual {
  var coverageGrid: Grid {
    let supported = support.supported()
    return Grid(
      title: "Coverage kept", corner: "criterion supported today", rows: supported,
      named: { "\($0.criterion.key) \($0.criterion.name)" }, short: \.criterion.key,
      subject: \.criterion.row,
      columns: [
        Grid.Column("afterwards") {
          Figure(.words(verdict($0.criterion.row)), basis: $0.passages)
        },
        Grid.Column("findings") { .count($0.passages) },
        Grid.Column("inspections", short: "n") { .count($0.inspections) },
      ],
      notes: [
        supported.isEmpty
          ? "No criterion is supported by what is coded: that takes "
            + "\(FrameworkSupport.fewest.passages) findings from "
            + "\(FrameworkSupport.fewest.inspections) inspections."
          : "Kept: \(coverage.kept.count) of \(coverage.today.count), lost: \(coverage.lost.count)."
      ])
  }

  private func verdict(_ criterion: Row) -> String {
    let (comes, stays) = (
      coverage.byAdded.contains(criterion), coverage.byKept.contains(criterion)
    )
    switch (comes, stays) {
    case (true, true): return "kept, by what comes and what stays"
    case (true, false): return "kept, by what comes"
    case (false, true): return "kept, by what stays"
    case (false, false): return "lost"
    }
  }

  static let method = [
    "Saved: the inspections under the frameworks that go, which took place in these areas in this "
      + "time, less those that would have come: one for each area and so many months.",
    "Staff-days saved, low: the least of what goes less the most of what comes; high the other way "
      + "round.",
    "Break-even: days of what goes a year, by days of one that comes; the middle figures for "
      + "staff-days.",
    "Coverage kept: criteria that what comes judges by or that findings under the frameworks that "
      + "stay support, of those supported today by \(FrameworkSupport.fewest.passages) findings "
      + "from \(FrameworkSupport.fewest.inspections) inspections.",
    "An agency is in scope of an inspection where its inspectorate took part.",
  ]

  var gaps: [String] {
    var gaps: [String] = []
    if let lastKnown, let horizon, let last = lastKnown.lastDay.ordinal {
      gaps.append(
        horizon.upperBound > last
          ? "The register has no inspection under the frameworks that go after \(lastKnown): what "
            + "would have gone later is not counted."
          : "The time is in the past: this is what would have been, not what will be.")
    }
    let unmeasured = removed.filter { $0.workingDays == nil }.count
    if unmeasured > 0 {
      gaps.append(
        "\(counted(unmeasured, "inspection")) that would go with days on site not known.")
    }
    let assumed = removed.filter(\.length.isFromFramework).count
    if assumed > 0 {
      gaps.append(
        "\(counted(assumed, "inspection")) that would go with days on site filled in from the "
          + "framework."
      )
    }
    if agencies.allSatisfy({ $0.savedStaff == nil }) {
      gaps.append("No saving of staff-days can be stated: estimates are missing.")
    }
    if scenario.adds == nil, obstacle == nil {
      gaps.append("Nothing comes: nobody would find what the removed inspections found.")
    }
    gaps.append(
      "Coverage is of what is coded in the register, of all areas; frameworks whose reports are "
        + "not coded seem to support nothing."
    )
    return gaps
  }
}
