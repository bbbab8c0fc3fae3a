import InspectionModel
import InspectionOperations

/// The days a letter names: its own, the fieldwork's, and the day the statement is due.
struct Dates {
  private(set) var published: Letter.Found<Day>?
  private(set) var from: Letter.Found<Day>?
  private(set) var to: Letter.Found<Day>?
  private(set) var due: Letter.Found<Day>?
  private(set) var problems: [Letter.Problem] = []

  /// Reads the days of a letter.
  init(_ parts: LetterParts) {
    readPublished(parts)
    readFieldwork(parts.opening)
    readDue(parts)
    checkOrder()
  }

  /// The letter's date stands at its head, on a line of its own. Where a cover sheet with another
  /// date lies in front, the letter's is the one nearest to those it is addressed to.
  private mutating func readPublished(_ parts: LetterParts) {
    let head = parts.address.isEmpty ? parts.openingLines.prefix(15) : parts.address[...]
    let dates = head.compactMap { line in
      Self.dateAlone(line.text).map { Letter.Found($0, at: line.place) }
    }
    let bare = dates.filter { date in
      head.contains { $0.place == date.place && Self.isDateOnly($0.text) }
    }
    guard let date = bare.last ?? dates.last else {
      return add("published", "The letter has no date at its head", parts.address.first?.place)
    }
    published = date
    let others = Set(dates.map(\.value)).subtracting([date.value]).sorted()
    if let other = others.first {
      add("published", "Another date stands before the salutation: \(other)", date.place)
    }
  }

  /// The day that a short line ends with.
  private static func dateAlone(_ text: String) -> Day? {
    let words = text.words
    return words.indices.prefix(3).lazy.filter { words.count - $0 <= 4 }
      .compactMap { WrittenDay(words, at: $0)?.calendarDay }.first
  }

  private static func isDateOnly(_ text: String) -> Bool {
    WrittenDay(text.words, at: 0).map { $0.words.count == text.words.count } ?? false
  }

  private mutating func readFieldwork(_ opening: Prose) {
    let (text, words) = (opening.text, opening.text.words)
    let spans = words.indices.lazy.compactMap { WrittenSpan(text, words, ledInAt: $0) }
    // "… (20 to 24 June 2016)": without a word before it, only where there is no other.
    let bare = words.indices.lazy.compactMap { WrittenSpan(text, words, at: $0) }
    for span in [Array(spans), Array(bare)].joined() {
      guard let days = span.days(letter: published?.value),
        let length = days.from.days(until: days.to), (0...31).contains(length)
      else { continue }
      let place = opening.place(at: words[span.from.words.lowerBound].range.lowerBound)
      from = Letter.Found(days.from, at: place, how: days.how)
      to = Letter.Found(days.to, at: place, how: days.how)
      checkFieldwork(span, days.how)
      return
    }
    if let span = (Array(spans) + Array(bare)).first(where: { $0.isImpossible(published?.value) }) {
      let from = words[span.from.words.lowerBound].range.lowerBound
      let to = words[span.to.words.upperBound - 1].range.upperBound
      return add(
        "fieldwork", "The days \u{201C}\(text[from..<to])\u{201D} cannot be: \(span.fault)",
        opening.place(at: from))
    }
    add("fieldwork", "The letter does not say on which days the inspection was held", opening.place)
  }

  private mutating func checkFieldwork(_ span: WrittenSpan, _ how: Letter.Certainty) {
    guard let from, let to else { return }
    if how == .fromLetterDate {
      add(
        "fieldwork", "The year of the fieldwork is missing; it is taken from the letter's date",
        from.place)
    }
    for (day, written) in [(from, span.from), (to, span.to)] {
      checkWeekday(day, written, "fieldwork")
      if let weekday = day.value.weekday, weekday > 5 {
        add("fieldwork", "\(day.value) is a \(WrittenDay.weekdayName(weekday))", day.place)
      }
    }
  }

  /// "… should send the written statement of action to … by 14 July 2016."
  private mutating func readDue(_ parts: LetterParts) {
    let steps = parts.nextSteps
    let words = steps.text.words
    for start in words.indices.dropLast() where ["by", "before", "than"].contains(words[start].key)
    {
      guard let written = WrittenDay(words, at: start + 1), written.month != nil else { continue }
      let place = steps.place(at: words[start].range.lowerBound)
      due = dueDay(written, at: place)
      if let due { checkWeekday(due, written, "statementDue") }
      return
    }
    add("statementDue", "The letter names no day for the written statement", steps.place)
  }

  /// A due date without its year is the first such day after the letter's date.
  private mutating func dueDay(_ written: WrittenDay, at place: Letter.Place) -> Letter.Found<Day>?
  {
    if let day = written.calendarDay { return Letter.Found(day, at: place) }
    guard let published, let month = written.month else { return nil }
    add(
      "statementDue", "The year of the due date is missing; it is taken from the letter's date",
      place)
    let years = [published.value.year, published.value.year + 1]
    return years.lazy
      .compactMap { Day(year: $0, month: month, day: written.day) }
      .first { $0 > published.value }
      .map { Letter.Found($0, at: place, how: .fromLetterDate) }
  }

  private mutating func checkWeekday(
    _ day: Letter.Found<Day>, _ written: WrittenDay, _ field: String
  ) {
    guard let said = written.weekday, let real = day.value.weekday, said != real else { return }
    let names = (said: WrittenDay.weekdayName(said), real: WrittenDay.weekdayName(real))
    add(field, "\(day.value) is a \(names.real), not a \(names.said)", day.place)
  }

  /// First day, last day, letter, statement: each no earlier than the one before.
  private mutating func checkOrder() {
    let named = [
      ("fieldwork", "the first day", from), ("fieldwork", "the last day", to),
      ("published", "the letter's date", published), ("statementDue", "the due date", due),
    ]
    var earlier: (name: String, day: Letter.Found<Day>)?
    for (field, name, day) in named {
      guard let day else { continue }
      if let earlier, day.value < earlier.day.value {
        add(
          field,
          "Dates out of order: \(name) \(day.value) is before \(earlier.name) \(earlier.day.value)",
          day.place)
      }
      earlier = (name, day)
    }
  }

  private mutating func add(_ field: String, _ message: String, _ place: Letter.Place?) {
    problems.append(
      Letter.Problem(field: field, message: message, place: place ?? Letter.Place(page: 1, line: 1))
    )
  }
}
