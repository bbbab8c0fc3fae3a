/// The switches of source text over enumerations of ours, told by their cases: what begins with a
/// point, and is declared.
struct Switches {
  struct Switch {
    let file: String
    let hasDefault: Bool
    /// The cases it names.
    let cases: Set<String>
    /// The enumerations it may be over.
    let enumerations: Set<String>
  }

  let all: [Switch]

  init(_ files: [SourceFile]) {
    let texts = files.map { (file: $0.path, words: SwiftWords($0.text, marks: true).words) }
    // Enumerations of one name are taken for one.
    var owners: [String: Set<String>] = [:]
    for (_, words) in texts {
      for (index, word) in words.enumerated() where word.text == "enum" && !word.isMember {
        for name in Self.declared(in: Self.body(of: words, after: index)) {
          owners[name, default: []].insert(words[index + 1].text)
        }
      }
    }
    all = texts.flatMap { file, words in
      words.indices.compactMap { index -> Switch? in
        guard words[index].text == "switch", !words[index].isMember else { return nil }
        let (cases, hasDefault) = Self.clauses(of: Self.body(of: words, after: index))
        let all = cases.map { owners[$0] ?? [] }
        let enumerations = all.dropFirst().reduce(all.first ?? []) { $0.intersection($1) }
        if enumerations.isEmpty { return nil }
        return Switch(file: file, hasDefault: hasDefault, cases: cases, enumerations: enumerations)
      }
    }
  }

  /// A word with how deep it stands in the braces, and in the brackets, of what it is in.
  private typealias Placed = (text: String, isMember: Bool, brace: Int, bracket: Int)

  /// What stands between the next braces.
  private static func body(of words: [SwiftWords.Word], after index: Int) -> [Placed] {
    var (brace, bracket) = (0, 0)
    var body: [Placed] = []
    for word in words[(index + 1)...] {
      switch word.text {
      case "(": bracket += 1
      case ")": bracket -= 1
      case "{": brace += 1
      case "}": brace -= 1
      default: break
      }
      if brace == 0, word.text == "}" { return body }
      if brace > 0 { body.append((word.text, word.isMember, brace, bracket)) }
    }
    return body
  }

  /// The names that an enumeration declares as its cases.
  private static func declared(in body: [Placed]) -> Set<String> {
    var names: Set<String> = []
    var isInCase = false
    for (index, word) in body.enumerated() where word.brace == 1 && word.bracket == 0 {
      if word.text == "case", !word.isMember {
        isInCase = true
      } else if isInCase, ["case", ","].contains(body[index - 1].text) {
        names.insert(word.text)
      } else if ![",", ")", "="].contains(word.text) {
        isInCase = false
      }
    }
    return names
  }

  /// The names after `case` that say which case it is, and whether anything else has a clause.
  private static func clauses(of body: [Placed]) -> (Set<String>, hasDefault: Bool) {
    let beforePatterns: Set = ["if", "guard", "for", "while", ","]
    var names: Set<String> = []
    var isPattern = false
    var isNamed = false
    var hasDefault = false
    for (index, word) in body.enumerated() where word.brace == 1 {
      let before = index > 0 ? body[index - 1].text : ""
      if word.text == "default", !word.isMember {
        hasDefault = true
      } else if word.text == "case", !word.isMember, !beforePatterns.contains(before) {
        (isPattern, isNamed) = (true, false)
      } else if word.bracket == 0, word.text == ":" || word.text == "where" {
        isPattern = false
      } else if word.bracket == 0, word.text == "," {
        isNamed = false
      } else if isPattern, !isNamed, word.isMember,
        ["case", "let", "var", "(", ","].contains(before)
      {
        names.insert(word.text)
        isNamed = true
      }
    }
    return (names, hasDefault)
  }
}
