extension Judgement {
  /// What cannot be counted of it, or its framework did not judge then.
  var inconsistencies: [Inconsistency] {
    let unsound = fault.map { Inconsistency(kind: .unsound($0), row: row, field: faultyField) }
    return [unsound, notGradedThen].compactMap(\.self)
  }

  /// The field to look at where there is a fault.
  private var faultyField: Field {
    if let inspection, let aspect, key != Self.key(of: inspection.key, aspect) { return .id }
    if (words?.split(separator: " ").count ?? 0) > Self.mostWords { return .words }
    return record.text(.grade) == nil ? .aspect : .grade
  }

  private var notGradedThen: Inconsistency? {
    guard grade != nil, let aspect, let inspection, let framework = inspection.framework else {
      return nil
    }
    if framework.isNarrative {
      return Inconsistency(kind: .gradeless(framework: framework.key), row: row, field: .grade)
    }
    guard let aspects = FrameworkAspects.aspects(of: framework.key, on: inspection.date),
      !aspects.contains(aspect)
    else { return nil }
    return Inconsistency(kind: .notGradedThen(framework: framework.key), row: row, field: .aspect)
  }
}
