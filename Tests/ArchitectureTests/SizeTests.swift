import Testing

/// How long files and functions are, printed and held.
@Suite struct SizeTests {
  private static let files = Repository.swiftFiles(below: "Sources")

  /// The middle one, the one that nine in ten do not pass, and the most.
  private static func spread(_ sizes: [Int]) -> (median: Int, ninth: Int, most: Int) {
    let sorted = sizes.sorted()
    guard let most = sorted.last else { return (0, 0, 0) }
    return (sorted[sorted.count / 2], sorted[sorted.count * 9 / 10], most)
  }

  /// How many lines each function of a file takes, from its name to its last brace.
  private static func functions(in file: SourceFile) -> [(name: String, lines: Int)] {
    let lines = file.lines.map(String.init)
    return lines.indices.compactMap { start in
      let words = lines[start].split { !$0.isLetter && $0 != "_" }.map(String.init)
      guard !lines[start].contains("///"), let place = words.firstIndex(of: "func"),
        place + 1 < words.count
      else { return nil }
      var depth = 0
      for end in lines.indices[start...] {
        depth += lines[end].count { $0 == "{" } - lines[end].count { $0 == "}" }
        let isOpen = lines[start...end].contains { $0.contains("{") }
        if isOpen, depth == 0 { return (words[place + 1], end - start + 1) }
        // Of a protocol it has no body.
        if !isOpen, end - start > 8 { return nil }
      }
      return nil
    }
  }

  @Test func `files and functions stay small`() {
    let sizes = Self.files.map { $0.lines.count }
    let functions = Self.files.flatMap { file in
      Self.functions(in: file).map { (file.path, $0.name, $0.lines) }
    }
    print("\(sizes.count) files: \(Self.spread(sizes)) lines")
    print("\(functions.count) functions: \(Self.spread(functions.map(\.2))) lines")
    let long = functions.filter { $0.2 > 60 }
    #expect(long.isEmpty, "\(long)")
    #expect(Self.spread(sizes).most <= 360)
    #expect(Self.spread(sizes).ninth <= 200)
    #expect(Self.spread(functions.map(\.2)).ninth <= 25)
  }
}
