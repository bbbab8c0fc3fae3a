import InspectionModel

extension Picture {
  /// Which agencies show in each letter.
  var byInspection: Grid {
    let lines = coverages.map { coverage in
      let missing = coverage.inScope.filter { agency in
        !coverage.covered.contains { $0.row == agency.row }
      }
      let share: Figure =
        coverage.isKnown
        ? Figure(
          Share(part: coverage.covered.count, whole: coverage.inScope.count),
          basis: coverage.basis, else: "the register does not say who inspected")
        : Figure(.absent(.notCoded))
      let words = missing.isEmpty ? "none" : missing.map(\.name).joined(separator: ", ")
      return Grid.Line(
        Grid.Heading(coverage.inspection.title), subject: coverage.inspection.row,
        [
          share, Figure(.share(coverage.coded.part, of: coverage.coded.whole)),
          coverage.isKnown ? Figure(.words(words)) : Figure(.absent(.notCoded)),
        ])
    }
    return Grid(
      title: "Coverage by inspection", corner: "inspection",
      columns: [
        Grid.Heading("agencies that show", short: "agencies"),
        Grid.Heading("passages coded", short: "coded"), Grid.Heading("nothing found about"),
      ], lines: lines)
  }
}

extension StatementCoverage {
  /// Inspection by agency: who joins.
  var grid: Grid {
    let columns =
      agencies.map { Grid.Heading($0.name) } + [Grid.Heading("together")]
    let told = lines.map { line in
      Grid.Line(
        Grid.Heading(line.inspection.title), subject: line.inspection.row,
        agencies.indices.map { agency in
          guard line.inScope[agency] else { return Figure(.absent(.outOfScope)) }
          return line.joins[agency]
            ? Figure(.words("joins"), basis: [line.inspection.row])
            : Figure(.words("no"), basis: [line.inspection.row])
        } + [
          Figure(
            .share(line.joins.count { $0 }, of: line.inScope.count { $0 }),
            basis: [line.inspection.row])
        ])
    }
    let rows = lines.map(\.inspection.row)
    let all = Grid.Line(
      Grid.Heading("together"),
      agencies.indices.map { agency in
        let share = share(ofAgency: agency)
        return Figure(.share(share.part, of: share.whole), basis: rows)
      } + [Figure(.share(share.part, of: share.whole), basis: rows)])
    return Grid(
      title: "Who must write or join the statement of action", corner: "inspection",
      columns: columns, lines: lines.isEmpty ? [] : told + [all],
      notes: [
        "The letters say it, so that it needs no coding; the council counts as children's social care."
      ])
  }
}
