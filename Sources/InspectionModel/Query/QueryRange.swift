/// `2016`, `2016..2018`, `2016-02..` or `..3`: from a first to a last value, either open.
struct QueryRange: Hashable, Sendable {
  var first: Int
  var last: Int

  init(first: Int, last: Int) { (self.first, self.last) = (first, last) }

  func contains(_ value: Int) -> Bool { first <= value && value <= last }

  init?(days text: some StringProtocol) {
    self.init(text, first: { Day(iso: $0).map { Int($0.packed) } }, last: Self.lastDay)
  }

  init?(numbers text: some StringProtocol) {
    self.init(text, first: { Int($0) }, last: { Int($0) })
  }

  private init?(
    _ text: some StringProtocol, first: (String) -> Int?, last: (String) -> Int?
  ) {
    guard let dots = text.firstRange(of: "..") else {
      guard let from = first(String(text)), let to = last(String(text)) else { return nil }
      (self.first, self.last) = (from, to)
      return
    }
    let (from, to) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
    guard let from = from.isEmpty ? Int.min : first(from) else { return nil }
    guard let to = to.isEmpty ? Int.max : last(to) else { return nil }
    (self.first, self.last) = (from, to)
  }

  /// The end of a year or a month is past all of its days.
  private static func lastDay(_ text: String) -> Int? {
    guard let day = Day(iso: text) else { return nil }
    if day.month == nil { return Int(day.packed) | 511 }
    return day.day == nil ? Int(day.packed) | 31 : Int(day.packed)
  }
}
