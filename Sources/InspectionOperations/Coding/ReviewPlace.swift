public import InspectionModel

/// A passage in a review, as the screen that shows it knows it. To find it out anew would cost a
/// look through all passages of the review.
public struct ReviewPlace: Hashable, Sendable {
  /// The key of the review.
  public let review: String
  /// The keys of the memos on the passage.
  public let memos: [String]
  /// The key of the passage at which the review goes on once this one is done; nil where none is
  /// left.
  public let next: String?

  public init(review: String, memos: [String] = [], next: String? = nil) {
    (self.review, self.memos, self.next) = (review, memos, next)
  }

  /// What goes with the passage being done: it is put off no more, and the review goes on after it.
  func goingOn(in register: Register) throws(Refusal) -> [Edit] {
    let review = try register.find(Review.self, review)
    let marks = memos.compactMap { register.row(.memo, key: $0) }
      .map { register.view($0, as: Memo.self) }
      .filter { $0.review?.row == review.row && ($0.kind == .deferral || $0.kind == .nothing) }
    let edits = marks.map { Edit.remove(.memo, $0.record.values) }
    guard let next, next != review.at else { return edits }
    return edits + [review.record.setting(.at, to: [next])].compactMap(\.self)
  }
}

extension Review {
  /// Why somebody may not code in it; nil where they may.
  public func refusal(for name: String) -> Refusal? {
    if reviewer != name { return .notYours(review: self.name, of: reviewer, you: name) }
    return isOpen ? nil : .isClosed(review: self.name)
  }
}

extension Contribution {
  /// Why somebody may not change it; nil where they may. What a review holds is its reviewer's
  /// while it is open: what two passes are compared by would else change behind them.
  public func refusal(for name: String) -> Refusal? { review?.refusal(for: name) }
}

extension Register {
  /// An open review of somebody's own.
  func openReview(_ key: String, for author: Author) throws(Refusal) -> Review {
    let review = try find(Review.self, key)
    if let refusal = review.refusal(for: author.name) { throw refusal }
    return review
  }

  /// The same where somebody codes: in an agreed review disagreements are settled, no more.
  func codedReview(_ key: String, for author: Author) throws(Refusal) -> Review {
    let review = try openReview(key, for: author)
    if review.pass == .agreed { throw .isAgreed(review: review.name) }
    return review
  }

  /// A contribution that somebody may change.
  func ownContribution(_ key: String, for author: Author) throws(Refusal) -> Contribution {
    let contribution = try find(Contribution.self, key)
    if let refusal = contribution.refusal(for: author.name) { throw refusal }
    return contribution
  }
}
