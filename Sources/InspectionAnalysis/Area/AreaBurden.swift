import InspectionModel

/// What inspections took of an area, beside what they took of each of its statistical neighbours.
///
/// O(inspections of the area and its neighbours).
struct AreaBurden {
  let own: Side
  /// Those with the most working days on site first.
  let neighbours: [Side]

  /// One area, told with those it followed and those that followed it.
  struct Side {
    let area: Area
    let load: Load
    /// Whether it is told with others.
    let isOfSeveral: Bool

    var figures: LoadFigures { LoadFigures(load) }
    /// Whether the days of any of its inspections are known, or there are none to be known.
    var isMeasured: Bool { load.visits.isEmpty || load.unmeasured.count < load.visits.count }
  }

  init(_ area: Area, _ lineage: Lineage, _ register: Register) {
    let calendar = WorkingDays(register)
    func side(_ area: Area) -> Side {
      let all = lineage.all(of: area)
      let visits = Visit.all(all.flatMap(\.inspections), calendar)
      return Side(
        area: area, load: Load(visits, threshold: Burden.usualThreshold),
        isOfSeveral: all.count > 1)
    }
    own = side(area)
    neighbours = area.neighbours.map(side).sorted { a, b in
      (b.load.onSiteDays, b.load.events, a.area.row.number)
        < (a.load.onSiteDays, a.load.events, b.area.row.number)
    }
  }

  var behind: String { own.figures.behind }

  private var measured: [Side] { neighbours.filter(\.isMeasured) }
  private var medianDays: Double? { Median.of(measured.map(\.load.onSiteDays)) }
  private var medianEvents: Double? { Median.of(neighbours.map(\.load.events)) }

  /// What they took, and whether that is much.
  var sentence: String {
    let took =
      own.isMeasured
      ? "They took \(counted(own.load.onSiteDays, "working day")) on site that are "
        + own.figures.howKnown
      : "It is not known how many working days on site they took"
    guard let medianDays, let medianEvents else {
      let unknown = "what its statistical neighbours had is not known."
      return own.load.visits.isEmpty ? unknown.capitalizedFirst : "\(took); \(unknown)"
    }
    let days = Figure.Value.short(medianDays)
    let events =
      "in \(Figure.Value.short(medianEvents)) \(medianEvents == 1 ? "inspection" : "inspections")."
    return own.load.visits.isEmpty
      ? "The median of \(who) is \(days) working days on site, \(events)"
      : "\(took); the median of \(who) is \(days), \(events)"
  }

  /// The neighbours that a median is of.
  private var who: String {
    let all = counted(neighbours.count, "statistical neighbour")
    return measured.count == neighbours.count ? "its \(all)" : "\(measured.count) of its \(all)"
  }

  // MARK: - The grid

  /// One line: a side, or the median of all the others.
  private enum Line {
    case side(Side, isOwn: Bool)
    case median
  }

  /// The area, the median of its neighbours, and each of these; each leads to its page.
  var grid: Grid {
    let lines: [Line] =
      [.side(own, isOwn: true)] + (neighbours.isEmpty ? [] : [.median])
      + neighbours.map { .side($0, isOwn: false) }
    return Grid(
      title: "Burden beside its statistical neighbours", corner: "area", rows: lines,
      named: name, subject: subject,
      columns: [
        Grid.Column("inspections", short: "n", events),
        Grid.Column("of them joint", short: "joint", joint),
        .bar("days on site", short: "on site", unit: "working days", days),
        Grid.Column("inspections with days not known", short: "n/k") { line in
          Self.figure(line, \.figures.unmeasured)
        },
        Grid.Column("closest gap, days", short: "closest") { Self.figure($0, \.figures.closest) },
        Grid.Column("most in 365 days", short: "365 d") { Self.figure($0, \.figures.rolling) },
      ],
      notes: [
        neighbours.isEmpty
          ? "The register names no statistical neighbours of it, so there is nothing to set beside."
          : "All inspections that the register has, of all years. Days on site of the area lead to "
            + "its calendar."
      ])
  }

  private func name(_ line: Line) -> String {
    switch line {
    case .side(let side, _): side.area.name
    case .median: "median of \(counted(neighbours.count, "neighbour"))"
    }
  }

  private func subject(_ line: Line) -> Row? {
    switch line {
    case .side(let side, let isOwn): isOwn ? nil : side.area.row
    case .median: nil
    }
  }

  private static func figure(_ line: Line, _ figure: (Side) -> Figure) -> Figure {
    switch line {
    case .side(let side, _): figure(side)
    case .median: Figure(.phrase(""))
    }
  }

  private func events(_ line: Line) -> Figure {
    switch line {
    case .side(let side, _): side.figures.events
    case .median: median(neighbours.map(\.load.events), of: neighbours)
    }
  }

  private func joint(_ line: Line) -> Figure {
    func joint(_ side: Side) -> [Row] { side.load.visits.filter(\.isJoint).map(\.row) }
    return switch line {
    case .side(let side, _): .count(joint(side))
    case .median: median(neighbours.map { joint($0).count }, of: neighbours)
    }
  }

  private func days(_ line: Line) -> Figure {
    switch line {
    case .side(let side, let isOwn):
      isOwn && !side.load.visits.isEmpty ? side.daysOpening : side.figures.onSite
    case .median: median(measured.map(\.load.onSiteDays), of: measured)
    }
  }

  private func median(_ numbers: [Int], of sides: [Side]) -> Figure {
    Median.of(numbers).map {
      Figure(.measure($0, digits: $0 == $0.rounded() ? 0 : 1), basis: sides.map(\.area.row))
    } ?? .unknown("no days on site of any neighbour are known")
  }
}

extension AreaBurden.Side {
  /// The days, leading to the burden of the area; told with others, to that of all as one place.
  fileprivate var daysOpening: Figure {
    let figure = figures.onSite
    let filter = isOfSeveral ? "place:\(area.key)" : ""
    return Figure(
      figure.value, basis: figure.basis,
      opens: AccountRequest(.burden, filter: filter, key: area.key))
  }
}
