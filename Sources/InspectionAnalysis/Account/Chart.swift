public import InspectionModel

/// Shares that follow on one another, drawn as lines: one a series, with a point a
/// label.
///
/// Invariant: every series has as many points as there are labels.
public struct Chart: Hashable, Sendable {
  public let title: String
  /// What stands under the points, in their order: `2016`.
  public let labels: [String]
  public let series: [Series]
  /// Whether lines join points that stand side by side: not where their order means nothing.
  public let isJoined: Bool
  public let notes: [String]

  /// - Parameter series: each with what it has at a label.
  public init<Element>(
    title: String, labels: [String], series: some Sequence<Element>,
    named name: (Element) -> String, isJoined: Bool = true, notes: [String] = [],
    point: (Element, Int) -> Point?
  ) {
    (self.title, self.labels, self.isJoined, self.notes) = (title, labels, isJoined, notes)
    self.series = series.map { element in
      Series(name: name(element), points: labels.indices.map { point(element, $0) })
    }
  }

  public struct Series: Hashable, Sendable {
    public let name: String
    /// One a label; nil where there is nothing.
    public let points: [Point?]

    fileprivate init(name: String, points: [Point?]) {
      (self.name, self.points) = (name, points)
    }
  }

  /// A share of so many, with the interval in which it can be thought to lie.
  public struct Point: Hashable, Sendable {
    /// From 0 to 1.
    public let value: Double
    public let share: Proportion
    /// From 0 to 1; nil where none can be told.
    public let interval: Proportion.Span?
    /// The records it stands on.
    public let basis: [Row]

    /// Nil of no whole.
    public init?(_ share: Proportion, interval: Proportion.Span?, basis: [Row]) {
      guard let value = share.share else { return nil }
      (self.value, self.share, self.interval, self.basis) = (value, share, interval, basis)
    }

    /// `42 % of 593 (38–46 %)`.
    public var phrase: String {
      (share.phrase ?? "") + (interval.map { " (\(Percent.text($0)))" } ?? "")
    }
  }
}
