import InspectionModel

/// What a cell in a column of days says.
enum DayCell: Equatable {
  case none
  case day(Day)
  /// Nobody inspected it yet.
  case notInspected
  /// A day that stands for none, such as 1900-01-01.
  case filler(Day)
  /// Why it is refused, the end of a sentence.
  case fault(String)
}

/// How the days of one column are written, told by all of them: what looks like 03/04/2024 is the
/// third of April in one file and the fourth of March in another.
struct DayColumn {
  /// How many can have the day first only, and the month first only; where each begins.
  private var (dayFirst, monthFirst) = (0, 0)
  private(set) var firstMonthFirst: Int?
  private(set) var lastDayFirst: Int?
  /// The rows that a way of writing stands in first and last: the year first, or last.
  private var yearFirst: ClosedRange<Int>?
  private var yearLast: ClosedRange<Int>?
  /// As a mapping says; nil where the column tells it.
  private let known: TableMapping.DayOrder?

  enum Order { case dayFirst, monthFirst, unknown }

  init(_ known: TableMapping.DayOrder? = nil) { self.known = known }

  mutating func countISO(row: Int) {
    yearFirst = (yearFirst?.lowerBound ?? row)...row
  }

  mutating func count(_ text: String, row: Int) {
    guard let numbers = DayParts(text) else { return }
    if numbers.isISO { return countISO(row: row) }
    yearLast = (yearLast?.lowerBound ?? row)...row
    if numbers.first > 12, numbers.second <= 12 {
      dayFirst += 1
      lastDayFirst = row
    } else if numbers.second > 12, numbers.first <= 12 {
      monthFirst += 1
      firstMonthFirst = firstMonthFirst ?? row
    }
  }

  /// Whether some have the day first and others the month.
  var isMixed: Bool { order == .unknown && dayFirst > 0 }

  /// Where the column turns from one way of writing days to another; nil where it has one, or both
  /// all along.
  var turn: (row: Int, sentence: String)? {
    guard let yearFirst, let yearLast else { return nil }
    if yearLast.upperBound < yearFirst.lowerBound {
      return (
        yearFirst.lowerBound, "from here on days have the year first; above, they have it last"
      )
    }
    if yearFirst.upperBound < yearLast.lowerBound {
      return (
        yearLast.lowerBound, "from here on days have the year last; above, they have it first"
      )
    }
    return nil
  }

  /// One slip in fifty is a slip; three of a kind and no other are a habit.
  var order: Order {
    switch known {
    case .dayFirst: return .dayFirst
    case .monthFirst: return .monthFirst
    case nil: break
    }
    if monthFirst == 0 || monthFirst * 50 <= dayFirst { return .dayFirst }
    return dayFirst == 0 && monthFirst >= 3 ? .monthFirst : .unknown
  }

  /// - Parameter short: whether two digits for a year are usual in this kind of table.
  func cell(_ text: String, short: Bool) -> DayCell {
    let folded = text.lowercased()
    if Blank.marks.contains(folded) { return .none }
    if folded.contains("not yet inspected") || folded == "not inspected" { return .notInspected }
    guard let parts = DayParts(text) else { return .fault(Self.otherFault(text)) }
    guard let (year, month, day) = numbers(parts) else {
      let known = order == .unknown ? ", and both ways of writing it stand in this column" : ""
      return .fault("“\(text)” can be two different days\(known)")
    }
    if parts.yearDigits == 2, !short { return .fault("“\(text)” has two digits for the year") }
    guard let found = Day(year: year, month: month, day: day) else {
      return .fault("“\(text)” is not a day of the calendar")
    }
    return Self.fillers.contains(found) ? .filler(found) : .day(found)
  }

  /// Year, month and day; nil where the column does not tell which is which.
  private func numbers(_ parts: DayParts) -> (Int, Int, Int)? {
    if parts.isISO { return (parts.first, parts.second, parts.third) }
    let year = parts.yearDigits == 2 ? 2000 + parts.third : parts.third
    if parts.isNamed || parts.first == parts.second { return (year, parts.second, parts.first) }
    switch order {
    case .dayFirst: return (year, parts.second, parts.first)
    case .monthFirst: return (year, parts.first, parts.second)
    case .unknown:
      if parts.first > 12 { return (year, parts.second, parts.first) }
      return parts.second > 12 ? (year, parts.first, parts.second) : nil
    }
  }

  private static func otherFault(_ text: String) -> String {
    let shown = text.count > 60 ? text.prefix(60) + "…" : text[...]
    if text.utf8.allSatisfy({ ("0"..."9").contains(Unicode.Scalar($0)) }) {
      return "“\(shown)” is a number; give the column a date format in the spreadsheet"
    }
    let isSentence = text.split(separator: " ").count > 3
    return isSentence ? "“\(shown)” is a sentence, not a day" : "“\(shown)” is not a day"
  }

  private static let fillers = Set(
    ["1900-01-01", "1899-12-30", "1899-12-31", "1970-01-01", "1904-01-01"].compactMap {
      Day(iso: $0)
    })
}

/// The three numbers of a written day, in the order in which they stand.
private struct DayParts {
  let first: Int
  let second: Int
  let third: Int
  let yearDigits: Int
  var isISO = false
  /// Whether the month is a word.
  var isNamed = false

  /// `2024-03-05`, `05/03/2024`, `5.3.24`, `5 March 2024`, with or without midnight after it.
  init?(_ text: String) {
    var bytes = Array(text.utf8)
    if bytes.count > 10, let end = bytes.firstIndex(where: { $0 == 0x54 || $0 == 0x20 }),
      end >= 8, bytes[end...].dropFirst().starts(with: "00:00".utf8)
    {
      bytes.removeSubrange(end...)
    }
    guard bytes.count <= 18 else { return nil }
    let parts = bytes.split { !(Self.isDigit($0) || Self.isLetter($0)) }
    let signs = bytes.count { !(Self.isDigit($0) || Self.isLetter($0)) }
    guard parts.count == 3, signs == 2, let first = Self.number(parts[0]),
      let third = Self.number(parts[2])
    else { return nil }
    let named = Self.month(parts[1])
    guard let second = Self.number(parts[1]) ?? named else { return nil }
    (self.first, self.second, self.third) = (first, second, third)
    isNamed = named != nil
    if parts[0].count == 4, parts[1].count <= 2, parts[2].count <= 2 {
      (isISO, yearDigits) = (true, 4)
    } else {
      guard parts[0].count <= 2, parts[2].count == 4 || parts[2].count == 2 else { return nil }
      yearDigits = parts[2].count
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.count <= 4 else { return nil }
    var number = 0
    for digit in digits {
      guard isDigit(digit) else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return number
  }

  private static func month(_ letters: ArraySlice<UInt8>) -> Int? {
    let word = String(decoding: letters, as: UTF8.self).lowercased()
    guard word.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}

/// What stands in a cell that holds nothing.
enum Blank {
  static let marks: Set<String> = [
    "", "-", "–", "—", "n/a", "na", "nan", "nat", "none", "null", ".", "..", "[x]", "[z]", ":",
    "not found or not applicable.", "not found or not applicable", "not applicable",
  ]
}
