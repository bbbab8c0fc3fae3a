import Testing

/// What is written about the code, held against the code.
struct DocumentationTests {
  private static let catalog = "Sources/Documentation/Jointview.docc"

  /// The lines of the glossary that explain a word: `- **word**: what it means`.
  private static let words: [String] = {
    let lines = Repository.text(of: "\(catalog)/Glossary.md").split(separator: "\n")
    return lines.filter { $0.hasPrefix("- ") }.map { line in
      String(line.dropFirst("- **".count).prefix { $0 != "*" })
    }
  }()

  /// What is declared: the parts of the names of types and cases, in lower case, as `table` and
  /// `sheet` of `TableSheet`; of everything else the whole name.
  private static let declared: Set<String> = {
    let types: Set = ["struct", "class", "enum", "protocol", "typealias", "case"]
    let others: Set = ["var", "let", "func"]
    var declared: Set<String> = []
    for file in Repository.swiftFiles(below: "Sources") {
      let words = SwiftWords(file.text).words.map(\.text)
      for (word, name) in zip(words, words.dropFirst()) {
        if types.contains(word) { declared.formUnion(parts(of: name)) }
        if others.contains(word) { declared.insert(name) }
      }
    }
    return declared
  }()

  private static func parts(of name: String) -> [String] {
    var parts = [""]
    for character in name {
      if character.isUppercase { parts.append("") }
      parts[parts.count - 1].append(character.lowercased())
    }
    return parts.filter { !$0.isEmpty }
  }

  @Test func `every word of the glossary is in the code`() {
    #expect(Self.words.count > 50)
    for word in Self.words {
      #expect(Self.declared.contains(word) || Self.declared.contains(word + "s"), "\(word)")
    }
  }

  @Test func `the glossary explains a word once, in a line`() {
    let text = Repository.text(of: "\(Self.catalog)/Glossary.md")
    for line in text.split(separator: "\n") where line.hasPrefix("- ") {
      #expect(line.wholeMatch(of: /- \*\*[a-z]+\*\*: [^ ].*/) != nil, "\(line)")
    }
    #expect(!text.contains("\n  "), "no line goes on")
    #expect(Set(Self.words).count == Self.words.count)
  }

  @Test func `the README is a page, and names every module`() {
    let text = Repository.text(of: "README.md")
    #expect(text.utf8.count <= 10_000)
    for module in Repository.names(in: "Sources") where module != "Documentation" {
      #expect(text.contains("`\(module)`"), "\(module)")
    }
  }

  @Test func `files that the documentation names are there`() {
    let pages = Repository.names(in: Self.catalog).map { "\(Self.catalog)/\($0)" } + ["README.md"]
    for page in pages {
      for match in Repository.text(of: page).matches(of: /`((?:[A-Za-z+]+\/)+[A-Za-z+.]*)`/) {
        let path = String(match.1)
        let isThere = ["", "Sources/"].contains { Repository.has($0 + path) }
        #expect(isThere, "\(page): \(path)")
      }
    }
  }
}
