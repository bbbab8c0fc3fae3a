import InspectionModel

/// What became of an overall grade: the full inspection that gave it, and the next one of the same
/// area.
struct GradeCourse {
  let start: Inspection
  let next: Inspection?
  /// On the scale of four; “adequate” of the years before November 2013 is “requires improvement”.
  let grade: Grade
  let outcome: Outcome

  /// What the next full inspection gave.
  enum Outcome: CaseIterable {
    case better
    case same
    case worse
    /// It gave no overall grade.
    case ungraded
    /// There was none yet.
    case none
  }

  /// Nil where the first inspection gave no overall grade.
  init?(from start: Inspection, to next: Inspection?) {
    guard let grade = start.grade?.onScale else { return nil }
    (self.start, self.next, self.grade) = (start, next, grade)
    outcome = Self.outcome(grade, next)
  }

  /// Calendar days from the last one of the first inspection to the first of the next; nil where
  /// either is not known.
  var days: Int? {
    guard let last = start.lastDay, let begun = next?.date else { return nil }
    return last.days(until: begun)
  }

  private static func outcome(_ grade: Grade, _ next: Inspection?) -> Outcome {
    guard let next else { return .none }
    guard let after = next.grade?.onScale, let mine = place(grade), let theirs = place(after)
    else { return .ungraded }
    return theirs < mine ? .better : theirs > mine ? .worse : .same
  }

  /// From 0 for the best.
  private static func place(_ grade: Grade) -> Int? { Grade.council.firstIndex(of: grade) }
}

extension Grade {
  /// The grade of today's scale for councils that it is counted as; nil for those of another scale.
  var onScale: Grade? {
    self == .adequate ? .requiresImprovement : Grade.council.contains(self) ? self : nil
  }
}
