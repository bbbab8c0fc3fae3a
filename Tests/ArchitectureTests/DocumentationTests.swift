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

  /// The parts of all identifiers, in lower case: `letter` and `sheet` of `LetterSheet`.
  private static let parts: Set<String> = {
    var parts: Set<String> = []
    for file in Repository.swiftFiles(below: "Sources") {
      for word in SwiftWords(file.text).words {
        var part = ""
        for character in word.text {
          if character.isUppercase, !part.isEmpty {
            parts.insert(part.lowercased())
            part = ""
          }
          part.append(character)
        }
        parts.insert(part.lowercased())
      }
    }
    return parts
  }()

  @Test func `every word of the glossary is in the code`() {
    #expect(Self.words.count > 50)
    for word in Self.words {
      #expect(Self.parts.contains(word) || Self.parts.contains(word + "s"), "\(word)")
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
