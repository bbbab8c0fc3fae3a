import InspectionModel
import TerminalCore

/// Which columns of a list a window has room for, where each starts and how wide it is.
///
/// In a narrow window columns leave by their rank, the highest first; the first column and the one
/// under the cursor stay. Room that is left goes to the wide ones, then to the others from the
/// left, and what is left after that to the last.
struct ListSpans {
  /// A class, as each row that is drawn asks for all of them.
  final class Span: Sendable {
    let column: ListColumn
    /// What the column says of a record, and in which role.
    let text: @Sendable (Record) -> String
    let role: @Sendable (Record) -> Role
    let room: TableLayout.Room
    let x: Int
    let width: Int
    let isUnderCursor: Bool

    init(_ column: ListColumn, _ room: TableLayout.Room, x: Int, width: Int, isUnderCursor: Bool) {
      (self.column, self.room, self.isUnderCursor) = (column, room, isUnderCursor)
      (text, role) = (column.column.text, column.role)
      (self.x, self.width) = (x, width)
    }
  }

  private(set) var spans: [Span] = []

  /// What a column that was widened takes at least.
  private static let wide = 30

  init(_ list: RecordList, width: Int) {
    let all = list.shown
    let cursor = list.columnCursor
    var kept = Array(all.indices)
    func least(_ place: Int) -> Int {
      all[place].room == .usual
        ? all[place].column.column.width : max(Self.wide, all[place].column.column.width)
    }
    func needed() -> Int { kept.reduce(1) { $0 + least($1) + 1 } }
    // Columns of one rank leave from the right.
    func rank(_ place: Int) -> Int {
      let column = all[place].column.column
      return (list.foremost.contains(column.name) ? 0 : column.rank) * 100 + place
    }
    while kept.count > 1, needed() > width {
      let mayLeave = kept.dropFirst().filter { $0 != cursor }
      guard let leaving = mayLeave.max(by: { rank($0) < rank($1) }) ?? kept.dropLast().last else {
        break
      }
      kept.removeAll { $0 == leaving }
    }
    let widths = Self.widths(kept, of: all, least: kept.map(least), width - needed())
    var x = 1
    for (place, taken) in zip(kept, widths) {
      let isLast = place == kept.last
      spans.append(
        Span(
          all[place].column, all[place].room, x: x,
          width: isLast ? max(0, width - x) : taken, isUnderCursor: place == cursor))
      x += taken + 1
    }
  }

  private static func widths(
    _ kept: [Int], of all: [(column: ListColumn, room: TableLayout.Room)], least: [Int],
    _ spare: Int
  ) -> [Int] {
    var (widths, spare) = (least, max(0, spare))
    let wide = kept.indices.filter { all[kept[$0]].room != .usual }
    for place in wide {
      let more = spare / wide.count
      widths[place] += more
    }
    if !wide.isEmpty { spare = 0 }
    for place in kept.indices {
      let more = min(spare, max(0, all[kept[place]].column.column.widest - widths[place]))
      widths[place] += more
      spare -= more
    }
    return widths
  }
}
