public import InspectionModel

/// Why an operation cannot be done.
public enum Refusal: Error, Hashable, Sendable {
  /// The register does not take it.
  case edit(EditProblem)
  /// No reason was given, and one belongs to it.
  case needsReason(Act)
  /// The field changes with an act of its own, and in no other way.
  case changesWith(Act, RecordType, Field)
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
  /// What stands in a line of a file cannot be taken over, for this reason.
  case entry(Int, String, String)
  /// Figures that would stand in the register and come into no sum.
  case fault(String)

  /// An act that sees to more than one field.
  public enum Act: Hashable, Sendable {
    case redefine, retire, merge, closeReview
  }
}

extension Refusal: CustomStringConvertible {
  /// A sentence for a person, without a full stop.
  public var description: String {
    switch self {
    case .edit(let problem): problem.description
    case .needsReason(let act): "not done: to \(act.words) needs a reason"
    case .changesWith(let act, let type, let field):
      "\(field.name) of \(type.withArticle) is not set by itself: \(act.words) instead"
    case .noDigitLeft: "all ten digits are taken; retire or merge a criterion first"
    case .digitTaken(let digit): "another criterion has the digit \(digit) now"
    case .notInUse(let key): "\(key) is not in use any more"
    case .isMerged(let key): "\(key) was merged into another criterion"
    case .noOther(let key): "“\(key)” is no other criterion in use"
    case .entry(let line, let name, let why): "line \(line), “\(name)”: \(why)"
    case .fault(let words): words
    }
  }
}

extension Refusal.Act {
  /// What one does, after “to”.
  var words: String {
    switch self {
    case .redefine: "redefine a criterion"
    case .retire: "retire a criterion, or take it into use again"
    case .merge: "merge a criterion"
    case .closeReview: "close a review, or open it again, in the program"
    }
  }
}
