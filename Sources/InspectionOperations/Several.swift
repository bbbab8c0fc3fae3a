public import InspectionModel

/// Several acts as one, to be taken back at once: all of them are done, or none.
public struct Several: Operation {
  private let operations: [any Operation]
  private let summary: String

  /// - Parameter summary: what they come to, as in `removing 12 contributions`.
  public init(_ operations: [any Operation], _ summary: String) {
    (self.operations, self.summary) = (operations, summary)
  }

  /// Cost: that of each, one after another.
  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    var proposal = try register.together(operations, by: &author)
    proposal.change.summary = summary
    return proposal
  }
}
