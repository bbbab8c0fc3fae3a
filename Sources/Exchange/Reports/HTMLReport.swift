import InspectionAnalysis
import InspectionModel

/// An account as one HTML file that needs nothing beside it: headings in order, tables with captions and scopes, charts as
/// SVG with titles and descriptions, and a table of the same figures under each. Colour is never the only sign.
struct HTMLReport {
  private let report: Report
  private var account: Account { report.account }

  init(_ report: Report) { self.report = report }

  var text: String {
    let body =
      [HTML.tag("h1", account.title), "<p class=\"question\">\(HTML.text(account.question))</p>"]
      + ["<p class=\"answer\">\(HTML.text(account.answer))</p>"]
      + account.blocks.enumerated().map { section($1, number: $0 + 1) }
      + [evidence] + [section("How it was worked out", account.method)]
      + [section("What is not known", account.gaps)]
    return """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(HTML.text(account.title))</title>
      <style>
      \(HTML.style)
      </style>
      </head>
      <body>
      <main>
      \(body.filter { !$0.isEmpty }.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  private func section(_ title: String, _ sentences: [String]) -> String {
    guard !sentences.isEmpty else { return "" }
    return "<section>\n" + HTML.tag("h2", title) + "\n" + HTML.list(sentences) + "\n</section>"
  }

  private func section(_ block: Account.Block, number: Int) -> String {
    switch block {
    case .words(let title, let sentences): return section(title, sentences)
    case .grid(let grid):
      let parts = [
        HTML.tag("h2", grid.title), BarChart(grid, id: "chart\(number)").svg, table(grid),
        notes(of: grid),
      ]
      return "<section>\n" + parts.filter { !$0.isEmpty }.joined(separator: "\n") + "\n</section>"
    case .timeline(let timeline):
      let notes = timeline.notes.isEmpty ? "" : HTML.list(timeline.notes)
      return "<section>\n" + HTML.tag("h2", timeline.title) + "\n"
        + TimeChart(timeline, id: "chart\(number)").svg + "\n" + table(timeline) + notes
        + "\n</section>"
    }
  }

  // MARK: - Tables

  private func table(_ grid: Grid) -> String {
    let caption = "\(grid.title): \(grid.corner) by row"
    let heads = grid.columns.map { column in
      let full = column.short == column.name ? "" : " title=\"\(HTML.text(column.name))\""
      return "<th scope=\"col\"\(full)>\(HTML.text(Report.title(column)))</th>"
    }
    let measure = GridMeasure(grid)
    let rows = grid.lines.indices.map { line in
      let cells = grid.lines[line].figures.indices.map { cell(measure, line: line, column: $0) }
      return "<tr><th scope=\"row\">\(HTML.text(grid.lines[line].heading.name))</th>"
        + cells.joined() + "</tr>"
    }
    return """
      <div class="wide" tabindex="0" role="region" aria-label="\(HTML.text(caption))">
      <table>
      <caption>\(HTML.text(caption))</caption>
      <thead><tr><th scope="col">\(HTML.text(grid.corner))</th>\(heads.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </div>
      """
  }

  private func cell(_ measure: GridMeasure, line: Int, column: Int) -> String {
    let grid = measure.grid
    let figure = grid.lines[line].figures[column]
    let n = figure.n.map { " title=\"\(HTML.text($0))\"" } ?? ""
    let text = HTML.text(figure.value.text)
    switch figure.value {
    case .absent(let absence):
      return
        "<td class=\"none\"\(n)><abbr title=\"\(HTML.text(figure.value.reason ?? absence.name))\">"
        + "\(text)</abbr></td>"
    case .words: return "<td class=\"words\"\(n)>\(text)</td>"
    default:
      let isHeat = grid.columns[column].style == .heat
      let shade = isHeat ? " class=\"heat\(measure.shade(line: line, column: column))\"" : ""
      return "<td\(shade)\(n)>\(text)</td>"
    }
  }

  private func notes(of grid: Grid) -> String {
    let legend = grid.legend.map { "\($0.mark) \($0.meaning)" }
    let all =
      (legend.isEmpty ? [] : [legend.joined(separator: "; ")]) + grid.notes + Report.reasons(grid)
    return all.isEmpty ? "" : HTML.list(all)
  }

  private func table(_ timeline: Timeline) -> String {
    let rows = timeline.lanes.flatMap { lane in
      lane.spans.map { span in
        "<tr><th scope=\"row\">\(HTML.text(lane.name))</th>"
          + [span.name, span.kind.name, "\(span.from)", "\(span.to)"]
          .map { "<td class=\"words\">\(HTML.text($0))</td>" }.joined() + "</tr>"
      }
    }
    let heads = ["lane", "what", "kind", "from", "to"].map { "<th scope=\"col\">\($0)</th>" }
    return """
      <details><summary>The same as a table</summary>
      <table>
      <caption>\(HTML.text(timeline.title)), span by span</caption>
      <thead><tr>\(heads.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </details>
      """
  }

  // MARK: - Evidence

  private var evidence: String {
    guard !report.evidence.groups.isEmpty else { return "" }
    let groups = report.evidence.groups.map { group in
      let sources = group.sources.map { "<p class=\"source\">Source: \(HTML.link($0))</p>" }
      let items = group.items.map { item in
        let page = item.page.map { ", page \($0)" } ?? ""
        return "<li><b>\(HTML.text(item.key + page))</b> \(HTML.text(item.words))</li>"
      }
      return HTML.tag("h3", group.title) + "\n" + sources.joined(separator: "\n")
        + "\n<ul>\n" + items.joined(separator: "\n") + "\n</ul>"
    }
    return "<section class=\"evidence\">\n" + HTML.tag("h2", "Evidence: \(report.extent)") + "\n"
      + groups.joined(separator: "\n") + "\n</section>"
  }
}
