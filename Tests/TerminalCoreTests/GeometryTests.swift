import Testing

@testable import TerminalCore

@Test func `a layout needs no special case for a small window`() {
  for columns in 0...3 {
    for rows in 0...3 {
      let whole = Rect(Size(columns: columns, rows: rows))
      let (left, right) = whole.split(columns: 2)
      let (top, bottom) = whole.split(rows: 2)
      let inner = whole.inset(left: 1, top: 1, right: 1, bottom: 1)
      #expect(left.width + right.width == columns)
      #expect(top.height + bottom.height == rows)
      for part in [left, right, top, bottom, inner, whole.row(0), whole.row(2), whole.row(-1)] {
        #expect(part.width >= 0 && part.height >= 0)
        #expect(part.intersection(whole) == part)
      }
    }
  }
}

@Test func `a row is counted from the top of its rectangle`() {
  let rect = Rect(x: 2, y: 3, width: 5, height: 2)
  #expect(rect.row(1) == Rect(x: 2, y: 4, width: 5, height: 1))
  #expect(rect.row(2).isEmpty)
  #expect(rect.contains(x: 6, y: 4))
  #expect(!rect.contains(x: 7, y: 4))
}
