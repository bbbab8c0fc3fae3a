import Glibc
import Seeded
import Testing

@testable import RecText

/// Small patterns on small values, against regcomp and regexec of glibc in C.UTF-8, which is what
/// recutils asks.
struct PatternDifferentialTests {
  /// Why glibc may say otherwise; nil where that would be a mistake of ours.
  private static func whyOtherwise(_ expression: String, _ value: String = "") -> String? {
    if ["^", "$", "\\`", "\\'"].contains(where: expression.contains), value.contains("\n") {
      return
        "glibc lets ^ follow and $ precede a line feed inside a pattern, though none is asked for"
    }
    if PatternGenerator.places.contains(where: expression.contains),
      expression.contains(where: { "{+".contains($0) })
    {
      return "glibc loses places in repetitions that it writes out"
    }
    return nil
  }

  @Test func `a pattern is refused where glibc refuses it, and found where glibc finds it`() throws
  {
    let seed = UInt64.random(in: 0..<1_000_000)
    print("seed \(seed)")
    var generator = PatternGenerator(seed: seed)
    var counts = (read: 0, refused: 0, found: 0)
    let rounds = isThorough ? 6000 : 1500
    for index in 0..<rounds {
      let expression = index % 2 == 0 ? generator.pattern() : generator.soup()
      let values = (0..<5).map { _ in generator.value() }
      let theirs = Regcomp.find(expression, in: values)
      switch ours(expression, values) {
      case .success(let answers):
        // Where a locale has no order of its own, glibc takes no range that goes beyond ASCII.
        if theirs == nil, expression.contains("-é") || expression.contains("é-") { continue }
        let found = try #require(theirs, "\(expression.debugDescription)")
        counts.read += 1
        for (value, (our, their)) in zip(values, zip(answers, found)) where our != their {
          #expect(
            Self.whyOtherwise(expression, value) != nil,
            "\(expression.debugDescription) \(value.debugDescription): ours \(our)")
        }
        counts.found += found.count { $0 }
      case .failure(.malformed):
        counts.refused += 1
        #expect(theirs == nil, "\(expression.debugDescription)")
      case .failure(.beyond): break
      }
    }
    #expect(
      counts.read > rounds / 3 && counts.refused > rounds / 12 && counts.found > rounds / 3)
  }

  private func ours(_ expression: String, _ values: [String]) -> Result<[Bool], PatternFault> {
    Result { () throws(PatternFault) in
      var machine = PatternMachine(try RecPattern(expression))
      return values.map { machine.finds(in: $0, limit: .max) == true }
    }
  }
}

/// What glibc finds, in C.UTF-8 whatever locale the tests run in.
private enum Regcomp {
  /// Nil for a pattern that it refuses.
  static func find(_ expression: String, in values: [String]) -> [Bool]? {
    let locale = newlocale(1 << LC_CTYPE | 1 << LC_COLLATE, "C.UTF-8", nil)
    let previous = uselocale(locale)
    defer {
      uselocale(previous)
      freelocale(locale)
    }
    var compiled = regex_t()
    defer { regfree(&compiled) }
    guard regcomp(&compiled, expression, REG_EXTENDED | REG_NOSUB) == 0 else { return nil }
    return values.map { regexec(&compiled, $0, 0, nil, 0) == 0 }
  }
}

/// Makes small patterns, right and wrong, and values that they may be found in.
private struct PatternGenerator {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let atoms = [
    "a", "b", "c", "é", "_", "1", "-", " ", "\n", ".", "\\w", "\\W", "\\s", "\\S", "\\.", "\\*",
    "[ab]", "[^a]", "[a-c]", "[[:alpha:]]", "[[:space:]-]", "[^[:alnum:]_]", "[]a]", "[^]-]",
    "[[.a.]]", "[[=b=]1]", "[é]", "[^é]", "}", "()",
  ]
  static let places = ["^", "$", "\\b", "\\B", "\\<", "\\>", "\\`", "\\'"]
  private static let counts = ["*", "+", "?", "{1,2}", "{2}", "{,1}", "{0}", "{2,}", "**", "+?"]
  private static let scraps =
    atoms + places + counts
    + [
      "(", ")", "(", ")", "|", "[", "]", "[^", "{", "}", ",", "\\", "\\1", "[b-a]", "[a-", "-]",
      "[[:x:]]",
    ]

  /// One that is right.
  mutating func pattern(depth: Int = 2) -> String {
    (0..<Int.random(in: 1...2, using: &random)).map { _ in sequence(depth) }.joined(separator: "|")
  }

  private mutating func sequence(_ depth: Int) -> String {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in
      if chance(5) { return pick(Self.places) }
      let atom = depth > 0 && chance(3) ? "(\(pattern(depth: depth - 1)))" : pick(Self.atoms)
      return atom + (chance(3) ? pick(Self.counts) : "")
    }.joined()
  }

  /// Signs in any order.
  mutating func soup() -> String {
    (0..<Int.random(in: 1...6, using: &random)).map { _ in pick(Self.scraps) }.joined()
  }

  mutating func value() -> String {
    (0..<Int.random(in: 0...6, using: &random)).map { _ in
      pick(["a", "b", "a", "b", "c", "é", "_", "1", "-", " ", "\n", "ab", "."])
    }.joined()
  }

  private mutating func pick(_ elements: [String]) -> String {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  private mutating func chance(_ oneIn: Int) -> Bool {
    Int.random(in: 0..<oneIn, using: &random) == 0
  }
}
