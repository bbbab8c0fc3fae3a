import Testing

@testable import RecText

/// Regular expressions of descriptors: what they find, what is refused, and what is not evaluated.
struct PatternTests {
  @Test(arguments: [
    ("", ["", "a"], []),
    ("b", ["b", "abc"], ["", "a", "B"]),
    ("^a|b$", ["ax", "xb"], ["xa", "bx"]),
    ("^(ab|c)*$", ["", "abc", "cab"], ["a", "abb"]),
    ("^a+b?$", ["a", "aab"], ["b", "abb"]),
    ("^a{2}$", ["aa"], ["a", "aaa"]),
    ("^a{2,}$", ["aa", "aaaa"], ["a"]),
    ("^a{,2}$", ["", "aa"], ["aaa"]),
    ("^(a|b{2}){2}$", ["aa", "abb", "bbbb"], ["ab", "bbb"]),
    ("^a{0}$", [""], ["a"]),
    ("^(|a)b$", ["b", "ab"], ["aab"]),
    ("^a**$", ["", "aa"], ["b"]),
    ("^.$", ["a", "é", "\u{1F600}", "\n"], ["", "ab"]),
    ("a\\.b\\\\", ["a.b\\"], ["axb\\", "a.b"]),
    ("^[a-c]$", ["b"], ["d", "-", "B"]),
    ("^[^a-c]$", ["d", "é", "\n"], ["b", ""]),
    ("^[]a-]+$", ["]a-"], ["\\", "b"]),
    ("^[^]]$", ["a"], ["]"]),
    ("^[\\n]$", ["\\", "n"], ["\n"]),
    ("^[à-ÿ]$", ["é"], ["e", "ŷ"]),
    ("^[[:alpha:]_[:digit:]]+$", ["aé_1", "٣"], ["-", " "]),
    ("^[^[:space:]]+$", ["a\u{A0}b"], ["a b", "a\tb", "a\u{2028}b"]),
    ("^[[:upper:]][[:lower:]]+$", ["Élan"], ["élan", "ÉLAN"]),
    ("^[[.a.][=b=][.-.]]+$", ["ab-"], ["c"]),
    ("^\\w+\\s\\W$", ["a_1é ."], ["a-1 .", "a b"]),
    ("\\<a\\>", ["a", "x a y"], ["ab", "xa", ""]),
    ("\\ba\\B.\\b", ["ax", "-ab-"], ["a", "xa"]),
    ("\\`a.b\\'", ["a\nb"], ["xa\nb", "a\nbx"]),
    // A line feed begins and ends nothing.
    ("^b", ["b\na"], ["a\nb"]),
    ("a$", ["b\na"], ["a\nb"]),
    ("a)", ["a)"], ["a"]),
    ("a}", ["a}"], ["a"]),
    ("^\\{$", ["{"], ["\\{"]),
  ])
  func `a pattern is found as POSIX has it`(
    expression: String, values: [String], others: [String]
  ) throws {
    let pattern = try RecPattern(expression)
    for value in values { #expect(finds(pattern, in: value) == .found, "\(value)") }
    for value in others { #expect(finds(pattern, in: value) == .notFound, "\(value)") }
  }

  @Test(arguments: [
    "(", "(a", "*a", "^*", "a|*", "(+)", "\\<?", "{1}", "a{", "a{1", "a{}", "a{2,1}", "a{x}",
    "a{1 }",
    "a{32768}", "a{99999999999999999999}", "[", "[]", "[a", "[z-a]", "[a-c-e]", "[a--]",
    "[[:alpha:]",
    "[[:letters:]]", "[[:alpha:]-z]", "[a-[:alpha:]]", "[[..]]", "\\", "a\\", "\\1", "(a\\1)",
    "(a)\\2", "(a)\\1(",
  ])
  func `what recutils takes for no pattern is none`(expression: String) {
    #expect(throws: PatternFault.malformed) { try RecPattern(expression) }
  }

  @Test(
    arguments: [
      ("^(((((.{1,250}){1,250}){1,250}){1,250}){1,250})$", .size),
      ("a{4001}", .size), ("(a{32767}){32767}", .size), ("(){32767}", .size),
      ("((((){32767}){32767}){32767}){32767}", .size),
      (String(repeating: "a", count: 4001), .size), (String(repeating: "|", count: 4001), .size),
      (
        "[" + (0..<300).map { String(Character(Unicode.Scalar(0x2000 + 2 * $0)!)) }.joined() + "]",
        .size
      ),
      (String(repeating: "(", count: 50_000), .nesting),
      ("a" + String(repeating: "?", count: 1000), .nesting),
      ("a" + String(repeating: "{1}", count: 50_000), .nesting),
      ("(.*)(.*)(.*)(.*)(.*)\\1\\2\\3\\4\\5x", .backReference),
      ("[[.space.]]", .collation), ("[[=é=]]", .collation),
    ] as [(String, RecPatternLimit)])
  func `a pattern beyond what is evaluated is known as such`(
    expression: String, limit: RecPatternLimit
  ) {
    #expect(throws: PatternFault.beyond(limit)) { try RecPattern(expression) }
  }

  @Test(arguments: [
    "a{4000}", "^.{0,1999}$", String(repeating: "(", count: 99) + String(repeating: ")", count: 99),
    String(repeating: "(a*)", count: 900), "(((((a+)+)+)+)+)+",
    String(repeating: "[a-z]", count: 4000),
  ])
  func `a pattern at the limits is evaluated`(expression: String) throws {
    let pattern = try RecPattern(expression)
    // What it makes is no more than it was said to.
    #expect(PatternProgram(pattern).steps.count <= pattern.size + 1)
    #expect(finds(pattern, in: "b") != .tooCostly)
  }

  @Test
  func `a value that would take too long is left, and so are all others when the work is done`()
    throws
  {
    let pattern = try RecPattern("(((.?){0,30}){0,30}x)*y")
    let value = String(repeating: "aé", count: 100_000)
    var work = PatternWork(steps: PatternWork.stepsOfValue * 3 / 2)
    #expect(work.look(for: pattern, in: "y") == .found)
    #expect(work.look(for: pattern, in: value) == .tooCostly)
    #expect(work.look(for: pattern, in: "y") == .found)
    #expect(work.look(for: pattern, in: value) == .spent)
    #expect(work.look(for: pattern, in: "y") == .spent)
  }

  private func finds(_ pattern: RecPattern, in value: String) -> PatternWork.Answer {
    var work = PatternWork(bytes: 0)
    return work.look(for: pattern, in: value)
  }
}
