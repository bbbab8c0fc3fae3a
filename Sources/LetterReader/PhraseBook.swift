import InspectionOperations

/// Finds phrases in a text: whole words, in any case, the longest first.
///
/// A pattern is words with spaces between: `health visit*` finds "health visitor" and "Health
/// visiting". A `*` at a word's end matches any ending. A word in capitals, such as `ED`, matches
/// only in capitals. Hyphens part words: `multi-agency hub` and `multi agency hub` are one pattern.
/// The cost of a search is the number of words times the length of the longest phrase.
struct PhraseBook<Meaning: Hashable & Sendable>: Sendable {
  /// A phrase found: the words it covers, and its meaning; nil for an exception.
  struct Match {
    let words: Range<Int>
    let meaning: Meaning?
  }

  private struct Node: Sendable {
    var whole: [String: Int] = [:]
    /// By their first byte.
    var beginnings: [UInt8: [(key: String, node: Int)]] = [:]
    var meaning: Meaning??
  }

  private var nodes = [Node()]
  private var capitals: Set<String> = []

  /// Adds a pattern; without a meaning it is an exception, whose words mean nothing. A later
  /// pattern replaces its like.
  mutating func add(_ pattern: String, _ meaning: Meaning?) {
    var node = 0
    for part in pattern.split(whereSeparator: { $0 == " " || $0 == "-" }) {
      node = child(of: node, String(part))
    }
    if node != 0 { nodes[node].meaning = .some(meaning) }
  }

  /// Every phrase in the words, from first to last; phrases do not overlap.
  func matches(in words: [Word]) -> [Match] {
    var found: [Match] = []
    var index = 0
    while index < words.count {
      if let (end, meaning) = longest(from: 0, words, index) {
        found.append(Match(words: index..<end, meaning: meaning))
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  private func longest(from node: Int, _ words: [Word], _ index: Int) -> (
    end: Int, meaning: Meaning?
  )? {
    var best: (end: Int, meaning: Meaning?)? = nodes[node].meaning.map { (index, $0) }
    guard index < words.count else { return best }
    func follow(_ next: Int) {
      let found = longest(from: next, words, index + 1)
      if let found, goesBefore(found, best) { best = found }
    }
    let word = words[index]
    if let whole = nodes[node].whole[word.key], word.isCapitals || !capitals.contains(word.key) {
      follow(whole)
    }
    guard let first = word.key.utf8.first else { return best }
    for beginning in nodes[node].beginnings[first] ?? [] where word.key.hasPrefix(beginning.key) {
      follow(beginning.node)
    }
    return best
  }

  /// Whether a phrase is longer than the best so far, or as long and no exception.
  private func goesBefore(
    _ found: (end: Int, meaning: Meaning?), _ best: (end: Int, meaning: Meaning?)?
  ) -> Bool {
    guard let best else { return true }
    return found.end > best.end || (found.end == best.end && best.meaning == nil)
  }

  private mutating func child(of node: Int, _ part: String) -> Int {
    if part.hasSuffix("*") { return beginning(of: node, part.dropLast().lowercased()) }
    guard let word = part.words.first else { return node }
    if word.isCapitals { capitals.insert(word.key) }
    if let known = nodes[node].whole[word.key] { return known }
    nodes.append(Node())
    nodes[node].whole[word.key] = nodes.count - 1
    return nodes.count - 1
  }

  private mutating func beginning(of node: Int, _ key: String) -> Int {
    guard let first = key.utf8.first else { return node }
    if let known = nodes[node].beginnings[first]?.first(where: { $0.key == key }) {
      return known.node
    }
    nodes.append(Node())
    nodes[node].beginnings[first, default: []].append((key, nodes.count - 1))
    return nodes.count - 1
  }
}
