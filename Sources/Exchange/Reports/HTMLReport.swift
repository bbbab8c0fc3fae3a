import InspectionAnalysis
import InspectionModel

/// An account as one HTML file that needs nothing beside it: headings in order, tables with
/// captions and scopes, charts as SVG with titles and descriptions, and a table of the same figures
/// under each. Colour is never the only sign.
struct HTMLReport {
  private let report: Report
  private var account: Account { report.account }

  init(_ report: Report) { self.report = report }

  var text: String {
    let body = HTML.block("body", lines: [.block("main", lines: content)])
    return HTML.block("html", ["lang": "en-GB"], lines: [head, body]).page
  }

  private var head: HTML {
    .block(
      "head",
      lines: [
        .void("meta", ["charset": "utf-8"]),
        .void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        .element("title", account.title), .block("style", lines: [.style(.report)]),
      ])
  }

  private var content: [HTML] {
    [
      .element("h1", account.title), .element("p", ["class": "question"], account.question),
      .element("p", ["class": "answer"], account.answer),
    ] + (account.behind.isEmpty ? [] : [.element("p", account.behind)])
      + account.blocks.enumerated().flatMap { section($1, number: $0 + 1) } + evidence
      + section("How it was worked out", account.method)
      + section("What is not known", account.gaps)
  }

  private func section(_ title: String, _ sentences: [String]) -> [HTML] {
    sentences.isEmpty ? [] : [.block("section", lines: [.element("h2", title), .list(sentences)])]
  }

  private func section(_ block: Account.Block, number: Int) -> [HTML] {
    let parts: [HTML]
    switch block {
    case .sentences(let title, let sentences): return section(title, sentences)
    case .grid(let grid):
      parts =
        [.element("h2", grid.title)] + BarChart(grid, id: "chart\(number)").svg + [table(grid)]
        + list(notes(of: grid))
    case .timeline(let timeline):
      parts =
        [.element("h2", timeline.title), TimeChart(timeline, id: "chart\(number)").svg]
        + [table(timeline)] + list(timeline.notes)
    case .chart(let chart):
      parts =
        [.element("h2", chart.title)] + LineChart(chart, id: "chart\(number)").svg
        + list(chart.notes)
    }
    return [.block("section", lines: parts)]
  }

  /// Nothing where there are no sentences.
  private func list(_ sentences: [String]) -> [HTML] {
    sentences.isEmpty ? [] : [.list(sentences)]
  }

  // MARK: - Tables

  private func table(_ grid: Grid) -> HTML {
    let caption = "\(grid.title): \(grid.corner) by row"
    let heads = grid.columns.map { column in
      HTML.element(
        "th", ["scope": "col", "title": column.short == column.name ? nil : column.name],
        Report.title(column))
    }
    let measure = GridMeasure(grid)
    let rows = grid.lines.indices.map { line in
      row(
        grid.lines[line].heading.name,
        grid.lines[line].figures.indices.map { cell(measure, line: line, column: $0) })
    }
    let corner = HTML.element("th", ["scope": "col"], grid.corner)
    return .block(
      "div", ["class": "wide", "tabindex": 0, "role": "region", "aria-label": caption],
      lines: [table(caption, [corner] + heads, rows)])
  }

  private func table(_ caption: String, _ heads: [HTML], _ rows: [HTML]) -> HTML {
    .block(
      "table",
      lines: [
        .element("caption", caption), .element("thead", [.element("tr", heads)]),
        .block("tbody", lines: rows),
      ])
  }

  private func row(_ name: String, _ cells: [HTML]) -> HTML {
    .element("tr", [.element("th", ["scope": "row"], name)] + cells)
  }

  private func cell(_ measure: GridMeasure, line: Int, column: Int) -> HTML {
    let grid = measure.grid
    let figure = grid.lines[line].figures[column]
    let text = figure.value.text
    switch figure.value {
    case .absent(let absence):
      return .element(
        "td", ["class": "none", "title": figure.n],
        [.element("abbr", ["title": figure.value.reason ?? absence.name], text)])
    case .phrase: return .element("td", ["class": "words", "title": figure.n], text)
    case .count, .share, .measure, .range, .split, .day:
      let isHeat = grid.columns[column].style == .heat
      let shade = isHeat ? "heat\(measure.shade(line: line, column: column))" : nil
      return .element("td", ["class": shade, "title": figure.n], text)
    }
  }

  private func notes(of grid: Grid) -> [String] {
    let legend = grid.legend.map { "\($0.mark) \($0.meaning)" }
    return (legend.isEmpty ? [] : [legend.joined(separator: "; ")]) + grid.notes
      + Report.reasons(grid)
  }

  private func table(_ timeline: Timeline) -> HTML {
    let heads = ["lane", "what", "kind", "from", "to"].map {
      HTML.element("th", ["scope": "col"], $0)
    }
    let rows = timeline.lanes.flatMap { lane in
      lane.spans.map { span in
        row(
          lane.name,
          [span.name, span.kind.name, "\(span.from)", "\(span.to)"].map {
            .element("td", ["class": "words"], $0)
          })
      }
    }
    return .block(
      "details",
      lines: [
        .element("summary", "The same as a table"),
        table("\(timeline.title), span by span", heads, rows),
      ])
  }

  // MARK: - Evidence

  private var evidence: [HTML] {
    let groups = report.evidence.groups
    if groups.isEmpty { return [] }
    let heading = HTML.element("h2", "Evidence")
    let summary = HTML.element("summary", report.extent)
    // Closed, so that it is read and printed only where somebody asks for it.
    let all = HTML.block("details", lines: [summary] + groups.flatMap(evidence))
    return [.block("section", ["class": "evidence"], lines: [heading, all])]
  }

  private func evidence(_ group: Evidence.Group) -> [HTML] {
    let sources = group.sources.map { source in
      HTML.element("p", ["class": "source"], [.text("Source: "), .link(source)])
    }
    let items = group.items.map { item in
      let page = item.page.map { ", page \($0)" } ?? ""
      return HTML.element("li", [.element("b", item.key + page), .text(" \(item.sentence)")])
    }
    return [.element("h3", group.title)] + sources + [.block("ul", lines: items)]
  }
}
