import InspectionModel
import InspectionOperations

/// The days that a report's front names after a label: "Inspection dates: 29 January to 9 February
/// 2018".
struct VisitDates {
  /// The spans as written, each with its first and last day.
  private(set) var spans: [Letter.Visit] = []

  /// The first day of the first span and the last of the last.
  var visit: Letter.Visit? {
    guard let first = spans.first, let last = spans.last, first.from <= last.to else { return nil }
    return Letter.Visit(from: first.from, to: last.to)
  }

  /// Reads the days of a text. A month or year that is written once, after the last day, holds for
  /// those before it.
  init(_ text: String) {
    let words = text.words
    var days: [WrittenDay] = []
    var index = 0
    while index < words.count {
      if let written = Self.numeric(text, words, index) ?? WrittenDay(words, at: index) {
        days.append(written)
        index = written.words.upperBound
      } else {
        index += 1
      }
    }
    complete(&days)
    pair(days, text, words)
  }

  /// "02/06/2014".
  private static func numeric(_ text: String, _ words: [Word], _ index: Int) -> WrittenDay? {
    guard words.indices.contains(index + 2) else { return nil }
    let numbers = words[index...index + 2].compactMap { Int($0.key) }
    let gaps = [0, 1].map {
      text[words[index + $0].range.upperBound..<words[index + $0 + 1].range.lowerBound]
    }
    guard numbers.count == 3, gaps.allSatisfy({ $0 == "/" || $0 == "." || $0 == "-" }),
      (1...31).contains(numbers[0]), (1...12).contains(numbers[1])
    else { return nil }
    let year = numbers[2] < 100 ? 2000 + numbers[2] : numbers[2]
    return WrittenDay(
      day: numbers[0], month: numbers[1], year: year, words: index..<index + 3)
  }

  /// Gives each day the month and the year of the one after it where it has none.
  private func complete(_ days: inout [WrittenDay]) {
    for index in days.indices.dropLast().reversed() {
      let next = days[index + 1]
      if days[index].month == nil {
        (days[index].month, days[index].year) = (next.month, next.year)
      }
      guard days[index].year == nil, let month = days[index].month, let after = next.month else {
        continue
      }
      days[index].year = next.year.map { month > after ? $0 - 1 : $0 }
    }
    // The year may stand with the first day alone.
    for index in days.indices.dropFirst() where days[index].year == nil {
      days[index].year = days[index - 1].year
    }
  }

  private mutating func pair(_ days: [WrittenDay], _ text: String, _ words: [Word]) {
    var index = 0
    while index < days.count {
      guard let from = days[index].calendarDay else {
        index += 1
        continue
      }
      var to = from
      if days.indices.contains(index + 1), let next = days[index + 1].calendarDay, from <= next,
        isSpan(from: days[index].words, to: days[index + 1].words, text, words)
      {
        to = next
        index += 1
      }
      spans.append(Letter.Visit(from: from, to: to))
      index += 1
    }
  }

  /// Whether "to" or a dash of any kind stands between two days, rather than "and" or a comma.
  private func isSpan(
    from: Range<Int>, to: Range<Int>, _ text: String, _ words: [Word]
  ) -> Bool {
    let between = words[from.upperBound..<to.lowerBound].map(\.key)
    if ["to", "until", "till", "through"].contains(where: between.contains) { return true }
    guard between.isEmpty else { return false }
    let gap = text[
      words[from.upperBound - 1].range.upperBound..<words[to.lowerBound].range.lowerBound]
    return gap.unicodeScalars.contains { $0.isDash }
  }
}

extension Unicode.Scalar {
  /// Hyphens, dashes, and the line of a box that some reports print for one.
  fileprivate var isDash: Bool {
    switch value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0x2500...0x2501, 0xAD: true
    default: false
    }
  }
}
