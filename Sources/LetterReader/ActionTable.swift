import InspectionOperations

/// The rows of a table of one column, which no gap parts.
///
/// A row ends with a sentence, and the next word would have fitted on the line, or the next row
/// begins with the same words as the first.
enum ActionRows {
  static func rows(of lines: [Line]) -> [[Line]] {
    let shape = Paragraphs(lines.filter { $0.bullet == nil })
    let opening = lines.first.map(Self.opening) ?? []
    var rows: [[Line]] = []
    for line in lines {
      guard let last = rows.last?.last else {
        rows.append([line])
        continue
      }
      let isNew =
        line.bullet == nil && !isListed(last, line)
        && (shape.isBreak(after: last, before: line)
          || last.text.endsSentence && Self.opening(line) == opening)
      if isNew { rows.append([line]) } else { rows[rows.count - 1].append(line) }
    }
    return rows
  }

  private static func opening(_ line: Line) -> [String] { line.text.words.prefix(3).map(\.key) }

  /// Whether a line goes on with the bullet above it.
  private static func isListed(_ last: Line, _ line: Line) -> Bool {
    last.bullet != nil && line.indent > last.indent && !last.text.endsSentence
  }
}

/// A table of two columns: who is responsible, and what they must do.
///
/// The columns of a page are found from where its lines begin again after a gap. A row begins where
/// the left cell begins anew: page breaks cut rows inside a sentence, a list or the left cell.
struct ActionTable {
  struct Row {
    var bodies = ""
    /// Each action of the row, as lines.
    var actions: [[Line]] = []
  }

  private(set) var rows: [Row] = []
  private var left: [String] = []
  private var right: [Line] = []
  private var wasLeft = false

  init(_ lines: [Line]) {
    let pages = Dictionary(grouping: lines) { $0.place.page }
    var column: Int?
    for page in pages.keys.sorted() {
      let lines = pages[page] ?? []
      // A page that shows no column of its own goes on in that of the page before.
      column = Self.column(of: lines) ?? column
      for line in lines { add(line, column ?? 0) }
    }
    close()
    if !rows.contains(where: { !$0.bodies.isEmpty }) { rows = [] }
  }

  /// Where the right column of a page begins: where most lines do.
  private static func column(of lines: [Line]) -> Int? {
    var counts: [Int: Int] = [:]
    for line in lines {
      let cells = line.cells
      if cells.count >= 2, cells[1].column > 10, !cells[0].text.isGlyph {
        counts[cells[1].column, default: 0] += 3
      }
      if cells.count >= 1, cells[0].column > 14 { counts[cells[0].column, default: 0] += 1 }
    }
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }

  private mutating func add(_ line: Line, _ column: Int) {
    let parts = line.split(at: column) ?? Self.apart(line, column)
    if parts.left.isTableHead, parts.right.isTableHead || parts.right.isEmpty { return }
    var line = line
    line.text = parts.right.collapsed
    if !parts.left.isEmpty, beginsRow(parts.left, line) { close() }
    if !parts.left.isEmpty { left.append(parts.left.collapsed) }
    wasLeft = !parts.left.isEmpty
    if !line.text.isEmpty { right.append(line) }
  }

  /// The parts of a line that a word of the left cell runs over the column of.
  private static func apart(_ line: Line, _ column: Int) -> (left: String, right: String) {
    let cells = line.cells
    if cells.count >= 2 {
      return (cells[0].text, cells.dropFirst().map(\.text).joined(separator: " "))
    }
    return line.indent + 6 >= column ? ("", line.text) : (line.text, "")
  }

  private func beginsRow(_ text: String, _ line: Line) -> Bool {
    guard let last = right.last else { return !left.isEmpty && isWhole }
    guard last.text.endsSentence,
      line.text.isEmpty || line.text.startsWithCapital
        || NumberedLine(line) != nil
    else { return false }
    return !wasLeft || isWhole
  }

  /// Whether the left cell so far ends as a body's name does.
  private var isWhole: Bool {
    guard let last = left.last?.words.last?.key else { return false }
    return ["council", "icb", "board", "partnership", "authority", "trust", "partners", "leaders"]
      .contains(last)
  }

  private mutating func close() {
    defer { (left, right) = ([], []) }
    guard !right.isEmpty else { return }
    var row = Row(bodies: left.joined(separator: " "))
    for line in right {
      if row.actions.isEmpty
        || NumberedLine(line).map({ $0.number == row.actions.count + 1 }) == true
      {
        row.actions.append([line])
      } else {
        row.actions[row.actions.count - 1].append(line)
      }
    }
    // A row whose left cell is on the page before.
    if row.bodies.isEmpty, let last = rows.last { row.bodies = last.bodies }
    rows.append(row)
  }
}

extension String {
  /// Whether it is the head of a table's column.
  fileprivate var isTableHead: Bool {
    let keys = words.map(\.key)
    return keys.starts(with: ["responsible", "body"])
      || keys.starts(with: ["responsible", "bodies"])
      || keys == ["areas", "for", "priority", "action"]
      || keys == ["area", "for", "priority", "action"]
      || keys == ["responsible"] || keys == ["body"] || keys == ["bodies"]
  }

  fileprivate var collapsed: String { split(separator: " ").joined(separator: " ") }

  fileprivate var isGlyph: Bool { bullet?.rest.isEmpty ?? false }
}
