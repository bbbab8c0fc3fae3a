/// The records that have to do with a judgement that a filter asks for: the inspections that have
/// it, their areas, and what belongs to the inspections.
///
/// O(inspections + judgements), once a filter, and O(1) a record.
struct JudgedRows: Sendable {
  private let type: RecordType
  private let register: Register
  /// Of each inspection by its row, or of each area: whether it has such a judgement.
  private let found: [Bool]

  init(_ terms: [Query.Term], of type: RecordType, in register: Register) {
    (self.type, self.register) = (type, register)
    let inspections = Self.inspections(terms, register)
    guard type == .area else {
      found = inspections
      return
    }
    var areas = Array(repeating: false, count: register.table(.area).rowCount)
    for row in inspections.indices where inspections[row] {
      let table = register.table(.inspection)
      if let area = register.tree.parent(of: row, in: table) { areas[area] = true }
    }
    found = areas
  }

  func contains(_ row: Int) -> Bool {
    var (type, row) = (type, row)
    while type != .area, type != .inspection {
      guard let target = type.parentField?.target,
        let parent = register.tree.parent(of: row, in: register.table(type))
      else { return false }
      (type, row) = (target, parent)
    }
    return found[row]
  }

  /// Whether each inspection has a judgement of which all terms hold; its own grade is the overall
  /// one where no judgement is.
  private static func inspections(_ terms: [Query.Term], _ register: Register) -> [Bool] {
    var found = Array(repeating: false, count: register.table(.inspection).rowCount)
    var runs = terms.map { term in
      (tests: term.tests.map { TermRun($0, in: register) }, isNegated: term.isNegated)
    }
    for judgement in register.rows(.judgement) {
      let row = judgement.number
      guard let parent = register.tree.parent(of: row, in: register.table(.judgement)),
        !found[parent]
      else { continue }
      var marks = RowMarks(row..<row + 1)
      for term in runs.indices {
        for test in runs[term].tests.indices { runs[term].tests[test].find(&marks, .judgement) }
        marks.close(runs[term].isNegated)
      }
      marks.forEachOpen { _ in found[parent] = true }
    }
    for row in register.rows(.inspection) where !found[row.number] {
      let inspection: Inspection = register.view(row)
      guard let grade = inspection.ownGrade,
        !inspection.judgements.contains(where: { $0.aspect == .overall })
      else { continue }
      found[row.number] = terms.allSatisfy { $0.holds(ofOverall: grade) }
    }
    return found
  }
}

extension Query.Term {
  /// Whether it holds of an overall grade without a record of its own.
  fileprivate func holds(ofOverall grade: Grade) -> Bool {
    tests.contains { test in
      guard case .field(_, let field, let value) = test else { return false }
      let (text, words) =
        field == .aspect
        ? (Aspect.overall.rawValue, Aspect.allCases.map(\.rawValue))
        : (grade.rawValue, Grade.allCases.map(\.rawValue))
      guard field == .aspect || field == .grade else { return false }
      return value.isEmpty || FieldTest.fits(text, value, words)
    } != isNegated
  }
}
