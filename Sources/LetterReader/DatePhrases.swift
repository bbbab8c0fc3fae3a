import InspectionModel
import InspectionOperations

/// A day as written, where month and year may be left to the reader.
struct WrittenDay: Equatable {
  var weekday: Int?
  var day: Int
  var month: Int?
  var year: Int?
  /// The words it covers.
  var words: Range<Int>

  /// The day, once month and year are known.
  var calendarDay: Day? {
    guard let month, let year else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// A day in figures.
  init(day: Int, month: Int, year: Int, words: Range<Int>) {
    (self.day, self.month, self.year, self.words) = (day, month, year, words)
  }

  /// Reads a day that begins at a word: "Friday 14th of July 2023", "22 February", "22".
  init?(_ words: [Word], at start: Int) {
    var index = start
    weekday = words[at: index].flatMap { Self.weekdays.firstIndex(of: $0.key) }.map { $0 + 1 }
    if weekday != nil { index += 1 }
    if words[at: index]?.key == "the" { index += 1 }
    guard let day = words[at: index]?.dayNumber else { return nil }
    self.day = day
    index += 1
    if words[at: index]?.key == "of" { index += 1 }
    month = words[at: index].flatMap { Self.month($0.key) }
    if month != nil {
      index += 1
      year = words[at: index].flatMap(\.yearNumber)
      if year != nil { index += 1 }
    }
    self.words = start..<index
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static func month(_ key: String) -> Int? {
    if key == "sept" { return 9 }
    return months.firstIndex { $0 == key || (key.utf8.count == 3 && $0.hasPrefix(key)) }.map {
      $0 + 1
    }
  }

  /// The name of a month, 1 for January.
  static func monthName(_ month: Int) -> String {
    months[month - 1].prefix(1).uppercased() + months[month - 1].dropFirst()
  }

  /// The name of a day of the week, 1 for Monday to 7 for Sunday.
  static func weekdayName(_ weekday: Int) -> String {
    weekdays[weekday - 1].prefix(1).uppercased() + weekdays[weekday - 1].dropFirst()
  }
}

/// The days from one to another as written: "between 31 October and 4 November 2016", "from 10 to
/// 14 January".
struct WrittenSpan: Equatable {
  var from: WrittenDay
  var to: WrittenDay

  /// Reads a span that a word such as "between" at `start` leads in; the month may stand only once.
  init?(_ text: String, _ words: [Word], ledInAt start: Int) {
    guard ["between", "from", "on", "during", "of"].contains(words[start].key) else { return nil }
    self.init(text, words, at: start + 1)
  }

  /// Reads a span whose first day begins at a word.
  init?(_ text: String, _ words: [Word], at start: Int) {
    guard let from = WrittenDay(words, at: start) else { return nil }
    var next = from.words.upperBound
    if ["and", "to", "until", "till"].contains(words[at: next]?.key) {
      next += 1
    } else if !Self.isDash(text, words, before: next) {
      return nil
    }
    guard let to = WrittenDay(words, at: next), to.month != nil else { return nil }
    self.from = from
    self.to = to
    self.from.month = from.month ?? to.month
  }

  private static func isDash(_ text: String, _ words: [Word], before next: Int) -> Bool {
    guard next > 0, words.indices.contains(next) else { return false }
    let gap = text[words[next - 1].range.upperBound..<words[next].range.lowerBound]
    return gap.contains { "-\u{2010}\u{2011}\u{2013}\u{2014}".contains($0) }
  }

  /// The two days; a year that is not written follows from the other day's, or else from the
  /// letter's date.
  func days(letter: Day?) -> (from: Day, to: Day, how: Letter.Certainty)? {
    let year = to.year ?? from.year ?? letter?.year
    guard let year, let fromMonth = from.month, let toMonth = to.month else { return nil }
    let isStated = to.year != nil || from.year != nil
    for end in isStated ? [year] : [year, year - 1] {
      let begin = from.year ?? (fromMonth > toMonth ? end - 1 : end)
      guard let first = Day(year: begin, month: fromMonth, day: from.day),
        let last = Day(year: end, month: toMonth, day: to.day)
      else { continue }
      if isStated || letter.map({ last <= $0 }) == true {
        return (first, last, isStated ? .stated : .fromLetterDate)
      }
    }
    return nil
  }
}

extension WrittenSpan {
  /// Whether both days are written in full and yet are no span of days.
  func isImpossible(_ letter: Day?) -> Bool {
    guard to.month != nil, to.year != nil || letter != nil else { return false }
    return days(letter: letter).map { $0.to < $0.from } ?? true
  }

  /// What is wrong with them.
  var fault: String {
    for day in [to, from] {
      guard let month = day.month, let year = day.year ?? to.year else { continue }
      if Day(year: year, month: month, day: day.day) == nil {
        return "there is no \(day.day) \(WrittenDay.monthName(month)) \(year)"
      }
    }
    return "the last day is before the first"
  }
}

extension Array {
  /// The element at `index`; nil beyond the end.
  subscript(at index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

extension Word {
  /// 1 to 31 for "5" and "5th".
  fileprivate var dayNumber: Int? {
    let digits = key.prefix { $0.isNumber }
    let ending = key.dropFirst(digits.count)
    guard ["", "st", "nd", "rd", "th"].contains(ending), let number = Int(digits) else {
      return nil
    }
    return (1...31).contains(number) ? number : nil
  }

  /// A year of the programme.
  fileprivate var yearNumber: Int? {
    Int(key).flatMap { (2000...2099).contains($0) ? $0 : nil }
  }
}
