import TerminalCore

/// What is searched for in the text of a screen, and where it stands there.
///
/// Case means nothing, a hyphen is a blank, and any run of blanks is one, so that a phrase is found
/// where it goes on in the next line.
struct TextSearch: Hashable, Sendable {
  /// What is searched for; empty where nothing is.
  private(set) var wanted = ""
  /// The hit one is at, counted from 0.
  private(set) var current = 0

  var count: Int { starts.count }
  private var lines: [String] = []
  /// By line.
  private var hitParts: [Int: [HitPart]] = [:]
  /// The line on which each hit begins.
  private var starts: [Int] = []

  /// A part of a line that belongs to a hit.
  private struct HitPart: Hashable {
    let hit: Int
    /// In characters from the start of the line.
    let range: Range<Int>
  }

  var isOn: Bool { !wanted.isEmpty }

  /// The line of the hit one is at; nil where there is none.
  var line: Int? { starts.indices.contains(current) ? starts[current] : nil }

  /// `2 of 7 for “strategy”`
  var phrase: String {
    (count == 0 ? "nothing here" : "\(current + 1) of \(count)") + " for “\(wanted)”"
  }

  /// Searches anew; one is at the first hit from a line on, or at the first of all.
  mutating func find(_ wanted: String, in lines: [String], from line: Int) {
    (self.wanted, self.lines) = (wanted, lines)
    search()
    current = starts.firstIndex { $0 >= line } ?? 0
  }

  /// The text has changed, or is laid out anew; one stays at the hit one was at.
  mutating func renew(_ lines: [String]) {
    guard isOn, lines != self.lines else { return }
    self.lines = lines
    search()
    current = max(0, min(current, count - 1))
  }

  /// Goes on by some hits, round the end of the text.
  /// - Returns: whether it came round.
  mutating func move(by step: Int) -> Bool {
    guard count > 0 else { return false }
    let next = current + step
    current = (next % count + count) % count
    return next != current
  }

  /// The pieces of a line with the hits in roles of their own.
  func marked(_ pieces: [(String, Role)], line: Int) -> [(String, Role)] {
    guard let here = hitParts[line] else { return pieces }
    var marked: [(String, Role)] = []
    var start = 0
    for (text, role) in pieces {
      let characters = Array(text)
      var done = 0
      for part in here {
        let from = max(part.range.lowerBound - start, done)
        let to = min(part.range.upperBound - start, characters.count)
        guard from < to else { continue }
        if from > done { marked.append((String(characters[done..<from]), role)) }
        let hit: Role = part.hit == current ? .cursor : .found
        marked.append((String(characters[from..<to]), hit))
        done = to
      }
      if done < characters.count { marked.append((String(characters[done...]), role)) }
      start += characters.count
    }
    return marked
  }

  // MARK: - Finding

  private mutating func search() {
    (hitParts, starts) = ([:], [])
    let pattern = Self.folded(wanted)
    guard !pattern.allSatisfy({ $0 == " " }) else { return }
    var text: [Character] = []
    var places: [(line: Int, offset: Int)] = []
    for (number, line) in lines.enumerated() {
      for (offset, character) in Self.folded(line).enumerated() {
        text.append(character)
        places.append((number, offset))
      }
      text.append(" ")
      places.append((number, -1))
    }
    var start = 0
    while start < text.count {
      if text[start] == pattern[0], let end = Self.end(of: pattern, in: text, from: start) {
        add(places[start..<end])
        start = end
      } else {
        start += 1
      }
    }
  }

  /// Notes a hit line by line.
  private mutating func add(_ places: ArraySlice<(line: Int, offset: Int)>) {
    let byLine = Dictionary(grouping: places.filter { $0.offset >= 0 }, by: \.line)
    for (line, places) in byLine {
      guard let first = places.first?.offset, let last = places.last?.offset else { continue }
      hitParts[line, default: []].append(HitPart(hit: count, range: first..<last + 1))
    }
    if let line = byLine.keys.min() { starts.append(line) }
  }

  private static func end(
    of pattern: [Character], in text: [Character], from start: Int
  ) -> Int? {
    var place = start
    var next = 0
    while next < pattern.count {
      guard place < text.count, text[place] == pattern[next] else { return nil }
      if pattern[next] == " " {
        while place < text.count, text[place] == " " { place += 1 }
        while next < pattern.count, pattern[next] == " " { next += 1 }
      } else {
        (place, next) = (place + 1, next + 1)
      }
    }
    return place
  }

  /// One character for each, so that places stay what they are.
  private static func folded(_ text: String) -> [Character] {
    text.map { character in
      let plain = WordMarks.plain(character)
      let lower = plain.lowercased()
      return lower.count == 1 ? Character(lower) : plain
    }
  }
}
