import InspectionAnalysis
public import InspectionModel

/// What two passes code alike becomes agreed, and the rest a queue of disagreements. O(queue).
public struct BeginAgreement: Operation {
  private let (first, second): (String, String)

  /// The keys of the two passes.
  public init(_ first: String, _ second: String) { (self.first, self.second) = (first, second) }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let (one, other) = (
      try register.find(Review.self, first), try register.find(Review.self, second)
    )
    guard ReviewPair(other)?.first.row == one.row else {
      throw .areNoPair(review: one.name, other.name)
    }
    if let open = [one, other].first(where: \.isOpen) { throw .isOpen(review: open.name) }
    if ReviewPair.agreed(one, other) != nil { throw .hasAgreement(review: one.name) }
    let key = author.newKey(for: .review, in: register)
    let values =
      [
        FieldValue(.id, key), FieldValue(.name, "\(one.name), agreed"),
        FieldValue(.reviewer, author.name), FieldValue(.pass, Pass.agreed.rawValue),
        FieldValue(.of, one.key), FieldValue(.of, other.key),
        FieldValue(.state, ReviewState.open.rawValue), FieldValue(.on, author.day.description),
      ] + one.rule.values(register)
    let alike = PassComparison(one, other).units.filter { $0.distance == 0 }
    var edits = [Edit.insert(.review, values)]
    for unit in alike {
      let passage = register[unit.passage].key
      edits += unit.first.compactMap(CodeDraft.init).map { draft in
        draft.insertion(in: passage, review: key, pass: .agreed, by: &author, register)
      }
    }
    let words = "agreeing on \(alike.count) passages that both passes of “\(one.name)” code alike"
    return Proposal(Change(words, edits), shows: .init(.review, key))
  }
}

/// One disagreement is settled: the contributions that stand from now on, and the decision.
public struct SettlePassage: Operation {
  private let (passage, review): (String, String)
  private let chosen: Settlement
  private let drafts: [CodeDraft]
  private let reason: String

  /// - Parameters:
  ///   - review: the key of the agreed one.
  ///   - drafts: what stands; nothing where no agency does anything in the passage.
  public init(
    _ passage: String, in review: String, _ chosen: Settlement, _ drafts: [CodeDraft],
    because reason: String
  ) {
    (self.passage, self.review, self.chosen) = (passage, review, chosen)
    (self.drafts, self.reason) = (drafts, reason)
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    if reason.allSatisfy(\.isWhitespace) { throw .needsReason(.settle) }
    let agreed = try register.find(Review.self, review)
    if agreed.pass != .agreed { throw .settlesNothing(review: agreed.name) }
    if !agreed.isOpen { throw .isClosed(review: agreed.name) }
    if agreed.decisions.contains(where: { $0.passage?.key == passage }) {
      throw .isSettled(passage: passage)
    }
    let decision = [
      FieldValue(.id, author.newKey(for: .decision, in: register)), FieldValue(.review, review),
      FieldValue(.passage, passage), FieldValue(.chosen, chosen.rawValue),
      FieldValue(.reason, reason),
    ]
    var edits = [Edit.insert(.decision, decision + author.signature)]
    edits += drafts.map { draft in
      draft.insertion(in: passage, review: review, pass: .agreed, by: &author, register)
    }
    let words = drafts.isEmpty ? "nothing" : drafts.map(\.phrase).joined(separator: ", ")
    return Proposal(Change("settling \(passage) as \(words)", edits, why: reason))
  }
}
