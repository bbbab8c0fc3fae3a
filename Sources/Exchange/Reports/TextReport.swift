import InspectionAnalysis
import InspectionModel

/// An account as plain text: tables in columns, bars and time lines of block characters.
struct TextReport {
  private let report: Report
  private var account: Account { report.account }
  /// The widest line of sentences, and of a time line.
  private static let width = 100

  init(_ report: Report) { self.report = report }

  var text: String {
    var lines = Self.wrapped(account.title)
    lines.append(String(repeating: "=", count: min(Self.width, account.title.count)))
    lines += [""] + Self.wrapped(account.question) + [""] + Self.wrapped(account.answer)
    if !account.behind.isEmpty { lines += [""] + Self.wrapped(account.behind) }
    for block in account.blocks { lines += [""] + self.lines(block) }
    lines += evidence
    lines += section("How it was worked out", account.method)
    lines += section("What is not known", account.gaps)
    return lines.map(Self.withoutEnd).joined(separator: "\n") + "\n"
  }

  private func section(_ title: String, _ sentences: [String]) -> [String] {
    sentences.isEmpty ? [] : [""] + heading(title) + sentences.flatMap(Self.item)
  }

  private func heading(_ title: String) -> [String] {
    let title = Report.plain(title)
    return [title, String(repeating: "-", count: min(Self.width, title.count))]
  }

  private func lines(_ block: Account.Block) -> [String] {
    switch block {
    case .sentences(let title, let sentences): heading(title) + sentences.flatMap(Self.item)
    case .grid(let grid): heading(grid.title) + table(grid) + notes(of: grid)
    case .timeline(let timeline): heading(timeline.title) + chart(timeline)
    case .chart(let chart):
      heading(chart.title) + Self.lines(of: chart, width: Self.width)
        + (chart.notes.isEmpty ? [] : [""] + chart.notes.flatMap(Self.item))
    }
  }

  // MARK: - Tables

  /// Whether the full names of its columns would make it too wide to read.
  private func isWide(_ grid: Grid) -> Bool {
    grid.columns.reduce(grid.corner.count) { $0 + Report.title($1).count + 2 } > Self.width
  }

  /// What short names stand for; those that only begin a full one are not said twice.
  private func names(_ grid: Grid) -> [String] {
    let names = grid.columns.filter { $0.short != $0.name }.map { column in
      column.name.hasPrefix(column.short) ? column.name : "\(column.short) is \(column.name)"
    }
    return isWide(grid) && !names.isEmpty ? [names.joined(separator: "; ")] : []
  }

  private func table(_ grid: Grid) -> [String] {
    let titles = grid.columns.map(Report.title)
    let header = [grid.corner] + (isWide(grid) ? grid.columns.map(\.short) : titles)
    let measure = GridMeasure(grid)
    let rows = grid.lines.indices.map { line in
      [grid.lines[line].heading.name]
        + grid.lines[line].figures.indices.map { Self.cell(measure, line: line, column: $0) }
    }
    let cells = ([header] + rows).map { $0.map(Report.plain) }
    var widths = cells[0].indices.map { column in
      cells.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    // Sentences come last in a table and go on under themselves.
    let others = widths.dropLast().reduce(0) { $0 + $1 + 2 }
    let room = max(30, Self.width - others)
    if let last = widths.indices.last { widths[last] = min(widths[last], room) }
    return cells.flatMap { row(of: $0, widths) }
  }

  private func row(of cells: [String], _ widths: [Int]) -> [String] {
    let last = cells.count - 1
    let parts = Self.wrapped(cells[last], columns: max(1, widths[last]))
    let start = cells.dropLast().enumerated().map { Self.pad($1, widths[$0] + 2) }.joined()
    return parts.enumerated().map { index, part in
      (index == 0 ? start : String(repeating: " ", count: start.count)) + part
    }
  }

  private static func cell(_ measure: GridMeasure, line: Int, column: Int) -> String {
    let text = measure.grid.lines[line].figures[column].value.text
    let mark = measure.mark(line: line, column: column, width: 20)
    guard !mark.isEmpty else { return text }
    return measure.grid.columns[column].style == .bar ? pad(mark, 21) + text : "\(mark) \(text)"
  }

  private func notes(of grid: Grid) -> [String] {
    let legend = grid.legend.map { "\($0.mark) \($0.meaning)" }
    let all =
      names(grid) + (legend.isEmpty ? [] : [legend.joined(separator: "; ")]) + grid.notes
      + Report.reasons(grid)
    return all.isEmpty ? [] : [""] + all.flatMap(Self.item)
  }

  // MARK: - Charts

  /// A chart in characters that are all seen.
  static func lines(of chart: Chart, width: Int) -> [String] {
    ChartText(chart, width: width).lines.map { Report.plain($0.map(\.text).joined()) }
  }

  // MARK: - Time lines

  private func chart(_ timeline: Timeline) -> [String] {
    let name = min(28, timeline.lanes.map(\.name.count).max() ?? 0) + 1
    let lanes = TimelineText(timeline, width: Self.width - name)
    var lines = lanes.rulers.map { Self.pad("", name) + $0 }
    for lane in timeline.lanes {
      lines.append(Self.pad(Report.plain(lane.name), name) + lanes.line(of: lane))
    }
    let legend = timeline.legend.map { "\($0.mark) \($0.name)" }.joined(separator: "; ")
    lines += ["", legend] + timeline.notes.flatMap(Self.item)
    for lane in timeline.lanes where !lane.spans.isEmpty {
      lines += ["", Report.plain(lane.name)]
      lines += lane.spans.flatMap { Self.item(Self.sentence($0)) }
    }
    return lines
  }

  /// A span as a sentence: `Croydon 2016, on site, 2016-05-16 to 2016-05-20`.
  static func sentence(_ span: Timeline.Span) -> String {
    let days = span.from == span.to ? "\(span.from)" : "\(span.from) to \(span.to)"
    return [span.name, span.kind.name, days].joined(separator: ", ")
  }

  // MARK: - Evidence

  private var evidence: [String] {
    guard !report.evidence.groups.isEmpty else { return [] }
    var lines = [""] + heading("Evidence: \(report.extent)")
    for group in report.evidence.groups {
      lines += ["", Report.plain(group.title)] + group.sources.map { "  \(Report.plain($0))" }
      for item in group.items {
        let page = item.page.map { ", page \($0)" } ?? ""
        lines += Self.item("\(item.key)\(page): \(item.sentence)")
      }
    }
    return lines
  }

  // MARK: - Lines

  private static func item(_ sentence: String) -> [String] {
    wrapped(sentence, columns: width - 2).enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
  }

  private static func wrapped(_ text: String, columns: Int = width) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in Report.plain(text).split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > columns {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + (line.isEmpty && !lines.isEmpty ? [] : [line])
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func withoutEnd(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
