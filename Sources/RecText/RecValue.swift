/// How values stand in rec text: folded over lines that start with `+`, or joined by a backslash.
enum RecValue {
  /// The bytes that a raw value means: a backslash and a line feed vanish, a line feed and `+`
  /// become a line feed, and a CR before the end of a line is part of that end.
  static func unfold(_ raw: UnsafeRawBufferPointer) -> [UInt8] {
    var value: [UInt8] = []
    value.reserveCapacity(raw.count)
    var at = 0
    while at < raw.count {
      if raw[at] == Byte.backslash, at + 1 < raw.count, raw[at + 1] == Byte.lineFeed {
        at += 2
      } else if raw[at] == Byte.carriageReturn, raw.endsLine(at + 1) {
        at += 1
      } else {
        value.append(raw[at])
        at = raw[at] == Byte.lineFeed ? afterPlus(at + 1, in: raw) : at + 1
      }
    }
    return value
  }

  /// The end of a raw value of one line, without what is part of the end of that line.
  @inline(__always)
  static func end(_ range: Range<Int>, in text: UnsafeRawBufferPointer) -> Int {
    let last = range.upperBound &- 1
    return last >= range.lowerBound && text[last] == Byte.carriageReturn ? last : range.upperBound
  }

  /// The offset after the `+` at `start` and the one space that may follow it.
  private static func afterPlus(_ start: Int, in raw: UnsafeRawBufferPointer) -> Int {
    guard start < raw.count, raw[start] == Byte.plus else { return start }
    let at = start + 1
    return at < raw.count && raw[at] == Byte.space ? at + 1 : at
  }

  /// The field name that a raw value begins with, after blanks: what `%rec` names. Empty if there
  /// is none.
  static func firstWord(of raw: UnsafeRawBufferPointer) -> String {
    let start = raw.skippingBlanks(from: 0)
    guard start < raw.count, raw[start].startsFieldName else { return "" }
    var end = start + 1
    while end < raw.count, raw[end].continuesFieldName { end += 1 }
    return String(decoding: raw[start..<end], as: UTF8.self)
  }

  /// The field name that a value begins with.
  static func firstWord(of value: String) -> String {
    [UInt8](value.utf8).withUnsafeBytes { firstWord(of: $0) }
  }
}
