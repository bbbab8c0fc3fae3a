import InspectionModel
import TerminalCore

/// How many lines the rows of a list take in a window: as many as their words need, up to what
/// their columns are given. Only rows that are asked for are looked at.
struct RowHeights {
  private let list: RecordList
  private let register: Register
  /// The columns whose words are broken over several lines.
  private let broken: [ListSpans.Span]

  /// - Parameter register: that of the records.
  init(_ list: RecordList, _ spans: [ListSpans.Span], _ register: Register) {
    (self.list, self.register) = (list, register)
    broken = spans.filter { $0.room.lines > 1 }
  }

  subscript(place: Int) -> Int {
    if broken.isEmpty { return 1 }
    let record = register[list.rows[place]]
    return broken.reduce(1) { most, span in
      let lines = Text.wrap(span.text(record), columns: span.width).count
      return max(most, min(span.room.lines, lines))
    }
  }
}

extension RecordList {
  /// Takes in the room that it has in a window.
  mutating func arrange(in rect: Rect, _ register: Register) {
    let heights = heights(in: rect, register)
    arrange(lines: max(1, rect.height - 1)) { heights[$0] }
  }

  /// The place of the row on a line of its window, from 1: above it are the names of columns.
  func place(onLine line: Int, in rect: Rect, _ register: Register) -> Int? {
    guard (1..<max(1, rect.height)).contains(line) else { return nil }
    let heights = heights(in: rect, register)
    var (place, last) = (top, 0)
    while rows.indices.contains(place) {
      last += heights[place]
      // A row that does not fit whole is not drawn, unless it is the only one.
      if last >= rect.height, place > top { return nil }
      if line <= last { return place }
      place += 1
    }
    return nil
  }

  private func heights(in rect: Rect, _ register: Register) -> RowHeights {
    let spans = rowLines > 1 ? ListSpans(self, width: rect.width).spans : []
    return RowHeights(self, spans, home(register))
  }
}
