import InspectionModel

extension Proposal {
  /// The same; refuses records that would be counted nowhere, or break the rules of the field. What
  /// was wrong with one before may stay while something else is mended.
  func withoutFaults(in register: Register) throws(Refusal) -> Proposal {
    let edits = change.edits.filter { Register.rules[$0.type] != nil }
    guard !edits.isEmpty else { return self }
    var after = register
    do throws(EditProblem) { try after.apply(change) } catch { return self }
    for edit in edits {
      guard let row = after.row(edit.type, key: edit.key), let breach = after.breach(of: row) else {
        continue
      }
      let before = register.row(edit.type, key: edit.key).flatMap { register.breach(of: $0) }
      if breach != before { throw breach }
    }
    return self
  }
}

extension Register {
  /// What is wrong with a record by the rules of the field; nil where nothing is. O(criteria).
  func breach(of row: Row) -> Refusal? { Self.rules[row.type]?(self, row) }

  /// What records of some types must keep to, though they are well formed.
  fileprivate static let rules: [RecordType: @Sendable (Register, Row) -> Refusal?] = [
    // Either would be counted nowhere.
    .estimate: { $0.view($1, as: Estimate.self).fault.map { .fault($0) } },
    .judgement: { $0.view($1, as: Judgement.self).fault.map { .fault($0) } },
    .scenario: { SetScenario(of: $0.view($1)).fault(in: $0) },
    .concern: { $0.view($1, as: Concern.self).lackOfEvidence },
    .criterion: { register, row in
      let criterion = register.view(row, as: Criterion.self)
      return criterion.status == nil ? criterion.takenDigit.map { .digitTaken($0) } : nil
    },
    .filter: { $0.view($1, as: SavedFilter.self).breach },
    .review: { $0.view($1, as: Review.self).breach },
    .decision: { $0.view($1, as: Decision.self).breach },
  ]
}

extension Decision {
  /// O(decisions of the review).
  fileprivate var breach: Refusal? {
    let isTwice = review?.decisions.contains { $0.row != row && $0.passage?.row == passage?.row }
    return isTwice == true ? passage.map { .isSettled(passage: $0.key) } : nil
  }
}

extension SavedFilter {
  /// O(filters).
  fileprivate var breach: Refusal? {
    let register = record.register
    guard let lists else {
      return .fault("“\(record.text(.lists) ?? "")” in Lists is not a type of records")
    }
    let isTwice = register.all(SavedFilter.self).contains {
      $0.row != row && $0.lists == lists && $0.name.lowercased() == name.lowercased()
    }
    if isTwice { return .fault("there is already a saved filter “\(name)” for \(lists.noun.many)") }
    return SaveFilter(filter, as: name, on: lists, asCoded: false).fault(in: register)
  }
}

extension Review {
  fileprivate var breach: Refusal? {
    if let first = rule.first, first < 1 { return .noCount(.first, String(first)) }
    do throws(QueryProblem) {
      _ = try Query(rule.filter, on: .passage)
      return nil
    } catch {
      return .fault(error.description)
    }
  }
}

extension Concern {
  fileprivate var lackOfEvidence: Refusal? {
    guard let standing, standing.needsEvidence, evidence.isEmpty else { return nil }
    return .needsEvidence(standing)
  }
}

extension Criterion {
  /// Its digit, where another one in use has that too. O(criteria).
  var takenDigit: Character? {
    let isTaken = record.register.all(Criterion.self)
      .contains { $0.row != row && $0.status == nil && $0.digit == digit }
    return isTaken ? digit : nil
  }
}
