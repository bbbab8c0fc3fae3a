/// A chart in characters: for each series a line of braille with its intervals, and under it label,
/// share, interval and number of every point. A chart too wide goes on below.
public struct ChartText: Sendable {
  /// What a piece of a line is, to be coloured; all of it reads without.
  public enum Role: Hashable, Sendable {
    case name
    case line
    case interval
    case axis
    case label
  }

  public struct Piece: Hashable, Sendable {
    public var text: String
    public let role: Role
  }

  private let chart: Chart
  private let width: Int
  /// Columns of the axis, and those that fall to a point.
  private static let axis = 6
  private let slot: Int

  /// - Parameter width: columns, of which no line takes more.
  public init(_ chart: Chart, width: Int) {
    (self.chart, self.width) = (chart, max(1, width))
    let longest = chart.labels.map(\.count).max() ?? 0
    slot = max(1, min(self.width - Self.axis, max(9, min(16, longest + 1))))
  }

  /// In pieces, from the left. O(series · points · columns of a point).
  public var lines: [[Piece]] {
    let most = max(1, (width - Self.axis) / slot)
    let starts = stride(from: 0, to: chart.labels.count, by: most)
    let all = chart.series.enumerated().flatMap { index, series in
      (index == 0 ? [] : [[]]) + [[Piece(text: series.name, role: .name)]]
        + starts.flatMap { start in
          band(series, start..<min(start + most, chart.labels.count))
        }
    }
    return all.map(fit)
  }

  /// Some points of a series that stand beside one another.
  private func band(_ series: Chart.Series, _ range: Range<Int>) -> [[Piece]] {
    let points = Array(series.points[range])
    func row(_ role: Role, _ text: (Chart.Point) -> String) -> [Piece] {
      under(points.map { $0.map(text) ?? "" }, role)
    }
    let plot = ChartPlot(points, slot: slot, isJoined: chart.isJoined)
    let drawn = plot.rows.enumerated().map { row, pieces in
      [Piece(text: Self.mark(ofRow: row), role: .axis)] + pieces
    }
    return drawn + labels(Array(chart.labels[range])) + [
      row(.line) { $0.share.percent ?? "" },
      row(.interval) { $0.interval.map { Percent.text($0) } ?? "" },
      row(.label) { "n \($0.share.whole)" },
    ]
  }

  private static func mark(ofRow row: Int) -> String {
    switch row {
    case 0: "100 %│"
    case ChartPlot.height / 2: " 50 %│"
    case ChartPlot.height - 1: "  0 %│"
    default: "     │"
    }
  }

  /// Labels broken into lines of a slot each.
  private func labels(_ labels: [String]) -> [[Piece]] {
    let parts = labels.map { wrapped($0) }
    let height = parts.map(\.count).max() ?? 0
    return (0..<height).map { line in
      under(parts.map { line < $0.count ? $0[line] : "" }, .label)
    }
  }

  private func wrapped(_ label: String) -> [String] {
    var lines: [String] = []
    for word in label.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count < slot {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// Each in the middle of its slot.
  private func under(_ texts: [String], _ role: Role) -> [Piece] {
    let cells = texts.map { text in
      let shown = text.count < slot || slot == 1 ? text : text.prefix(slot - 2) + "…"
      let before = max(0, (slot - shown.count + 1) / 2)
      let after = max(0, slot - shown.count - before)
      return String(repeating: " ", count: before) + shown + String(repeating: " ", count: after)
    }
    return [Piece(text: String(repeating: " ", count: Self.axis) + cells.joined(), role: role)]
  }

  /// No more than there is room for, and no blanks at the end.
  private func fit(_ line: [Piece]) -> [Piece] {
    var room = width
    var line = line.map { piece in
      defer { room = max(0, room - piece.text.count) }
      return Piece(text: String(piece.text.prefix(room)), role: piece.role)
    }
    while let last = line.last {
      let text = last.text.reversed().drop { $0 == " " }.reversed()
      line[line.count - 1].text = String(text)
      if !text.isEmpty { break }
      line.removeLast()
    }
    return line
  }
}

/// The lines of one series between its axis and its labels, drawn in dots of braille.
struct ChartPlot {
  /// Lines of characters: four dots each.
  static let height = 5
  private static let tall = height * 4

  private let points: [Chart.Point?]
  private let slot: Int
  /// By row of dots, then column.
  private var line: [[Bool]]
  private var intervals: [[Bool]]

  init(_ points: [Chart.Point?], slot: Int, isJoined: Bool) {
    (self.points, self.slot) = (points, slot)
    let empty = [Bool](repeating: false, count: points.count * slot * 2)
    line = Array(repeating: empty, count: Self.tall)
    intervals = line
    for (index, point) in points.enumerated() {
      guard let point else { continue }
      if let span = point.interval {
        for y in Self.dot(span.high)...Self.dot(span.low) { intervals[y][x(index)] = true }
      }
      if isJoined, index > 0, let before = points[index - 1] {
        draw(from: (x(index - 1), Self.dot(before.value)), to: (x(index), Self.dot(point.value)))
      }
    }
  }

  /// The column of dots of a point.
  private func x(_ index: Int) -> Int { (index * slot + slot / 2) * 2 }

  /// The row of dots of a share, from the top.
  private static func dot(_ share: Double) -> Int {
    let place = (1 - max(0, min(1, share))) * Double(tall - 1)
    return Int(place.rounded())
  }

  private mutating func draw(from a: (x: Int, y: Int), to b: (x: Int, y: Int)) {
    let steps = max(abs(b.x - a.x), abs(b.y - a.y), 1)
    for step in 0...steps {
      let part = Double(step) / Double(steps)
      let y = Double(a.y) + Double(b.y - a.y) * part
      line[Int(y.rounded())][a.x + Int((Double(b.x - a.x) * part).rounded())] = true
    }
  }

  var rows: [[ChartText.Piece]] {
    (0..<Self.height).map { row in
      var pieces: [ChartText.Piece] = []
      for column in 0..<points.count * slot {
        let (mark, role) = cell(row, column)
        if pieces.last?.role == role {
          pieces[pieces.count - 1].text.append(mark)
        } else {
          pieces.append(.init(text: String(mark), role: role))
        }
      }
      return pieces
    }
  }

  private func cell(_ row: Int, _ column: Int) -> (Character, ChartText.Role) {
    if column % slot == slot / 2, let point = points[column / slot],
      Self.dot(point.value) / 4 == row
    {
      return ("●", .line)
    }
    let (mine, theirs) = (bits(line, row, column), bits(intervals, row, column))
    guard mine | theirs > 0 else { return (" ", .axis) }
    let scalar = Unicode.Scalar(0x2800 + UInt32(mine | theirs)) ?? " "
    return (Character(scalar), mine > 0 ? .line : .interval)
  }

  /// The dots of a character as braille numbers them.
  private func bits(_ dots: [[Bool]], _ row: Int, _ column: Int) -> UInt8 {
    let weights: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    var bits: UInt8 = 0
    for (y, pair) in weights.enumerated() {
      for (x, weight) in pair.enumerated() where dots[row * 4 + y][column * 2 + x] {
        bits |= weight
      }
    }
    return bits
  }
}
