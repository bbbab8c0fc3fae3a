extension JSON {
  /// Why a text is no JSON, with the place: the line, from 1.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    public let line: Int

    public var description: String { "line \(line): this is not JSON" }
  }

  /// Reads a text after RFC 8259. O(bytes); values nest a hundred deep at most.
  ///
  /// - Throws: where it is none; the first such place.
  public init(reading text: String) throws(Problem) {
    var reader = JSONReader(text)
    self = try reader.whole()
  }

  /// The member of an object; nil where it is none or has no such member.
  public subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a string; nil for any other value.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The values of an array; none of any other value.
  public var elements: [JSON] {
    if case .array(let values) = self { values } else { [] }
  }
}

/// Reads JSON byte by byte.
private struct JSONReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  private static let deepest = 100

  mutating func whole() throws(JSON.Problem) -> JSON {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    let value = try value(0)
    skipBlanks()
    if place < bytes.count { throw problem }
    return value
  }

  private var problem: JSON.Problem {
    JSON.Problem(line: 1 + bytes.prefix(place).count { $0 == 0x0A })
  }

  private var next: UInt8 { place < bytes.count ? bytes[place] : 0 }

  private mutating func skipBlanks() {
    while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
  }

  /// Passes over a word or sign; false where another stands.
  private mutating func pass(_ word: String) -> Bool {
    guard bytes[place...].starts(with: word.utf8) else { return false }
    place += word.utf8.count
    return true
  }

  private mutating func value(_ depth: Int) throws(JSON.Problem) -> JSON {
    skipBlanks()
    guard depth < Self.deepest else { throw problem }
    switch next {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default:
      if pass("true") { return .bool(true) }
      if pass("false") { return .bool(false) }
      if pass("null") { return .null }
      throw problem
    }
  }

  private mutating func object(_ depth: Int) throws(JSON.Problem) -> JSON {
    var members: [(key: String, value: JSON)] = []
    place += 1
    skipBlanks()
    if pass("}") { return .object([]) }
    while true {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw problem }
      let key = try string()
      skipBlanks()
      guard pass(":") else { throw problem }
      members.append((key, try value(depth + 1)))
      skipBlanks()
      if pass("}") { return .object(members) }
      guard pass(",") else { throw problem }
    }
  }

  private mutating func array(_ depth: Int) throws(JSON.Problem) -> JSON {
    var values: [JSON] = []
    place += 1
    skipBlanks()
    if pass("]") { return .array([]) }
    while true {
      values.append(try value(depth + 1))
      skipBlanks()
      if pass("]") { return .array(values) }
      guard pass(",") else { throw problem }
    }
  }

  private mutating func number() throws(JSON.Problem) -> JSON {
    let start = place
    while "+-.eE0123456789".utf8.contains(next) { place += 1 }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if let number = Int(text) { return .integer(number) }
    guard let number = Double(text) else { throw problem }
    return .number(number)
  }

  private mutating func string() throws(JSON.Problem) -> String {
    place += 1
    var text: [UInt8] = []
    while place < bytes.count, next != UInt8(ascii: "\"") {
      if next < 0x20 { throw problem }
      if next == UInt8(ascii: "\\") {
        place += 1
        text += try escaped()
      } else {
        text.append(next)
        place += 1
      }
    }
    guard pass("\"") else { throw problem }
    return String(decoding: text, as: UTF8.self)
  }

  private static let plain: [UInt8: UInt8] = [
    0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09,
  ]

  private mutating func escaped() throws(JSON.Problem) -> [UInt8] {
    if let byte = Self.plain[next] {
      place += 1
      return [byte]
    }
    var units = [try unit()]
    if UTF16.isLeadSurrogate(units[0]), bytes[place...].starts(with: "\\u".utf8) {
      place += 1
      units.append(try unit())
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private mutating func unit() throws(JSON.Problem) -> UInt16 {
    guard pass("u"), place + 4 <= bytes.count,
      let unit = UInt16(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
    else { throw problem }
    place += 4
    return unit
  }
}
