/// The way through the text of a pattern.
///
/// It goes deeper only at a group, ``RecPatternLimit/deepest`` at most; where a pattern is beyond
/// another limit it goes on, to tell one that recutils refuses anyway.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private var at = 0
  private(set) var sets: [ScalarSet] = []
  private var limit: RecPatternLimit?
  private var openGroups = 0
  /// Those of the first nine groups that are closed, by their numbers from 1.
  private var closedGroups: Set<Int> = []
  private var groupCount = 0

  init(_ expression: String) { scalars = Array(expression.unicodeScalars) }

  mutating func read() throws(PatternFault) -> PatternPart {
    let part = try readChoice()
    // A bracket that closes nothing is a sign like others, so that nothing can be left.
    if let limit { throw .beyond(limit) }
    return part
  }

  // MARK: Scalars

  var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  /// The scalar after the next.
  var second: Unicode.Scalar? { at + 1 < scalars.count ? scalars[at + 1] : nil }

  mutating func consume() -> Unicode.Scalar? {
    guard at < scalars.count else { return nil }
    at += 1
    return scalars[at - 1]
  }

  /// Takes the next scalar if it is that.
  mutating func consume(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    at += 1
    return true
  }

  // MARK: Parts

  private mutating func readChoice() throws(PatternFault) -> PatternPart {
    var parts = [try readSequence()]
    var size = parts[0].size
    while consume("|") {
      let part = try readSequence()
      size += part.size + 2
      if fits(size) { parts.append(part) }
    }
    return checked(.choice(parts))
  }

  private mutating func readSequence() throws(PatternFault) -> PatternPart {
    var parts: [PatternPart] = []
    var size = 0
    while let next, next != "|", next != ")" || openGroups == 0 {
      let part = try readRepeated()
      size += part.size
      if fits(size) { parts.append(part) }
    }
    return checked(.sequence(parts))
  }

  private mutating func readRepeated() throws(PatternFault) -> PatternPart {
    if let place = takePlace() { return PatternPart(tree: .place(place)) }
    var part = try readAtom()
    while let count = try readCount() { part = checked(part.repeated(count)) }
    return part
  }

  /// A part as it is, or nothing for one that is beyond a limit.
  private mutating func checked(_ part: PatternPart) -> PatternPart {
    if part.height > RecPatternLimit.deepest * 3 { limit = limit ?? .nesting }
    return fits(part.size) && limit == nil ? part : .nothing
  }

  private mutating func fits(_ size: Int) -> Bool {
    if size <= RecPatternLimit.mostParts { return true }
    limit = limit ?? .size
    return false
  }

  /// A place; a sign of repetition may not follow it.
  private mutating func takePlace() -> PatternPlace? {
    if consume("^") { return .start }
    if consume("$") { return .end }
    guard next == "\\", let second, let place = Self.places[second] else { return nil }
    at += 2
    return place
  }

  private static let places: [Unicode.Scalar: PatternPlace] = [
    "`": .start, "'": .end, "<": .startOfWord, ">": .endOfWord, "b": .edgeOfWord,
    "B": .noEdgeOfWord,
  ]

  private mutating func readAtom() throws(PatternFault) -> PatternPart {
    guard let scalar = consume() else { return .nothing }
    switch scalar {
    case "*", "+", "?", "{": throw .malformed
    case ".": return PatternPart(tree: .any)
    case "(": return try readGroup()
    case "[": return part(try readBracket())
    case "\\": return try readEscape()
    default: return PatternPart(tree: .one(scalar))
    }
  }

  private mutating func readGroup() throws(PatternFault) -> PatternPart {
    groupCount += 1
    let number = groupCount
    if openGroups == RecPatternLimit.deepest { throw .beyond(.nesting) }
    openGroups += 1
    let part = try readChoice()
    openGroups -= 1
    guard consume(")") else { throw .malformed }
    if number < 10 { closedGroups.insert(number) }
    return part
  }

  private mutating func readEscape() throws(PatternFault) -> PatternPart {
    guard let scalar = consume() else { throw .malformed }
    switch scalar {
    case "w": return part(ScalarSet([], .word))
    case "W": return part(ScalarSet([], .word, isNegated: true))
    case "s": return part(ScalarSet([], .space))
    case "S": return part(ScalarSet([], .space, isNegated: true))
    case "1"..."9":
      guard closedGroups.contains(Int(scalar.value) - 0x30) else { throw .malformed }
      limit = limit ?? .backReference
      return .nothing
    default: return PatternPart(tree: .one(scalar))
    }
  }

  private mutating func part(_ set: ScalarSet) -> PatternPart {
    if set.rangeCount > RecPatternLimit.mostRanges { limit = limit ?? .size }
    sets.append(set)
    return PatternPart(tree: .oneOf(sets.count - 1))
  }

  /// Notes what is not evaluated; the reading goes on.
  mutating func note(_ limit: RecPatternLimit) { self.limit = self.limit ?? limit }
}
