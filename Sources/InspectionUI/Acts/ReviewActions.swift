import InspectionAnalysis
import InspectionModel
import InspectionOperations

/// What can be done to a review, wherever it is shown.
enum ReviewActions {
  /// Closes a review, or opens it again.
  static func close(_ review: Review, _ progress: ReviewProgress, _ context: Context) -> [Step] {
    if let refusal = CloseReview.refusal(review, for: context.reviewer) {
      return [.say(context.message(for: refusal))]
    }
    guard review.isOpen else { return [.run(CloseReview(reopening: review.key))] }
    let close = CloseReview(review.key)
    let left = progress.total - progress.done
    if left == 0 { return [.run(close)] }
    let sentence = "\(left) of \(progress.total) passages of “\(review.name)” are not done."
    return [.prompt(QuestionPrompt(sentence, "closes it all the same", then: [.run(close)]))]
  }

  /// The screen with how far two passes agree, or why there is none yet.
  static func agreement(_ review: Review, _ context: Context) -> [Step] {
    guard let pair = ReviewPair.with(review) else {
      return [.say(Message("“\(review.name)” has no second pass to agree with", .hint))]
    }
    if let open = [pair.first, pair.second].first(where: \.isOpen) {
      return [.say(context.message(for: .isOpen(review: open.name)))]
    }
    return [.open(AccountRequest(.agreement, key: pair.first.key))]
  }

  /// Changes which passages a review goes through.
  static func editRule(_ row: Row, _ context: Context) -> [Step] {
    let review: Review = context.register.view(row)
    if let refusal = review.refusal(for: context.reviewer) {
      return [.say(context.message(for: refusal))]
    }
    return [.prompt(RulePrompt(changing: review))]
  }

  /// Begins one more pass over a closed first one of somebody else; nil where it is none, or one
  /// has read it already.
  static func readAgain(_ first: Review, _ context: Context) -> [Step]? {
    let reviewer = context.reviewer
    guard !context.asksForReviewer, BeginSecondPass.refusal(first, for: reviewer) == nil else {
      return nil
    }
    return [beginSecondPass(first, as: reviewer, context, before: [.back])]
  }

  /// Asks whether to begin a second pass, with what it hides.
  ///
  /// - Parameter steps: what is done before.
  static func beginSecondPass(
    _ first: Review, as reviewer: String, _ context: Context, before steps: [Step] = []
  ) -> Step {
    if let refusal = BeginSecondPass.refusal(first, for: reviewer) {
      return .say(context.message(for: refusal))
    }
    let extent = Blinding.extent(ofBlind: first.rule, for: reviewer, in: context.register)
    let sentence =
      "“\(first.name)” is \(first.reviewer)'s. A second pass is blind: \(extent.phrase) will be "
      + "hidden from you until both passes are closed."
    let begin = Step.run(BeginSecondPass(of: first.key))
    return .prompt(QuestionPrompt(sentence, "begins it", then: steps + [begin]))
  }

  /// The screen of what two passes came to, which is begun where it is not yet.
  static func settle(_ first: Row, _ second: Row, _ context: Context) -> [Step] {
    let (one, other): (Review, Review) = (
      context.register.view(first), context.register.view(second)
    )
    if let agreed = ReviewPair.agreed(one, other) {
      return [.work(on: agreed)]
    }
    return [.run(BeginAgreement(one.key, other.key))]
  }
}
