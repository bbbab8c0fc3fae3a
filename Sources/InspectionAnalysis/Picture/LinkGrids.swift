import InspectionModel

/// Recorded joint working as grids: from agency to agency, pair by pair, letter by letter, by kind,
/// and what is measured of it.
struct LinkGrids {
  private let network: JointNetwork

  init(_ network: JointNetwork) { self.network = network }

  private var label: String {
    "recorded joint working outside lists, \(counted(network.passages, "passage"))"
  }

  /// What a list is, for notes and method.
  static let rule =
    "A contribution that names \(JointNetwork.listSize) agencies or more is a list, whatever its "
    + "kind: it shows that all were present, not that any two worked together"

  // MARK: - Grids

  /// From the agency of the line to that of the column.
  var matrix: Grid {
    let agencies = network.agencies
    return Grid(
      title: "Agency by agency: \(label)", corner: "from, to",
      rows: network.passages == 0 ? 0..<0 : agencies.indices, named: { agencies[$0].name },
      subject: { agencies[$0].row },
      columns: agencies.enumerated().map { to, agency in
        Grid.Column(agency.name, short: Self.short(agency), style: .heat) { from in
          from == to ? Figure(.phrase("")) : Self.figure(network.links[from][to])
        }
      },
      notes: [
        "Passages, each once. A link goes from the agency with the strength or the shortfall to "
          + "one that it worked with, or failed to. It counts what inspectors wrote down, not "
          + "what agencies do."
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
        .split(strengths: link.credited.passages, shortfalls: link.faulted.passages),
        basis: link.basis)
      : Figure(.absent(.nothingRecorded))
  }

  /// Pairs by how many passages speak of them, the most first.
  var pairs: Grid {
    let agencies = network.agencies
    let rows = network.pairs.sorted { $0.link.any.passages > $1.link.any.passages }
    return Grid(
      title: "Pairs of agencies, outside lists", corner: "pair", rows: rows,
      named: { "\(agencies[$0.one].name), \(agencies[$0.other].name)" },
      columns: [
        .bar("passages") { .count($0.link.basis) },
        Grid.Column("strengths and shortfalls", short: "by sign") { Self.figure($0.link) },
        Grid.Column("letters that credit it", short: "letters") {
          Figure(.count($0.link.credited.letters), basis: $0.link.basis)
        },
      ],
      notes: [
        "A pair that one letter alone credits is no more than that letter’s word for it.",
        Self.rule + ".",
      ])
  }

  var letters: Grid {
    Grid(
      title: "Pairs credited, by letter", corner: "inspection", rows: network.letters,
      named: \.inspection.title, subject: \.inspection.row,
      columns: [
        .bar("pairs credited outside lists", short: "outside lists") {
          Figure($0.outsideLists, basis: $0.basis, else: Self.two)
        },
        Grid.Column("with lists") {
          Figure($0.withLists, basis: ($0.basis + $0.lists).unique, else: Self.two)
        },
        Grid.Column("passages that list", short: "lists") { .count($0.lists) },
      ],
      notes: ["Of all pairs of the agencies in scope of that inspection."])
  }

  var kinds: Grid {
    typealias Kind = (name: String, link: JointNetwork.Link)
    let rows: [Kind] = network.kinds.map { ($0.kind?.name ?? "kind not coded", $0.link) }
    let lists: [Kind] = network.lists.isAny ? [("in a list, of any kind", network.lists)] : []
    return Grid(
      title: "Recorded joint working by kind", corner: "kind", rows: rows + lists, named: \.name,
      columns: [
        .bar("passages") { .count($0.link.basis) },
        Grid.Column("strengths and shortfalls") { Self.figure($0.link) },
      ], notes: ["A passage may stand under several kinds."])
  }

  // MARK: - Measures

  private static let two = "needs two agencies in scope"
  private static let linked = "no pair is linked"
  private static let three = "needs three agencies in scope"

  /// Outside lists, with their range and what they are with lists.
  var measures: [LinkMeasure] {
    [
      share("density D+", \.density, Self.two, of: "pairs with a positive link (\(label))"),
      share(
        "density D−", \.shortfallDensity, Self.two,
        of: "pairs with a negative link; a pair may be in both"),
      share("directed density", \.directedDensity, Self.two, of: "ordered pairs with any link"),
      share(
        "reciprocity", \.reciprocity, Self.linked, of: "pairs linked both ways, of linked pairs"),
      isolates, centralisation,
    ]
  }

  private func share(
    _ name: String, _ measure: (LinkMeasures) -> Picture.Share?, _ why: String, of phrase: String
  ) -> LinkMeasure {
    let wholes = network.leavingOneOut.compactMap { measure($0)?.whole }
    let isOfOneWhole = Set(wholes).count == 1
    let range =
      isOfOneWhole
      ? counts(measure).map { "\($0) of \(wholes[0])" }
      : network.range { measure($0).map { Double($0.part) / Double($0.whole) } }
        .map { Self.phrase($0) { Figure.Value.fixed($0, 2) } }
    return LinkMeasure(
      Measure(name, Figure(measure(network.outsideLists), else: why), of: phrase),
      range: range, withLists: Figure(measure(network.withLists), else: why))
  }

  /// `8 to 9`: how many pairs are credited outside lists, whichever letter is left out; nil where
  /// there is but one letter.
  func counts(_ measure: (LinkMeasures) -> Picture.Share?) -> String? {
    network.range { measure($0)?.part }.map { Self.phrase($0) { String($0) } }
  }

  private static func phrase<Bound>(
    _ range: ClosedRange<Bound>, _ text: (Bound) -> String
  ) -> String {
    let (low, high) = (text(range.lowerBound), text(range.upperBound))
    return low == high ? low : "\(low) to \(high)"
  }

  private var isolates: LinkMeasure {
    let names = network.isolates.map(\.name).joined(separator: ", ")
    func figure(_ places: [Int]) -> Figure {
      network.inScopeCount == 0
        ? .unknown("no agency is in scope") : .count(places.map { network.agencies[$0].row })
    }
    return LinkMeasure(
      Measure(
        "isolates", figure(network.outsideLists.isolates),
        of: names.isEmpty ? "agencies in scope without a link: none" : names),
      range: network.range(\.isolates.count).map { Self.phrase($0) { String($0) } },
      withLists: figure(network.withLists.isolates))
  }

  private var centralisation: LinkMeasure {
    LinkMeasure(
      Measure(
        "centralisation", Figure(network.centralisation, else: Self.three),
        of: "1 where all links go through one agency, 0 where all have as many"),
      range: network.range(\.centralisation).map {
        Self.phrase($0) { Figure.Value.fixed($0, 2) }
      },
      withLists: Figure(network.withLists.centralisation, else: Self.three))
  }
}

/// A measure with what becomes of it where one letter is left out, and where lists count.
struct LinkMeasure {
  let measure: Measure
  let leavingOneOut: Figure
  let withLists: Figure

  init(_ measure: Measure, range: String?, withLists: Figure) {
    (self.measure, self.withLists) = (measure, withLists)
    leavingOneOut = range.map { Figure(.phrase($0)) } ?? .unknown("it needs two letters")
  }

  /// One that is of no links.
  init(_ measure: Measure) {
    (self.measure, withLists) = (measure, Figure(.phrase("")))
    leavingOneOut = Figure(.phrase(""))
  }
}
