/// A day of the calendar, or only its month or year where no more is known: `2016-02-22`,
/// `2018-05`, `2009`.
///
/// Ordered by time; a year sorts before its months and a month before its days.
public struct Day: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// Year, month and day in one number, so that days compare as numbers do. A part that is not
  /// known is 0.
  let packed: UInt32

  public var year: Int { Int(packed >> 9) }
  /// 1 to 12, or nil where only the year is known.
  public var month: Int? { (packed >> 5) & 15 == 0 ? nil : Int((packed >> 5) & 15) }
  /// 1 to 31, or nil where only the year or the month is known.
  public var day: Int? { packed & 31 == 0 ? nil : Int(packed & 31) }

  init(packed: UInt32) {
    self.packed = packed
  }

  /// Nil where the calendar has no such day.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year), month != nil || day == nil else { return nil }
    if let month, !(1...12).contains(month) { return nil }
    if let month, let day, !(1...Self.days(inMonth: month, of: year)).contains(day) { return nil }
    packed = UInt32(year) << 9 | UInt32(month ?? 0) << 5 | UInt32(day ?? 0)
  }

  /// Reads `yyyy`, `yyyy-mm` or `yyyy-mm-dd`; nil for anything else, and for days that do not
  /// exist.
  public init?(iso text: UnsafeRawBufferPointer) {
    func number(_ range: Range<Int>) -> Int? {
      var number = 0
      for at in range {
        let digit = text[at] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        number = number * 10 + Int(digit)
      }
      return number
    }
    let dash = UInt8(ascii: "-")
    guard text.count == 4 || text.count == 7 || text.count == 10, let year = number(0..<4),
      text.count < 7 || text[4] == dash, text.count < 10 || text[7] == dash
    else { return nil }
    if text.count == 4 {
      self.init(year: year)
    } else if let month = number(5..<7), text.count == 7 {
      self.init(year: year, month: month)
    } else if let month = number(5..<7), let day = number(8..<10) {
      self.init(year: year, month: month, day: day)
    } else {
      return nil
    }
  }

  public init?(iso text: some StringProtocol) {
    var text = String(text)
    guard let day = text.withUTF8({ Day(iso: UnsafeRawBufferPointer($0)) }) else { return nil }
    self = day
  }

  public static func < (a: Day, b: Day) -> Bool { a.packed < b.packed }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}

extension Day: CustomStringConvertible {
  /// ISO 8601, as precise as it is known.
  public var description: String {
    String(unsafeUninitializedCapacity: 10) { bytes in
      var count = 0
      func add(_ number: Int, digits: Int) {
        var rest = number
        for place in (count..<count + digits).reversed() {
          bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
        count += digits
      }
      add(year, digits: 4)
      for part in [month, day] {
        guard let part else { break }
        bytes[count] = UInt8(ascii: "-")
        count += 1
        add(part, digits: 2)
      }
      return count
    }
  }
}

extension Day {
  /// Days since 1 March of the year 0 of the proleptic Gregorian calendar, or nil where the day is
  /// not known.
  ///
  /// Source: the civil-from-days algorithm of Howard Hinnant, "chrono-Compatible Low-Level Date
  /// Algorithms".
  public var ordinal: Int? {
    guard let month, let day else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  /// The day of an ordinal; nil outside of the years 1 to 9999. The same algorithm the other way
  /// round.
  public init?(ordinal: Int) {
    guard (0..<3_700_000).contains(ordinal) else { return nil }
    let era = ordinal / 146_097
    let dayOfEra = ordinal - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    self.init(
      year: era * 400 + yearOfEra + (month >= 10 ? 1 : 0),
      month: month < 10 ? month + 3 : month - 9,
      day: dayOfYear - (153 * month + 2) / 5 + 1)
  }

  /// 1 for Monday to 7 for Sunday, or nil where the day is not known.
  public var weekday: Int? {
    ordinal.map { ($0 + 2) % 7 + 1 }
  }

  /// Calendar days from this day to a later one; negative where it is earlier, nil where either is
  /// not known to the day.
  public func days(until other: Day) -> Int? {
    guard let from = ordinal, let to = other.ordinal else { return nil }
    return to - from
  }
}
