public import InspectionModel

/// Which criteria what was coded supports, and under which frameworks it was found.
///
/// A criterion is supported by two findings or more from two inspections or more. A finding is a passage in which an
/// agency is credited or faulted by the criterion, as it stands: as agreed, else as first coded. Defined here.
public struct CriterionSupport: Sendable {
  public struct Finding: Hashable, Sendable {
    public let passage: Row
    public let inspection: Row
    public let framework: Row?
  }

  public static let fewestFindings = 2
  public static let fewestInspections = 2

  /// The criteria in use, in the order of the register, each with its findings in the order of the letters.
  public let criteria: [(criterion: Row, findings: [Finding])]

  /// O(contributions).
  public init(_ codings: Codings) {
    let register = codings.register
    var findings: [Int32: [Finding]] = [:]
    for coding in codings.all where coding.isFinding && coding.criterion >= 0 {
      let finding = Finding(
        passage: coding.passage, inspection: coding.inspection,
        framework: register[coding.inspection].reference(.framework))
      // Those of one passage stand together.
      if findings[coding.criterion]?.last != finding {
        findings[coding.criterion, default: []].append(finding)
      }
    }
    criteria = register.all(Criterion.self).filter { $0.status == nil }
      .map { ($0.row, findings[Int32($0.row.number)] ?? []) }
  }

  /// The criteria that the findings of some frameworks support; of all of them where nil.
  public func supported(under frameworks: ((Row?) -> Bool)? = nil) -> [Row] {
    criteria.filter { _, findings in
      let counted = frameworks.map { isIn in findings.filter { isIn($0.framework) } } ?? findings
      return counted.count >= Self.fewestFindings
        && Set(counted.map(\.inspection)).count >= Self.fewestInspections
    }.map(\.criterion)
  }
}
