import InspectionModel

/// The figures of one load, and of several loads together.
struct LoadFigures {
  let loads: [Load]

  init(_ load: Load) { loads = [load] }
  init(_ loads: [Load]) { self.loads = loads }

  var rows: [Row] { loads.flatMap(\.rows) }
  var events: Figure { .count(rows) }
  var days: Int { loads.map(\.onSiteDays).reduce(0, +) }

  /// Working days on site; how many inspections they leave out stands in a column of its own.
  var onSite: Figure {
    Self.days(days, of: loads.flatMap(\.visits))
  }

  /// So many working days of these; nothing is known where there are some and none are measured.
  static func days(_ days: Int, of visits: [Visit]) -> Figure {
    let measured = visits.filter { $0.workingDays != nil }.map(\.row)
    return days == 0 && measured.isEmpty && !visits.isEmpty
      ? .unknown("the days on site of these inspections are not known")
      : Figure(.count(days), basis: measured)
  }

  /// How the sum of days is known, after “that are”.
  var howKnown: String { loads.allSatisfy(\.assumed.isEmpty) ? "known" : "known or filled in" }
  /// How many inspections the sum of days stands on; empty where there are none.
  var behind: String {
    let all = rows.count
    guard all > 0 else { return "" }
    let (filled, unknown) = (
      loads.map(\.assumed.count).reduce(0, +), loads.map(\.unmeasured.count).reduce(0, +)
    )
    let days = loads.map(\.assumedDays).reduce(0, +)
    return "Behind this: \(counted(all, "inspection")); the days on site are "
      + [
        "stated for \(all - filled - unknown)",
        filled == 0 ? nil : "filled in from the framework for \(filled) (\(days) days)",
        unknown == 0 ? nil : "not known for \(unknown)",
      ].compactMap(\.self).joined(separator: ", ") + "."
  }

  var assumed: Figure { .count(loads.flatMap(\.assumed)) }
  /// Working days on site that are filled in from the framework.
  var assumedDays: Figure {
    Figure(
      .count(loads.map(\.assumedDays).reduce(0, +)), basis: loads.flatMap(\.assumed))
  }
  var unmeasured: Figure { .count(loads.flatMap(\.unmeasured)) }

  /// Calendar days from notice to statement.
  var footprint: Figure {
    let rows = loads.flatMap(\.footprints)
    if rows.isEmpty, !self.rows.isEmpty {
      return .unknown(
        "no footprint: neither these inspections nor their frameworks say when notice is given and "
          + "the statement due"
      )
    }
    return Figure(.count(loads.map(\.footprintDays).reduce(0, +)), basis: rows)
  }

  private var footprints: [Int] {
    loads.flatMap(\.visits).compactMap { $0.footprint.days?.days }
  }

  /// Calendar days of one footprint, as the mean of all.
  var meanFootprint: Figure {
    Self.footprint(
      footprints.isEmpty
        ? nil : Double(footprints.reduce(0, +)) / Double(footprints.count),
      loads.flatMap(\.footprints))
  }

  /// The same as the one in the middle.
  var medianFootprint: Figure {
    Self.footprint(Median.of(footprints), loads.flatMap(\.footprints))
  }

  private static func footprint(_ days: Double?, _ rows: [Row]) -> Figure {
    days.map { Figure(.measure($0, digits: $0 == $0.rounded() ? 0 : 1), basis: rows) }
      ?? .unknown("there is no footprint")
  }

  var closest: Figure {
    guard let closest = loads.compactMap(\.closest).min(by: { $0.days < $1.days }) else {
      return loads.allSatisfy { $0.events < 2 }
        ? Figure(.phrase("–")) : .unknown("a gap needs two inspections whose days are known")
    }
    return closest.figure
  }

  var breaches: Figure {
    let pairs = loads.flatMap(\.breaches)
    return Figure(.count(pairs.count), basis: pairs.flatMap { [$0.before, $0.after] }.unique)
  }

  /// The most of one of the loads.
  var rolling: Figure {
    .count(loads.map(\.rolling).max { $0.count < $1.count } ?? [])
  }

  var overlap: Figure {
    loads.allSatisfy(\.footprints.isEmpty)
      ? .unknown("there are no footprints to overlap")
      : Figure(
        .count(loads.map(\.overlapFootprint).reduce(0, +)), basis: loads.flatMap(\.footprints))
  }

  /// The most footprints on one day.
  var peak: Figure {
    let peaks = loads.compactMap { $0.concurrency?.peak }
    guard let peak = peaks.max() else { return .unknown("there are no footprints") }
    return Figure(.count(peak), basis: loads.flatMap(\.footprints))
  }

  /// Footprints on a day, over the days that hold any.
  var mean: Figure {
    guard loads.count == 1, let mean = loads[0].concurrency?.mean else {
      return .unknown("there are no footprints")
    }
    return Figure(.measure(mean, digits: 2), basis: loads[0].footprints)
  }
}

extension Load.Spacing {
  var figure: Figure {
    Figure(
      isAtMost ? .phrase("at most \(days)") : .measure(Double(days), digits: 0),
      basis: [before, after])
  }
}

extension Array where Element: Hashable {
  /// Each once, where it first stood.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
