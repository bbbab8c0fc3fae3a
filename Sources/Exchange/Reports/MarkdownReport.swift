import InspectionAnalysis
import InspectionModel

/// An account as Markdown with tables, as GitHub and Pandoc read them; charts are block characters
/// in code blocks.
struct MarkdownReport {
  private let report: Report
  private var account: Account { report.account }

  init(_ report: Report) { self.report = report }

  var text: String {
    var parts = ["# " + Self.text(account.title), "**\(Self.text(account.question))**"]
    parts += [Self.text(account.answer), Self.text(account.behind)]
    parts += account.blocks.flatMap(self.parts)
    parts += evidence
    parts += section("How it was worked out", account.method)
    parts += section("What is not known", account.gaps)
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func section(_ title: String, _ sentences: [String]) -> [String] {
    sentences.isEmpty ? [] : ["## " + Self.text(title), Self.list(sentences)]
  }

  private func parts(_ block: Account.Block) -> [String] {
    switch block {
    case .sentences(let title, let sentences): section(title, sentences)
    case .grid(let grid): ["## " + Self.text(grid.title), table(grid), Self.list(notes(of: grid))]
    case .timeline(let timeline): ["## " + Self.text(timeline.title)] + chart(timeline)
    case .chart(let chart):
      [
        "## " + Self.text(chart.title),
        Self.fenced(TextReport.lines(of: chart, width: 100).map(Self.code)), Self.list(chart.notes),
      ]
    }
  }

  private func table(_ grid: Grid) -> String {
    let header = [grid.corner] + grid.columns.map(Report.title)
    let measure = GridMeasure(grid)
    let rows = grid.lines.indices.map { line in
      [Self.text(grid.lines[line].heading.name)]
        + grid.lines[line].figures.indices.map { Self.cell(measure, line, $0) }
    }
    let rule = "|---|" + grid.columns.map { _ in "---|" }.joined()
    return ([Self.row(header.map(Self.text)), rule] + rows.map(Self.row)).joined(separator: "\n")
  }

  private static func cell(_ measure: GridMeasure, _ line: Int, _ column: Int) -> String {
    let text = text(measure.grid.lines[line].figures[column].value.text)
    return [measure.mark(line: line, column: column, width: 20), text].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private func notes(of grid: Grid) -> [String] {
    let legend = grid.legend.map { "\($0.mark) \($0.meaning)" }
    return (legend.isEmpty ? [] : [legend.joined(separator: "; ")]) + grid.notes
      + Report.reasons(grid)
  }

  private func chart(_ timeline: Timeline) -> [String] {
    let name = min(28, timeline.lanes.map(\.name.count).max() ?? 0) + 1
    let lanes = TimelineText(timeline, width: 100 - name)
    func padded(_ text: String) -> String {
      text + String(repeating: " ", count: max(0, name - text.count))
    }
    let lines =
      lanes.rulers.map { padded("") + $0 }
      + timeline.lanes.map { padded(Self.code($0.name)) + lanes.line(of: $0) }
    let legend = timeline.legend.map { "\($0.mark) \($0.name)" }.joined(separator: "; ")
    let spans = timeline.lanes.flatMap { lane in
      lane.spans.map { "\(lane.name): \(TextReport.sentence($0))" }
    }
    return [
      Self.fenced(lines), Self.text(legend),
      Self.list(timeline.notes + spans),
    ]
  }

  private var evidence: [String] {
    guard !report.evidence.groups.isEmpty else { return [] }
    return ["## Evidence: " + Self.text(report.extent)]
      + report.evidence.groups.flatMap { group in
        [
          "### " + Self.text(group.title),
          Self.list(
            group.sources
              + group.items.map { item in
                let page = item.page.map { ", page \($0)" } ?? ""
                return "\(item.key)\(page): \(item.sentence)"
              }),
        ]
      }
  }

  // MARK: - Texts

  private static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  private static func list(_ sentences: [String]) -> String {
    sentences.map { "- " + text($0) }.joined(separator: "\n")
  }

  private static func fenced(_ lines: [String]) -> String {
    (["```"] + lines + ["```"]).joined(separator: "\n")
  }

  /// A text as it stands in a code block: a fence in it would end the block.
  private static func code(_ text: String) -> String {
    Report.plain(text).replacing("`", with: "'")
  }

  /// A text as one line of Markdown that says what it says: no markup, no control characters.
  /// Nothing at its start can begin a list, since texts stand only after a mark of ours.
  static func text(_ text: String) -> String {
    var escaped = ""
    for scalar in Report.plain(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "&", "$":
        escaped.unicodeScalars.append("\\")
      default: break
      }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
