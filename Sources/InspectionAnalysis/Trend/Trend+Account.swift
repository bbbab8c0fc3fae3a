import InspectionModel

extension Trend {
  var account: Account {
    Account(
      title: title, question: question, answer: answer, behind: behind,
      // One point is no line.
      blocks: ((groups.count > 1 ? [.chart(chart)] : []) + [.grid(figures), .grid(points)])
        .filter { !$0.isEmpty },
      evidence: series.flatMap { $0.cells.flatMap(\.basis) }.onceInOrder(of: register),
      method: method, gaps: gaps)
  }

  private var question: String {
    let span = "from \(over.rawValue) to \(over.rawValue)"
    return switch figure {
    case .shortfalls:
      switch reading {
      case .coded: "What share of the findings about each agency are shortfalls, \(span)?"
      case .machine:
        "What share of the passages with a direction that name each agency are areas for "
          + "improvement, \(span)?"
      }
    case .coverage: "Do all agencies in scope appear, \(span)?"
    case .priority: "How many inspections have an area for priority action, \(span)?"
    }
  }

  // MARK: - Figures

  private var chart: Chart {
    Chart(
      title: "\(figure.name.capitalizedFirst) by \(over.rawValue)", labels: groups.map(\.label),
      series: series.indices, named: { series[$0].name }, isJoined: over != .theme,
      notes: [
        "A point is a share from 0 to 100 %, the upright through it its 95 % interval, n what it "
          + "is a share of: \(unit)."
          + (over == .theme ? "" : " Lines join points that stand side by side.")
      ]
    ) { line, place in
      let cell = series[line].cells[place]
      return Chart.Point(cell.share, interval: intervals[line][place], basis: cell.basis)
    }
  }

  private typealias Line = (
    series: TrendSeries, label: String, cell: TrendSeries.Cell, interval: Proportion.Span?
  )

  /// The same as the chart, each figure to be opened.
  private var figures: Grid {
    let lines: [Line] = series.indices.flatMap { line in
      groups.indices.map { place in
        (series[line], groups[place].label, series[line].cells[place], intervals[line][place])
      }
    }
    return Grid(
      title: "In figures", corner: "of what, when",
      rows: lines.filter { $0.cell.share.whole > 0 },
      named: { "\($0.series.name), \($0.label)" }, subject: \.series.subject,
      columns: [
        .bar("share of \(unit)", short: "share") { line in
          Figure(.share(line.cell.share.part, of: line.cell.share.whole), basis: line.cell.basis)
        },
        Grid.Column("percent, 95 % interval", short: "95 %") {
          Figure(.phrase(Self.phrase(of: $0)))
        },
      ],
      notes: ["few: fewer than \(Proportion.fewest); quote no share of so few."])
  }

  private static func phrase(of line: Line) -> String {
    let interval = line.interval.map { " (\(Percent.text($0)))" } ?? ""
    return (line.cell.share.percent ?? "") + interval + (line.cell.share.isSmall ? ", few" : "")
  }

  /// What stands at each point.
  private var points: Grid {
    let what = figure == .priority ? "inspections" : "reports"
    let reports = Grid.Column<Int>(what, short: "n") { place in
      .count(groups[place].inspections.map(\.row))
    }
    let words = layout.map { layout in
      Grid.Column<Int>("words in sections with a direction", short: "words") { place in
        layout[place].percent.map { Figure(.phrase($0)) } ?? .unknown("no passage has words")
      }
    }
    return Grid(
      title: "What stands at each \(over.rawValue)", corner: over.rawValue, rows: groups.indices,
      named: { groups[$0].label }, columns: [reports] + [words].compactMap(\.self),
      notes: layout == nil
        ? []
        : [
          "Where fewer of the words are in sections with a direction, the layout is different, "
            + "and shares are of other passages: compare like with like."
        ])
  }

  var unit: String {
    switch (figure, reading) {
    case (.shortfalls, .machine): "passages"
    case (.shortfalls, .coded): "contributions"
    case (.coverage, _): "agencies in scope"
    case (.priority, _): "inspections"
    }
  }

  // MARK: - Method and gaps

  private var method: [String] {
    let share =
      switch (figure, reading) {
      case (.shortfalls, .machine):
        "Share, as read: passages that name the agency in sections for improvement or priority "
          + "action / passages that name it "
          + (takesAll
            ? "in any section that finds for or against somebody."
            : "in a section with a direction.")
      case (.shortfalls, .coded):
        "Share, as coded: contributions of direction − / contributions of direction + − or =."
      case (.coverage, .machine):
        "Coverage, as read: agencies in scope that a passage names "
          + (takesAll ? "" : "in a section with a direction ")
          + "/ agencies in scope, over reports. To be named is not to be judged."
      case (.coverage, .coded):
        "Coverage = Σ agencies in scope with a contribution of direction + − or = / Σ agencies in "
          + "scope, over inspections of which something is coded."
      case (.priority, _):
        "Share: inspections with an area for priority action / those for which it is known."
      }
    let interval =
      figure == .priority
      ? "Intervals: Wilson’s (Journal of the American Statistical Association 22, 1927), and "
        + "Newcombe’s of a difference (Statistics in Medicine 17, 1998)."
      : ReportBootstrap.method
    let order =
      switch over {
      case .year: "A year is that of the first day of fieldwork, else of the letter."
      case .round: "Rounds are themes in the order in which they came; the years say when."
      case .theme: "Themes stand in the order of the register, which is not one of time."
      }
    return [share, order, interval] + (series.count > 1 ? [Self.many] : [])
  }

  private static let many =
    "Several agencies are reported at once, and of twenty that do not change one will seem to."

  private var gaps: [String] {
    let what = over == .year ? "date" : over == .theme ? "theme" : "theme or no date"
    let nothing =
      figure == .priority
      ? "It is not known for \(counted(unread.count, "inspection"))."
      : "Not read: the reports of \(counted(unread.count, "inspection"))."
    return [
      left.isEmpty
        ? nil
        : "\(counted(left.count, "inspection")) \(left.count == 1 ? "has" : "have") no \(what), "
          + "and \(left.count == 1 ? "stands" : "stand") nowhere here.",
      unread.isEmpty ? nil : nothing,
      onlyCoded.isEmpty
        ? nil
        : "\(onlyCoded.joined(separator: " ")) asks what was coded, so it has no effect as read.",
    ].compactMap(\.self)
  }
}

extension TrendFigure {
  var name: String {
    switch self {
    case .shortfalls: "shortfalls"
    case .coverage: "coverage"
    case .priority: "priority action"
    }
  }
}
