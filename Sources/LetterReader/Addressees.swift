import InspectionOperations

/// Reads the address block: one person a line, or two, or one over two lines; name, post and body
/// parted by commas.
struct Addressees {
  /// An addressee with the name that stands before the post.
  struct Entry {
    let name: String
    let addressee: Letter.Addressee
    let place: Letter.Place
  }

  private(set) var entries: [Entry] = []

  /// Reads the lines between the letter's date and its salutation.
  init(_ lines: [Line]) {
    let isNamed = lines.contains { line in
      line.text.withDashAsComma.personParts.contains(where: \.beginsWithName)
    }
    guard isNamed else {
      entries = lines.compactMap { line in
        line.text.postAlone.map { Entry(name: "", addressee: $0, place: line.place) }
      }
      return
    }
    var open: (text: String, place: Letter.Place)?
    for line in Self.block(lines) where !line.text.isDate {
      for (offset, part) in line.text.personParts.enumerated() {
        if offset > 0 || open == nil || part.beginsWithName {
          if let open { add(open.text, open.place) }
          open = (part, line.place)
        } else if let text = open?.text {
          open?.text = text + " " + part
        }
      }
    }
    if let open { add(open.text, open.place) }
  }

  /// What follows the date, if anybody is named there: above it may stand where the inspectorates
  /// have their offices.
  private static func block(_ lines: [Line]) -> ArraySlice<Line> {
    guard let date = lines.firstIndex(where: \.text.isDate) else { return lines[...] }
    let after = lines[(date + 1)...]
    return after.contains { $0.text.beginsWithName } ? after : lines[...]
  }

  private mutating func add(_ text: String, _ place: Letter.Place) {
    var segments = text.withDashAsComma.segments
    guard segments.count > 1 else { return }
    let (rank, name) = segments.removeFirst().partedRank
    if !rank.isEmpty { segments.insert(rank, at: 0) }
    entries.append(Entry(name: name, addressee: Letter.Addressee(segments), place: place))
  }
}

extension String {
  /// The parts between commas, those in brackets aside; a bracket that names no body belongs to
  /// what stands before it.
  fileprivate var segments: [String] {
    var parts = [""]
    var depth = 0
    for character in self {
      if character == "(" { depth += 1 }
      if character == ")" { depth = max(0, depth - 1) }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map(\.trimmed).filter { !$0.isEmpty }.reduce(into: []) { joined, part in
      if part.hasPrefix("("), !part.namesBody, !joined.isEmpty {
        joined[joined.count - 1] += " " + part
      } else {
        joined.append(part)
      }
    }
  }

  /// The text with a comma for the dash after a name that no comma follows.
  fileprivate var withDashAsComma: String {
    for mark in [" \u{2013} ", " - "] {
      guard let (name, rest) = parted(atFirst: mark), !name.contains(","), !name.namesPost else {
        continue
      }
      return name + ", " + rest
    }
    return self
  }
}

extension String {
  fileprivate var isDate: Bool {
    let words = words
    return words.count <= 4 && WrittenDay(words, at: 0)?.year != nil
  }

  /// A post and its body where nobody is named: "Chief Constable of Northmoor Police".
  fileprivate var postAlone: Letter.Addressee? {
    guard namesPost, startsWithCapital, !isDate, words.count <= 16 else { return nil }
    let parts = segments
    if parts.count > 1 {
      return Letter.Addressee(post: parts[0], body: parts.dropFirst().joined(separator: ", "))
    }
    guard let (post, body) = parted(atLast: " of ") else {
      return Letter.Addressee(post: self, body: "")
    }
    return Letter.Addressee(
      post: post, body: body.hasPrefix("the ") ? String(body.dropFirst(4)) : body)
  }

  /// The line parted where a second person begins: at a title that follows other words.
  fileprivate var personParts: [String] {
    let titles: Set<Substring> = [
      "Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Dame", "Cllr", "Councillor", "Professor", "Prof",
    ]
    var parts: [[Substring]] = [[]]
    for word in split(separator: " ") {
      if titles.contains(word), parts[parts.count - 1].count > 2 { parts.append([]) }
      parts[parts.count - 1].append(word)
    }
    return parts.map { $0.joined(separator: " ") }
  }

  /// Whether the line begins with a person: two to six words before a comma, none of which names a
  /// post or a body.
  fileprivate var beginsWithName: Bool {
    guard let comma = firstIndex(of: ",") else { return false }
    let name = String(self[..<comma]).partedRank.name
    guard !name.contains(where: \.isNumber) else { return false }
    let words = name.split(separator: " ").filter { !Self.particles.contains($0) }
    return (2...6).contains(words.count) && !name.namesBody && !name.namesPost
      && words.allSatisfy { $0.first?.isUppercase == true && !Self.compass.contains($0) }
  }

  /// The rank before a name, as in "Chief Constable Ben Birch"; empty for a name without one.
  fileprivate var partedRank: (rank: String, name: String) {
    let ranks = [
      "Deputy Chief Constable", "Assistant Chief Constable", "Chief Constable", "Commander",
    ]
    guard let rank = ranks.first(where: { hasPrefix($0 + " ") }) else { return ("", self) }
    let name = String(dropFirst(rank.count + 1))
    return name.namesBody || name.namesPost || name.hasPrefix("of ") ? ("", self) : (rank, name)
  }

  private static let particles: Set<Substring> = ["de", "van", "der", "den", "von", "la", "le"]
  private static let compass: Set<Substring> = ["South", "North", "East", "West", "Central", "NHS"]
}
