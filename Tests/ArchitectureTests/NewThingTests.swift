import Testing

/// What a new thing takes, as the documentation has it: seen in things of its kind that are there.
struct NewThingTests {
  private static let files = Repository.swiftFiles(below: "Sources")

  /// The files in which a word stands, by their names.
  private static func files(naming word: String) -> Set<String> {
    let named = files.filter { file in
      file.lines.contains { line in
        line.contains(word) && SwiftWords(String(line)).words.contains { $0.text == word }
      }
    }
    return Set(named.compactMap { $0.path.split(separator: "/").last.map(String.init) })
  }

  @Test(arguments: [
    ("JudgementsScreen", "goJudgements"), ("PassagesScreen", "goPassages"),
    ("CodebookScreen", "goCodebook"),
  ])
  func `a screen is a file of its own, an entry and a line`(screen: String, action: String) {
    #expect(Self.files(naming: screen) == ["\(screen).swift", "ScreenEntry.swift"])
    #expect(Self.files(naming: action) == ["Action.swift", "ScreenEntry.swift"])
  }

  @Test func `an action that asks nothing is a line and its operation`() {
    #expect(Self.files(naming: "ConfirmContribution") == ["Action.swift", "CodePassage.swift"])
  }

  @Test(arguments: ["Keys/Action.swift", "Screens/ScreenEntry.swift"])
  func `the example above a table is one of its lines`(name: String) {
    let text = Repository.text(of: "Sources/InspectionUI/\(name)")
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    let example = lines.filter { $0.hasPrefix("///     ") }.map { $0.dropFirst(4) }
    let code = lines.filter { !$0.hasPrefix("///") }
    func bare(_ lines: [Substring]) -> String { lines.joined().filter { $0 != " " } }
    #expect(!example.isEmpty)
    #expect(bare(code).contains(bare(example)))
  }
}
