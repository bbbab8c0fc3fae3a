import InspectionAnalysis
import InspectionModel

/// The columns of a grid that ask for bars, as inline SVG; nothing where none does.
struct BarChart {
  private let grid: Grid
  private let id: String
  private static let (nameWidth, barWidth, lineHeight) = (260, 360, 24)

  init(_ grid: Grid, id: String) { (self.grid, self.id) = (grid, id) }

  var svg: String {
    let bars = grid.columns.indices.filter { grid.columns[$0].style == .bar }
    return bars.map(chart).joined(separator: "\n")
  }

  private func chart(_ column: Int) -> String {
    let height = grid.lines.count * Self.lineHeight + 8
    let width = Self.nameWidth + Self.barWidth + 160
    let measure = GridMeasure(grid)
    let heading = Report.title(grid.columns[column])
    let lines = grid.lines.enumerated().map { index, line -> String in
      let figure = line.figures[column]
      let length = Int(measure.share(line: index, column: column) * Double(Self.barWidth))
      let y = index * Self.lineHeight + 4
      return """
        <text x="\(Self.nameWidth - 8)" y="\(y + 15)" text-anchor="end">\(HTML.text(line.heading.name))</text>
        <rect x="\(Self.nameWidth)" y="\(y + 2)" width="\(length)" height="\(Self.lineHeight - 6)" fill="#1d4f91"/>
        <text x="\(Self.nameWidth + length + 6)" y="\(y + 15)">\(HTML.text(figure.value.text))</text>
        """
    }
    let words = grid.lines.map { "\($0.heading.name) \($0.figures[column].value.text)" }
    return SVG.frame(
      id: "\(id)-\(column)", title: "\(grid.title): \(heading)",
      description: words.joined(separator: "; "), width: width, height: height, lines)
  }
}

/// A time line as inline SVG: a lane a line, spans as boxes whose pattern says what they are.
struct TimeChart {
  private let timeline: Timeline
  private let id: String
  private static let (nameWidth, chartWidth, lineHeight) = (200, 760, 24)

  init(_ timeline: Timeline, id: String) { (self.timeline, self.id) = (timeline, id) }

  var svg: String {
    let top = 26
    let height = top + timeline.lanes.count * Self.lineHeight + 30
    let years = timeline.years.map { year, place in
      let x = Self.nameWidth + Int(place * Double(Self.chartWidth))
      return """
        <line x1="\(x)" y1="\(top)" x2="\(x)" y2="\(height - 28)" stroke="#8a8a8a"/>
        <text x="\(x + 3)" y="16">\(year)</text>
        """
    }
    let lanes = timeline.lanes.enumerated().map { index, lane in
      self.lane(lane, y: top + index * Self.lineHeight)
    }
    let spans = timeline.lanes.flatMap { lane in
      lane.spans.map { "\(lane.name): \(TextReport.words($0))" }
    }
    return SVG.frame(
      id: id, title: timeline.title, description: spans.prefix(60).joined(separator: "; "),
      width: Self.nameWidth + Self.chartWidth + 20, height: height,
      years + lanes + [legend(y: height - 18)])
  }

  private func lane(_ lane: Timeline.Lane, y: Int) -> String {
    let name =
      "<text x=\"\(Self.nameWidth - 8)\" y=\"\(y + 16)\" text-anchor=\"end\">\(HTML.text(lane.name))</text>"
    let order: [Timeline.Span.Kind] = [.assumed, .footprint, .gap, .onSite, .event]
    let shapes = order.flatMap { kind in lane.spans.filter { $0.kind == kind } }
      .compactMap { span -> String? in
        guard let place = timeline.place(of: span) else { return nil }
        let x = Self.nameWidth + Int(place.lowerBound * Double(Self.chartWidth))
        let width = Int((place.upperBound - place.lowerBound) * Double(Self.chartWidth))
        return shape(span.kind, x: x, y: y + 3, width: max(2, width), title: TextReport.words(span))
      }
    return ([name] + shapes).joined(separator: "\n")
  }

  private func shape(
    _ kind: Timeline.Span.Kind, x: Int, y: Int, width: Int, title: String? = nil
  ) -> String {
    let inner = title.map { "<title>\(HTML.text($0))</title>" } ?? ""
    let height = Self.lineHeight - 6
    switch kind {
    case .onSite:
      return
        "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"#133a6d\">\(inner)</rect>"
    case .footprint, .assumed:
      let dashes = kind == .assumed ? " stroke-dasharray=\"3 2\"" : ""
      return
        "<rect x=\"\(x)\" y=\"\(y + 4)\" width=\"\(width)\" height=\"\(height - 8)\" fill=\"#bcd3ec\" "
        + "stroke=\"#1d4f91\"\(dashes)>\(inner)</rect>"
    case .gap:
      return
        "<rect x=\"\(x)\" y=\"\(y + height / 2 - 2)\" width=\"\(width)\" height=\"4\" fill=\"#8a2a0a\">\(inner)</rect>"
    case .event:
      let middle = y + height / 2
      return "<path d=\"M\(x) \(middle - 7) l6 7 l-6 7 l-6 -7 z\" fill=\"#8a2a0a\">\(inner)</path>"
    }
  }

  private func legend(y: Int) -> String {
    var x = Self.nameWidth
    return timeline.legend.map { kind in
      defer { x += 40 + kind.name.count * 8 }
      return shape(kind, x: x + 6, y: y - 4, width: 18)
        + "\n<text x=\"\(x + 30)\" y=\"\(y + 10)\">\(HTML.text(kind.name))</text>"
    }.joined(separator: "\n")
  }
}

private enum SVG {
  /// A chart with a name and a description for people who do not see it.
  static func frame(
    id: String, title: String, description: String, width: Int, height: Int, _ content: [String]
  ) -> String {
    """
    <svg role="img" aria-labelledby="\(id)-title \(id)-desc" viewBox="0 0 \(width) \(height)" width="\(width)" \
    height="\(height)" font-family="system-ui, sans-serif" font-size="13" fill="#1b1b1b">
    <title id="\(id)-title">\(HTML.text(title))</title>
    <desc id="\(id)-desc">\(HTML.text(description))</desc>
    \(content.joined(separator: "\n"))
    </svg>
    """
  }
}
