import InspectionModel

extension Picture {
  /// Which agencies show in each letter.
  var byInspection: Grid {
    Grid(
      title: "Coverage by inspection", corner: "inspection", rows: coverages,
      named: \.inspection.title, subject: \.inspection.row,
      columns: [
        Grid.Column("agencies with findings", short: "agencies", \.share),
        Grid.Column("passages coded", short: "coded") {
          Figure(.share($0.coded.part, of: $0.coded.whole))
        },
        Grid.Column("nothing found about", \.missing),
      ])
  }
}

extension Picture.Coverage {
  fileprivate var share: Figure {
    isKnown
      ? Figure(
        Picture.Share(part: covered.count, whole: inScope.count), basis: basis,
        else: "the register does not say who inspected")
      : Figure(.absent(.notCoded))
  }

  fileprivate var missing: Figure {
    guard isKnown else { return Figure(.absent(.notCoded)) }
    let missing = inScope.filter { agency in !covered.contains { $0.row == agency.row } }
    return Figure(.phrase(missing.isEmpty ? "none" : missing.map(\.name).joined(separator: ", ")))
  }
}

extension StatementCoverage {
  /// Inspection by agency: who joins.
  var grid: Grid {
    // After the inspections a line for all of them together.
    let rows = lines.isEmpty ? [] : lines.map(Optional.some) + [nil]
    let all = lines.map(\.inspection.row)
    let columns = agencies.enumerated().map { place, agency in
      Grid.Column(agency.name) { (line: Line?) in
        line?.figure(place) ?? .share(share(ofAgency: place), of: all)
      }
    }
    return Grid(
      title: "Who must write or join the statement of action", corner: "inspection", rows: rows,
      named: { $0?.inspection.title ?? "together" }, subject: \.?.inspection.row,
      columns: columns + [
        Grid.Column("together") { line in line?.together ?? .share(share, of: all) }
      ],
      notes: [
        "The letters say so, and it needs no coding; the council counts as children's social care."
      ])
  }
}

extension StatementCoverage.Line {
  fileprivate func figure(_ agency: Int) -> Figure {
    inScope[agency]
      ? Figure(.phrase(joins[agency] ? "joins" : "no"), basis: [inspection.row])
      : Figure(.absent(.outOfScope))
  }

  fileprivate var together: Figure {
    .share(
      Picture.Share(part: joins.count { $0 }, whole: inScope.count { $0 }), of: [inspection.row])
  }
}
