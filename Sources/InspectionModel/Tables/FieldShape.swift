/// What a text must look like beyond being text; the file's descriptors say the same to recutils.
public enum FieldShape: Hashable, Sendable {
  /// One of these, whole.
  case oneOf([String])
  /// So many digits after a prefix: the codes of the Office for National Statistics, the Department
  /// for Education and Ofsted.
  case code(prefix: String, digits: ClosedRange<Int>)
  /// One small letter.
  case letter
  /// A whole day of the calendar, written `2016-05-02`.
  case day
  /// A number of nought or more, with or without a part after a point: `2.5`.
  case amount

  func fits(_ text: String) -> Bool {
    switch self {
    case .oneOf(let options): options.contains(text)
    case .code(let prefix, let digits):
      text.hasPrefix(prefix) && digits.contains(text.utf8.count - prefix.utf8.count)
        && text.utf8.dropFirst(prefix.utf8.count).allSatisfy {
          (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
    case .day: Day(iso: text)?.day != nil
    case .amount: Amount(text) != nil
    case .letter:
      text.utf8.count == 1
        && text.utf8.allSatisfy {
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        }
    }
  }

  /// As a regular expression of recutils.
  public var expression: String {
    switch self {
    case .oneOf(let options): "/^(\(options.joined(separator: "|")))$/"
    case .code(let prefix, let digits):
      digits.count == 1
        ? "/^\(prefix)[0-9]{\(digits.lowerBound)}$/"
        : "/^\(prefix)[0-9]{\(digits.lowerBound),\(digits.upperBound)}$/"
    case .letter: "/^[a-z]$/"
    case .day: "/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/"
    case .amount: "/^[0-9]{1,9}(\\.[0-9]{1,4})?$/"
    }
  }

  /// What is wrong with a text that does not fit: the end of a sentence.
  public var expectation: String {
    switch self {
    case .oneOf(let options): "is not one of \(options.joined(separator: ", "))"
    case .code(let prefix, let digits):
      "is not \(prefix.isEmpty ? "" : "\(prefix) and ")\(Self.phrase(digits)) digits"
    case .letter: "is not one letter from a to z"
    case .day: "is not a date, such as 2016-05-02"
    case .amount: "is not a number of 0 or more, such as 3 or 2.5"
    }
  }

  private static func phrase(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
  }
}

extension FieldShape {
  /// A code of the Office for National Statistics for an area in England.
  static let gss = code(prefix: "E", digits: 8...8)

  /// One of the regions of England, as the Office for National Statistics names them.
  static let region = oneOf([
    "North East", "North West", "Yorkshire and the Humber", "East Midlands", "West Midlands",
    "East of England", "London", "South East", "South West",
  ])
}

extension FieldSpec {
  /// Whether a text looks as it must: of its shape where it has one, and a key on one line.
  public func accepts(_ text: String) -> Bool {
    if case .key = kind, text.utf8.contains(UInt8(ascii: "\n")) { return false }
    return shape?.fits(text) ?? true
  }

  /// Whether a text is a value of the field: of its kind, and looking as it must. Of a reference,
  /// which names a record, any text may be one.
  public func takes(_ text: String) -> Bool {
    switch kind {
    case .key: !text.isEmpty && accepts(text)
    case .text, .reference: accepts(text)
    case .day: Day(iso: text) != nil
    case .number: Int32(text).map { String($0) == text } ?? false
    case .choice(let options): options.contains(text)
    }
  }
}
