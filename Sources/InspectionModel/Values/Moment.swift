/// A minute of a day, by the clock of the place where the program runs.
public struct Moment: Hashable, Sendable {
  public let day: Day
  public let hour: Int
  public let minute: Int

  public init(_ day: Day, hour: Int, minute: Int) {
    (self.day, self.hour, self.minute) = (day, hour, minute)
  }

  /// `09:41`
  public var time: String {
    "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}

extension Moment: CustomStringConvertible {
  /// `2026-11-25 09:41`
  public var description: String { "\(day) \(time)" }
}

extension Day {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// As people say it in a sentence, the year only where it is another one: `24 November`, `24
  /// November 2025`, `May 2018`.
  public func phrase(in thisYear: Int) -> String {
    guard let month else { return String(year) }
    let year = day != nil && year == thisYear ? nil : String(year)
    return [day.map(String.init), Self.months[month - 1], year].compactMap(\.self)
      .joined(separator: " ")
  }
}
