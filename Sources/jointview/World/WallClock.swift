import Glibc
import InspectionModel

/// What time it is, for the trail: written in UTC, shown by the clock here.
enum WallClock {
  /// This second: ISO 8601 in UTC, and by the clock here.
  static var now: (utc: String, here: Moment?) {
    let seconds = time(nil)
    return (utc(seconds), moment(seconds))
  }

  /// This second by the clock here.
  static var here: Moment? { moment(time(nil)) }

  /// A time in UTC as it was here; nil for what is none.
  static func moment(_ utc: String) -> Moment? {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let numbers = utc.utf8.split { !digits.contains($0) }.compactMap { Int32(Substring($0)) }
    guard numbers.count == 6, utc.hasSuffix("Z") else { return nil }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2])
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[3], numbers[4], numbers[5])
    return moment(timegm(&parts))
  }

  private static func moment(_ seconds: time_t) -> Moment? {
    var (seconds, parts) = (seconds, tm())
    localtime_r(&seconds, &parts)
    return Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday)
    ).map { Moment($0, hour: Int(parts.tm_hour), minute: Int(parts.tm_min)) }
  }

  private static func utc(_ seconds: time_t) -> String {
    var (seconds, parts) = (seconds, tm())
    gmtime_r(&seconds, &parts)
    var buffer = [CChar](repeating: 0, count: 32)
    let count = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
