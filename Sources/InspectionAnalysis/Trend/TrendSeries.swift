import InspectionModel

/// One line of a trend: what it is of, and its share at every point.
struct TrendSeries {
  /// So many of so many, report by report.
  struct Cell {
    private(set) var basis: [Row] = []
    private var tally = ReportTally()

    /// By report, in their order, so that what is drawn is always the same.
    var reports: [Proportion] { tally.reports }
    var share: Proportion { tally.reports.total }

    mutating func add(_ part: Proportion, of report: Int32, _ rows: [Row]) {
      tally.add(report, part)
      basis += rows
    }
  }

  let name: String
  /// The agency it is about, if it is about one.
  let subject: Row?
  var cells: [Cell]
}

/// Fills series from what was read or coded. Each is one pass.
struct TrendReader {
  private let register: Register
  private let count: Int
  /// By row number of an inspection, the point at which it stands; -1 for none.
  private var place: [Int]

  init(_ groups: [TrendGroups.Group], _ register: Register) {
    (self.register, count) = (register, groups.count)
    place = [Int](repeating: -1, count: register.rowCount(.inspection))
    for (index, group) in groups.enumerated() {
      for inspection in group.inspections { place[inspection.row.number] = index }
    }
  }

  // MARK: - Shortfalls

  /// Of the passages that name an agency those in sections for improvement. O(agencies found).
  func shortfalls(_ asRead: AsRead, takesAll: Bool) -> [TrendSeries] {
    var cells: [Row: [TrendSeries.Cell]] = [:]
    for sighting in asRead.all where takesAll || sighting.direction != nil {
      let report = asRead.read[Int(sighting.report)].row
      add(
        sighting.direction == .shortfall, sighting.passage, to: &cells[sighting.agency], report)
    }
    return series(cells)
  }

  /// Of the contributions with a finding those of direction −. O(contributions).
  func shortfalls(_ codings: Codings) -> [TrendSeries] {
    var cells: [Row: [TrendSeries.Cell]] = [:]
    for coding in codings.all where coding.isFinding {
      let agency = Row(type: .agency, number: Int(coding.agency))
      add(coding.direction == .shortfall, coding.row, to: &cells[agency], coding.inspection)
    }
    return series(cells)
  }

  private func add(
    _ isPart: Bool, _ row: Row, to cells: inout [TrendSeries.Cell]?, _ report: Row
  ) {
    let place = place[report.number]
    guard place >= 0 else { return }
    var these = cells ?? Array(repeating: TrendSeries.Cell(), count: count)
    cells = nil
    these[place].add(Proportion(isPart ? 1 : 0, of: 1), of: Int32(report.number), [row])
    cells = these
  }

  private func series(_ cells: [Row: [TrendSeries.Cell]]) -> [TrendSeries] {
    register.all(Agency.self).inOrderOfField.compactMap { agency in
      cells[agency.row].map { TrendSeries(name: agency.name, subject: agency.row, cells: $0) }
    }
  }

  // MARK: - Coverage and priority action

  /// Of the agencies in scope those that the program found in a section with a direction.
  func coverage(_ asRead: AsRead, takesAll: Bool) -> [TrendSeries] {
    var found = asRead.read.map { _ in Set<Row>() }
    var basis = asRead.read.map { _ in [Row]() }
    for sighting in asRead.all where takesAll || sighting.direction != nil {
      found[Int(sighting.report)].insert(sighting.agency)
      basis[Int(sighting.report)].append(sighting.passage)
    }
    let scope = AgencyScope(register)
    let parts = asRead.read.enumerated().map { index, inspection in
      let inScope = scope.agencies(of: inspection)
      let part = inScope.count { found[index].contains($0) }
      return (inspection.row, Proportion(part, of: inScope.count), basis[index].unique)
    }
    return one("Agencies in scope that are named", parts)
  }

  /// Of the agencies in scope those of which something is found, where anything is coded.
  func coverage(_ picture: Picture) -> [TrendSeries] {
    one(
      "Agencies in scope that show",
      picture.coverages.filter(\.isKnown).map { coverage in
        let share = Proportion(coverage.covered.count, of: coverage.inScope.count)
        return (coverage.inspection.row, share, coverage.basis)
      })
  }

  /// Of the inspections those with an area for priority action, where that is known.
  func priority(_ inspections: [Inspection]) -> [TrendSeries] {
    one(
      "Inspections with an area for priority action",
      inspections.compactMap { inspection in
        inspection.hasPriorityAction.map { has in
          (inspection.row, Proportion(has ? 1 : 0, of: 1), [inspection.row])
        }
      })
  }

  private func one(
    _ name: String, _ parts: [(report: Row, share: Proportion, basis: [Row])]
  ) -> [TrendSeries] {
    var cells = Array(repeating: TrendSeries.Cell(), count: count)
    for part in parts where place[part.report.number] >= 0 && part.share.whole > 0 {
      cells[place[part.report.number]].add(
        part.share, of: Int32(part.report.number), part.basis)
    }
    return cells.allSatisfy { $0.share.whole == 0 }
      ? [] : [TrendSeries(name: name, subject: nil, cells: cells)]
  }
}
