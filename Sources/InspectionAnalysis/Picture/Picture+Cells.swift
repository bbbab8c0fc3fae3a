import InspectionModel

/// Agencies by criteria as grids: what was found, and what was not.
extension Picture {
  /// How often each agency is credited and faulted on each criterion in use.
  var heatMap: Grid {
    let columns = criteria.map {
      Grid.Heading("\($0.key) \($0.name)", short: $0.key, style: .heat)
    }
    let totals = findings(of: agencies)
    let lines = agencies.indices.map { agency in
      let view = agencies[agency]
      let own = codings.all.filter { $0.agency == Int32(view.row.number) }
      return Grid.Line(
        Grid.Heading(view.name), subject: view.row,
        criteria.indices.map { figure(agency, $0) } + [
          Figure(
            totals[agency] > 0 ? Self.split(own) : absence(ofAgency: agency, own),
            basis: own.map(\.row))
        ])
    }
    let marks = codings.marks
    let open = marks.count { $0.mark == .notCoded }
    return Grid(
      title: "Agency by criterion", corner: "agency", columns: columns + [Grid.Heading("all")],
      lines: lines,
      notes: [
        "+ credits and − faults; a mixed contribution counts as both. n = \(codings.all.count) contributions in \(marks.count - open) passages coded, \(open) not coded yet. “all” has those without criterion too."
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

  private static func split(_ codings: [Codings.Coding]) -> Figure.Value {
    .split(
      strengths: codings.count { $0.isStrength }, shortfalls: codings.count { $0.isShortfall })
  }

  private func absence(ofAgency agency: Int, _ own: [Codings.Coding]) -> Figure.Value {
    guard own.isEmpty, let first = criteria.indices.first else {
      return .absent(.namedOnly)
    }
    let absence = absence(agency: agency, criterion: first)
    return .absent(absence == .namedOnly ? .nothingRecorded : absence)
  }

  /// What is not seen of each agency in scope, its three kinds apart.
  var gapList: Grid {
    let kinds: [Figure.Absence] = [.namedOnly, .nothingRecorded, .notCoded]
    let lines = inScope.indices.map { agency in
      Grid.Line(
        Grid.Heading(agencies[agency].name), subject: agencies[agency].row,
        kinds.map { kind in
          let missing = criteria.indices.filter {
            !cells[agency][$0].isFilled
              && absence(agency: agency, criterion: $0) == kind
          }
          let keys = missing.map { criteria[$0].key }.joined(separator: " ")
          return Figure(
            .words(missing.isEmpty ? "none" : keys),
            basis: missing.flatMap { cells[agency][$0].basis })
        })
    }
    return Grid(
      title: "Gaps: criteria on which nothing was found", corner: "agency",
      columns: kinds.map { Grid.Heading("\($0.mark) \($0.name)", short: $0.name) }, lines: lines)
  }
}
