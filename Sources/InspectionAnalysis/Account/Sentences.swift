import InspectionModel

/// `Croydon, Salford and 4 more`.
func listed(_ names: [String], upTo most: Int = 5) -> String {
  if names.count <= most + 1 { return names.joined(separator: ", ") }
  return names.prefix(most).joined(separator: ", ") + " and \(names.count - most) more"
}

extension Figure {
  /// Nothing is known; the sentence says what is missing.
  static func unknown(_ sentence: String) -> Figure { Figure(.absent(.unknown(sentence))) }

  /// A number with two digits; the sentence says why there is none.
  init(_ number: Double?, else why: String) {
    self = number.map { Figure(.measure($0, digits: 2)) } ?? .unknown(why)
  }

  /// So many of these records.
  static func count(_ rows: [Row]) -> Figure { Figure(.count(rows.count), basis: rows) }
}
