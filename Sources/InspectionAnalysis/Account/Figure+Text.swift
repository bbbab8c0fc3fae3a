import InspectionModel

/// How a figure reads, on screen and in every format of a report.
extension Figure.Value {
  /// `12`, `26 of 36`, `0.72`, `3 to 5, mid 4`, `+3 −1`, or the mark of an absence.
  public var text: String {
    switch self {
    case .count(let count): String(count)
    case .share(let part, let whole): "\(part) of \(whole)"
    case .measure(let number, let digits): Self.fixed(number, digits)
    case .range(let low, let mid, let high):
      low == high
        ? Self.short(mid)
        : "\(Self.short(low)) to \(Self.short(high)), mid \(Self.short(mid))"
    case .split(let strengths, let shortfalls):
      [strengths > 0 ? "+\(strengths)" : nil, shortfalls > 0 ? "−\(shortfalls)" : nil]
        .compactMap(\.self).joined(separator: " ")
    case .day(let day): day.description
    case .phrase(let phrase): phrase
    case .absent(let absence): absence.mark
    }
  }

  /// What it is as a number from 0 up, to be drawn as a bar or a shade; nil where it is none.
  public var size: Double? {
    switch self {
    case .count(let count): Double(count)
    case .share(let part, let whole): whole > 0 ? Double(part) / Double(whole) : nil
    case .measure(let number, _): number.isFinite ? max(0, number) : nil
    case .range(_, let mid, _): mid.isFinite ? max(0, mid) : nil
    case .split(let strengths, let shortfalls): Double(strengths + shortfalls)
    case .day, .phrase, .absent: nil
    }
  }

  /// The sentence of what is not known.
  public var reason: String? {
    if case .absent(.unknown(let sentence)) = self { sentence } else { nil }
  }

  /// A number with so many digits after the point; halves go away from nought.
  public static func fixed(_ number: Double, _ digits: Int) -> String {
    guard number.isFinite, abs(number) < 1e12 else { return Figure.Absence.unknown("").mark }
    var scale = 1.0
    for _ in 0..<max(0, digits) { scale *= 10 }
    let scaled = Int((abs(number) * scale).rounded())
    let sign = number < 0 && scaled > 0 ? "−" : ""
    guard digits > 0 else { return sign + String(scaled) }
    let rest = String(scaled % Int(scale))
    let padding = String(repeating: "0", count: max(0, digits - rest.count))
    return sign + String(scaled / Int(scale)) + "." + padding + rest
  }

  /// A number with one digit after the point, or none where that is nought.
  public static func short(_ number: Double) -> String {
    let text = fixed(number, 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension Figure.Absence {
  /// A mark that reads without colour.
  public var mark: String {
    switch self {
    case .notCoded: "?"
    case .nothingRecorded: "·"
    case .namedOnly: "○"
    case .outOfScope: "–"
    case .unknown: "n/k"
    }
  }

  /// What the mark stands for.
  public var name: String {
    switch self {
    case .notCoded: "not coded yet"
    case .nothingRecorded: "coded, nothing recorded"
    case .namedOnly: "only mentioned"
    case .outOfScope: "out of scope"
    case .unknown: "not known"
    }
  }
}

extension Figure {
  /// How many records it stands on: `n = 4 contributions`; nil where it names none.
  public var n: String? {
    guard let type = basis.first?.type else { return nil }
    return "n = \(counted(basis.count, type.noun.one, type.noun.many))"
  }
}

extension Grid {
  /// The marks of absences that stand in it, each with what it means, in one order.
  public var legend: [(mark: String, meaning: String)] {
    let absences = Set(
      lines.flatMap(\.figures).compactMap { figure -> String? in
        if case .absent(let absence) = figure.value { absence.mark } else { nil }
      })
    let known: [Figure.Absence] = [
      .notCoded, .nothingRecorded, .namedOnly, .outOfScope, .unknown(""),
    ]
    return known.filter { absences.contains($0.mark) }.map { ($0.mark, $0.name) }
  }
}
