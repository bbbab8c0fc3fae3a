/// A screenful of cells that screens draw on; what is on it says nothing of terminals.
///
/// Invariants:
/// 1. There are `size.columns * size.rows` cells, row by row.
/// 2. A wide glyph is followed by its right half in the same row, and a right half follows only
///    that: whatever overwrites one half leaves a blank in the other.
/// 3. No glyph holds a control, format or unassigned character (see ``GlyphReader``).
///
/// Drawing outside of it is no error and does nothing. Cost: 0.06 ms for 200 × 60 cells of plain
/// text, 0.2 ms where most rows hold something beyond ASCII.
public struct Canvas: Sendable {
  /// Its size; fixed once made.
  public let size: Size

  private var cells: [Cell]

  /// The glyphs of more than one scalar, by the number their cells hold.
  private var clusters: [Glyph] = []
  private var numbers: [Glyph: UInt32] = [:]

  /// A blank canvas.
  public init(size: Size, style: Style) {
    self.size = size
    cells = Array(repeating: .blank(style), count: size.columns * size.rows)
  }

  /// Blanks a rectangle in a style.
  public mutating func fill(_ rect: Rect, with style: Style) {
    let rect = rect.intersection(Rect(size))
    if rect.isEmpty { return }
    for y in rect.rows {
      mendEdges(from: rect.x, to: rect.right, y: y)
      for x in rect.columns { self[x, y] = .blank(style) }
    }
  }

  /// Draws a text on one row from column `x`, in at most `width` columns, and tells how many of
  /// them it used.
  ///
  /// What does not fit is cut, on the left (`x` may be negative) as on the right. A wide character
  /// that would be cut in two is left out. Control and format characters never get through.
  @discardableResult
  @inlinable
  public mutating func draw<S: StringProtocol>(
    _ text: S, x: Int, y: Int, width: Int = .max, style: Style
  ) -> Int where S.SubSequence == Substring {
    draw(part: text[...], x: x, y: y, width: width, style: style)
  }

  @usableFromInline
  mutating func draw(part text: Substring, x: Int, y: Int, width: Int, style: Style) -> Int {
    guard y >= 0, y < size.rows, width > 0, x < size.columns else { return 0 }
    let end = width < size.columns - x ? x + width : size.columns
    var column = x
    if let used = drawPlain(text, from: x, to: end, y: y, style: style) { return used }
    var reader = GlyphReader(text)
    while column < end, let glyph = reader.next(), column + glyph.columns <= end {
      if column >= 0 { put(glyph, x: column, y: y, style: style) }
      column += glyph.columns
    }
    return column - x
  }

  /// Draws a text in a width, and an ellipsis at its end where it is cut, as
  /// ``Text/fit(_:columns:ellipsis:)`` does. Most texts are plain, and are not copied for it.
  public mutating func draw(fitting text: String, x: Int, y: Int, width: Int, style: Style) {
    guard y >= 0, y < size.rows, width > 0, x < size.columns else { return }
    let isDrawn = text.utf8.withContiguousStorageIfAvailable { bytes in
      // One byte more than there is room for shows that it is cut, and nothing after that matters.
      let seen = UnsafeBufferPointer(rebasing: bytes.prefix(width + 1))
      guard seen.isPlain else { return false }
      let shown = seen.count > width ? width - 1 : seen.count
      drawPlain(
        UnsafeBufferPointer(rebasing: seen.prefix(min(shown, size.columns - x))), x: x, y: y,
        style: style)
      if seen.count > width { draw("…", x: x + shown, y: y, width: 1, style: style) }
      return true
    }
    if isDrawn != true { drawGlyphs(of: text[...], fitting: width, x: x, y: y, style: style) }
  }

  /// The same of any text, glyph by glyph; the last ones are drawn over where more would follow.
  private mutating func drawGlyphs(
    of text: Substring, fitting width: Int, x: Int, y: Int, style: Style
  ) {
    var reader = GlyphReader(text)
    // How many columns are used, and where an ellipsis would go.
    var (used, end) = (0, 0)
    while let glyph = reader.next() {
      if used + glyph.columns > width {
        draw("…", x: x + end, y: y, width: 1, style: style)
        return
      }
      draw(glyph, x: x + used, y: y, style: style)
      used += glyph.columns
      if used < width { end = used }
    }
  }

  private mutating func draw(_ glyph: Glyph, x: Int, y: Int, style: Style) {
    if x >= 0, x + glyph.columns <= size.columns { put(glyph, x: x, y: y, style: style) }
  }

  /// Draws all of another canvas with its left upper corner at a place. Of a row that does not fit,
  /// what would be cut in two is left out.
  public mutating func draw(_ other: Canvas, x: Int, y: Int) {
    for row in 0..<other.size.rows where (0..<size.rows).contains(y + row) {
      if other.clusters.isEmpty, x >= 0, x + other.size.columns <= size.columns {
        copy(other.cells(row: row), x: x, y: y + row)
      } else {
        drawGlyphs(of: other, row: row, x: x, y: y + row)
      }
    }
  }

  private mutating func copy(_ part: ArraySlice<Cell>, x: Int, y: Int) {
    mendEdges(from: x, to: x + part.count, y: y)
    let start = y * size.columns + x
    cells.replaceSubrange(start..<start + part.count, with: part)
  }

  private mutating func drawGlyphs(of other: Canvas, row: Int, x: Int, y: Int) {
    for (column, cell) in other.cells(row: row).enumerated() {
      if let glyph = other.glyph(of: cell) { draw(glyph, x: x + column, y: y, style: cell.style) }
    }
  }

  /// Changes how the cells of a rectangle are shown, and leaves what they show.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let rect = rect.intersection(Rect(size))
    if rect.isEmpty { return }
    for y in rect.rows {
      for x in rect.columns { self[x, y].style = change(self[x, y].style) }
    }
  }

  private subscript(x: Int, y: Int) -> Cell {
    get { cells[y * size.columns + x] }
    set { cells[y * size.columns + x] = newValue }
  }

  /// Draws a text of printable ASCII, as most is, a byte a cell; `nil` for any other text.
  private mutating func drawPlain(_ text: Substring, from x: Int, to end: Int, y: Int, style: Style)
    -> Int?
  {
    text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      guard bytes.isPlain else { return nil }
      let shown = UnsafeBufferPointer(rebasing: bytes.prefix(end - x))
      drawPlain(shown, x: x, y: y, style: style)
      return shown.count
    } ?? nil
  }

  /// Draws bytes of printable ASCII, of which none is beyond the right edge.
  private mutating func drawPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, x: Int, y: Int, style: Style
  ) {
    let first = max(0, x)
    guard first < x + bytes.count else { return }
    mendEdges(from: first, to: x + bytes.count, y: y)
    let row = y * size.columns
    cells.withUnsafeMutableBufferPointer { cells in
      for column in first..<x + bytes.count {
        cells[row + column] = Cell(glyph: UInt32(bytes[column - x]), style: style)
      }
    }
  }

  private mutating func put(_ glyph: Glyph, x: Int, y: Int, style: Style) {
    mendEdges(from: x, to: x + glyph.columns, y: y)
    self[x, y] = Cell(glyph: number(of: glyph), style: style)
    if glyph.columns == 2 { self[x + 1, y] = Cell(glyph: Cell.rightHalf, style: style) }
  }

  /// Keeps invariant 2: blanks the halves that stay when the columns between are overwritten.
  private mutating func mendEdges(from left: Int, to right: Int, y: Int) {
    if left > 0, self[left, y].isRightHalf { self[left - 1, y] = .blank(self[left - 1, y].style) }
    if right < size.columns, self[right, y].isRightHalf {
      self[right, y] = .blank(self[right, y].style)
    }
  }

  private mutating func number(of glyph: Glyph) -> UInt32 {
    if glyph.isPlain { return glyph.base.value }
    if let number = numbers[glyph] { return number }
    let number = Cell.clusterFlag | UInt32(clusters.count)
    clusters.append(glyph)
    numbers[glyph] = number
    return number
  }
}

// MARK: - What is on it

extension Canvas {
  /// The cells of a row, from the left; nothing for a row that is not there.
  public func cells(row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// What a cell of this canvas shows; nothing for a right half.
  public func glyph(of cell: Cell) -> Glyph? {
    if let cluster = cell.cluster { return clusters[cluster] }
    guard let base = Unicode.Scalar(cell.glyph) else { return nil }
    if case .wide = ScalarKind(base) { return Glyph(base, columns: 2) }
    return Glyph(base)
  }

  /// Whether a row shows the same as the row of another canvas.
  public func row(_ row: Int, equals other: Canvas) -> Bool {
    let mine = cells(row: row)
    let others = other.cells(row: row)
    guard clusters.isEmpty, other.clusters.isEmpty else {
      // The numbers of clusters say nothing beyond their own canvas.
      return mine.count == others.count
        && zip(mine, others).allSatisfy {
          ($0 == $1 && $0.cluster == nil)
            || ($0.style == $1.style && glyph(of: $0) == other.glyph(of: $1))
        }
    }
    return mine == others
  }

  /// What a person reads in a row, without the blanks at its end.
  public func text(row: Int) -> String {
    var text = ""
    for cell in cells(row: row) { text += glyph(of: cell)?.text ?? "" }
    let end = text.lastIndex { $0 != " " }.map(text.index(after:)) ?? text.startIndex
    return String(text[..<end])
  }

  /// What a person reads, row by row, without the blanks at the ends.
  public var text: [String] {
    (0..<size.rows).map(text(row:))
  }

  /// How a cell is shown; that of the nearest cell where there is none, plain on an empty canvas.
  public func style(x: Int, y: Int) -> Style {
    guard !cells.isEmpty else { return Style(Role(rawValue: 0)) }
    return self[min(max(0, x), size.columns - 1), min(max(0, y), size.rows - 1)].style
  }

  /// The stretches of a row that are shown alike, from the left.
  public func runs(row: Int) -> [(range: Range<Int>, style: Style)] {
    var runs: [(range: Range<Int>, style: Style)] = []
    for (x, cell) in cells(row: row).enumerated() {
      if let last = runs.last, last.style == cell.style {
        runs[runs.count - 1].range = last.range.lowerBound..<x + 1
      } else {
        runs.append((x..<x + 1, cell.style))
      }
    }
    return runs
  }
}
