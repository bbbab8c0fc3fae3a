/// A part of an inspection, as the agencies live through it.
public enum Phase: String, CaseIterable, Sendable {
  case notice
  case onSite = "on-site"
  case drafting
  case response
  case actionPlan = "action-plan"
  case followUp = "follow-up"
}

/// What an estimate rests on, the firmest first.
public enum EvidenceGrade: String, CaseIterable, Sendable {
  case measured
  case survey
  case estimate
  case assumption
}

/// A number of nought or more that was written in decimals: `2.5`.
public struct Amount: Hashable, Comparable, Sendable {
  public let value: Double

  /// Nil for anything else than up to nine digits, and up to four after a point.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    func isNumber(_ part: some StringProtocol, _ most: Int) -> Bool {
      (1...most).contains(part.utf8.count) && part.utf8.allSatisfy { (48...57).contains($0) }
    }
    guard (1...2).contains(parts.count), isNumber(parts[0], 9),
      parts.count == 1 || isNumber(parts[1], 4), let value = Double(String(text))
    else { return nil }
    self.value = value
  }

  public static func < (a: Amount, b: Amount) -> Bool { a.value < b.value }
}

/// Staff-days from low over mid to high.
public struct StaffDays: Hashable, Sendable {
  public var low: Double
  public var mid: Double
  public var high: Double

  public static let zero = StaffDays(low: 0, mid: 0, high: 0)

  public init(low: Double, mid: Double, high: Double) {
    (self.low, self.mid, self.high) = (low, mid, high)
  }

  /// Low ≤ mid ≤ high.
  public var isInOrder: Bool { low <= mid && mid <= high }

  public static func + (a: StaffDays, b: StaffDays) -> StaffDays {
    StaffDays(low: a.low + b.low, mid: a.mid + b.mid, high: a.high + b.high)
  }

  public static func * (a: StaffDays, times: Double) -> StaffDays {
    StaffDays(low: a.low * times, mid: a.mid * times, high: a.high * times)
  }

  /// What remains of this where that is spent: from the least of this less the most of that, to the
  /// other way round.
  public static func - (a: StaffDays, b: StaffDays) -> StaffDays {
    StaffDays(low: a.low - b.high, mid: a.mid - b.mid, high: a.high - b.low)
  }

  public static func += (a: inout StaffDays, b: StaffDays) { a = a + b }
}
