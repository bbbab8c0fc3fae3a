import InspectionModel

/// One line of a trend: what it is of, and its share at every point.
struct TrendSeries {
  /// So many of so many, report by report.
  struct Cell {
    private(set) var basis: [Row] = []
    private var tally = ReportTally()

    /// By report, in their order, so that what is drawn is always the same.
    var reports: [Proportion] { tally.reports }
    var share: Proportion { tally.total }

    mutating func add(_ part: Proportion, of report: Int32, _ rows: [Row]) {
      tally.add(report, part)
      basis += rows
    }

    mutating func add(_ row: Row, of report: Int32, isPart: Bool) {
      tally.add(report, isPart: isPart)
      basis.append(row)
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
    let reports = asRead.read.map { Int32($0.row.number) }
    var cells = byAgency
    for sighting in asRead.all where takesAll || sighting.direction != nil {
      let report = reports[Int(sighting.report)]
      let place = place[Int(report)]
      guard place >= 0 else { continue }
      cells[sighting.agency.number][place].add(
        sighting.passage, of: report, isPart: sighting.direction == .shortfall)
    }
    return series(cells)
  }

  /// Of the contributions with a finding those of direction −. O(contributions).
  func shortfalls(_ codings: Codings) -> [TrendSeries] {
    var cells = byAgency
    for coding in codings.all where coding.isFinding {
      let place = place[Int(coding.inspectionNumber)]
      guard place >= 0 else { continue }
      cells[Int(coding.agency)][place].add(
        coding.row, of: coding.inspectionNumber, isPart: coding.direction == .shortfall)
    }
    return series(cells)
  }

  /// By row number of an agency, a cell at every point.
  private var byAgency: [[TrendSeries.Cell]] {
    let cells = Array(repeating: TrendSeries.Cell(), count: count)
    return Array(repeating: cells, count: register.rowCount(.agency))
  }

  private func series(_ cells: [[TrendSeries.Cell]]) -> [TrendSeries] {
    register.all(Agency.self).inOrderOfField.compactMap { agency in
      let own = cells[agency.row.number]
      return own.allSatisfy(\.basis.isEmpty)
        ? nil : TrendSeries(name: agency.name, subject: agency.row, cells: own)
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
      "Agencies in scope with findings",
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
