import Seeded

/// Makes small registers with demands of many kinds.
struct RuleGenerator {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  static let types = [
    "int", "real", "bool", "line", "field", "email", "uuid", "date", "range 5", "range 1 5",
    "range -5 MAX", "range MIN 3", "range 5 1", "range 0x1 0xa", "range MAX", "size 3", "size 0x2",
    "enum a b-c", "enum a (one) b (two)", "enum a\n+ b", "enum 1 2", "regexp /^a+$/",
    "regexp |a/b|", "regexp /a//b/", "regexp /(/", "regexp /a/ x", "regexp /a", "regexp //",
    "regexp /\\./", "regexp /a//", "regexp ///", "regexp ///b/", "regexp /^.{2}$/",
    "regexp /^[[:alpha:]]+$/", "regexp /^(a|é)*$/", "regexp /\\<a\\>/", "regexp /^[^\\W_]+$/",
    "regexp /a$|^[0-9]{4}(-[0-9]{2}){0,2}$/", "regexp /a{2,1}/", "regexp /*/", "regexp /[[:x:]]/",
    "rec Nope", "rec", "rec 1x", "range", "range a", "size", "size -1", "enum",
    "enum -a", "enum é", "foo", "Int", "int x", "", "regexp",
  ]

  static let values = [
    "", " ", "1", " 12 ", "3", "3x", "3.5", "0x3", "-1", "+1", "- 1", "1.", ".5", "1e5", "-", ".",
    "-1.5", "1,5", "99999999999999999999", "yes", " true", "Yes", "a", " a ", "aa", "b", "b-c",
    "ab",
    "a/b", "a\n+ b", "éé", "é1", "abcd", "A_b", "1a", "a b", "a@b.cd", "a@b", "A.B+c@d-e.com",
    "a@b.museum", "f47ac10b-58cc-4372-a567-0e02b2c3d479",
    " f47ac10b-58cc-4372-a567-0e02b2c3d479", "f47ac10b-58cc-4372-a567-0e02b2c3d479 ", " a@b.cd",
    "2016-02-22", "2016-02-30", "2016-02",
    "2016-13-01", "tomorrow", "2016", "encrypted-a",
  ]

  static let lines = [
    "%key", "%mandatory", "%allowed", "%prohibit", "%unique", "%singular", "%confidential", "%auto",
    "%sort", "%size", "%type", "%typedef", "%doc", "%rec",
  ]

  static let words = [
    "A", "A B", "B", " A  B ", "A,B", "A\tB", "", "1", "A\n+ B", "A-x", "A[0]", "A:", "%x", "2",
    "<= 1",
    "<2", "> 1", ">= 3", "==2", "= 2", "0x2", " 2 ", "< 1", "A int", "A,B int", "A, B int",
    "A ,B int",
    "A[1] int", "A nope", "a int", "a-b line", "1a int", "a b", "a a",
  ]

  /// A set or two with demands that their records keep or break.
  mutating func register() -> String {
    var sets = [set("T", extra: [])]
    if chance(3) { sets.append(set("U", extra: ["%type: B rec T"])) }
    return sets.joined(separator: "\n")
  }

  private mutating func set(_ name: String, extra: [String]) -> String {
    var lines = ["%rec: \(name)"] + extra
    // recfix crashes on references to a set that has types and no key.
    if name == "T" || chance(2) { lines.append("%key: \(pick(["A", "A", "B"]))") }
    for _ in 0..<Int.random(in: 0...3, using: &random) { lines.append(demand()) }
    var text = lines.joined(separator: "\n") + "\n"
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      text +=
        "\n"
        + (0..<Int.random(in: 1...4, using: &random)).map { _ in
          "\(pick(["A", "B", "C"])): \(value())\n"
        }.joined()
    }
    return text
  }

  private mutating func demand() -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: "%mandatory: \(names())"
    case 1: "%allowed: \(names()) A"
    case 2: "%prohibit: C"
    case 3: "%unique: \(names())"
    case 4: "%singular: \(pick(["A", "B"]))"
    case 5: "%size: \(pick(["", "<", "<=", ">", ">= "]))\(Int.random(in: 0...4, using: &random))"
    case 6: "%typedef: \(pick(["a", "b"])) \(pick(["int", "line", "a", "b", "enum a b 1"]))"
    case 7: "%auto: \(pick(["A", "B"]))"
    default: "%type: \(pick(["A", "A,C", "B", "C,B,A"])) \(type())"
    }
  }

  private mutating func type() -> String {
    pick([
      "int", "real", "bool", "line", "range 5", "size 2", "enum a b 1", "regexp /[a-c1]/", "a", "b",
    ])
  }

  private mutating func names() -> String { pick(["A", "B", "A B", "C A"]) }

  private mutating func value() -> String {
    pick(["1", "2", "3", "a", "b", "yes", "12", "a\n+ b"])
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  private mutating func chance(_ oneIn: Int) -> Bool {
    Int.random(in: 0..<oneIn, using: &random) == 0
  }
}
