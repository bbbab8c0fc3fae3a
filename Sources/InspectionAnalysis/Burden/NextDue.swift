import InspectionModel

/// When the next inspections of an area are due, as far as their frameworks say how often they
/// come.
///
/// Frameworks of the same inspectorates with the same interval are one round, as an inspection
/// under one of them stands for the next of all: the last of any of them counts.
struct NextDue {
  struct Round {
    let frameworks: [Framework]
    /// The last under any of them.
    let last: Inspection
    let day: Day
    /// Months from one to the next; nil where no framework says.
    let every: Int?
    /// Nil where it is not known.
    var due: Day? { every.flatMap(day.adding) }
  }

  /// The first due first, then those of which it is not known.
  let rounds: [Round]

  /// O(inspections of the areas).
  init(_ areas: [Area]) {
    let there = areas.filter { $0.to == nil }
    let met = (there.isEmpty ? [] : areas).flatMap(\.inspections).compactMap { inspection in
      inspection.framework.flatMap { framework in
        inspection.date.map { (inspection: inspection, framework: framework, day: $0) }
      }
    }.filter { $0.framework.to == nil }
    let rounds = Dictionary(grouping: met) { entry in
      entry.framework.every.map { "\($0) \(entry.framework.record.texts(.by))" }
        ?? entry.framework.key
    }
    self.rounds = rounds.values.compactMap { entries in
      guard let last = entries.max(by: { $0.day < $1.day }) else { return nil }
      let frameworks = entries.map(\.framework.row).unique
        .map { last.framework.record.register.view($0, as: Framework.self) }
      return Round(
        frameworks: frameworks, last: last.inspection, day: last.day, every: last.framework.every)
    }.sorted {
      ($0.due?.description ?? "9", $0.last.key) < ($1.due?.description ?? "9", $1.last.key)
    }
  }

  var grid: Grid {
    Grid(
      title: "Next due", corner: "under", rows: rounds,
      named: { listed($0.frameworks.map(\.shortName)) },
      columns: [
        Grid.Column("due by") { round in
          round.due.map { Figure(.day($0), basis: round.frameworks.map(\.row)) }
            ?? .unknown("no framework says how often such inspections come")
        },
        Grid.Column("the last, by its first known day", short: "last") {
          Figure(.day($0.day), basis: [$0.last.row])
        },
        Grid.Column("months from one to the next", short: "months") { round in
          Figure(
            round.every.map { .count($0) } ?? .phrase("not found"),
            basis: round.frameworks.map(\.row))
        },
      ],
      notes: [
        "The usual cycle of a framework, not a promise: inspectors may come sooner or later. The "
          + "last is that of the register, which may lack a later one."
      ])
  }
}

extension Day {
  /// So many months later, on the last day of a month that has no such day; as precise as it is.
  func adding(months: Int) -> Day? {
    guard let month else { return Day(year: year + (months + 11) / 12) }
    let count = year * 12 + month - 1 + months
    let (year, next) = (count / 12, count % 12 + 1)
    guard let day else { return Day(year: year, month: next) }
    return (0...3).lazy.compactMap { Day(year: year, month: next, day: day - $0) }.first
  }
}
