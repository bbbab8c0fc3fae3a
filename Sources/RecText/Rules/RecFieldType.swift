/// What a `%type` or `%typedef` line says that values are.
indirect enum RecFieldType: Sendable {
  case int
  case range(ClosedRange<Int>)
  case real
  case bool
  case line
  case size(Int)
  case words([String])
  case pattern(RecPattern)
  case date
  /// The name of a field.
  case name
  case email
  case uuid
  /// The key of a set: what the type of that key is, where it has one.
  case reference(String)
  /// The name of a type that `%typedef` defines.
  case alias(String)

  /// Nil for text that recutils refuses as a type.
  init?(_ text: String) {
    let text = text.trimmingBlanks
    let keyword = text.prefix { !$0.isRecBlank }
    let rest = text.dropFirst(keyword.count).drop(while: \.isRecBlank)
    if rest.isEmpty, let simple = Self.simple[String(keyword)] {
      self = simple
    } else if rest.isEmpty, Self.isTypeName(keyword), !["regexp", "enum"].contains(keyword) {
      self = .alias(String(keyword))
    } else if let type = Self.withArguments(String(keyword), String(rest)) {
      self = type
    } else {
      return nil
    }
  }

  private static let simple: [String: RecFieldType] = [
    "int": .int, "real": .real, "bool": .bool, "line": .line, "date": .date, "field": .name,
    "email": .email, "uuid": .uuid,
  ]

  private static func withArguments(_ keyword: String, _ rest: String) -> RecFieldType? {
    switch keyword {
    case "range": range(rest)
    case "size": integer(rest).flatMap { $0 >= 0 ? .size($0) : nil }
    case "enum": words(rest)
    case "regexp": pattern(rest)
    case "rec" where RecWriter.isFieldName(rest): .reference(rest)
    default: nil
    }
  }

  /// One bound means from 0 on; `MIN` and `MAX` are those of 32 bits.
  private static func range(_ rest: String) -> RecFieldType? {
    let bounds = rest.split(whereSeparator: \.isRecBlank).map { word -> Int? in
      switch word {
      case "MIN": Int(Int32.min)
      case "MAX": Int(Int32.max)
      default: integer(String(word))
      }
    }
    guard (1...2).contains(bounds.count), let last = bounds[bounds.count - 1],
      let first = bounds.count == 1 ? 0 : bounds[0]
    else { return nil }
    // No number lies between bounds in the wrong order.
    return first <= last ? .range(first...last) : .words([])
  }

  /// Words of letters, digits, `_` and `-`, with remarks in brackets between them.
  private static func words(_ rest: String) -> RecFieldType? {
    var words: [String] = []
    var text = rest[...]
    while let first = text.first {
      if first == "(" {
        guard let end = text.firstIndex(of: ")") else { return nil }
        text = text[text.index(after: end)...]
      } else if first.isRecBlank {
        text = text.dropFirst()
      } else {
        let word = text.prefix { !$0.isRecBlank && $0 != "(" }
        guard isEnumWord(word) else { return nil }
        words.append(String(word))
        text = text.dropFirst(word.count)
      }
    }
    return words.isEmpty ? nil : .words(words)
  }

  /// A regular expression between two signs of any kind, which stands twice where it is meant.
  private static func pattern(_ rest: String) -> RecFieldType? {
    guard let delimiter = rest.first else { return nil }
    var expression = ""
    var text = rest.dropFirst()
    while let next = text.popFirst() {
      if next == delimiter {
        guard text.first == delimiter else { break }
        text = text.dropFirst()
      }
      expression.append(next)
    }
    guard text.isEmpty, rest.count > 1, rest.last == delimiter else { return nil }
    return RecPattern(expression).map(RecFieldType.pattern)
  }

  private static func isEnumWord(_ word: Substring) -> Bool {
    word.utf8.first.map { $0.continuesFieldName && $0 != UInt8(ascii: "_") } ?? false
      && word.utf8.allSatisfy { $0.continuesFieldName || $0 == UInt8(ascii: "-") }
  }

  /// Whether `%typedef` can define a type of that name.
  static func isTypeName(_ word: some StringProtocol) -> Bool {
    guard let first = word.utf8.first, first.startsFieldName, first != Byte.percent else {
      return false
    }
    return word.utf8.allSatisfy { $0.continuesFieldName || $0 == UInt8(ascii: "-") }
  }

  /// A whole number, in tens or, after `0x`, in sixteens.
  static func integer(_ text: String) -> Int? {
    let isNegative = text.first == "-"
    let digits = isNegative ? text.dropFirst() : text[...]
    guard let first = digits.utf8.first, first &- 0x30 < 10 else { return nil }
    let isHexadecimal = digits.hasPrefix("0x") || digits.hasPrefix("0X")
    let number = isHexadecimal ? Int(digits.dropFirst(2), radix: 16) : Int(digits)
    return number.map { isNegative ? -$0 : $0 }
  }
}

extension RecFieldType {
  /// How a value stands to its type.
  enum Fit {
    case fits
    case misfits
    /// Only recutils' own reading of dates can tell.
    case unknown
  }

  func fit(of value: String) -> Fit {
    if case .date = self { return Self.dateFit(of: value.trimmingBlanks) }
    return accepts(value) ? .fits : .misfits
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
    case .words(let words): return words.contains(word)
    case .pattern(let pattern): return pattern.matches(value)
    case .name: return RecWriter.isFieldName(word)
    case .email: return RecPattern.email?.matches(word) ?? true
    case .uuid: return RecPattern.uuid?.matches(word) ?? true
    case .date, .reference, .alias: return true
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
    if word.isEmpty { return .misfits }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 &- 0x30 < 10 } })
    else { return .unknown }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return .misfits }
    return (1...12).contains(numbers[1])
      && (1...days(in: numbers[1], of: numbers[0])).contains(numbers[2]) ? .fits : .misfits
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}

extension Character {
  /// A space, a tab or a line feed: what parts words in descriptors.
  var isRecBlank: Bool { self == " " || self == "\t" || self == "\n" }
}

extension String {
  /// Without the blanks before and after it.
  var trimmingBlanks: String {
    let start = drop(while: \.isRecBlank)
    return String(start.prefix(start.count - start.reversed().prefix(while: \.isRecBlank).count))
  }
}
