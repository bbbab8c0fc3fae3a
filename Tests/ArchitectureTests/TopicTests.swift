import Testing

/// An account is two files to touch: its own, and the list of all. `TopicTests` of the analyses
/// makes one.
struct TopicTests {
  private static let list = "Sources/InspectionAnalysis/Topics.swift"

  /// What still looks which topic it has. What is mended is to be taken out, and nothing is to be
  /// put in.
  private static let tellingApart: Set = [
    // A concern's own account must not ask for itself.
    "Sources/InspectionAnalysis/Concerns/ConcernProgress.swift",
    "Sources/InspectionUI/Prompts/StandingPrompt.swift",
  ]

  private static let sources = Repository.swiftFiles(below: "Sources")

  @Test func `every topic is declared once, in a file of its own folder, and listed`() throws {
    let declared = Self.sources.flatMap { file in
      file.text.matches(of: /public static let (\w+) = Topic\(/).map { (String($0.1), file.path) }
    }
    #expect(declared.allSatisfy { $1.hasPrefix("Sources/InspectionAnalysis/") && $1 != Self.list })
    let list = try #require(Self.sources.first { $0.path == Self.list })
    let block = try #require(list.text.firstMatch(of: /let all: \[Topic\] = \[([^\]]*)\]/))
    let listed = block.1.matches(of: /\.(\w+)/).map { String($0.1) }
    #expect(listed.sorted() == declared.map(\.0).sorted())
  }

  @Test func `no file tells topics apart`() {
    let telling = Self.sources.filter { file in
      let isOfTopic = file.text.contains(/extension Topic\b/)
      // Most files say nothing of topics, and patterns take their time.
      guard isOfTopic || file.text.contains("topic") else { return false }
      return file.lines.contains { line in
        guard line.utf8.contains(UInt8(ascii: "=")) || line.utf8.contains(UInt8(ascii: "{")) else {
          return false
        }
        return line.contains(/topic [!=]= \./) || line.contains(/switch .*topic \{/)
          || isOfTopic && line.contains("switch self")
      }
    }
    #expect(Set(telling.map(\.path)) == Self.tellingApart)
  }
}
