import InspectionAnalysis
import TerminalCore

/// Where the columns of a grid stand in a window: headings of lines on the left stay, the rest
/// scrolls under the cursor.
struct GridLayout {
  let grid: Grid
  /// Columns of the terminal that headings of lines take, with a blank after them.
  let headingWidth: Int
  let widths: [Int]
  /// How each column is called here, in one line or broken over several.
  private let names: [[String]]
  private let measure: GridMeasure
  private let width: Int
  /// Whether shades and signs stand close together, so that all of a wide matrix is seen.
  private let isTight: Bool

  /// The widest a column of words may be, unless it is the last.
  private static let widestPhrase = 40
  private static let barWidth = 16

  init(_ grid: Grid, width: Int) {
    (self.grid, self.width) = (grid, width)
    let headings = [grid.corner] + grid.lines.map(\.heading.name)
    headingWidth = 1 + min(max(12, width / 3), headings.map { Text.columns($0) }.max() ?? 0)
    measure = GridMeasure(grid)
    let room = width - headingWidth
    func cells(tight: Bool) -> [Int] {
      grid.columns.indices.map { column in
        let style = grid.columns[column].style
        return grid.lines.map { Self.columns(of: $0.figures[column], style, tight: tight) }.max()
          ?? 0
      }
    }
    let loose = cells(tight: false)
    let names = Self.names(of: grid, loose, room: room)
    let widest = max(Self.widestPhrase, room)
    func widths(_ cells: [Int], gap: Int) -> [Int] {
      zip(names, cells).enumerated().map { index, column in
        // Figures end at the right of their column, and shades before them may, too.
        let isAfterShades =
          index > 0 && grid.columns[index].style == .plain && grid.columns[index - 1].style == .heat
        let wanted =
          max(column.0.map { Text.columns($0) }.max() ?? 0, column.1)
          + (isAfterShades ? max(2, gap) : gap)
        return min(wanted, index == grid.columns.count - 1 ? widest : Self.widestPhrase)
      }
    }
    let (wide, close) = (widths(loose, gap: 2), widths(cells(tight: true), gap: 1))
    isTight = wide.reduce(0, +) > room && close.reduce(0, +) <= room
    (self.names, self.widths) = (names, isTight ? close : wide)
  }

  /// Whole names in a line where there is room, else broken over two or three, else short ones.
  private static func names(of grid: Grid, _ cells: [Int], room: Int) -> [[String]] {
    func fits(_ names: [[String]]) -> Bool {
      zip(names, cells).reduce(0) { sum, column in
        sum + max(column.0.map { Text.columns($0) }.max() ?? 0, column.1) + 2
      } <= room
    }
    let whole = grid.columns.map { [$0.name] }
    if fits(whole) { return whole }
    let broken = zip(grid.columns, cells).map { column, cell in
      let longest = column.name.split(separator: " ").map { Text.columns($0) }.max() ?? 0
      return Text.wrap(column.name, columns: max(cell, longest, 1)).map(String.init)
    }
    if broken.allSatisfy({ $0.count <= 3 }), fits(broken) { return broken }
    return grid.columns.map { [$0.short] }
  }

  /// The lines that stand above: names, and units where there are any.
  var headHeight: Int { nameHeight + (grid.columns.contains { $0.unit != nil } ? 1 : 0) }

  /// The lines that names take.
  var nameHeight: Int { names.map(\.count).max() ?? 1 }

  /// What stands above a column in one of these lines, from 0: its name at the bottom, then its
  /// unit.
  func head(_ part: Int, of column: Int) -> String {
    if part >= nameHeight { return grid.columns[column].unit ?? "" }
    let line = part - (nameHeight - names[column].count)
    return line < 0 ? "" : names[column][line]
  }

  /// The first column to show so that one is in the window, from the one that was first.
  func left(showing column: Int, from left: Int) -> Int {
    guard column >= 0, !widths.isEmpty else { return max(0, min(left, widths.count - 1)) }
    var left = min(left, column)
    while left < column, widths[left...column].reduce(headingWidth, +) > width { left += 1 }
    // A window that grew shows as much as fits.
    while left > 0, widths[(left - 1)...].reduce(headingWidth, +) <= width { left -= 1 }
    return left
  }

  /// The columns that are shown from a first one on, each with where it starts and how wide it is.
  func shown(from left: Int) -> [(column: Int, x: Int, width: Int)] {
    var x = headingWidth
    var shown: [(column: Int, x: Int, width: Int)] = []
    for column in widths.indices.dropFirst(max(0, left)) where x < width {
      let taken = min(widths[column], width - x)
      // Half a number would be another number.
      if taken < widths[column], !shown.isEmpty, !isPhrase(column) { break }
      shown.append((column, x, taken))
      x += widths[column]
    }
    return shown
  }

  private func isPhrase(_ column: Int) -> Bool {
    grid.lines.contains { if case .phrase = $0.figures[column].value { true } else { false } }
  }

  // MARK: - Cells

  private static func columns(
    of figure: Figure, _ style: Grid.Heading.Style, tight: Bool
  ) -> Int {
    let text = pieces(figure.value, tight: tight).reduce(0) { $0 + Text.columns($1.0) }
    switch style {
    case .plain: return text
    case .heat: return text + (tight ? 1 : 2)
    case .bar: return text + barWidth + 1
    }
  }

  /// What a cell shows, piece by piece; a shade and a bar say by their shape how much it is.
  func pieces(line: Int, column: Int) -> [(String, Role)] {
    let figure = grid.lines[line].figures[column]
    let value = Self.pieces(figure.value, tight: isTight)
    let mark = measure.mark(line: line, column: column, width: Self.barWidth)
    switch grid.columns[column].style {
    case .plain: return value
    case .heat: return mark.isEmpty ? value : [(mark + (isTight ? "" : " "), .chart)] + value
    case .bar:
      let padding = String(repeating: " ", count: Self.barWidth + 1 - Text.columns(mark))
      return [(mark + padding, .chart)] + value
    }
  }

  private static func pieces(_ value: Figure.Value, tight: Bool) -> [(String, Role)] {
    switch value {
    case .split(let strengths, let shortfalls):
      let plus = strengths > 0 ? [("+\(strengths)", Role.strength)] : []
      let minus = shortfalls > 0 ? [("−\(shortfalls)", Role.shortfall)] : []
      return plus + (tight || plus.isEmpty || minus.isEmpty ? [] : [(" ", .text)]) + minus
    case .absent: return [(value.text, .dim)]
    case .count, .share, .measure, .range, .day, .phrase: return [(value.text, .text)]
    }
  }

  /// Whether a cell stands on the left of its column, as words do.
  func isOnLeft(line: Int, column: Int) -> Bool {
    if case .phrase = grid.lines[line].figures[column].value { return true }
    return grid.columns[column].style != .plain
  }
}
