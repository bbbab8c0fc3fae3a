/// Finds the passages of a letter again when its text is extracted anew, by their words and not by their position.
///
/// 1. Every old and every new text stands in exactly one outcome.
/// 2. Equal words are the same passage, whatever the line breaks, hyphens and punctuation.
/// 3. Among the rest the most alike belong together, if at least `threshold` of their words are common.
///
/// Cost: the words of all texts, and for those that are not the same, old times new.
public struct PassageMatcher: Sendable {
  /// What became of a passage; positions in the two lists.
  public enum Outcome: Sendable, Equatable {
    /// The words are the same.
    case same(old: Int, new: Int)
    /// It is the same passage with other words: how alike they are, from 0 to 1.
    case changed(old: Int, new: Int, likeness: Double)
    /// It was not there before.
    case new(Int)
    /// It is there no more.
    case gone(Int)
  }

  /// A passage as it is known: by its text or, where the register has none, by the fingerprint of it.
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

  /// What became of each passage, some of them known by a fingerprint alone: old ones in their order, then the new.
  public static func match(old: [Known], new: [String]) -> [Outcome] {
    var partners = equals(old.map(\.fingerprint), new.map(fingerprint))
    alike(old.map(\.text), new, except: &partners)
    let taken = Set(partners.values.map(\.new))
    let olds = old.indices.map { index -> Outcome in
      guard let partner = partners[index] else { return .gone(index) }
      return partner.likeness == 1
        ? .same(old: index, new: partner.new)
        : .changed(old: index, new: partner.new, likeness: partner.likeness)
    }
    return olds + new.indices.filter { !taken.contains($0) }.map { .new($0) }
  }

  /// A text's fingerprint: equal for texts that differ in spacing, hyphens, capitals and punctuation alone. Stable across runs.
  public static func fingerprint(_ text: String) -> String {
    // FNV-1a, 64 bits: small, and the same on every machine.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.lettersAndDigits.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
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
  private static func alike(_ old: [String], _ new: [String], except partners: inout [Int: Partner])
  {
    var taken = Set(partners.values.map(\.new))
    let olds = old.indices.filter { partners[$0] == nil }.map { ($0, counts(old[$0])) }
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
