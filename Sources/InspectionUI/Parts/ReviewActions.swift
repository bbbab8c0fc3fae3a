import InspectionAnalysis
import InspectionModel

/// What can be done to a review, wherever it is shown.
enum ReviewActions {
  /// Closes a review, or opens it again.
  static func close(_ review: Review, _ progress: ReviewProgress, _ context: Context) -> [Step] {
    guard review.reviewer == context.reviewer else {
      return [.say(Message("“\(review.name)” is \(review.reviewer)'s to close", .warning))]
    }
    if !review.isOpen, let pair = pair(of: review), pair.isClosed {
      let words = "both passes are closed and each has been seen: what differs is to be settled"
      return [.say(Message(words, .warning))]
    }
    let state = review.isOpen ? ReviewState.closed : .open
    let edit = Edit.set(
      .review, key: review.key, .state, from: review.record.texts(.state), to: [state.rawValue])
    let words = review.isOpen ? "closing" : "opening again"
    let left = progress.total - progress.done
    let change = Step.change(Change("\(words) “\(review.name)”", [edit]))
    guard review.isOpen, left > 0 else { return [change] }
    let question = "\(left) of \(progress.total) passages are not done; Enter closes all the same "
    return [.prompt(TextPrompt(question) { _ in [change] })]
  }

  /// The screen with how far two passes agree, or why there is none yet.
  static func agreement(_ review: Review) -> [Step] {
    guard let pair = pair(of: review) else {
      return [.say(Message("“\(review.name)” has no second pass to agree with", .warning))]
    }
    guard pair.isClosed else {
      return [.say(Message("both passes must be closed first", .warning))]
    }
    return [.push(AccountScreen(AccountRequest(.agreement, key: pair.first.key)))]
  }

  /// The two passes that a review is one of, or settles.
  private static func pair(of review: Review) -> ReviewPair? {
    ReviewPair.all(in: review.record.register).first { pair in
      let rows = [pair.first.row, pair.second.row]
      return rows.contains(review.row)
        || review.pass == .agreed && Set(review.of.map(\.row)) == Set(rows)
    }
  }

  /// Changes which passages a review goes through.
  static func editRule(_ row: Row, _ context: Context) -> [Step] {
    let review: Review = context.register.view(row)
    if let why = context.refusal(review) { return [.say(Message(why, .error))] }
    return [.prompt(RulePrompt(changing: review))]
  }

  /// Begins one more pass over a closed first one of somebody else; nil where it is none, or one has read it already.
  static func readAgain(_ first: Review, _ context: Context) -> [Step]? {
    let reviewer = context.reviewer
    let readers = ReviewPair.all(in: context.register)
      .filter { $0.first.row == first.row }.map(\.second.reviewer)
    guard first.pass == .first, !first.isOpen, !context.asksForReviewer,
      !([first.reviewer] + readers).contains(reviewer)
    else { return nil }
    let draft = second(after: first, by: reviewer)
    let question = "“\(first.name)” is \(first.reviewer)'s; Enter reads its passages too, blind "
    return [.prompt(TextPrompt(question) { _ in [.back, .add(draft)] })]
  }

  private static let ordinals = ["second", "third", "fourth", "fifth"]

  /// A second pass over the passages of a first one, blind; after a second, a third.
  static func second(after first: Review, by reviewer: String) -> RecordDraft {
    let register = first.record.register
    let followers = ReviewPair.all(in: register).count { $0.first.row == first.row }
    let ordinal = ordinals[min(followers, ordinals.count - 1)]
    let ending = ", first pass"
    let stem = first.name.hasSuffix(ending) ? String(first.name.dropLast(ending.count)) : first.name
    let values =
      [FieldValue(.name, "\(stem), \(ordinal) pass")] + first.rule.values(register) + [
        FieldValue(.reviewer, reviewer), FieldValue(.pass, Pass.second.rawValue),
        FieldValue(.blind, "yes"), FieldValue(.of, first.key), FieldValue(.state, "open"),
      ]
    return RecordDraft(type: .review, values: values, summary: "\(ordinal) pass of “\(first.name)”")
  }
}

extension Context {
  /// Why the person at the keyboard may not code in a review; nil where they may.
  func refusal(_ review: Review) -> String? {
    if review.reviewer != reviewer {
      return "“\(review.name)” is \(review.reviewer)'s; you are \(reviewer)"
    }
    let key = keymap.keys(for: .close) ?? "close"
    return review.isOpen ? nil : "“\(review.name)” is closed; \(key) opens it again"
  }
}
