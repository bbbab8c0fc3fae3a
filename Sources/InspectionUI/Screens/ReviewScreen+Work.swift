import InspectionAnalysis
import InspectionModel

/// What is done to the passage that is shown: coded, put off, said to hold nothing, flagged.
extension ReviewScreen {
  func work(
    _ action: Action, on passage: Row, _ review: Review, _ context: Context
  ) -> [Step] {
    let register = context.register
    switch action {
    case .code:
      return [.prompt(CodePrompt(passage: passage, register))]
    case .repeatCode:
      if context.lastCode.isEmpty { return [.say(Message("nothing was coded yet to repeat"))] }
      return [.code(context.lastCode, passage: passage)]
    case .postpone:
      let draft = marking(passage, review, register)
      return [
        .prompt(
          TextPrompt("put off because ") { reason in
            reason.isEmpty ? [] : [.add(MemoWords.with(.deferral, reason, draft("putting off")))]
          })
      ]
    case .nothing:
      let draft = marking(passage, review, register)("nothing to code in")
      return [.add(MemoWords.with(.nothing, "", draft))]
    default:
      return flag(passage, review, register)
    }
  }

  /// A memo that says what became of a passage, with the place at which to go on.
  private func marking(
    _ passage: Row, _ review: Review, _ register: Register
  ) -> @Sendable (String) -> RecordDraft {
    let (key, reviewKey) = (register[passage].key, review.key)
    let edits = edits(onDoing: passage, register)
    return { words in
      RecordDraft(
        type: .memo, values: [FieldValue(.passage, key), FieldValue(.review, reviewKey)],
        summary: "\(words) \(key)", edits: edits)
    }
  }

  private func flag(_ passage: Row, _ review: Review, _ register: Register) -> [Step] {
    let key = register[passage].key
    let flags = progress.memos(on: passage).map { register.view($0, as: Memo.self) }
      .filter { $0.kind == .flag && $0.review?.row == review.row }
    guard let flag = flags.first else {
      let values = [FieldValue(.passage, key), FieldValue(.review, review.key)]
      let draft = RecordDraft(type: .memo, values: values, summary: "flag on \(key)")
      return [.add(MemoWords.with(.flag, "", draft))]
    }
    return [.change(Change("no flag on \(key)", [.remove(.memo, flag.record.values)]))]
  }

  /// What goes with a passage being done: it is put off no more, and the review goes on after it.
  func edits(onDoing passage: Row, _ register: Register) -> [Edit] {
    let review: Review = register.view(subjectReview)
    var edits = progress.memos(on: passage).map { register.view($0, as: Memo.self) }
      .filter { $0.review?.row == subjectReview && ($0.kind == .deferral || $0.kind == .nothing) }
      .map { Edit.remove(.memo, $0.record.values) }
    let next = progress.place(of: passage).flatMap { place in
      progress.next(after: place).flatMap { $0 == place ? nil : $0 }
    }
    let key = next.map { register[progress.queue.passages[$0]].key }
    if let key, key != review.at {
      edits.append(
        .set(.review, key: review.key, .at, from: review.record.texts(.at), to: [key]))
    }
    return edits
  }
}
