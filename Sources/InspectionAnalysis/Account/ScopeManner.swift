import InspectionModel

/// The terms of a scope on how things are to be counted, not on what it holds.
struct ScopeManner: Hashable, Sendable {
  private(set) var gap: Int?
  private(set) var yearStart: YearStart?
  private(set) var support: SupportThreshold?
  private(set) var reading: Reading?
  private(set) var takesAllPassages = false
  private(set) var figure: TrendFigure?
  private(set) var over: TrendOver?

  /// Takes a term; false where it is none of these.
  ///
  /// - Throws: what is wrong with its value, at the value.
  mutating func accept(_ word: Substring, at column: Int) throws(QueryProblem) -> Bool {
    let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let (value, place) = (parts[1], column + parts[0].count + 1)
    switch parts[0] {
    case "gap":
      guard let days = Int(value), days > 0 else { return false }
      gap = days
    case "year":
      guard let start = YearStart(rawValue: String(value)) else { return false }
      yearStart = start
    case "support":
      support = try SupportThreshold(value).orThrow {
        QueryProblem(.noCount(String(word), examples: "support:5 or support:5,3"), column: column)
      }
    case "reading":
      reading = try Self.choice(value, at: place)
    case "pool":
      guard value == "all" else {
        throw QueryProblem(.noChoice(String(value), ["all"]), column: place)
      }
      takesAllPassages = true
    case "figure": figure = try Self.choice(value, at: place)
    case "over": over = try Self.choice(value, at: place)
    default: return false
    }
    return true
  }

  /// One of several words.
  private static func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ value: Substring, at place: Int
  ) throws(QueryProblem) -> Choice {
    try Choice(rawValue: value.lowercased()).orThrow {
      .init(.noChoice(String(value), Choice.allCases.map(\.rawValue)), column: place)
    }
  }
}

extension Optional {
  /// The value, or what is wrong where there is none.
  fileprivate func orThrow(_ problem: () -> QueryProblem) throws(QueryProblem) -> Wrapped {
    if let self { return self }
    throw problem()
  }
}
