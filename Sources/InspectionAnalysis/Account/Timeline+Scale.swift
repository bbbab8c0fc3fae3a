import InspectionModel

/// Where the days of a time line stand, from 0 at its start to 1 at its end; the same for
/// characters and for charts.
extension Timeline {
  /// Where the first and the last day of a span stand; nil where they lie outside.
  public func place(of span: Span) -> ClosedRange<Double>? {
    guard let start = place(of: span.from.firstDay),
      let end = place(of: span.to.lastDay, after: true)
    else { return nil }
    guard end >= 0, start <= 1, start <= end else { return nil }
    return max(0, start)...min(1, end)
  }

  /// The years that begin in it, each with its place.
  public var years: [(year: Int, place: Double)] {
    guard from.year <= to.year else { return [] }
    return (from.year...to.year).compactMap { year in
      guard let day = Day(year: year, month: 1, day: 1), let place = place(of: day) else {
        return nil
      }
      return (0...1).contains(place) ? (year, place) : nil
    }
  }

  /// The months that begin in it, each with its place.
  public var months: [(month: Int, place: Double)] {
    guard from.year <= to.year else { return [] }
    return (from.year...to.year).flatMap { year in
      (1...12).compactMap { month in
        guard let day = Day(year: year, month: month, day: 1), let place = place(of: day) else {
          return nil
        }
        return (0...1).contains(place) ? (month, place) : nil
      }
    }
  }

  private func place(of day: Day, after: Bool = false) -> Double? {
    guard let start = from.firstDay.ordinal, let end = to.lastDay.ordinal, let at = day.ordinal,
      end >= start
    else { return nil }
    return Double(at - start + (after ? 1 : 0)) / Double(end - start + 1)
  }
}

extension Timeline.Span.Kind {
  /// A mark that reads without colour.
  public var mark: Character {
    switch self {
    case .onSite: "█"
    case .footprint: "▒"
    case .assumed: "░"
    case .event: "◆"
    case .gap: "×"
    case .graded(let grade): grade?.mark ?? "●"
    case .due: "◇"
    }
  }

  public var name: String {
    switch self {
    case .onSite: "on site"
    case .footprint: "notice to statement of action"
    case .assumed: "notice to statement of action, partly assumed"
    case .event: "letter or decision"
    case .gap: "days between two that came close"
    case .graded(let grade): grade?.name ?? "no grade"
    case .due: "due by"
    }
  }

  /// Whether its mark stands once, however long it takes.
  var isPoint: Bool {
    switch self {
    case .graded, .due: true
    case .onSite, .footprint, .assumed, .event, .gap: false
    }
  }

  /// All of them in one order: what is drawn later lies over what is drawn before.
  public static let all: [Self] =
    [.assumed, .footprint, .gap, .onSite, .event, .due, .graded(nil)]
    + Grade.allCases.map(Self.graded)
}

extension Grade {
  /// The letter that stands for it on a line of years.
  fileprivate var mark: Character {
    switch self {
    case .outstanding: "O"
    case .good: "G"
    case .requiresImprovement: "R"
    case .inadequate: "I"
    case .adequate: "A"
    case .typicallyPositive: "T"
    case .inconsistent: "N"
    case .systemicFailings: "S"
    }
  }
}

extension Timeline {
  /// The kinds of span that stand in it, in one order.
  public var legend: [Span.Kind] {
    let kinds = Set(lanes.flatMap(\.spans).map(\.kind))
    let order: [Span.Kind] = [.onSite, .footprint, .assumed, .event, .gap]
    return (order + Grade.allCases.map(Span.Kind.graded) + [.graded(nil), .due])
      .filter(kinds.contains)
  }
}

extension Day {
  /// Its first day, where only the year or the month is known.
  var firstDay: Day { Day(year: year, month: month ?? 1, day: day ?? 1) ?? self }

  /// Its last day, where only the year or the month is known.
  var lastDay: Day {
    if day != nil { return self }
    let month = month ?? 12
    let last = [31, 30, 29, 28].lazy.compactMap { Day(year: year, month: month, day: $0) }.first
    return last ?? self
  }
}
