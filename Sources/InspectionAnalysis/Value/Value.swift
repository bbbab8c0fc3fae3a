import InspectionModel

/// What became of the overall grades of areas that had a joint inspection, and of areas that had
/// none.
///
/// The grade at the time is that of the latest full inspection published before the first day of
/// the joint one; the next is the first full inspection that began after its last day. Defined
/// here. O(inspections · inspections of an area).
struct Value {
  /// One joint inspection between two full ones.
  struct Joint {
    let inspection: Inspection
    /// The full inspection before the one that stood at the time.
    let earlier: Inspection?
    /// The one that stood at the time.
    let atTheTime: Inspection?
    let next: Inspection?
    /// Nil where there was no overall grade at the time.
    let course: GradeCourse?
  }

  /// The joint inspections whose first day is known, in their order.
  let joint: [Joint]
  /// Those of which it is not.
  let undated: [Inspection]
  /// Full inspections after which the area had no joint one, up to its next full one.
  let others: [GradeCourse]
  /// The first day of the first joint inspection here: others count if the next full inspection
  /// began later, or is still to come.
  let cutOff: Day?

  init(of inspections: [Inspection], in register: Register) {
    let history = AreaHistory(register)
    let all = inspections.filter(\.isJoint)
    joint = all.compactMap { Joint($0, history) }
    undated = all.filter { $0.from == nil || $0.area == nil }
    let cutOff = joint.compactMap(\.inspection.from).min()
    self.cutOff = cutOff
    others = cutOff.map { Self.others(history, since: $0) } ?? []
  }

  private static func others(_ history: AreaHistory, since cutOff: Day) -> [GradeCourse] {
    history.full.compactMap { start in
      guard let area = start.area?.row, let begun = start.date, let last = start.lastDay else {
        return nil
      }
      let next = history.next(after: last, in: area)
      if let next = next?.date, next < cutOff { return nil }
      // A joint inspection without any day may have been in between as well.
      let hadJoint = history.joint(in: area).contains { joint in
        guard let day = joint.date else { return true }
        return day >= begun && next?.date.map { day <= $0 } ?? true
      }
      return hadJoint ? nil : GradeCourse(from: start, to: next)
    }
  }
}

extension Value.Joint {
  fileprivate init?(_ inspection: Inspection, _ history: AreaHistory) {
    guard let from = inspection.from, let last = inspection.lastDay, let area = inspection.area
    else { return nil }
    let before = history.published(before: from, in: area.row)
    self.inspection = inspection
    atTheTime = before.first
    earlier = before.dropFirst().first
    next = history.next(after: last, in: area.row)
    course = before.first.flatMap { [next] in GradeCourse(from: $0, to: next) }
  }
}

// MARK: - Counting

extension Value {
  /// What became of some grades, each with the row of the inspection it is counted by.
  struct Tally {
    fileprivate(set) var courses: [(row: Row, course: GradeCourse)] = []

    func rows(_ outcome: GradeCourse.Outcome) -> [Row] {
      courses.filter { $0.course.outcome == outcome }.map(\.row)
    }

    var all: [Row] { courses.map(\.row) }
    /// Those with an overall grade at the next full inspection.
    var graded: [Row] { gradedCourses.map(\.row) }

    /// Of those with a next grade, the share with one outcome.
    func share(_ outcome: GradeCourse.Outcome) -> Proportion {
      Proportion(rows(outcome).count, of: graded.count)
    }

    /// From the one grade to the next, in the middle; nil where no days are known.
    var medianDays: Int? {
      let days = gradedCourses.compactMap(\.course.days).sorted()
      return days.isEmpty ? nil : days[days.count / 2]
    }

    private var gradedCourses: [(row: Row, course: GradeCourse)] {
      courses.filter { entry in
        switch entry.course.outcome {
        case .better, .same, .worse: true
        case .ungraded, .none: false
        }
      }
    }
  }

  /// Of joint inspections, by the grade at the time; of some grades, or of all.
  func jointTally(_ grades: [Grade] = Grade.council) -> Tally {
    Tally(
      courses: joint.compactMap { joint in
        joint.course.map { (joint.inspection.row, $0) }
      }.filter { grades.contains($0.1.grade) })
  }

  /// Of full inspections without a joint one after them.
  func otherTally(_ grades: [Grade] = Grade.council) -> Tally {
    Tally(courses: others.filter { grades.contains($0.grade) }.map { ($0.start.row, $0) })
  }
}
