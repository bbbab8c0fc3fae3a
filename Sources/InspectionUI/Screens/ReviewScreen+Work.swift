import InspectionAnalysis
import InspectionModel
import InspectionOperations

/// What is done to the passage that is shown: coded, put off, said to hold nothing, flagged.
extension ReviewScreen {
  /// Nil where an action means none of these.
  func work(_ action: Action, on passage: Row, _ context: Context) -> [Step]? {
    let register = context.register
    let (key, place) = (register[passage].key, reviewPlace(of: passage, register))
    switch action {
    case .code: return [.prompt(CodePrompt(passage: passage, at: place, register))]
    case .mark:
      if context.lastCode.isEmpty { return [.say(Message("nothing has been coded yet to repeat"))] }
      return [.code(context.lastCode, in: key, at: place)]
    case .postpone:
      return [
        .prompt(
          TextPrompt("deferred because ") { reason in
            reason.isEmpty ? [] : [.run(MarkPassage(key, .deferred(because: reason), at: place))]
          })
      ]
    case .nothing: return [.run(MarkPassage(key, .nothing, at: place))]
    case .flag: return [.run(FlagPassage(key, at: place))]
    default: return nil
    }
  }

  /// Where in the review a passage is, and where it goes on after it.
  private func reviewPlace(of passage: Row, _ register: Register) -> ReviewPlace {
    let next = progress.place(of: passage).flatMap { place in
      progress.next(after: place).flatMap { $0 == place ? nil : $0 }
    }
    return ReviewPlace(
      review: register[subjectReview].key,
      memos: progress.memos(on: passage).map { register[$0].key },
      next: next.map { register[progress.queue.passages[$0]].key })
  }
}
