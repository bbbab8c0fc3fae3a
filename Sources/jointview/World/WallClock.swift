import Glibc
import InspectionModel

/// What time it is, for the trail: written in UTC, shown by the clock here.
enum WallClock {
  /// ISO 8601 in UTC, to the second.
  static var now: String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var buffer = [CChar](repeating: 0, count: 32)
    let count = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// A time in UTC as it was here; nil for what is none.
  static func moment(_ utc: String) -> Moment? {
    let numbers = utc.split { !$0.isNumber }.compactMap { Int32($0) }
    guard numbers.count == 6, utc.hasSuffix("Z") else { return nil }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2])
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[3], numbers[4], numbers[5])
    var seconds = timegm(&parts)
    localtime_r(&seconds, &parts)
    return Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday)
    ).map { Moment($0, hour: Int(parts.tm_hour), minute: Int(parts.tm_min)) }
  }
}
