import InspectionModel

extension FrameworkSupport {
  /// Criteria in use, those with the fewest passages first, then those from the fewest inspections.
  var leastFirst: [Line] {
    lines.prefix(inUse).enumerated().sorted { a, b in
      (a.element.passages.count, a.element.inspections.count, a.offset)
        < (b.element.passages.count, b.element.inspections.count, b.offset)
    }.map(\.element)
  }

  /// Numbers of passages and of inspections at which it is told how many criteria have as many: up
  /// to the most that any has, and what is asked.
  var steps: (passages: [Int], inspections: [Int]) {
    let used = lines.prefix(inUse)
    return (
      Self.steps(to: used.map(\.passages.count).max() ?? 0, and: fewest.passages),
      Self.steps(to: used.map(\.inspections.count).max() ?? 0, and: fewest.inspections)
    )
  }

  /// 1 2 5 10 20 50 and so on.
  private static func steps(to most: Int, and asked: Int) -> [Int] {
    var (steps, step) = (Set([asked, max(1, most)]), 1)
    while step <= most {
      steps.formUnion([step, 2 * step, 5 * step].filter { $0 <= most })
      step *= 10
    }
    return steps.sorted()
  }
}
