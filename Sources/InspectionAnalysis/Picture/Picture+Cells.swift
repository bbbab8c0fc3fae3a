import InspectionModel

/// Agencies by criteria as grids: what was found, and what was not.
extension Picture {
  /// How often each agency is credited and faulted on each criterion in use.
  func heatMap(_ uncoded: Uncoded) -> Grid {
    let columns = criteria.enumerated().map { place, criterion in
      Grid.Column("\(criterion.key) \(criterion.name)", short: criterion.key, style: .heat) {
        figure($0, place)
      }
    }
    let totals = findings(of: agencies)
    let directions = directions
    let all = Grid.Column("all") { (agency: Int) in
      let own = contributions[agency]
      return Figure(
        totals[agency] > 0 ? directions[agency] : absence(ofAgency: agency, own), basis: own)
    }
    let marks = codings.marks
    let open = marks.count { $0.mark == .notCoded }
    return Grid(
      title: "Agency by criterion", corner: "agency",
      rows: agencies.indices.filter { !isFiltered || !cells[$0].allSatisfy(\.basis.isEmpty) },
      named: { agencies[$0].name }, subject: { agencies[$0].row }, columns: columns + [all],
      notes: [
        "+ strength, − shortfall; a mixed contribution counts as both. n = \(codings.all.count) "
          + "contributions in \(marks.count - open) passages coded, \(open) \(uncoded.phrase). "
          + "“all” has those without criterion too."
      ])
  }

  private func figure(_ agency: Int, _ criterion: Int) -> Figure {
    let cell = cells[agency][criterion]
    return Figure(
      cell.isFilled
        ? .split(strengths: cell.strengths, shortfalls: cell.shortfalls)
        : .absent(absence(agency: agency, criterion: criterion)),
      basis: cell.basis)
  }

  /// By agency what credits and what faults it, with a criterion or without.
  private var directions: [Figure.Value] {
    var counts = [(strengths: Int, shortfalls: Int)](
      repeating: (0, 0), count: codings.register.rowCount(.agency))
    for coding in codings.all {
      if coding.isStrength { counts[Int(coding.agency)].strengths += 1 }
      if coding.isShortfall { counts[Int(coding.agency)].shortfalls += 1 }
    }
    return agencies.map { agency in
      let own = counts[agency.row.number]
      return .split(strengths: own.strengths, shortfalls: own.shortfalls)
    }
  }

  private func absence(ofAgency agency: Int, _ own: [Row]) -> Figure.Value {
    guard own.isEmpty, let first = criteria.indices.first else {
      return .absent(.namedOnly)
    }
    let absence = absence(agency: agency, criterion: first)
    return .absent(absence == .namedOnly ? .nothingRecorded : absence)
  }

  /// What is not seen of each agency in scope, its three kinds apart.
  var gapList: Grid {
    let kinds: [Figure.Absence] = [.namedOnly, .nothingRecorded, .notCoded]
    return Grid(
      title: "Gaps: criteria on which nothing was found", corner: "agency", rows: inScope.indices,
      named: { agencies[$0].name }, subject: { agencies[$0].row },
      columns: kinds.map { kind in
        Grid.Column("\(kind.mark) \(kind.name)", short: kind.name) { missing(kind, of: $0) }
      })
  }

  /// The criteria of which an agency has nothing, for one reason.
  private func missing(_ kind: Figure.Absence, of agency: Int) -> Figure {
    let missing = criteria.indices.filter {
      !cells[agency][$0].isFilled && absence(agency: agency, criterion: $0) == kind
    }
    let keys = missing.map { criteria[$0].key }.joined(separator: " ")
    return Figure(
      .phrase(missing.isEmpty ? "none" : keys), basis: missing.flatMap { cells[agency][$0].basis })
  }
}
