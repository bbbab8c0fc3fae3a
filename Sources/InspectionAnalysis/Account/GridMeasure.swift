/// How long the bars and how dark the shades of a grid are; measured once a grid, O(figures).
public struct GridMeasure: Sendable {
  public let grid: Grid
  /// The largest size in each column, by which its bars and shades are measured; shades by the
  /// largest of all of them.
  private let most: [Double]

  public init(_ grid: Grid) {
    self.grid = grid
    let largest = grid.columns.indices.map { column in
      grid.lines.reduce(0.0) { max($0, $1.figures[column].value.size ?? 0) }
    }
    let heat = zip(grid.columns, largest).filter { $0.0.style == .heat }.map(\.1).max() ?? 0
    most = grid.columns.indices.map { column in
      // A share is measured by its whole, and so is a measure of one.
      let isShare = grid.lines.contains { line in
        switch line.figures[column].value {
        case .share, .measure: largest[column] <= 1
        case .count, .range, .split, .day, .phrase, .absent: false
        }
      }
      return grid.columns[column].style == .heat ? heat : isShare ? 1 : largest[column]
    }
  }

  /// How much of the largest a figure is, from 0 to 1.
  public func share(line: Int, column: Int) -> Double {
    guard most[column] > 0, let size = grid.lines[line].figures[column].value.size else { return 0 }
    return min(1, size / most[column])
  }

  /// How dark a heat cell is, from 0 for nothing to 8 for the most.
  public func shade(line: Int, column: Int) -> Int {
    let share = share(line: line, column: column)
    return share > 0 ? max(1, Int((share * 8).rounded())) : 0
  }

  /// What stands before a figure's text where its column asks for a shade or a bar of so many
  /// columns: nothing, where there is nothing to show.
  public func mark(line: Int, column: Int, width: Int) -> String {
    switch grid.columns[column].style {
    case .plain: return ""
    case .heat:
      let shade = shade(line: line, column: column)
      return shade == 0 ? "" : String(TextBar.level(shade))
    case .bar: return TextBar.bar(share(line: line, column: column), width: width)
    }
  }
}
