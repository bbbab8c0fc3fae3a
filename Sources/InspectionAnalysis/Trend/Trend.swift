import InspectionModel

extension Topic {
  /// A figure from year to year, from round to round, or from theme to theme.
  public static let trend = Topic(
    "trend", title: "Trend",
    summary: "shortfalls, coverage or priority action by year, round or theme, with intervals",
    takes: [.filter, .reading], isResampled: true
  ) { Trend($0).account }
}

/// A figure at several points that follow on one another.
struct Trend {
  let figure: TrendFigure
  let over: TrendOver
  let reading: Reading
  let takesAll: Bool
  let register: Register
  /// Where it stands.
  let groups: [TrendGroups.Group]
  /// Of what is known, what stands at no point.
  let left: [Inspection]
  /// Inspections of which nothing is known, as their report has not been read.
  let unread: [Inspection]
  /// How many inspections something is known of.
  let known: Int
  let series: [TrendSeries]
  /// By series and point: drawn once, since that is what takes time.
  let intervals: [[Proportion.Span?]]
  let behind: String
  /// By point, words in sections with a direction; nil where sections play no part.
  let layout: [Proportion]?
  let title: String
  let onlyCoded: [String]

  init(_ input: Topic.Input) {
    let scope = input.scope
    (figure, over) = (scope.figure ?? .shortfalls, scope.over ?? .year)
    (register, takesAll) = (input.register, scope.takesAllPassages)
    // Priority action is a fact of the inspection, whoever reads what.
    reading = scope.reading ?? .coded
    let all = scope.readable(in: register)
    let source = Source(input, all, figure, reading)
    let parted = TrendGroups(
      source.known, over: over, scope.yearStart ?? .january, register)
    (groups, left) = (parted.groups, parted.left)
    let reader = TrendReader(groups, register)
    let series: [TrendSeries]
    (unread, known, behind) = (source.unread, source.known.count, source.behind)
    switch source.kind {
    case .read(let asRead):
      series =
        figure == .coverage
        ? reader.coverage(asRead, takesAll: takesAll)
        : reader.shortfalls(asRead, takesAll: takesAll)
      layout = figure == .shortfalls ? Self.layout(asRead, groups) : nil
    case .coded(let codings):
      (series, layout) = (reader.shortfalls(codings), nil)
    case .picture(let picture):
      (series, layout) = (reader.coverage(picture), nil)
    case .facts(let inspections):
      (series, layout) = (reader.priority(inspections), nil)
    }
    self.series = series
    intervals = series.map { [figure] in $0.cells.map { Self.interval(of: $0, figure) } }
    onlyCoded = source.isRead ? scope.onlyCoded : []
    let words = scope.phrase(all)
    title =
      "Trend: \(figure.name) by \(over.rawValue)"
      + (figure == .priority ? "" : ", \(reading.name)") + (words.isEmpty ? "" : ", \(words)")
  }

  /// Of inspections, which are their own unit, it needs no resampling.
  private static func interval(
    of cell: TrendSeries.Cell, _ figure: TrendFigure
  ) -> Proportion.Span? {
    figure == .priority ? cell.share.wilson : ReportBootstrap().span(of: cell.reports)
  }

  private static func layout(_ asRead: AsRead, _ groups: [TrendGroups.Group]) -> [Proportion] {
    var places: [Row: Int32] = [:]
    for (index, inspection) in asRead.read.enumerated() { places[inspection.row] = Int32(index) }
    return groups.map { group in
      let reports = Set(group.inspections.compactMap { places[$0.row] })
      return asRead.layout { reports.contains($0) }
    }
  }

  /// What a figure is made of.
  private struct Source {
    enum Kind {
      case read(AsRead)
      case coded(Codings)
      case picture(Picture)
      case facts([Inspection])
    }

    let kind: Kind
    let known: [Inspection]
    let unread: [Inspection]
    let behind: String
    var isRead: Bool { if case .read = kind { true } else { false } }

    init(
      _ input: Topic.Input, _ all: [Inspection], _ figure: TrendFigure, _ reading: Reading
    ) {
      let (scope, register) = (input.scope, input.register)
      switch (figure, reading) {
      case (.priority, _):
        known = all.filter { $0.hasPriorityAction != nil }
        unread = all.filter { $0.hasPriorityAction == nil }
        kind = .facts(known)
        behind =
          "Behind this: it is known for \(known.count) of \(counted(all.count, "inspection"))."
      case (_, .machine):
        let asRead = AsRead(
          of: all, matching: scope.onPassages, agencies: scope.agencies, in: register)
        (kind, known, unread) = (.read(asRead), asRead.read, asRead.unread)
        behind = known.isEmpty ? "" : Backing.sentence(asRead)
      case (.coverage, .coded):
        let picture = Picture(of: all, matching: scope.onContributions, in: register)
        known = Self.coded(picture.codings)
        (kind, unread) = (.picture(picture), picture.codings.unread)
        behind = Backing.sentence(picture.codings, input.uncoded)
      case (.shortfalls, .coded):
        let codings = Codings(of: all, matching: scope.onContributions, in: register)
        (kind, known, unread) = (.coded(codings), Self.coded(codings), codings.unread)
        behind = Backing.sentence(codings, input.uncoded)
      }
    }

    private static func coded(_ codings: Codings) -> [Inspection] {
      let rows = Set(codings.all.map(\.inspection))
      return codings.read.filter { rows.contains($0.row) }
    }
  }
}
