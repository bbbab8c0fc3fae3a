public import InspectionModel

/// What several passes said of the same passages, as tables to measure agreement by.
///
/// Invariant: `said` has a row a passage and in it a place a pass: its codings, empty where it read
/// the passage and found nothing in it, nil where it did not read it. Each passage was read by two
/// passes at least.
public struct PassReadings: Sendable {
  public let passes: [Review]
  public let passages: [Row]
  private let said: [[[Coding]?]]

  /// One code or attribute: what each pass said of each unit, and the passages that the units stand
  /// in.
  struct Table {
    /// `Police`, `direction`
    let name: String
    /// What the categories are called.
    let categories: [String]
    let ratings: Ratings
    /// A passage a unit.
    let passages: [Row]
    /// Those in which two passes say different things.
    let differing: [Row]
  }

  /// O(queues). The order is that of the last pass.
  public init(_ passes: [Review]) {
    self.passes = passes
    let progress = passes.map(ReviewProgress.init)
    let units = (progress.last?.queue.passages ?? []).compactMap { passage -> (Row, [[Coding]?])? in
      let said = zip(passes, progress).map { $1.isRead(passage) ? $0.codings(in: passage) : nil }
      return said.count(where: { $0 != nil }) < 2 ? nil : (passage, said)
    }
    passages = units.map(\.0)
    said = units.map(\.1)
  }

  // MARK: - Tables

  /// Of every agency that a pass named anywhere, whether it was named in a passage.
  func agencies(_ register: Register) -> [Table] {
    register.all(Agency.self).compactMap { agency in
      presence(agency.name) { $0.agency == agency.key }
    }
  }

  /// Of every criterion that a pass used anywhere, whether it was used in a passage.
  func criteria(_ register: Register) -> [Table] {
    register.all(Criterion.self).compactMap { criterion in
      presence("\(criterion.key) \(criterion.name)") { $0.criterion == criterion.key }
    }
  }

  private func presence(_ name: String, _ isOf: (Coding) -> Bool) -> Table? {
    let units = said.map { $0.map { codings in codings.map { $0.contains(where: isOf) ? 1 : 0 } } }
    guard units.joined().contains(1) else { return nil }
    return table(name, ["not", "so coded"], zip(passages, units).map { ($0, $1) })
  }

  /// Of each agency in each passage where two passes coded it, its direction there.
  var directions: Table { directions("direction", Direction.allCases) }

  /// The same on the scale from shortfall over mixed to strength. A mere mention stands in no order
  /// and is a gap.
  var orderedDirections: Table {
    directions("direction, in order", [.shortfall, .mixed, .strength])
  }

  private func directions(_ name: String, _ categories: [Direction]) -> Table {
    let units = zip(passages, said).flatMap { passage, said in
      Set(said.compactMap(\.self).joined().map(\.agency)).sorted().map { agency in
        let directions = said.map { $0.flatMap { Self.direction(of: agency, $0) } }
        return (passage, directions.map { $0.flatMap(categories.firstIndex) })
      }
    }
    let pairable = units.filter { $0.1.count(where: { $0 != nil }) >= 2 }
    return table(name, categories.map(\.name), pairable)
  }

  /// An agency credited and faulted in one passage has done both, and one that is only mentioned
  /// besides has done what it has; nil where it is not coded.
  private static func direction(of agency: String, _ codings: [Coding]) -> Direction? {
    let directions = Set(codings.filter { $0.agency == agency }.map(\.direction))
    let judged = directions.subtracting([.mention])
    return judged.count > 1 ? .mixed : judged.first ?? directions.first
  }

  private func table(_ name: String, _ categories: [String], _ units: [(Row, [Int?])]) -> Table {
    let differing = units.filter { Set($0.1.compactMap(\.self)).count > 1 }.map(\.0)
    return Table(
      name: name, categories: categories,
      ratings: Ratings(categories: categories.count, units: units.map(\.1)),
      passages: Self.each(units.map(\.0)), differing: Self.each(differing))
  }

  /// Each passage once: several agencies of one stand after one another.
  private static func each(_ rows: [Row]) -> [Row] {
    rows.enumerated().filter { $0 == 0 || rows[$0 - 1] != $1 }.map(\.element)
  }
}

extension Review {
  /// What was said of a passage in this review.
  fileprivate func codings(in passage: Row) -> [Coding] {
    record.register.view(passage, as: Passage.self).contributions
      .filter { $0.review?.row == row }.compactMap(Coding.init)
  }
}
