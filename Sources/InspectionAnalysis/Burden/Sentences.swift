import InspectionModel

/// `1 inspection`, `2 inspections`.
func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(count) \(count == 1 ? one : many ?? one + "s")"
}

/// `Croydon, Salford and 4 more`.
func listed(_ names: [String], upTo most: Int = 5) -> String {
  if names.count <= most + 1 { return names.joined(separator: ", ") }
  return names.prefix(most).joined(separator: ", ") + " and \(names.count - most) more"
}

extension Figure {
  /// Nothing is known; the sentence says what is missing.
  static func unknown(_ sentence: String) -> Figure { Figure(.absent(.unknown(sentence))) }

  /// So many of these records.
  static func count(_ rows: [Row]) -> Figure { Figure(.count(rows.count), basis: rows) }
}

extension Grid.Heading {
  static func bar(_ name: String, short: String? = nil, unit: String? = nil) -> Grid.Heading {
    Grid.Heading(name, short: short, unit: unit, style: .bar)
  }
}
