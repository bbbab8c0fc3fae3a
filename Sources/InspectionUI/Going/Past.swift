public import InspectionModel

/// What the trail tells of one person's doings before the program started.
public struct Past: Sendable {
  /// The oldest first.
  public var entries: [TrailEntry] = []
  /// Whether nothing older is left out.
  public var isWhole = false
  /// Why the trail could not be read, if it could not.
  public var problem: String?

  public init(entries: [TrailEntry], isWhole: Bool) {
    (self.entries, self.isWhole) = (entries, isWhole)
  }

  public init(problem: String) { self.problem = problem }
}
