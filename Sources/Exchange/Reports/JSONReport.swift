import InspectionAnalysis
import InspectionModel

/// An account as JSON: the same parts in the same order, each figure with its kind, its numbers and
/// the keys of the records it stands on. What is not known has no number.
struct JSONReport {
  private let report: Report

  init(_ report: Report) { self.report = report }

  var json: JSON {
    let account = report.account
    return [
      "title": .string(account.title), "question": .string(account.question),
      "answer": .string(account.answer), "behind": .string(account.behind),
      "blocks": .array(account.blocks.map(block)),
      "evidence": .array(report.evidence.groups.map(group)), "method": .strings(account.method),
      "gaps": .strings(account.gaps),
    ]
  }

  private func block(_ block: Account.Block) -> JSON {
    switch block {
    case .sentences(let title, let sentences):
      ["type": .string("words"), "title": .string(title), "sentences": .strings(sentences)]
    case .grid(let grid):
      [
        "type": .string("grid"), "title": .string(grid.title), "corner": .string(grid.corner),
        "columns": .array(grid.columns.map(column)), "lines": .array(grid.lines.map(line)),
        "notes": .strings(grid.notes),
      ]
    case .timeline(let timeline):
      [
        "type": .string("timeline"), "title": .string(timeline.title),
        "from": .string("\(timeline.from)"), "to": .string("\(timeline.to)"),
        "lanes": .array(timeline.lanes.map(lane)), "notes": .strings(timeline.notes),
      ]
    case .chart(let chart):
      [
        "type": .string("chart"), "title": .string(chart.title),
        "labels": .strings(chart.labels), "series": .array(chart.series.map(series)),
        "notes": .strings(chart.notes),
      ]
    }
  }

  // MARK: - Grids

  private func column(_ heading: Grid.Heading) -> JSON {
    [
      "name": .string(heading.name), "short": .string(heading.short),
      "unit": heading.unit.map(JSON.string),
    ]
  }

  private func line(_ line: Grid.Line) -> JSON {
    [
      "name": .string(line.heading.name), "key": line.subject.map { .string(key($0)) },
      "figures": .array(line.figures.map(figure)),
    ]
  }

  private func figure(_ figure: Figure) -> JSON {
    let basis = figure.basis
    let stands: [(String, JSON)] =
      basis.isEmpty ? [] : [("n", .integer(basis.count)), ("basis", .strings(basis.map(key)))]
    let reason = figure.value.reason.map { [("reason", JSON.string($0))] } ?? []
    return .object(
      [("kind", .string(figure.value.kind))] + numbers(figure.value)
        + [("text", .string(figure.value.text))] + reason + stands)
  }

  private func numbers(_ value: Figure.Value) -> [(String, JSON)] {
    switch value {
    case .count(let count): [("value", .integer(count))]
    case .share(let part, let whole): [("value", .integer(part)), ("of", .integer(whole))]
    case .measure(let number, _): [("value", .number(number))]
    case .range(let low, let mid, let high):
      [("value", .number(mid)), ("low", .number(low)), ("high", .number(high))]
    case .split(let strengths, let shortfalls):
      [("strengths", .integer(strengths)), ("shortfalls", .integer(shortfalls))]
    case .day, .phrase, .absent: []
    }
  }

  // MARK: - Time lines

  private func lane(_ lane: Timeline.Lane) -> JSON {
    ["name": .string(lane.name), "spans": .array(lane.spans.map(span))]
  }

  private func span(_ span: Timeline.Span) -> JSON {
    [
      "name": .string(span.name), "kind": .string(span.kind.name),
      "from": .string("\(span.from)"), "to": .string("\(span.to)"),
      "basis": .strings(span.basis.map(key)),
    ]
  }

  // MARK: - Charts

  private func series(_ series: Chart.Series) -> JSON {
    [
      "name": .string(series.name),
      "points": .array(series.points.map { $0.map(point) ?? .null }),
    ]
  }

  private func point(_ point: Chart.Point) -> JSON {
    [
      "share": .number(point.value), "value": .integer(point.share.part),
      "of": .integer(point.share.whole), "low": point.interval.map { .number($0.low) },
      "high": point.interval.map { .number($0.high) }, "text": .string(point.phrase),
      "basis": .strings(point.basis.map(key)),
    ]
  }

  // MARK: - Evidence

  private func group(_ group: Evidence.Group) -> JSON {
    [
      "title": .string(group.title), "sources": .strings(group.sources),
      "items": .array(group.items.map(item)),
    ]
  }

  private func item(_ item: Evidence.Item) -> JSON {
    [
      "type": .string(item.row.type.name), "key": .string(item.key),
      "page": item.page.map(JSON.integer), "words": .string(item.sentence),
    ]
  }

  private func key(_ row: Row) -> String { report.register[row].key }
}
