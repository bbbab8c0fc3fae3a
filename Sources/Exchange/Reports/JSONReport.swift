import InspectionAnalysis
import InspectionModel

/// An account as JSON: the same parts in the same order, each figure with its kind, its numbers and the keys of the records
/// it stands on. What is not known has no number.
struct JSONReport {
  private let report: Report

  init(_ report: Report) { self.report = report }

  var text: String {
    // None of the values below can fail to be encoded.
    (try? JSON.text(JSONAccount(report: report))) ?? "{}\n"
  }
}

private struct JSONAccount: Encodable {
  let report: Report

  private enum Key: CodingKey {
    case title, question, answer, blocks, evidence, method, gaps
  }

  func encode(to encoder: any Encoder) throws {
    let account = report.account
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(account.title, forKey: .title)
    try object.encode(account.question, forKey: .question)
    try object.encode(account.answer, forKey: .answer)
    try object.encode(
      account.blocks.map { JSONBlock(block: $0, register: report.register) }, forKey: .blocks)
    try object.encode(report.evidence.groups.map { JSONGroup(group: $0) }, forKey: .evidence)
    try object.encode(account.method, forKey: .method)
    try object.encode(account.gaps, forKey: .gaps)
  }
}

private struct JSONBlock: Encodable {
  let block: Account.Block
  let register: Register

  private enum Key: CodingKey {
    case type, title, corner, columns, lines, notes, sentences, from, to, lanes
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    switch block {
    case .words(let title, let sentences):
      try object.encode("words", forKey: .type)
      try object.encode(title, forKey: .title)
      try object.encode(sentences, forKey: .sentences)
    case .grid(let grid):
      try object.encode("grid", forKey: .type)
      try object.encode(grid.title, forKey: .title)
      try object.encode(grid.corner, forKey: .corner)
      try object.encode(
        grid.columns.map { JSONColumn(name: $0.name, short: $0.short, unit: $0.unit) },
        forKey: .columns)
      try object.encode(
        grid.lines.map { JSONLine(line: $0, register: register) }, forKey: .lines)
      try object.encode(grid.notes, forKey: .notes)
    case .timeline(let timeline):
      try object.encode("timeline", forKey: .type)
      try object.encode(timeline.title, forKey: .title)
      try object.encode("\(timeline.from)", forKey: .from)
      try object.encode("\(timeline.to)", forKey: .to)
      try object.encode(
        timeline.lanes.map { JSONLane(lane: $0, register: register) }, forKey: .lanes)
      try object.encode(timeline.notes, forKey: .notes)
    }
  }
}

private struct JSONColumn: Encodable {
  let name: String
  let short: String
  let unit: String?
}

private struct JSONLine: Encodable {
  let line: Grid.Line
  let register: Register

  private enum Key: CodingKey { case name, key, figures }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(line.heading.name, forKey: .name)
    try object.encodeIfPresent(line.subject.map { register[$0].key }, forKey: .key)
    try object.encode(
      line.figures.map { JSONFigure(figure: $0, register: register) }, forKey: .figures)
  }
}

private struct JSONFigure: Encodable {
  let figure: Figure
  let register: Register

  private enum Key: CodingKey {
    case kind, value, of, low, high, strengths, shortfalls, text, reason, n, basis
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(figure.value.kind, forKey: .kind)
    switch figure.value {
    case .count(let count): try object.encode(count, forKey: .value)
    case .share(let part, let whole):
      try object.encode(part, forKey: .value)
      try object.encode(whole, forKey: .of)
    case .measure(let number, _): try object.encode(number, forKey: .value)
    case .range(let low, let mid, let high):
      try object.encode(mid, forKey: .value)
      try object.encode(low, forKey: .low)
      try object.encode(high, forKey: .high)
    case .split(let strengths, let shortfalls):
      try object.encode(strengths, forKey: .strengths)
      try object.encode(shortfalls, forKey: .shortfalls)
    case .day, .words, .absent: break
    }
    try object.encode(figure.value.text, forKey: .text)
    try object.encodeIfPresent(figure.value.reason, forKey: .reason)
    if !figure.basis.isEmpty {
      try object.encode(figure.basis.count, forKey: .n)
      try object.encode(figure.basis.map { register[$0].key }, forKey: .basis)
    }
  }
}

private struct JSONLane: Encodable {
  let lane: Timeline.Lane
  let register: Register

  private enum Key: CodingKey { case name, spans }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(lane.name, forKey: .name)
    try object.encode(
      lane.spans.map { span in
        JSONSpan(
          name: span.name, kind: span.kind.name, from: "\(span.from)", to: "\(span.to)",
          basis: span.basis.map { register[$0].key })
      }, forKey: .spans)
  }
}

private struct JSONSpan: Encodable {
  let name: String
  let kind: String
  let from: String
  let to: String
  let basis: [String]
}

private struct JSONGroup: Encodable {
  let group: Evidence.Group

  private enum Key: CodingKey { case title, sources, items }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(group.title, forKey: .title)
    try object.encode(group.sources, forKey: .sources)
    try object.encode(
      group.items.map {
        JSONItem(
          type: $0.row.type.name, key: $0.key, page: $0.page, words: $0.words)
      }, forKey: .items)
  }
}

private struct JSONItem: Encodable {
  let type: String
  let key: String
  let page: Int?
  let words: String
}
