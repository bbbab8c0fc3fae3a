/// What a `%type` or `%typedef` line says that values are.
indirect enum RecFieldType: Sendable {
  case int
  case range(ClosedRange<Int>)
  case real
  case bool
  case line
  case size(Int)
  case options(Set<String>)
  case pattern(RecPattern)
  /// A pattern that is not evaluated.
  case beyond(RecPatternLimit)
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
    case "enum": options(rest)
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
    return first <= last ? .range(first...last) : .options([])
  }

  /// Words of letters, digits, `_` and `-`, with remarks in brackets between them.
  private static func options(_ rest: String) -> RecFieldType? {
    var words: Set<String> = []
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
        words.insert(String(word))
        text = text.dropFirst(word.count)
      }
    }
    return words.isEmpty ? nil : .options(words)
  }

  /// A regular expression between two signs of any kind, which stands twice where it is meant.
  private static func pattern(_ rest: String) -> RecFieldType? {
    // Scalars, not characters: one with an accent after it is a delimiter, too.
    var scalars = rest.unicodeScalars[...]
    guard let delimiter = scalars.popFirst() else { return nil }
    var expression = String.UnicodeScalarView()
    var isClosed = false
    while !isClosed, let next = scalars.popFirst() {
      isClosed = next == delimiter && scalars.first != delimiter
      if next == delimiter, !isClosed { scalars.removeFirst() }
      if !isClosed { expression.append(next) }
    }
    guard isClosed, scalars.isEmpty else { return nil }
    do throws(PatternFault) {
      return .pattern(try RecPattern(String(expression)))
    } catch {
      if case .beyond(let limit) = error { return .beyond(limit) }
      return nil
    }
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
