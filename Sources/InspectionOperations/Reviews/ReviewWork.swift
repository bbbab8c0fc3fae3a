public import InspectionModel

/// A passage of a review is put off, or said to hold nothing to code. Either takes the place of the
/// other.
public struct MarkPassage: Operation {
  /// What becomes of the passage.
  public enum Mark: Hashable, Sendable {
    /// It is left for later, for this reason.
    case deferred(because: String)
    /// It was read, and no agency does anything in it.
    case nothing
  }

  private let passage: String
  private let mark: Mark
  private let place: ReviewPlace

  public init(_ passage: String, _ mark: Mark, at place: ReviewPlace) {
    (self.passage, self.mark, self.place) = (passage, mark, place)
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let review = try register.openReview(place.review, for: author)
    let (kind, text, words): (MemoKind, String, String)
    switch mark {
    case .deferred(let reason):
      if reason.isEmpty { throw .needsReason(.putOff) }
      (kind, text, words) = (.deferral, reason, "deferring")
    case .nothing: (kind, text, words) = (.nothing, "", "nothing to code in")
    }
    let memo = MemoSubject(.passage, passage, in: review.key)
    let edits =
      [memo.insertion(kind, text, by: &author, register)] + (try place.goingOn(in: register))
    return Proposal(Change("\(words) \(passage)", edits))
  }
}

/// A passage of a review is flagged to be talked about; or the flag on it goes.
public struct FlagPassage: Operation {
  private let passage: String
  private let place: ReviewPlace

  public init(_ passage: String, at place: ReviewPlace) {
    (self.passage, self.place) = (passage, place)
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let review = try register.openReview(place.review, for: author)
    let flag = place.memos.compactMap { register.row(.memo, key: $0) }
      .map { register.view($0, as: Memo.self) }
      .first { $0.kind == .flag && $0.review?.row == review.row }
    if let flag {
      return Proposal(
        Change("no flag on \(passage)", [.remove(.memo, flag.record.values)]))
    }
    let memo = MemoSubject(.passage, passage, in: review.key)
    return Proposal(
      Change("flag on \(passage)", [memo.insertion(.flag, "", by: &author, register)]))
  }
}
