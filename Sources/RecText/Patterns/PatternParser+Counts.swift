extension PatternParser {
  /// The largest number between braces, as POSIX has it in glibc.
  private static let largest = 32_767

  /// What says how often the part before it stands; nil where nothing does.
  mutating func readCount() throws(PatternFault) -> PatternCount? {
    if consume("*") { return PatternCount(least: 0, most: nil) }
    if consume("+") { return PatternCount(least: 1, most: nil) }
    if consume("?") { return PatternCount(least: 0, most: 1) }
    guard consume("{") else { return nil }
    let first = try readNumber()
    guard consume(",") else {
      guard let first, consume("}") else { throw .malformed }
      return PatternCount(least: first, most: first)
    }
    let (least, most) = (first ?? 0, try readNumber())
    guard consume("}"), least <= most ?? least else { throw .malformed }
    return PatternCount(least: least, most: most)
  }

  private mutating func readNumber() throws(PatternFault) -> Int? {
    var number: Int?
    while let digit = next, ("0"..."9").contains(digit) {
      _ = consume()
      number = (number ?? 0) * 10 + Int(digit.value) - 0x30
      if number ?? 0 > Self.largest { throw .malformed }
    }
    return number
  }
}
