/// Reads the address block: one person a line, or two, or one over two lines; name, post and body parted by commas.
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
    var open: (text: String, place: Letter.Place)?
    for line in lines where !line.text.isDate {
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

  private mutating func add(_ text: String, _ place: Letter.Place) {
    var segments = text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    guard segments.count > 1 else { return }
    let (rank, name) = segments.removeFirst().partedRank
    if !rank.isEmpty { segments.insert(rank, at: 0) }
    let (post, body) = Self.parted(segments)
    let marks: Set<Character> = [" ", ".", ",", "["]
    let addressee = Letter.Addressee(post: post.trimmed(of: marks), body: body.trimmed(of: marks))
    entries.append(Entry(name: name, addressee: addressee, place: place))
  }

  /// Post and body: parted at the first comma before a body, or at "of" or "for" when there is none.
  private static func parted(_ segments: [String]) -> (post: String, body: String) {
    let all = segments.joined(separator: ", ")
    if let first = segments.indices.first(where: { $0 > 0 && segments[$0].namesBody }),
      !segments[..<first].contains(where: { $0.namesBody && !$0.namesPost })
    {
      return (
        segments[..<first].joined(separator: ", "), segments[first...].joined(separator: ", ")
      )
    }
    guard all.namesBody else { return (all, "") }
    for mark in [" for the ", " for ", " of the ", " of "] {
      if let (post, body) = all.parted(atFirst: mark), post.namesPost, body.namesBody {
        return (post, body)
      }
    }
    if let last = segments.last, segments.count > 1, last.namesPost, !last.namesBody {
      return (last, segments.dropLast().joined(separator: ", "))
    }
    return all.namesPost ? (all, "") : ("", all)
  }
}

extension String {
  fileprivate var isDate: Bool {
    let words = words
    return words.count <= 4 && WrittenDay(words, at: 0)?.year != nil
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

  /// Whether the line begins with a person: two to six words before a comma, none of which names a post or a body.
  fileprivate var beginsWithName: Bool {
    guard let comma = firstIndex(of: ",") else { return false }
    let name = String(self[..<comma]).partedRank.name
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

  fileprivate var namesPost: Bool {
    words.contains { Self.posts.contains($0.key) }
  }

  fileprivate var namesBody: Bool {
    words.contains { Self.bodies.contains($0.key) }
  }

  private static let posts: Set = [
    "director", "chief", "commissioner", "manager", "head", "chair", "officer", "executive", "lead",
    "nurse", "doctor",
    "deputy", "assistant", "mayor", "ceo", "scrutineer", "constable", "leader", "commander",
    "superintendent", "direct",
    "member", "secretary", "principal", "accountable", "regional", "interim", "president",
  ]

  private static let bodies: Set = [
    "council", "service", "company", "ccg", "trust", "police", "constabulary", "board", "nhs",
    "lscb", "partnership",
    "authority", "borough", "cafcass", "icb", "icbs", "force", "team", "group", "crc", "nps",
    "probation", "county", "hospital",
    "ccgs", "hospitals", "division", "unit", "commission", "lscp", "limited",
  ]
}
