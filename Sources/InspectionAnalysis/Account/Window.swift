import InspectionModel

/// From a first to a last day, either open: `2014..2017`, `2016-02..`, `2016`.
struct Window: Hashable, Sendable {
  private let first: Day?
  private let last: Day?

  init(_ first: Day?, _ last: Day?) { (self.first, self.last) = (first, last) }

  /// Nil where it is no days.
  init?(_ text: some StringProtocol) {
    guard let dots = text.firstRange(of: "..") else {
      guard let day = Day(iso: text) else { return nil }
      self.init(day, day)
      return
    }
    let (first, last) = (text[..<dots.lowerBound], text[dots.upperBound...])
    let days = (Day(iso: first), Day(iso: last))
    guard first.isEmpty || days.0 != nil, last.isEmpty || days.1 != nil else { return nil }
    self.init(days.0, days.1)
  }

  /// Whether a day lies in it for certain, as one of which only the year is known may not.
  func contains(_ day: Day?) -> Bool {
    guard let day else { return false }
    return (first.map { $0.firstDay <= day.firstDay } ?? true)
      && (last.map { day.lastDay <= $0.lastDay } ?? true)
  }

  /// `2014 to 2017`, `from 2014 on`, `2016`.
  var phrase: String {
    switch (first, last) {
    case (let first?, let last?): first == last ? "\(first)" : "\(first) to \(last)"
    case (let first?, nil): "from \(first) on"
    case (nil, let last?): "up to \(last)"
    case (nil, nil): "all years"
    }
  }
}
