extension RecFieldType {
  /// How a value stands to its type.
  enum Fit {
    case fits
    case doesNotFit
    /// Only recutils' own reading of dates can tell.
    case oddDate
    case tooCostly
    case workSpent
  }

  /// Blanks around a value do not count, but in a line, a size, a UUID and a regular expression.
  /// O(value), and for patterns what is left of the work.
  func fit(of value: String, _ work: inout PatternWork) -> Fit {
    switch self {
    case .date: Self.dateFit(of: value.trimmingBlanks)
    case .pattern(let pattern): Self.fit(of: value, pattern, &work)
    case .email: Self.fit(of: value.trimmingBlanks, .email, &work)
    case .uuid: Self.fit(of: value, .uuid, &work)
    case .int, .range, .real, .bool, .line, .size, .options, .beyond, .name, .reference, .alias:
      accepts(value) ? .fits : .doesNotFit
    }
  }

  private static func fit(
    of value: String, _ pattern: RecPattern?, _ work: inout PatternWork
  ) -> Fit {
    guard let pattern else { return .fits }
    return switch work.look(for: pattern, in: value) {
    case .found: .fits
    case .notFound: .doesNotFit
    case .tooCostly: .tooCostly
    case .spent: .workSpent
    }
  }

  private func accepts(_ value: String) -> Bool {
    let word = value.trimmingBlanks
    switch self {
    case .int: return Self.isInteger(word)
    case .range(let bounds): return Self.integer(word).map(bounds.contains) ?? false
    case .real: return Self.isReal(word)
    case .bool: return ["yes", "no", "true", "false", "0", "1"].contains(word)
    case .line: return !value.utf8.contains(Byte.lineFeed)
    case .size(let most): return value.utf8.count <= most
    case .options(let words): return words.contains(word)
    case .name: return RecWriter.isFieldName(word)
    case .beyond, .date, .email, .pattern, .uuid, .reference, .alias: return true
    }
  }

  private static func isInteger(_ word: String) -> Bool {
    // Any number of digits will do.
    let digits = word.drop { $0 == "-" }
    return word.utf8.count - digits.utf8.count <= 1
      && (integer(word) != nil || (!digits.isEmpty && digits.utf8.allSatisfy { $0 &- 0x30 < 10 }))
  }

  private static func isReal(_ word: String) -> Bool {
    let digits = word.first == "-" ? word.dropFirst() : word[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count) && parts.last?.isEmpty == false
      && parts.allSatisfy { $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }
  }

  /// Days as ISO 8601 writes them are looked at; recutils reads much more, such as `tomorrow`.
  private static func dateFit(of word: String) -> Fit {
    if word.isEmpty { return .doesNotFit }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 &- 0x30 < 10 } })
    else { return .oddDate }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return .doesNotFit }
    return (1...12).contains(numbers[1])
      && (1...days(in: numbers[1], of: numbers[0])).contains(numbers[2]) ? .fits : .doesNotFit
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}
