import InspectionAnalysis
import InspectionModel

/// An account as one table, a figure a row, so that other programs can reckon with it: numbers
/// stand in columns of their own, and what is not known is empty there and named in `note`.
struct TableReport {
  private let report: Report

  init(_ report: Report) { self.report = report }

  static let header = [
    "block", "line", "column", "unit", "kind", "text", "value", "of", "low", "high", "strengths",
    "shortfalls", "from", "to", "n", "note",
  ]

  var csv: String {
    let account = report.account
    var rows = [
      Row("Account", "question", text: account.question),
      Row("Account", "answer", text: account.answer),
    ]
    if !account.behind.isEmpty { rows.append(Row("Account", "behind", text: account.behind)) }
    for block in account.blocks { rows += self.rows(block) }
    for group in report.evidence.groups {
      rows += group.items.map { item in
        var row = Row("Evidence", group.title, text: item.sentence)
        (row.column, row.note) = (item.key, group.sources.joined(separator: " "))
        row.value = item.page.map(String.init) ?? ""
        row.unit = item.page == nil ? "" : "page"
        return row
      }
    }
    rows += account.method.map { Row("Method", text: $0) }
    rows += account.gaps.map { Row("Not known", text: $0) }
    return CSV.text(
      header: Self.header, rows: rows.map { $0.cells.map(Report.plain) })
  }

  private func rows(_ block: Account.Block) -> [Row] {
    switch block {
    case .sentences(let title, let sentences): sentences.map { Row(title, text: $0) }
    case .grid(let grid):
      grid.lines.flatMap { line in
        zip(grid.columns, line.figures).map { column, figure in
          var row = Row(grid.title, line.heading.name, text: figure.value.text)
          (row.column, row.unit) = (column.name, column.unit ?? "")
          row.add(figure)
          return row
        }
      } + grid.notes.map { Row(grid.title, "note", text: $0) }
    case .timeline(let timeline):
      timeline.lanes.flatMap { lane in
        lane.spans.map { span in
          var row = Row(timeline.title, lane.name, text: span.name)
          (row.kind, row.from, row.to) = (span.kind.name, "\(span.from)", "\(span.to)")
          row.n = String(span.basis.count)
          return row
        }
      } + timeline.notes.map { Row(timeline.title, "note", text: $0) }
    case .chart(let chart):
      chart.series.flatMap { series in
        zip(chart.labels, series.points).compactMap { label, point in
          point.map { Row(chart.title, series.name, at: label, $0) }
        }
      } + chart.notes.map { Row(chart.title, "note", text: $0) }
    }
  }

  private struct Row {
    var (block, line, column, unit, kind) = ("", "", "", "", "")
    var (text, value, of, low, high) = ("", "", "", "", "")
    var (strengths, shortfalls, from, to, n, note) = ("", "", "", "", "", "")

    init(_ block: String, _ line: String = "", text: String) {
      (self.block, self.line, self.text) = (block, line, text)
    }

    /// A point of a chart, its interval as shares from 0 to 1.
    init(_ block: String, _ series: String, at label: String, _ point: Chart.Point) {
      self.init(block, series, text: point.phrase)
      (column, kind) = (label, "share")
      (value, of) = (String(point.share.part), String(point.share.whole))
      low = point.interval.map { NumberText.plain($0.low, 3) } ?? ""
      high = point.interval.map { NumberText.plain($0.high, 3) } ?? ""
      n = String(point.basis.count)
    }

    var cells: [String] {
      [
        block, line, column, unit, kind, text, value, of, low, high, strengths, shortfalls, from,
        to, n, note,
      ]
    }

    mutating func add(_ figure: Figure) {
      n = figure.basis.isEmpty ? "" : String(figure.basis.count)
      kind = figure.value.kind
      switch figure.value {
      case .count(let count): value = String(count)
      case .share(let part, let whole): (value, of) = (String(part), String(whole))
      case .measure(let number, let digits): value = NumberText.plain(number, digits)
      case .range(let low, let mid, let high):
        value = NumberText.plain(mid, 2)
        (self.low, self.high) = (NumberText.plain(low, 2), NumberText.plain(high, 2))
      case .split(let strengths, let shortfalls):
        (self.strengths, self.shortfalls) = (String(strengths), String(shortfalls))
      case .day(let day): from = day.description
      case .phrase: break
      case .absent(let absence): note = figure.value.reason ?? absence.name
      }
    }
  }
}

/// Numbers as other programs read them: with a hyphen for a minus, and nothing where there is none.
enum NumberText {
  static func plain(_ number: Double, _ digits: Int) -> String {
    guard number.isFinite else { return "" }
    return Figure.Value.fixed(number, digits).replacing("−", with: "-")
  }
}

extension Figure.Value {
  /// What kind of value it is, for programs.
  var kind: String {
    switch self {
    case .count: "count"
    case .share: "share"
    case .measure: "measure"
    case .range: "range"
    case .split: "split"
    case .day: "day"
    case .phrase: "words"
    case .absent(let absence):
      switch absence {
      case .notCoded: "not-coded"
      case .nothingRecorded: "nothing-recorded"
      case .namedOnly: "named-only"
      case .outOfScope: "out-of-scope"
      case .unknown: "unknown"
      }
    }
  }
}
