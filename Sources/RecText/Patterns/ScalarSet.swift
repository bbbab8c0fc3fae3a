/// Some Unicode scalars.
struct ScalarSet: Sendable {
  private var ranges: [ClosedRange<UInt32>] = []
  private var classes: ScalarClasses = []
  private var isNegated = false
  /// Which of the first 128 are in it, all things considered.
  private var ascii: (UInt64, UInt64) = (0, 0)

  /// - Parameter ranges: in any order, also over one another.
  init(_ ranges: [ClosedRange<UInt32>], _ classes: ScalarClasses = [], isNegated: Bool = false) {
    (self.classes, self.isNegated) = (classes, isNegated)
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = self.ranges.last, range.lowerBound <= last.upperBound {
        let end = max(last.upperBound, range.upperBound)
        self.ranges[self.ranges.count - 1] = last.lowerBound...end
      } else {
        self.ranges.append(range)
      }
    }
    for value in UInt8.min..<128 {
      let scalar = Unicode.Scalar(value)
      guard holds(scalar, ScalarClasses.ascii[Int(value)]) else { continue }
      if value < 64 { ascii.0 |= 1 << value } else { ascii.1 |= 1 << (value - 64) }
    }
  }

  /// How many ranges a search goes through.
  var rangeCount: Int { ranges.count }

  /// Whether more than a scalar's number decides.
  var asksForClasses: Bool { !classes.isEmpty }

  /// Whether a scalar is in it. O(log ranges).
  ///
  /// - Parameter classes: those of the scalar; of no matter where it is ASCII.
  @inline(__always)
  func contains(_ scalar: Unicode.Scalar, _ classes: ScalarClasses) -> Bool {
    let value = scalar.value
    if value < 64 { return ascii.0 >> value & 1 == 1 }
    if value < 128 { return ascii.1 >> (value - 64) & 1 == 1 }
    return holds(scalar, classes)
  }

  private func holds(_ scalar: Unicode.Scalar, _ classes: ScalarClasses) -> Bool {
    if !self.classes.isDisjoint(with: classes) { return !isNegated }
    let at = ranges.partitioningIndex { $0.upperBound >= scalar.value }
    return (at < ranges.count && ranges[at].contains(scalar.value)) != isNegated
  }
}
