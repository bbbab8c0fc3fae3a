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
    return Grid(
      title: "Agency by agency: \(label)", corner: "from, to",
      rows: network.passages == 0 ? 0..<0 : agencies.indices, named: { agencies[$0].name },
      subject: { agencies[$0].row },
      columns: agencies.enumerated().map { to, agency in
        Grid.Column(agency.name, short: Self.short(agency), style: .heat) { from in
          from == to ? Figure(.words("")) : Self.figure(network.links[from][to])
        }
      },
      notes: [
        "A link goes from the agency that is credited or faulted to one it worked, or failed to "
          + "work, together with. It counts what inspectors wrote down, not what agencies do."
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
      title: "Recorded joint working by kind", corner: "kind", rows: network.kinds,
      named: { $0.kind?.name ?? "kind not coded" },
      columns: [
        .bar("links") { .count($0.link.basis) },
        Grid.Column("credited and faulted") { Self.figure($0.link) },
      ], notes: ["A contribution with several partners is a link to each."])
  }

  var measures: [Measure] {
    let two = "needs two agencies in scope"
    let isolates = network.isolates.map(\.name).joined(separator: ", ")
    return [
      Measure(
        "density D+", Figure(network.density, else: two),
        of: "pairs of agencies in scope with a positive link (\(label))"),
      Measure(
        "density D−", Figure(network.shortfallDensity, else: two),
        of: "pairs with a negative link; a pair may be in both"),
      Measure(
        "directed density", Figure(network.directedDensity, else: two),
        of: "ordered pairs with any link"),
      Measure(
        "reciprocity", Figure(network.reciprocity, else: "no pair is linked"),
        of: "pairs linked both ways, of linked pairs"),
      Measure(
        "isolates",
        network.inScopeCount == 0
          ? .unknown("no agency is in scope") : .count(network.isolates.map(\.row)),
        of: isolates.isEmpty ? "agencies in scope without a link: none" : isolates),
      Measure(
        "centralisation", Figure(network.centralisation, else: "needs three agencies in scope"),
        of: "1 where all links go through one agency, 0 where all have as many"),
    ]
  }
}
