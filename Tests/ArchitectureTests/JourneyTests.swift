import Testing

/// The journeys that the architecture tells, counted in the source.
@Suite struct JourneyTests {
  /// A stop on a journey: a function of a file.
  struct Stop: Hashable, CustomStringConvertible {
    let file: String
    let function: String

    var description: String { "\(file) \(function)" }

    /// What each function of the file does, by its name; of several of one name what all do.
    private var bodies: [String: [String]] {
      let words = SwiftWords(Repository.text(of: "Sources/\(file)")).words.map(\.text)
      var bodies: [String: [String]] = [:]
      for index in words.indices.dropLast() where ["func", "var"].contains(words[index]) {
        bodies[words[index + 1], default: []] += Self.body(words[index...])
      }
      return bodies
    }

    var isThere: Bool { bodies[function] != nil }

    /// All that is named in the function, and in those of its file that it leads to.
    var named: Set<String> {
      let bodies = bodies
      var (named, waiting): (Set<String>, [String]) = ([], [function])
      while let next = waiting.popLast() {
        for word in bodies[next] ?? [] where named.insert(word).inserted { waiting.append(word) }
      }
      return named
    }

    /// The words from a declaration to the end of its braces.
    private static func body(_ words: ArraySlice<String>) -> [String] {
      var (depth, body): (Int, [String]) = (0, [])
      for word in words {
        body.append(word)
        if word == "{" { depth += 1 }
        if word == "}" {
          depth -= 1
          if depth == 0 { return body }
        }
      }
      return body
    }
  }

  /// The journeys in the order of the text, each with its stops.
  private static let journeys: [[Stop]] = {
    let text = Repository.text(of: "Sources/Documentation/Jointview.docc/Architecture.md")
    let section = text.split(separator: "## Three journeys").last ?? ""
    var journeys: [[Stop]] = []
    for line in section.split(separator: "\n") {
      if line.hasPrefix("## ") { break }
      let parts = line.split(separator: "`", omittingEmptySubsequences: false)
      guard let number = Int(line.prefix { $0.isNumber }), parts.count == 5 else { continue }
      if number == 1 { journeys.append([]) }
      journeys[journeys.count - 1].append(
        Stop(file: String(parts[1]), function: String(parts[3])))
    }
    return journeys
  }()

  @Test func `there are three, of at most twelve and twenty files, and one writer of an import`() {
    let files = Self.journeys.map { Set($0.map(\.file)).count }
    print("files of the journeys: \(files)")
    #expect(files.count == 3)
    #expect(files.first.map { $0 <= 12 } == true)
    #expect(files.dropFirst().first.map { $0 <= 20 } == true)
    #expect(files.last == 1)
  }

  @Test func `each stop is there, is called by one above it, and is passed once`() {
    for journey in Self.journeys {
      #expect(Set(journey).count == journey.count, "no way leads back")
      for (index, stop) in journey.enumerated() {
        #expect(stop.isThere, "\(stop) is not in the source")
        guard index > 0 else { continue }
        let callers = journey[..<index].filter {
          $0.named.contains(stop.function)
        }
        #expect(!callers.isEmpty, "nothing above calls \(stop)")
      }
    }
  }

  /// Whoever else wrote an import's records would have to insert passages.
  @Test func `nothing but the one writer makes records of a letter`() {
    let writers = ["InspectionUI", "jointview", "LetterReader", "InspectionOperations"]
      .flatMap { Repository.swiftFiles(below: "Sources/\($0)") }
      .filter {
        $0.text.contains("ReportObservation")
          && $0.text.contains(/: (InspectionOperations\.)?Operation\b/)
      }
    #expect(writers.map(\.path) == ["Sources/InspectionOperations/Import/ImportReport.swift"])
  }
}
