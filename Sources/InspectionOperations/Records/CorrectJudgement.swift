public import InspectionModel

/// The grade of an inspection on one aspect is corrected, or given where there was none; whoever
/// does it answers for it. The overall one is kept in step with the grade that stands in the
/// inspection itself.
public struct CorrectJudgement: Operation {
  private let aspect: Aspect
  private let key: String
  private let outcome: Outcome?
  private let reason: String?

  /// A grade, or why there is none.
  public enum Outcome: Hashable, Sendable {
    case grade(Grade)
    case none(Ungraded)

    /// As it stands in the register: `good`, `not-judged`; nil for any other word.
    public init?(_ word: String) {
      if let grade = Grade(rawValue: word) {
        self = .grade(grade)
      } else if let reason = Ungraded(rawValue: word) {
        self = .none(reason)
      } else {
        return nil
      }
    }

    var field: (Field, String) {
      switch self {
      case .grade(let grade): (.grade, grade.rawValue)
      case .none(let reason): (.reason, reason.rawValue)
      }
    }
  }

  /// The grade on an aspect of the inspection with a key; without an outcome the judgement goes.
  public init(
    _ aspect: Aspect, of key: String, _ outcome: Outcome?, because reason: String? = nil
  ) {
    (self.aspect, self.key, self.outcome, self.reason) = (aspect, key, outcome, reason)
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let inspection = try register.find(Inspection.self, key)
    let judgement = inspection.judgements.first { $0.aspect == aspect }
    var edits = edits(of: judgement, by: author)
    if aspect == .overall, let own = inspection.record.setting(.grade, to: ownGrade) {
      edits.append(own)
    }
    let words = outcome?.field.1 ?? "nothing"
    return try Proposal(Change("\(aspect.name) of \(key) as \(words)", edits, why: reason))
      .withoutFaults(in: register)
  }

  private func edits(of judgement: Judgement?, by author: Author) -> [Edit] {
    guard let outcome else {
      return judgement.map { [.remove(.judgement, $0.record.values)] } ?? []
    }
    let (field, value) = outcome.field
    guard let judgement else {
      let head = [
        FieldValue(.id, Judgement.key(of: key, aspect)), FieldValue(.inspection, key),
        FieldValue(.aspect, aspect.rawValue), FieldValue(field, value),
      ]
      return [.insert(.judgement, head + author.signature)]
    }
    let outcomes = [Field.grade, .reason].compactMap {
      judgement.record.setting($0, to: $0 == field ? [value] : [])
    }
    if outcomes.isEmpty { return [] }
    let signature = author.signature.compactMap {
      judgement.record.setting($0.field, to: [$0.value])
    }
    return outcomes + signature
  }

  /// What the inspection itself can hold of it.
  private var ownGrade: [String] {
    guard case .grade(let grade) = outcome, Grade.council.contains(grade) else { return [] }
    return [grade.rawValue]
  }
}
