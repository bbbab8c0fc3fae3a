public import InspectionModel

/// Why an operation cannot be done.
public enum Refusal: Error, Hashable, Sendable {
  /// The register does not take it.
  case edit(EditProblem)
  /// It bears on what is hidden from whoever asks, as this sentence says.
  case hidden(String)
  /// No reason was given, and one belongs to it.
  case needsReason(Act)
  /// Records of the type are made by an act of their own, and in no other way.
  case madeBy(Act, RecordType)
  /// A new record cannot have the field: an act gives it that.
  case notYet(Act, RecordType, Field)
  /// What an act of the field left is not taken away by itself.
  case stays(RecordType)
  /// The field has one value, and this is one too many.
  case oneValue(RecordType, Field, String)
  /// The field changes with an act of its own, and in no other way.
  case changesWith(Act, RecordType, Field)

  // MARK: - Criteria

  /// Ten criteria are in use, and each has its digit.
  case noDigitLeft
  /// Another criterion in use has the digit.
  case digitTaken(Character)
  /// The criterion is not in use any more.
  case notInUse(criterion: String)
  /// The criterion went into another one.
  case isMerged(criterion: String)
  /// A criterion cannot be merged into itself, or into what is none.
  case noOther(criterion: String)

  // MARK: - Reviews and passages

  /// Somebody else codes in the review.
  case notYours(review: String, of: String, you: String)
  /// Somebody else closes the review.
  case notYoursToClose(review: String, of: String)
  /// Nothing is coded in a closed review.
  case isClosed(review: String)
  /// Neither of two closed passes goes on: each coder has seen the other's codes.
  case bothClosed
  /// A second pass follows a first one, and no other.
  case isNoFirstPass(review: String)
  /// A pass that is still coded in cannot be read after, nor agreed on.
  case isOpen(review: String)
  /// Somebody has coded these passages already, and cannot do so unseen.
  case hasRead(review: String, String)
  /// What the reviewer of a second pass sees was settled when it was begun.
  case blindnessStays(review: String)
  /// The two passes have been agreed on, or are being.
  case hasAgreement(review: String)
  /// No disagreements are settled in the review: it is not an agreed one.
  case settlesNothing(review: String)
  /// Each disagreement has one decision.
  case isSettled(passage: String)
  /// In an agreed review disagreements are settled, and nothing else is coded.
  case isAgreed(review: String)
  /// The two reviews are not two passes over the same passages.
  case areNoPair(review: String, String)
  /// Contributions that one review holds are of its pass.
  case isOfAnotherPass(review: String)
  /// Nothing made the contribution doubtful.
  case notSuspect
  /// The passage is known, and its words are not in the register.
  case noText(passage: String)
  /// The words do not stand within the passage.
  case notWithin(String)
  /// The passage is the last of its section.
  case nothingFollows(passage: String)

  // MARK: - Others

  /// A concern that stands so already.
  case standsSo(concern: String)
  /// A standing that rests on evidence, and there is none.
  case needsEvidence(ConcernStanding)
  /// The record of a conflict is gone, so that the other version has nowhere to go.
  case recordGone(String)
  /// A scenario without a name.
  case noName
  /// A number of months or days that is none.
  case noCount(Field, String)
  /// A day that is none.
  case noDay(Field, String)
  /// A time whose last day is before its first.
  case endsBeforeItBegins
  /// Figures that would stand in the register and come into no sum.
  case fault(String)
  /// A table waits for so many decisions before anything of it is written.
  case undecided(Int)
  /// What stands in a line of a file cannot be taken over, for this reason.
  case entry(Int, String, String)

  /// An act that sees to more than one field, or needs a reason.
  public enum Act: Hashable, Sendable {
    case redefine, retire, merge, codeInReview, readAgain, closeReview, putOff, settle, decide
  }
}

extension Refusal: CustomStringConvertible {
  /// A sentence for a person, without a full stop.
  public var description: String {
    switch self {
    case .edit(let problem): problem.description
    case .hidden(let sentence): "not now: \(sentence)"
    case .needsReason(let act): "not done: a reason is needed to \(act.phrase)"
    case .changesWith(let act, let type, let field):
      "\(field.name) of \(type.withArticle) cannot be set directly: \(act.phrase)"
    case .madeBy(let act, let type):
      "\(type.withArticle) cannot be added directly: \(act.phrase)"
    case .notYet(let act, let type, let field):
      "\(field.name) cannot be given to a new \(type.noun.one): later, \(act.phrase)"
    case .stays(let type): "\(type.withArticle) cannot be removed: it says what was so"
    case .oneValue(let type, let field, let value):
      "\(type.withArticle) has only one \(field.name); “\(value)” is one too many"
    case .noDigitLeft: "all ten digits are taken; retire or merge a criterion first"
    case .digitTaken(let digit): "another criterion has the digit \(digit) now"
    case .notInUse(let key): "\(key) is no longer in use"
    case .isMerged(let key): "\(key) was merged into another criterion"
    case .noOther(let key): "“\(key)” is not another criterion in use"
    case .notYours(let review, let reviewer, let you):
      "“\(review)” is \(reviewer)'s; you are \(you)"
    case .notYoursToClose(let review, let reviewer): "“\(review)” is \(reviewer)'s to close"
    case .isClosed(let review): "“\(review)” is closed"
    case .bothClosed:
      "both passes are closed and have been seen: settle what differs"
    case .isNoFirstPass(let review): "“\(review)” is not a first pass"
    case .isOpen(let review): "“\(review)” is still open"
    case .hasRead(let review, let name):
      "\(name) has coded “\(review)” already: a second pass needs somebody else"
    case .blindnessStays(let review):
      "“\(review)” is a second pass: what it hides was settled when it began"
    case .hasAgreement(let review): "the passes of “\(review)” already have an agreed review"
    case .settlesNothing(let review): "“\(review)” is not an agreed review"
    case .isSettled(let passage):
      "\(passage) is settled already: each disagreement has one decision"
    case .isAgreed(let review):
      "“\(review)” is an agreed review: settle what differs in it"
    case .areNoPair(let first, let second):
      "“\(first)” and “\(second)” are not two passes over the same passages"
    case .isOfAnotherPass(let review): "“\(review)” is of another pass"
    case .notSuspect: "this contribution is not suspect"
    case .noText: "the letter's text is not in the register"
    case .notWithin(let words): "“\(words)” is not in the passage"
    case .nothingFollows: "no passage of the same section follows this one"
    case .standsSo(let concern): "\(concern) has that standing already"
    case .needsEvidence(let standing): "\(standing.rawValue) needs evidence"
    case .recordGone(let record): "\(record) is gone, so the other version has nowhere to go"
    case .noName: "a scenario needs a name"
    case .noCount(let field, let text):
      "\(field.name) must be a whole number above 0, not \(text)"
    case .noDay(_, let text): "\(text) is not a date: write 2016, 2016-02 or 2016-02-22"
    case .endsBeforeItBegins: "To is before From"
    case .fault(let sentence): sentence
    case .undecided(let count):
      "nothing is written until \(counted(count, "decision")) \(count == 1 ? "is" : "are") made"
    case .entry(let line, let name, let why): "line \(line), “\(name)”: \(why)"
    }
  }
}

extension Refusal.Act {
  /// What one does, after “to”.
  var phrase: String {
    switch self {
    case .redefine: "redefine a criterion"
    case .retire: "retire a criterion, or take it into use again"
    case .merge: "merge a criterion"
    case .codeInReview: "code the passage in its review"
    case .readAgain: "begin a second pass on the reviews screen"
    case .closeReview: "close or reopen the review on its screen"
    case .putOff: "put off a passage"
    case .settle: "settle a disagreement"
    case .decide: "decide a pause point"
    }
  }
}

extension Refusal {
  /// The field in which the fault is; nil where it is in no one field.
  public var field: Field? {
    switch self {
    case .noName: .name
    case .noCount(let field, _), .noDay(let field, _), .changesWith(_, _, let field),
      .notYet(_, _, let field), .oneValue(_, let field, _):
      field
    case .endsBeforeItBegins: .to
    case .edit(let problem): problem.field
    case .needsReason, .madeBy, .noDigitLeft, .digitTaken, .notInUse, .isMerged, .noOther,
      .notYours,
      .notYoursToClose, .isClosed, .bothClosed, .isNoFirstPass, .isOpen, .hasRead,
      .blindnessStays, .hasAgreement, .settlesNothing, .isSettled, .isOfAnotherPass, .notSuspect,
      .isAgreed, .areNoPair, .stays,
      .noText, .notWithin, .nothingFollows,
      .standsSo, .needsEvidence, .recordGone, .fault, .undecided, .entry, .hidden:
      nil
    }
  }
}

extension EditProblem {
  fileprivate var field: Field? {
    switch self {
    case .noSuchField(_, let field), .missing(_, let field), .invalid(_, let field, _),
      .dangling(_, let field, _):
      field
    case .stale(_, _, let field): field
    case .noSuchRecord, .keyTaken, .keyShared, .noKey, .inUse: nil
    }
  }
}
