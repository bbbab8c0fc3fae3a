import InspectionModel

/// Finds the passages of a letter again when its text is extracted anew, by their words and not by
/// their position.
///
/// 1. Every old and every new text stands in exactly one outcome.
/// 2. Equal words are the same passage, whatever the line breaks, hyphens and punctuation.
/// 3. Neighbours that say together what neighbours said before are only parted otherwise: raw text
///    does not show where a paragraph ends whose last line is full.
/// 4. Among the rest the most alike belong together, if at least `threshold` of their words are
///    common.
///
/// Cost: the words of all texts, and for those that are not the same, old times new.
public struct PassageMatcher: Sendable {
  /// What became of a passage; positions in the two lists.
  public enum Outcome: Sendable, Equatable {
    /// The words are the same.
    case same(old: Int, new: Int)
    /// The same words, parted into passages otherwise.
    case reparted(old: Range<Int>, new: Range<Int>)
    /// It is the same passage with other words: how alike they are, from 0 to 1.
    case changed(old: Int, new: Int, likeness: Double)
    /// It was not there before.
    case new(Int)
    /// It is there no more.
    case gone(Int)
  }

  /// A passage as it is known: by its text or, where the register has none, by the fingerprint of
  /// it.
  public struct Known: Sendable {
    let text: String
    let fingerprint: String

    public init(text: String?, fingerprint: String?) {
      self.text = text ?? ""
      self.fingerprint = text.map(PassageMatcher.fingerprint) ?? fingerprint ?? ""
    }
  }

  /// How alike two texts must be to be one passage that changed.
  public static let threshold = 0.6

  /// What became of each passage: old ones in their order, then the new.
  public static func match(old: [String], new: [String]) -> [Outcome] {
    match(old: old.map { Known(text: $0, fingerprint: nil) }, new: new)
  }

  /// What became of each passage, some of them known by a fingerprint alone: old ones in their
  /// order, then the new.
  public static func match(old: [Known], new: [String]) -> [Outcome] {
    // Of most reports nothing is known yet.
    if old.isEmpty { return new.indices.map { .new($0) } }
    var partners = equals(old.map(\.fingerprint), new.map(fingerprint))
    let reparted = Reparting(
      old: old.enumerated().map { partners[$0] == nil ? $1.text.lettersAndDigits : "" },
      new: free(new, partners).map(\.lettersAndDigits)
    ).pairs
    let settled = (old: Set(reparted.flatMap(\.old)), new: Set(reparted.flatMap(\.new)))
    alike(old.map(\.text), new, except: &partners, settled)
    let taken = Set(partners.values.map(\.new)).union(settled.new)
    let olds = old.indices.filter { !settled.old.contains($0) }.map { index -> Outcome in
      guard let partner = partners[index] else { return .gone(index) }
      return partner.likeness == 1
        ? .same(old: index, new: partner.new)
        : .changed(old: index, new: partner.new, likeness: partner.likeness)
    }
    return olds + reparted.map { .reparted(old: $0.old, new: $0.new) }
      + new.indices.filter { !taken.contains($0) }.map { .new($0) }
  }

  /// The new texts, those that have a partner as nothing.
  private static func free(_ new: [String], _ partners: [Int: Partner]) -> [String] {
    let taken = Set(partners.values.map(\.new))
    return new.enumerated().map { taken.contains($0) ? "" : $1 }
  }

  /// A text's fingerprint: equal for texts that differ in spacing, hyphens, capitals and
  /// punctuation alone. Stable across runs.
  public static func fingerprint(_ text: String) -> String {
    var hash = FNV1a()
    if !text.eachPlainLetterOrDigit({ hash.add($0) }) { hash = FNV1a(text.lettersAndDigits.utf8) }
    return hash.hexadecimal
  }

  private struct Partner {
    let new: Int
    let likeness: Double
  }

  /// Old fingerprints with the same new ones; of several alike, first with first.
  private static func equals(_ old: [String], _ new: [String]) -> [Int: Partner] {
    var free = Dictionary(grouping: new.indices) { new[$0] }.mapValues { $0[...] }
    var partners: [Int: Partner] = [:]
    for index in old.indices {
      guard let first = free[old[index]]?.popFirst() else { continue }
      partners[index] = Partner(new: first, likeness: 1)
    }
    return partners
  }

  /// Pairs what is left, the most alike first.
  private static func alike(
    _ old: [String], _ new: [String], except partners: inout [Int: Partner],
    _ settled: (old: Set<Int>, new: Set<Int>)
  ) {
    var taken = Set(partners.values.map(\.new)).union(settled.new)
    let olds = old.indices.filter { partners[$0] == nil && !settled.old.contains($0) }.map {
      ($0, counts(old[$0]))
    }
    let news = new.indices.filter { !taken.contains($0) }.map { ($0, counts(new[$0])) }
    let pairs = olds.flatMap { one in news.map { (one.0, $0.0, likeness(one.1, $0.1)) } }
      .filter { $0.2 >= threshold }
      .sorted { ($1.2, $0.0, $0.1) < ($0.2, $1.0, $1.1) }
    for (index, other, likeness) in pairs where partners[index] == nil && !taken.contains(other) {
      partners[index] = Partner(new: other, likeness: min(likeness, 0.999))
      taken.insert(other)
    }
  }

  private static func counts(_ text: String) -> [String: Int] {
    text.words.reduce(into: [:]) { $0[$1.key, default: 0] += 1 }
  }

  /// Twice the common words over all words.
  private static func likeness(_ one: [String: Int], _ other: [String: Int]) -> Double {
    let common = one.reduce(0) { $0 + min($1.value, other[$1.key] ?? 0) }
    let all = one.values.reduce(0, +) + other.values.reduce(0, +)
    return all == 0 ? 0 : 2 * Double(common) / Double(all)
  }
}

/// Finds neighbouring texts that say together what neighbouring texts said before.
private struct Reparting {
  /// Letters and digits of each text; empty for one that is settled otherwise.
  let old: [String]
  let new: [String]

  /// The neighbours that belong together, in the order of the old ones.
  var pairs: [(old: Range<Int>, new: Range<Int>)] {
    var pairs: [(old: Range<Int>, new: Range<Int>)] = []
    var free = 0
    for start in old.indices where start >= free && !old[start].isEmpty {
      let found = new.indices.lazy.filter { !new[$0].isEmpty }.compactMap { pair(start, $0) }.first
      guard let found else { continue }
      pairs.append(found)
      free = found.old.upperBound
    }
    return pairs
  }

  /// The shortest rows of neighbours from these two on that say the same; the shorter side grows
  /// until they do.
  private func pair(_ start: Int, _ other: Int) -> (old: Range<Int>, new: Range<Int>)? {
    var (left, right) = (old[start], new[other])
    var (end, otherEnd) = (start + 1, other + 1)
    while left.hasPrefix(right) || right.hasPrefix(left) {
      if left.utf8.count == right.utf8.count { return (start..<end, other..<otherEnd) }
      if left.utf8.count < right.utf8.count {
        guard old.indices.contains(end), !old[end].isEmpty else { return nil }
        left += old[end]
        end += 1
      } else {
        guard new.indices.contains(otherEnd), !new[otherEnd].isEmpty else { return nil }
        right += new[otherEnd]
        otherEnd += 1
      }
    }
    return nil
  }
}
