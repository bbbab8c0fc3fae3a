import InspectionModel
import InspectionOperations

/// Finds known areas in text, however their names are dressed: "London Borough of …", "… County
/// Council", "Bristol, City of".
struct AreaFinder: Sendable {
  private var book = PhraseBook<String>()
  /// The areas of each bare name: a county and the unitary authority that came after it share
  /// theirs.
  private var namesakes: [String: [KnownArea]] = [:]

  /// Learns the names of the areas.
  init(_ areas: [KnownArea]) {
    for area in areas {
      for name in Set([area.name] + area.aliases) {
        let words = Self.bare(name)
        let bare = words.isEmpty ? name : words.joined(separator: " ")
        if namesakes[bare]?.contains(where: { $0.id == area.id }) == true { continue }
        if namesakes[bare] == nil { book.add(bare, bare) }
        namesakes[bare, default: []].append(area)
      }
    }
  }

  /// The first area named in a text; of several of one name, the one there was on the day, else the
  /// one there is now.
  func first(in text: String, on day: Day?) -> KnownArea? {
    let words = text.words.filter { $0.key != "and" && $0.key != "the" }
    guard let name = book.matches(in: words).lazy.compactMap(\.meaning).first,
      let areas = namesakes[name]
    else { return nil }
    return Self.then(areas, day)
  }

  /// The area that a whole text names, as a title does.
  /// - Returns: the first area named, with the words that stand beside the names and mean no kind
  ///   of authority, and the other areas that are named; nil where a name is part of a longer one,
  ///   as Surrey is of East Surrey.
  func whole(_ text: String, on day: Day?) -> (
    area: KnownArea, beside: [String], others: [KnownArea]
  )? {
    let words = text.words.filter { $0.key != "and" && $0.key != "the" }
    let matches = book.matches(in: words).filter { $0.meaning != nil }
    let named = matches.compactMap { match in
      match.meaning.flatMap { namesakes[$0] }.flatMap { Self.then($0, day) }
    }
    guard let area = named.first else { return nil }
    let covered = Set(matches.flatMap(\.words))
    let beside = words.indices.filter {
      !covered.contains($0) && !Self.generic.contains(words[$0].key)
    }
    let isPart = matches.contains { match in
      words[at: match.words.lowerBound - 1].map { Self.parts.contains($0.key) } ?? false
    }
    guard !isPart else { return nil }
    let others = named.dropFirst().filter { $0.id != area.id }
    return (area, beside.map { String(text[words[$0].range]) }, others)
  }

  /// Of several areas of one name, the one there was on the day, else the one there is now.
  private static func then(_ areas: [KnownArea], _ day: Day?) -> KnownArea? {
    day.flatMap { day in areas.first { $0.existed(on: day) } } ?? areas.first { $0.to == nil }
      ?? areas.first
  }

  /// The words that make another place's name of an area's.
  private static let parts: Set = [
    "north", "south", "east", "west", "greater", "mid", "central", "inner", "outer", "upper",
    "lower", "northern", "southern", "eastern", "western", "new",
  ]

  /// The words for kinds of authority.
  private static let generic: Set = [
    "city", "county", "borough", "royal", "metropolitan", "council", "unitary", "authority", "of",
    "district", "local", "london",
  ]

  /// The one area whose name goes on after these words, as "Stoke-on-Trent" does after "Stoke"; nil
  /// where there are several.
  func only(beginningWith words: String, on day: Day?) -> KnownArea? {
    let start = Self.bare(words).joined(separator: " ") + " "
    guard start.utf8.count > 4 else { return nil }
    let names = namesakes.keys.filter { $0.hasPrefix(start) }
    return names.count == 1 ? first(in: names[0], on: day) : nil
  }

  /// The name without the words for kinds of authority; all of it for an area that is called by
  /// them, such as the City of London.
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
