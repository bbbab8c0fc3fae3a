import InspectionAnalysis
import InspectionModel
import TerminalCore

/// An account as lines of a page: question and answer, the blocks, method and gaps.
struct LaidOutAccount {
  enum Line {
    case text([(String, Role)])
    /// A line of a grid's column headings.
    case head(block: Int, part: Int)
    case row(block: Int, line: Int)
    /// A line of the years or months above lanes.
    case ruler(block: Int, part: Int)
    case lane(block: Int, line: Int)
    /// All that the account stands on.
    case evidence
  }

  /// A figure, by the block it is in, its line there, and its place in that: -1 for the line's
  /// heading.
  struct Place: Hashable {
    var block: Int
    var line: Int
    var column: Int
  }

  let account: Account
  let width: Int
  private(set) var lines: [Line] = []
  /// The lines that hold figures.
  private(set) var stops: [Int] = []
  private(set) var grids: [Int: GridLayout] = [:]
  private(set) var timelines: [Int: (name: Int, text: TimelineText)] = [:]
  private let evidenceWords: String
  /// By block and line there, for those that hold figures.
  private var lineOf: [[Int]: Int] = [:]

  init(_ account: Account, evidence: String, width: Int) {
    (self.account, self.width, evidenceWords) = (account, max(20, width), evidence)
    add(account.question, .heading)
    add(account.answer, .text)
    if !account.behind.isEmpty { add(account.behind, .dim) }
    for (index, block) in account.blocks.enumerated() { add(block, index) }
    if !account.evidence.isEmpty {
      blank()
      addStop(account.blocks.count, 0)
      lines.append(.evidence)
    }
    add("How it was worked out", account.method)
    add("What is not known", account.gaps)
  }

  // MARK: - Making it

  private mutating func add(_ block: Account.Block, _ index: Int) {
    blank()
    switch block {
    case .sentences(let title, let sentences):
      add(title, .heading)
      for sentence in sentences { addItem(sentence) }
    case .grid(let grid):
      add(grid.title, .heading)
      add(grid, index)
    case .timeline(let timeline):
      add(timeline.title, .heading)
      add(timeline, index)
    case .chart(let chart):
      add(chart.title, .heading)
      add(chart)
    }
  }

  private mutating func add(_ grid: Grid, _ index: Int) {
    let layout = GridLayout(grid, width: width)
    grids[index] = layout
    for part in 0..<layout.headHeight { lines.append(.head(block: index, part: part)) }
    for line in grid.lines.indices {
      if !grid.columns.isEmpty || grid.lines[line].subject != nil { addStop(index, line) }
      lines.append(.row(block: index, line: line))
    }
    let legend = grid.legend.map { "\($0.mark) \($0.meaning)" }.joined(separator: "   ")
    if !legend.isEmpty { add(legend, .dim) }
    for note in grid.notes { add(note, .dim) }
  }

  private mutating func add(_ timeline: Timeline, _ index: Int) {
    let names = timeline.lanes.map { Text.columns($0.name) }.max() ?? 0
    let name = 1 + min(names, max(8, width / 4))
    let text = TimelineText(timeline, width: width - name)
    timelines[index] = (name, text)
    for part in text.rulers.indices { lines.append(.ruler(block: index, part: part)) }
    for line in timeline.lanes.indices {
      if !timeline.lanes[line].spans.isEmpty { addStop(index, line) }
      lines.append(.lane(block: index, line: line))
    }
    add(timeline.legend.map { "\($0.mark) \($0.name)" }.joined(separator: "   "), .dim)
    for note in timeline.notes { add(note, .dim) }
  }

  /// Its figures stand in the grid under it, so that nothing stops here.
  private mutating func add(_ chart: Chart) {
    for line in ChartText(chart, width: width).lines {
      lines.append(.text(line.map { ($0.text, Self.role($0.role)) }))
    }
    for note in chart.notes { add(note, .dim) }
  }

  private static func role(_ role: ChartText.Role) -> Role {
    switch role {
    case .name: .text
    case .line: .chart
    case .interval, .axis, .label: .dim
    }
  }

  private mutating func addStop(_ block: Int, _ line: Int) {
    lineOf[[block, line]] = lines.count
    stops.append(lines.count)
  }

  private mutating func blank() { lines.append(.text([])) }

  private mutating func add(_ text: String, _ role: Role) {
    for part in Text.wrap(text, columns: min(width, 110)) {
      lines.append(.text([(String(part), role)]))
    }
  }

  private mutating func add(_ title: String, _ sentences: [String]) {
    guard !sentences.isEmpty else { return }
    blank()
    add(title, .heading)
    for sentence in sentences { addItem(sentence) }
  }

  private mutating func addItem(_ sentence: String) {
    for (index, part) in Text.wrap(sentence, columns: min(width, 110) - 2).enumerated() {
      lines.append(.text([(index == 0 ? "· " : "  ", .dim), (String(part), .text)]))
    }
  }

  // MARK: - Figures

  /// The places of figures on a line, from the left.
  func places(on line: Int) -> [Place] {
    switch lines[line] {
    case .row(let block, let row):
      guard let grid = grids[block]?.grid else { return [] }
      let first = grid.lines[row].subject == nil ? 0 : -1
      return (first..<grid.columns.count).map { Place(block: block, line: row, column: $0) }
    case .lane(let block, let lane):
      guard case .timeline(let timeline) = account.blocks[block] else { return [] }
      return timeline.lanes[lane].spans.indices.map { Place(block: block, line: lane, column: $0) }
    case .evidence: return [Place(block: account.blocks.count, line: 0, column: 0)]
    case .text, .head, .ruler: return []
    }
  }

  /// The line that a figure stands on.
  func line(of place: Place) -> Int? { lineOf[[place.block, place.line]] }

  /// The first figure that stands on a record and no other.
  func place(of record: Row) -> Place? {
    stops.lazy.flatMap(places).first { figure(at: $0)?.basis == [record] }
  }

  /// The first line with figures of the block whose title begins so.
  func firstStop(inBlock title: String) -> Int? {
    let block = account.blocks.firstIndex { block in
      switch block {
      case .grid(let grid): grid.title.hasPrefix(title)
      case .timeline(let timeline): timeline.title.hasPrefix(title)
      case .chart, .sentences: false
      }
    }
    return block.flatMap { lineOf[[$0, 0]] }
  }

  func figure(at place: Place) -> Figure? {
    guard account.blocks.indices.contains(place.block) else {
      return account.evidence.isEmpty
        ? nil : Figure(.count(account.evidence.count), basis: account.evidence)
    }
    switch account.blocks[place.block] {
    case .grid(let grid):
      guard grid.lines.indices.contains(place.line) else { return nil }
      let line = grid.lines[place.line]
      if place.column < 0 {
        return Figure(.phrase(line.heading.name), basis: line.subject.map { [$0] } ?? [])
      }
      return line.figures.indices.contains(place.column) ? line.figures[place.column] : nil
    case .timeline(let timeline):
      guard let span = span(at: place, timeline) else { return nil }
      return Figure(.phrase(span.name), basis: span.basis)
    case .chart, .sentences: return nil
    }
  }

  func span(at place: Place, _ timeline: Timeline) -> Timeline.Span? {
    guard timeline.lanes.indices.contains(place.line),
      timeline.lanes[place.line].spans.indices.contains(place.column)
    else { return nil }
    return timeline.lanes[place.line].spans[place.column]
  }

  /// What a figure says with its headings: `Police, I5 Information sharing: +3 −1`.
  func phrase(at place: Place) -> String {
    guard account.blocks.indices.contains(place.block) else { return evidenceWords }
    switch account.blocks[place.block] {
    case .grid(let grid):
      guard let figure = figure(at: place) else { return "" }
      let line = grid.lines[place.line].heading.name
      guard place.column >= 0 else { return line }
      let column = grid.columns[place.column]
      let meaning: String =
        if case .absent(let absence) = figure.value { figure.value.reason ?? absence.name } else {
          figure.value.text
        }
      let unit = column.unit.map { " " + $0 } ?? ""
      return "\(line), \(column.name): \(meaning)\(figure.value.size == nil ? "" : unit)"
    case .timeline(let timeline):
      guard let span = span(at: place, timeline) else { return "" }
      let days = span.from == span.to ? "\(span.from)" : "\(span.from) to \(span.to)"
      return "\(timeline.lanes[place.line].name): \(span.name), \(span.kind.name), \(days)"
    case .chart, .sentences: return ""
    }
  }

  /// The words of the line that leads to all the evidence.
  var evidenceLine: String { "Evidence: " + evidenceWords }
}
