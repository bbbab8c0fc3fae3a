import InspectionModel
import InspectionOperations

extension Context {
  /// Why an act cannot be done, with the key that helps where there is one.
  func message(for refusal: Refusal) -> Message {
    switch refusal {
    case .isClosed: Message("\(refusal); \(keys(.close)) on the review opens it again", .error)
    case .noText: Message("\(refusal): \(keys(.readReport)) reads it", .hint)
    case .recordGone: Message("the record is gone: \(keys(.confirm)) accepts that", .warning)
    // All is so already, or there is nothing to do it to: nothing went wrong.
    case .notSuspect, .standsSo: Message("\(refusal)")
    case .isSettled: Message("\(refusal); \(keys(.undo)) undoes the last act", .hint)
    case .nothingFollows, .notYoursToClose, .bothClosed, .isOpen, .hasRead, .hasAgreement:
      Message("\(refusal)", .hint)
    case .edit, .hidden, .needsReason, .changesWith, .madeBy, .notYet, .noDigitLeft, .digitTaken,
      .notInUse, .isMerged, .noOther, .notYours, .isNoFirstPass, .blindnessStays, .settlesNothing,
      .isOfAnotherPass, .isAgreed, .areNoPair, .stays, .oneValue, .notWithin, .needsEvidence,
      .noName, .noCount, .noDay, .endsBeforeItBegins,
      .fault, .undecided, .entry:
      Message("\(refusal)", .error)
    }
  }

  /// The keys of an action as they are set, or its name where it has none.
  private func keys(_ action: Action) -> String { keymap.keys(for: action) ?? action.spec.name }
}
