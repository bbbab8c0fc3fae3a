import InspectionModel

/// Coverage year by year, of those who took part and of the same agencies throughout: where an
/// inspectorate leaves, its agencies are in scope no more, and coverage can rise for that alone.
extension Picture {
  /// The coded inspections of a year; of all years where there is no year.
  private struct Year {
    let year: Int?
    let coverages: [Coverage]
    /// The contributions that its shares stand on, made once for all of them.
    let basis: [Row]

    init(_ year: Int?, _ coverages: [Coverage]) {
      (self.year, self.coverages) = (year, coverages)
      basis = coverages.flatMap(\.basis)
    }
  }

  /// Agencies in scope of every inspection of which something is coded.
  var inScopeThroughout: [Agency] {
    let known = coverages.filter(\.isKnown)
    guard let first = known.first else { return [] }
    return first.inScope.filter { agency in
      known.allSatisfy { $0.inScope.contains { $0.row == agency.row } }
    }
  }

  /// O(inspections · agencies).
  var scopeOverTime: Grid {
    let known = coverages.filter(\.isKnown)
    let years = Dictionary(grouping: known) { $0.inspection.date?.year }
      .map { Year($0.key, $0.value) }
      .sorted { ($0.year ?? .max) < ($1.year ?? .max) }
    let same = Set(inScopeThroughout.map(\.row))
    return Grid(
      title: "Coverage over time", corner: "year",
      rows: years + (years.count > 1 ? [Year(nil, known)] : []),
      named: { year in
        year.coverages.count == known.count && years.count > 1
          ? "all years" : year.year.map { String($0) } ?? "no date"
      },
      columns: [
        Grid.Column("inspections coded", short: "n") { .count($0.coverages.map(\.inspection.row)) },
        Grid.Column("agencies that took part and have findings", short: "took part") {
          Self.share($0) { _ in true }
        },
        Grid.Column("95 % interval of that share", short: "95 %") {
          Self.interval($0) { _ in true }
        },
        Grid.Column("the same agencies throughout", short: "the same") {
          Self.share($0) { same.contains($0.row) }
        },
        Grid.Column("95 % interval of that one", short: "95 %") {
          Self.interval($0) { same.contains($0.row) }
        },
        Grid.Column("not in scope of all", short: "not of all") { year in
          Figure(.phrase(Self.missing(year.coverages, among: self.inScope)))
        },
      ],
      notes: [throughoutNote])
  }

  private var throughoutNote: String {
    let same = inScopeThroughout
    let others = inScope.filter { agency in !same.contains { $0.row == agency.row } }
    guard !same.isEmpty else {
      return "No agency is in scope of every inspection, so there are none to compare throughout."
    }
    return "In scope of every inspection: \(listed(same.map(\.name), upTo: same.count))."
      + (others.isEmpty
        ? ""
        : " Of some alone: \(listed(others.map(\.name), upTo: others.count)); where these drop "
          + "out, coverage can rise although no agency is found more often.")
  }

  /// Agencies that show, of those in scope, inspection by inspection.
  private static func counted(
    _ coverages: [Coverage], _ isCounted: (Agency) -> Bool
  ) -> Proportion {
    let covered = coverages.map { $0.covered.count(where: isCounted) }.reduce(0, +)
    return Proportion(
      covered, of: coverages.map { $0.inScope.count(where: isCounted) }.reduce(0, +))
  }

  private static func share(_ year: Year, _ isCounted: (Agency) -> Bool) -> Figure {
    let share = counted(year.coverages, isCounted)
    return Figure(
      Share(part: share.part, whole: share.whole), basis: year.basis,
      else: "no such agency is in scope")
  }

  private static func interval(_ year: Year, _ isCounted: (Agency) -> Bool) -> Figure {
    let share = counted(year.coverages, isCounted)
    return share.wilson.map {
      Figure(.phrase(Percent.text($0)), basis: year.basis)
    } ?? .unknown("no such agency is in scope")
  }

  /// The agencies that were not in scope of every inspection of some.
  private static func missing(_ coverages: [Coverage], among agencies: [Agency]) -> String {
    let missing = agencies.filter { agency in
      !coverages.allSatisfy { $0.inScope.contains { $0.row == agency.row } }
    }
    return missing.isEmpty ? "–" : listed(missing.map(\.name), upTo: missing.count)
  }
}
