import InspectionModel

/// Areas with those they followed and those that followed them: councils are split and merged, and
/// what they were asked before counts with what they are asked now.
///
/// Unlike a ``Place`` it leaves out what an area has beside it: of one that was split in two, each
/// half has the whole before it and not the other half.
struct Lineage {
  private let register: Register
  private let former: [Row: [Row]]

  /// O(areas).
  init(_ register: Register) {
    self.register = register
    var former: [Row: [Row]] = [:]
    for area in register.all(Area.self) {
      for next in area.successors { former[next.row, default: []].append(area.row) }
    }
    self.former = former
  }

  /// Those it followed, and those that followed it; each once, even where a mistake in the register
  /// makes them follow one another.
  func relatives(of area: Area) -> (former: [Area], later: [Area]) {
    let before = reach(from: area.row) { former[$0] ?? [] }
    let after = reach(from: area.row) { register.view($0, as: Area.self).successors.map(\.row) }
      .filter { !before.contains($0) }
    return (before.map { register.view($0) }, after.map { register.view($0) })
  }

  /// All of them, itself among them.
  func all(of area: Area) -> [Area] {
    let (before, after) = relatives(of: area)
    return before + [area] + after
  }

  private func reach(from area: Row, _ next: (Row) -> [Row]) -> [Row] {
    var reached = [area]
    var at = 0
    while at < reached.count {
      reached += next(reached[at]).filter { !reached.contains($0) }
      at += 1
    }
    return Array(reached.dropFirst())
  }
}
