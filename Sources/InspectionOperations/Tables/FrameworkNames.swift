import InspectionModel

/// Frameworks by every name that a table of no known kind may have for them.
///
/// Made in O(frameworks); a look-up is O(1).
struct FrameworkNames {
  private var keys: [String: String] = [:]
  private let names: [String]

  init(_ register: Register) {
    let all = register.all(Framework.self)
    names = all.map(\.key)
    for framework in all {
      for name in [framework.name] + framework.record.texts(.alias) {
        keys[AreaNames.folded(name)] = keys[AreaNames.folded(name)] ?? framework.key
      }
    }
    for framework in all { keys[AreaNames.folded(framework.key)] = framework.key }
  }

  /// The key of the one that the first words name or, where nobody knows them, of those that the
  /// rest does. The keys that the program itself knows need not be in the register.
  func keys(of visit: TableObservation.Visit) -> [String] {
    let named = visit.frameworks.map { words in
      keys[AreaNames.folded(words)] ?? (FrameworkAspects.knows(words) ? words : nil)
    }
    if let first = named.first ?? nil { return [first] }
    return named.compactMap(\.self)
  }

  /// The key that is written most like some words.
  func nearest(_ words: String) -> String? { Nearest.to(words, among: names) }
}
