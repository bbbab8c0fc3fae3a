public import InspectionModel

/// One number, or the sentence why there is none, with the records it stands on. Never NaN, and
/// zero only where nothing was counted, not where nothing is known.
public struct Figure: Hashable, Sendable {
  public var value: Value
  /// What opens on Enter: records of one type.
  public var basis: [Row]
  /// The account that it is taken from, which opens in place of records.
  public var opens: AccountRequest?

  public init(_ value: Value, basis: [Row] = [], opens: AccountRequest? = nil) {
    (self.value, self.basis, self.opens) = (value, basis, opens)
  }

  public enum Value: Hashable, Sendable {
    /// So many of something.
    case count(Int)
    /// So many of so many: `26 of 36`.
    case share(Int, of: Int)
    /// A measure with so many digits after the point: `0.72`.
    case measure(Double, digits: Int)
    /// From low over mid to high, in the unit that the heading names. Low ≤ mid ≤ high.
    case range(low: Double, mid: Double, high: Double)
    /// Contributions that credit and contributions that fault: the two halves of a cell; a mixed
    /// one counts in both.
    case split(strengths: Int, shortfalls: Int)
    case day(Day)
    case phrase(String)
    /// Why there is nothing: each has a mark of its own that reads without colour.
    case absent(Absence)
  }

  /// Three kinds of nothing that must never be taken for one another, or for zero.
  public enum Absence: Hashable, Sendable {
    /// Nobody has looked yet.
    case notCoded
    /// Somebody has looked, and there is nothing.
    case nothingRecorded
    /// Named, and neither credited nor faulted.
    case namedOnly
    /// It does not apply: the agency was not in scope of the inspection.
    case outOfScope
    /// The register does not say; the sentence says what is missing.
    case unknown(String)
  }
}
