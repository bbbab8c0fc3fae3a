import InspectionModel

/// How many passages, from how many inspections, a criterion must have to count as supported.
public struct SupportThreshold: Hashable, Sendable {
  public let passages: Int
  public let inspections: Int

  public init(passages: Int, inspections: Int = 1) {
    (self.passages, self.inspections) = (passages, inspections)
  }

  /// Reads `5`, or `5,3` for five passages of three inspections; nil for anything else.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }.filter { $0 > 0 }
    guard numbers.count == parts.count, let passages = numbers.first, numbers.count <= 2 else {
      return nil
    }
    self.init(passages: passages, inspections: numbers.dropFirst().first ?? 1)
  }

  /// `5 passages or more from 3 inspections or more`.
  var phrase: String {
    "\(counted(passages, "passage")) or more"
      + (inspections > 1 ? " from \(inspections) inspections or more" : "")
  }
}
