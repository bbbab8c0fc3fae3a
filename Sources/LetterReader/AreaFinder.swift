/// Finds known areas in text, however their names are dressed: "London Borough of …", "… County Council", "Bristol, City of".
struct AreaFinder: Sendable {
  private var book = PhraseBook<Int>()
  private let areas: [KnownArea]

  /// Learns the names of the areas.
  init(_ areas: [KnownArea]) {
    self.areas = areas
    for (index, area) in areas.enumerated() {
      for name in [area.name] + area.aliases {
        let words = Self.bare(name)
        book.add(words.isEmpty ? name : words.joined(separator: " "), index)
      }
    }
  }

  /// The first area named in a text.
  func first(in text: String) -> KnownArea? {
    let words = text.words.filter { $0.key != "and" && $0.key != "the" }
    return book.matches(in: words).lazy.compactMap(\.meaning).first.map { areas[$0] }
  }

  /// The name without the words for kinds of authority; all of it for an area that is called by them, such as the City of London.
  private static func bare(_ name: String) -> [String] {
    let all = name.words.map(\.key).filter { $0 != "and" && $0 != "the" }
    let generic: Set = [
      "city", "county", "borough", "royal", "metropolitan", "council", "unitary", "authority", "of",
    ]
    var words = all[...]
    while let first = words.first, generic.contains(first) { words.removeFirst() }
    while let last = words.last, generic.contains(last) { words.removeLast() }
    return words == ["london"] ? all : Array(words)
  }
}
