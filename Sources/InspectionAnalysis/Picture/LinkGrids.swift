import InspectionModel

/// Recorded joint working as grids: from agency to agency, by kind, and what is measured of it.
struct LinkGrids {
  private let network: JointNetwork

  init(_ network: JointNetwork) { self.network = network }

  private var label: String {
    "recorded joint working, \(counted(network.passages, "passage"))"
  }

  /// From the agency of the line to that of the column.
  var matrix: Grid {
    let agencies = network.agencies
    let lines = agencies.indices.map { from in
      Grid.Line(
        Grid.Heading(agencies[from].name), subject: agencies[from].row,
        agencies.indices.map { to in
          if from == to { return Figure(.words("")) }
          return Self.figure(network.links[from][to])
        })
    }
    return Grid(
      title: "Agency by agency: \(label)", corner: "from, to",
      columns: agencies.map { Grid.Heading($0.name, short: Self.short($0), style: .heat) },
      lines: network.passages == 0 ? [] : lines,
      notes: [
        "A link goes from the agency that is credited or faulted to one it worked, or failed to work, together with. It counts what inspectors wrote down, not what agencies do."
      ])
  }

  /// `Police`, and the first word where a name has several.
  private static func short(_ agency: Agency) -> String {
    let words = agency.key.split(separator: "-")
    return words.count == 1 ? agency.name : words.map { $0.prefix(6) }.joined(separator: "-")
  }

  private static func figure(_ link: JointNetwork.Link) -> Figure {
    link.isAny
      ? Figure(
        .split(strengths: link.strengths, shortfalls: link.shortfalls), basis: link.basis)
      : Figure(.absent(.nothingRecorded))
  }

  var kinds: Grid {
    Grid(
      title: "Recorded joint working by kind", corner: "kind",
      columns: [Grid.Heading("links", style: .bar), Grid.Heading("credited and faulted")],
      lines: network.kinds.map { kind, link in
        Grid.Line(
          Grid.Heading(kind?.name ?? "kind not coded"),
          [Figure(.count(link.basis.count), basis: link.basis), Self.figure(link)])
      }, notes: ["A contribution with several partners is a link to each."])
  }

  /// Name, figure, and what it is of.
  var measures: [(String, Figure, String)] {
    let two = "needs two agencies in scope"
    let isolates = network.isolates.map(\.name).joined(separator: ", ")
    return [
      (
        "density D+", Figure(network.density, else: two),
        "pairs of agencies in scope with a positive link (\(label))"
      ),
      (
        "density D−", Figure(network.shortfallDensity, else: two),
        "pairs with a negative link; a pair may be in both"
      ),
      (
        "directed density", Figure(network.directedDensity, else: two),
        "ordered pairs with any link"
      ),
      (
        "reciprocity", Figure(network.reciprocity, else: "no pair is linked"),
        "pairs linked both ways, of linked pairs"
      ),
      (
        "isolates",
        network.inScopeCount == 0
          ? Figure(.absent(.unknown("no agency is in scope")))
          : Figure(.count(network.isolates.count), basis: network.isolates.map(\.row)),
        isolates.isEmpty ? "agencies in scope without a link: none" : isolates
      ),
      (
        "centralisation",
        Figure(network.centralisation, else: "needs three agencies in scope"),
        "1 where all links go through one agency, 0 where all have as many"
      ),
    ]
  }
}
