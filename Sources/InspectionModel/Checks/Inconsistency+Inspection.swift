extension Inspection {
  /// Days in the order in which they happen; each may be missing.
  private static let course: [Field] = [.notified, .from, .to, .published, .statementDue]

  var inconsistencies: [Inconsistency] {
    outOfOrder + [notInForce, startsWhenPublished, gradeless, otherGrade].compactMap(\.self)
  }

  private var gradeless: Inconsistency? {
    guard ownGrade != nil, let framework, framework.isNarrative else { return nil }
    return Inconsistency(kind: .gradeless(framework: framework.key), row: row, field: .grade)
  }

  private var otherGrade: Inconsistency? {
    guard let own = ownGrade, let judgement = judgements.first(where: { $0.aspect == .overall }),
      judgement.grade != own
    else { return nil }
    return Inconsistency(kind: .otherGrade(judgement: judgement.key), row: row, field: .grade)
  }

  private var outOfOrder: [Inconsistency] {
    let days = Self.course.compactMap { field in record.day(field).map { (field: field, day: $0) } }
    return zip(days, days.dropFirst()).compactMap { earlier, later in
      later.day.isSurelyBefore(earlier.day)
        ? Inconsistency(kind: .before(earlier.field), row: row, field: later.field) : nil
    }
  }

  private var notInForce: Inconsistency? {
    guard let framework, let day = from ?? published else { return nil }
    let isEarly = framework.from.map(day.isSurelyBefore) ?? false
    let isLate = framework.to?.isSurelyBefore(day) ?? false
    guard isEarly || isLate else { return nil }
    return Inconsistency(
      kind: .notInForce(framework: framework.key), row: row, field: from == nil ? .published : .from
    )
  }

  private var startsWhenPublished: Inconsistency? {
    guard let from, from == published, from.day != nil else { return nil }
    return Inconsistency(kind: .startsWhenPublished, row: row, field: .from)
  }
}

extension Day {
  /// True if no day that this can mean is as late as any that the other can mean: `2016` is not
  /// surely before `2016-05`.
  public func isSurelyBefore(_ other: Day) -> Bool {
    guard year == other.year else { return year < other.year }
    guard let month, let otherMonth = other.month else { return false }
    guard month == otherMonth else { return month < otherMonth }
    guard let day, let otherDay = other.day else { return false }
    return day < otherDay
  }
}
