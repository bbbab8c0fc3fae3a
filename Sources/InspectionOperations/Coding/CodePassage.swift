public import InspectionModel

/// New contributions of agencies to a passage, by this person, today.
///
/// In a review they are of its pass, the passage is put off no more, and the review goes on after
/// it.
public struct CodePassage: Operation {
  private let drafts: [CodeDraft]
  private let passage: String
  private let place: ReviewPlace?

  /// - Parameter place: where in a review the passage is; nil outside of any.
  public init(_ drafts: [CodeDraft], in passage: String, at place: ReviewPlace? = nil) {
    (self.drafts, self.passage, self.place) = (drafts, passage, place)
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let review = try place.map { place throws(Refusal) in
      try register.codedReview(place.review, for: author)
    }
    var edits = drafts.map { draft in
      draft.insertion(
        in: passage, review: review?.key, pass: review?.pass, by: &author, register)
    }
    if let place { edits += try place.goingOn(in: register) }
    let words = drafts.map(\.phrase).joined(separator: ", ")
    return Proposal(Change("\(words) in \(passage)", edits))
  }
}

/// A contribution says something else from now on.
public struct ChangeContribution: Operation {
  private let key: String
  private let draft: CodeDraft
  private let reason: String?

  /// - Parameter reason: why, for the trail; nobody need give one.
  public init(_ key: String, to draft: CodeDraft, because reason: String? = nil) {
    (self.key, self.draft, self.reason) = (key, draft, reason)
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let contribution = try register.ownContribution(key, for: author)
    let record = contribution.record
    // By another criterion it is judged by that one's words of today.
    let isRecoded = record.text(.criterion) != draft.criterion
    let version = isRecoded ? CodeDraft.version(of: draft.criterion, in: register) : nil
    let new = draft.values + [version].compactMap(\.self)
    let edits = (CodeDraft.fields + (isRecoded ? [.version] : [])).compactMap { field in
      record.setting(field, to: new.filter { $0.field == field }.map(\.value))
    }
    return Proposal(Change("\(contribution.title) as \(draft.phrase)", edits, why: reason))
  }
}

/// A contribution goes.
public struct RemoveContribution: Operation {
  private let key: String
  private let takesMemos: Bool

  /// - Parameter takesMemos: whether the memos on it go with it; else one with memos stays.
  public init(_ key: String, withMemos takesMemos: Bool = false) {
    (self.key, self.takesMemos) = (key, takesMemos)
  }

  /// The memos on a contribution. O(memos).
  public static func memos(on contribution: Contribution) -> [Memo] {
    contribution.record.register.all(Memo.self).filter {
      $0.record.reference(.contribution) == contribution.row
    }
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let contribution = try register.ownContribution(key, for: author)
    let memos = takesMemos ? Self.memos(on: contribution) : []
    let edits = memos.map { Edit.remove(.memo, $0.record.values) }
    let edit = Edit.remove(.contribution, contribution.record.values)
    return Proposal(Change("removing \(contribution.title)", edits + [edit]))
  }
}

/// A contribution that an import made doubtful stands all the same.
public struct ConfirmContribution: Operation {
  private let key: String

  public init(_ key: String) { self.key = key }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let contribution = try register.find(Contribution.self, key)
    guard contribution.suspect != nil else { throw .notSuspect }
    let edit = contribution.record.setting(.suspect, to: [])
    return Proposal(Change("confirming \(contribution.title)", [edit].compactMap(\.self)))
  }
}
