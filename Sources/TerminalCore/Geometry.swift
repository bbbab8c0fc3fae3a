/// How large a terminal or a canvas is, in cells. Never negative.
public struct Size: Hashable, Sendable {
  /// Cells across.
  public var columns: Int
  /// Cells down.
  public var rows: Int

  /// A size; anything below nought counts as nought.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A part of a canvas, in cells, with its origin at the top left.
///
/// Every operation gives a rectangle inside the one it was asked of, with a width and a height of
/// nought or more, so that a layout needs no special case for a small window.
public struct Rect: Hashable, Sendable {
  /// The first column.
  public var x: Int
  /// The first row.
  public var y: Int
  /// Cells across; nought or more.
  public var width: Int
  /// Cells down; nought or more.
  public var height: Int

  /// A rectangle; a width or height below nought counts as nought.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The whole of a canvas of this size.
  public init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.columns, height: size.rows)
  }

  /// Whether there is no cell in it.
  public var isEmpty: Bool { width == 0 || height == 0 }

  /// The column after the last one.
  public var right: Int { x + width }

  /// The row after the last one.
  public var bottom: Int { y + height }

  /// The columns it covers.
  public var columns: Range<Int> { x..<right }

  /// The rows it covers.
  public var rows: Range<Int> { y..<bottom }

  /// Whether a cell lies in it.
  public func contains(x: Int, y: Int) -> Bool {
    columns.contains(x) && rows.contains(y)
  }

  /// One row of it, counted from its own top; empty where there is no such row.
  public func row(_ index: Int) -> Rect {
    let inside = index >= 0 && index < height
    return Rect(
      x: x, y: y + min(max(0, index), height), width: width, height: inside ? 1 : 0)
  }

  /// What is left after taking a margin off each side; the sides win from the left and the top.
  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    let left = min(max(0, left), width)
    let top = min(max(0, top), height)
    return Rect(
      x: x + left, y: y + top,
      width: width - left - max(0, right), height: height - top - max(0, bottom))
  }

  /// The first columns, as many as asked for and there are, and the rest.
  public func split(columns: Int) -> (Rect, Rect) {
    let first = min(max(0, columns), width)
    return (inset(right: width - first), inset(left: first))
  }

  /// The first rows, as many as asked for and there are, and the rest.
  public func split(rows: Int) -> (Rect, Rect) {
    let first = min(max(0, rows), height)
    return (inset(bottom: height - first), inset(top: first))
  }

  /// The part that two rectangles share; empty when they share none.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top,
      width: min(right, other.right) - left, height: min(bottom, other.bottom) - top)
  }
}
