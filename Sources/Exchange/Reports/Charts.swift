import InspectionAnalysis
import InspectionModel

/// The columns of a grid that ask for bars, as inline SVG; nothing where none does.
struct BarChart {
  private let grid: Grid
  private let id: String
  private static let (nameWidth, barWidth, lineHeight) = (260, 360, 24)

  init(_ grid: Grid, id: String) { (self.grid, self.id) = (grid, id) }

  var svg: [HTML] {
    grid.columns.indices.filter { grid.columns[$0].style == .bar }.map(chart)
  }

  private func chart(_ column: Int) -> HTML {
    let measure = GridMeasure(grid)
    let heading = Report.title(grid.columns[column])
    let words = grid.lines.map { "\($0.heading.name) \($0.figures[column].value.text)" }
    let bars = grid.lines.indices.flatMap { bar(measure, line: $0, column: column) }
    return .chart(
      id: "\(id)-\(column)", title: "\(grid.title): \(heading)",
      description: words.joined(separator: "; "), width: Self.nameWidth + Self.barWidth + 160,
      height: grid.lines.count * Self.lineHeight + 8, bars)
  }

  private func bar(_ measure: GridMeasure, line: Int, column: Int) -> [HTML] {
    let length = Int(measure.share(line: line, column: column) * Double(Self.barWidth))
    let height = Self.lineHeight - 6
    let (x, y) = (Self.nameWidth, line * Self.lineHeight + 4)
    let (name, value) = (grid.lines[line].heading.name, grid.lines[line].figures[column].value.text)
    return [
      .element("text", ["x": x - 8, "y": y + 15, "text-anchor": "end"], name),
      .empty("rect", ["x": x, "y": y + 2, "width": length, "height": height, "fill": "#1d4f91"]),
      .element("text", ["x": x + length + 6, "y": y + 15], value),
    ]
  }
}

/// A time line as inline SVG: a lane a line, spans as boxes whose pattern says what they are.
struct TimeChart {
  private let timeline: Timeline
  private let id: String
  private static let (nameWidth, chartWidth, lineHeight) = (200, 760, 24)

  init(_ timeline: Timeline, id: String) { (self.timeline, self.id) = (timeline, id) }

  var svg: HTML {
    let top = 26
    let height = top + timeline.lanes.count * Self.lineHeight + 30
    let lanes = timeline.lanes.enumerated().flatMap { index, lane in
      self.lane(lane, y: top + index * Self.lineHeight)
    }
    let spans = timeline.lanes.flatMap { lane in
      lane.spans.map { "\(lane.name): \(TextReport.sentence($0))" }
    }
    return .chart(
      id: id, title: timeline.title, description: spans.prefix(60).joined(separator: "; "),
      width: Self.nameWidth + Self.chartWidth + 20, height: height,
      years(from: top, to: height - 28) + lanes + legend(y: height - 18))
  }

  private func years(from top: Int, to bottom: Int) -> [HTML] {
    timeline.years.flatMap { year, place -> [HTML] in
      let x = Self.nameWidth + Int(place * Double(Self.chartWidth))
      return [
        .empty("line", ["x1": x, "y1": top, "x2": x, "y2": bottom, "stroke": "#8a8a8a"]),
        .element("text", ["x": x + 3, "y": 16], "\(year)"),
      ]
    }
  }

  private func lane(_ lane: Timeline.Lane, y: Int) -> [HTML] {
    let shapes = Timeline.Span.Kind.all.flatMap { kind in lane.spans.filter { $0.kind == kind } }
      .compactMap { span -> HTML? in
        guard let place = timeline.place(of: span) else { return nil }
        let x = Self.nameWidth + Int(place.lowerBound * Double(Self.chartWidth))
        let width = Int((place.upperBound - place.lowerBound) * Double(Self.chartWidth))
        return shape(
          span.kind, x: x, y: y + 3, width: max(2, width), title: TextReport.sentence(span))
      }
    let name = HTML.element(
      "text", ["x": Self.nameWidth - 8, "y": y + 16, "text-anchor": "end"], lane.name)
    return [name] + shapes
  }

  private func shape(
    _ kind: Timeline.Span.Kind, x: Int, y: Int, width: Int, title: String? = nil
  ) -> HTML {
    let inner = title.map { [HTML.element("title", $0)] } ?? []
    let height = Self.lineHeight - 6
    let middle = y + height / 2
    func box(_ y: Int, _ height: Int, _ fill: String, _ stroke: String?, _ dashes: String?) -> HTML
    {
      let place: HTML.Attributes = [
        "x": x, "y": y, "width": width, "height": height, "fill": fill, "stroke": stroke,
        "stroke-dasharray": dashes,
      ]
      return .element("rect", place, inner)
    }
    switch kind {
    case .onSite: return box(y, height, "#133a6d", nil, nil)
    case .footprint: return box(y + 4, height - 8, "#bcd3ec", "#1d4f91", nil)
    case .assumed: return box(y + 4, height - 8, "#bcd3ec", "#1d4f91", "3 2")
    case .gap: return box(middle - 2, 4, "#8a2a0a", nil, nil)
    case .event:
      let path = "M\(x) \(middle - 7) l6 7 l-6 7 l-6 -7 z"
      return .element("path", ["d": path, "fill": "#8a2a0a"], inner)
    case .graded, .due:
      return .element(
        "text", ["x": x, "y": y + height - 4, "font-weight": "bold", "fill": "#133a6d"],
        [.text("\(kind.mark)")] + inner)
    }
  }

  private func legend(y: Int) -> [HTML] {
    var x = Self.nameWidth
    return timeline.legend.flatMap { kind -> [HTML] in
      defer { x += 40 + kind.name.count * 8 }
      return [
        shape(kind, x: x + 6, y: y - 4, width: 18),
        .element("text", ["x": x + 30, "y": y + 10], kind.name),
      ]
    }
  }
}

/// Shares that follow on one another as inline SVG, a picture a series: a line through the points,
/// an upright for each interval, and under it label, share, interval and number.
struct LineChart {
  private let chart: Chart
  private let id: String
  private static let (axisWidth, plotHeight, top) = (56, 120, 26)
  private let slot: Int

  init(_ chart: Chart, id: String) {
    (self.chart, self.id) = (chart, id)
    let longest = chart.labels.map(\.count).max() ?? 0
    slot = max(86, longest * 8)
  }

  var svg: [HTML] { chart.series.indices.map(picture) }

  private func picture(_ index: Int) -> HTML {
    let series = chart.series[index]
    let points = zip(chart.labels, series.points).map { label, point in
      "\(label) \(point?.phrase ?? "nothing")"
    }
    let known = series.points.enumerated().compactMap { place, point in
      point.map { (place: place, point: $0) }
    }
    return .chart(
      id: "\(id)-\(index)", title: "\(chart.title): \(series.name)",
      description: points.joined(separator: "; "),
      width: Self.axisWidth + chart.labels.count * slot + 10,
      height: Self.top + Self.plotHeight + 76,
      [.element("text", ["x": Self.axisWidth, "y": 14, "font-weight": 600], series.name)] + rules
        + known.compactMap(interval) + line(series) + known.map(dot)
        + chart.labels.indices.flatMap { labels(at: $0, series.points[$0]) })
  }

  private func x(_ place: Int) -> Int { Self.axisWidth + place * slot + slot / 2 }

  private func y(_ share: Double) -> Int {
    Self.top + Int(((1 - max(0, min(1, share))) * Double(Self.plotHeight)).rounded())
  }

  /// Nothing, half and all.
  private var rules: [HTML] {
    let end = Self.axisWidth + chart.labels.count * slot
    return [0.0, 0.5, 1.0].flatMap { share -> [HTML] in
      [
        .empty(
          "line",
          ["x1": Self.axisWidth, "y1": y(share), "x2": end, "y2": y(share), "stroke": "#8a8a8a"]),
        .element(
          "text", ["x": Self.axisWidth - 6, "y": y(share) + 4, "text-anchor": "end"],
          Percent.text(share)),
      ]
    }
  }

  private func interval(_ known: (place: Int, point: Chart.Point)) -> HTML? {
    known.point.interval.map { span in
      .empty(
        "line",
        [
          "x1": x(known.place), "y1": y(span.low), "x2": x(known.place), "y2": y(span.high),
          "stroke": "#8a2a0a", "stroke-width": 2, "stroke-dasharray": "3 2",
        ])
    }
  }

  /// Lines between points that stand beside one another.
  private func line(_ series: Chart.Series) -> [HTML] {
    guard chart.isJoined else { return [] }
    return zip(series.points, series.points.dropFirst()).enumerated().compactMap { place, pair in
      guard let from = pair.0, let to = pair.1 else { return nil }
      return .empty(
        "line",
        [
          "x1": x(place), "y1": y(from.value), "x2": x(place + 1), "y2": y(to.value),
          "stroke": "#133a6d", "stroke-width": 2,
        ])
    }
  }

  private func dot(_ known: (place: Int, point: Chart.Point)) -> HTML {
    .element(
      "circle",
      ["cx": x(known.place), "cy": y(known.point.value), "r": 4, "fill": "#133a6d"],
      [.element("title", "\(chart.labels[known.place]): \(known.point.phrase)")])
  }

  private func labels(at place: Int, _ point: Chart.Point?) -> [HTML] {
    let texts = [
      chart.labels[place], point?.share.percent ?? "–",
      point?.interval.map { Percent.text($0) } ?? "", point.map { "n \($0.share.whole)" } ?? "",
    ]
    return texts.enumerated().filter { !$0.element.isEmpty }.map { row, text in
      .element(
        "text",
        [
          "x": x(place), "y": Self.top + Self.plotHeight + 18 + row * 16, "text-anchor": "middle",
        ], text)
    }
  }
}

extension HTML {
  /// A chart with a name and a description for people who do not see it.
  fileprivate static func chart(
    id: String, title: String, description: String, width: Int, height: Int, _ content: [HTML]
  ) -> HTML {
    let names = [
      HTML.element("title", ["id": "\(id)-title"], title),
      HTML.element("desc", ["id": "\(id)-desc"], description),
    ]
    return .block(
      "svg",
      [
        "role": "img", "aria-labelledby": "\(id)-title \(id)-desc",
        "viewBox": "0 0 \(width) \(height)", "width": width, "height": height,
        "font-family": "system-ui, sans-serif", "font-size": 13, "fill": "#1b1b1b",
      ], lines: names + content)
  }
}
