public import InspectionModel

/// What was coded for one agency: how many contributions of each direction.
public struct AgencyTally: Hashable, Sendable {
  public let agency: Row
  public private(set) var counts: [Direction: Int] = [:]

  public var total: Int { counts.values.reduce(0, +) }

  public func count(_ direction: Direction) -> Int { counts[direction] ?? 0 }

  /// The agencies coded in these passages, in the order of the register, each once.
  /// O(contributions).
  public static func tallies(of passages: [Passage]) -> [AgencyTally] {
    var tallies: [Row: AgencyTally] = [:]
    for contribution in passages.lazy.flatMap(\.countedContributions) {
      guard let agency = contribution.agency?.row, let direction = contribution.direction else {
        continue
      }
      tallies[agency, default: AgencyTally(agency: agency)].counts[direction, default: 0] += 1
    }
    return tallies.values.sorted { $0.agency.number < $1.agency.number }
  }

  private init(agency: Row) {
    self.agency = agency
  }
}
