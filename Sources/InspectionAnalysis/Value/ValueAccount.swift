import InspectionModel

extension Topic {
  public static let value = Topic(
    "value", title: "Was there value?",
    summary: "what became of the grades of areas that had a joint inspection", takes: .filter
  ) { input in
    ValueAccount(
      input.scope, input.scope.inspections(in: input.register), in: input.register
    ).account
  }
}

/// What became of the grades of areas that had a joint inspection, as an account.
struct ValueAccount {
  private let value: Value
  let better: GradeComparison
  private let worse: GradeComparison
  private let scope: Scope
  private let title: String
  private let register: Register

  init(_ scope: Scope, _ inspections: [Inspection], in register: Register) {
    self.register = register
    value = Value(of: inspections, in: register)
    better = GradeComparison(value, .better)
    worse = GradeComparison(value, .worse)
    self.scope = scope
    let words = scope.phrase(inspections)
    title = words.isEmpty ? "Was there value?" : "Was there value? (\(words))"
  }

  var account: Account {
    let grids = ValueGrids(value)
    return Account(
      title: title,
      question: "What became of the grades of areas that had a joint inspection?", answer: answer,
      blocks: ([
        .grid(grids.after), .grid(grids.compared(better, "Better at the next full inspection")),
        .grid(grids.compared(worse, "Worse at the next full inspection")), .grid(grids.without),
        .grid(grids.list), nextReports,
      ] as [Account.Block]).filter { !$0.isEmpty },
      evidence: value.joint.map(\.inspection.row), method: method, gaps: gaps)
  }

  // MARK: - The answer

  var answer: String {
    guard !value.joint.isEmpty else {
      return value.undated.isEmpty
        ? "There is no joint inspection here."
        : "The first day is not known of any joint inspection here."
    }
    let graded = value.joint.compactMap(\.course)
    guard !graded.isEmpty else {
      let these = value.joint.count == 1 ? "this" : "these \(value.joint.count)"
      return
        "The register has no overall grade from before \(these) joint "
        + "inspection\(value.joint.count == 1 ? "" : "s")."
    }
    let with = better.with
    guard let share = with.percent, let span = with.wilson, let expected = better.expected else {
      return
        "Of \(joints(value.joint.count)), \(graded.count) had an overall grade at the time; none "
        + "that had room to improve has been graded since, to compare with areas without a joint "
        + "inspection."
    }
    let rate = Figure.Value.fixed(expected * Double(with.whole), 0)
    return
      "Of \(joints(value.joint.count)), \(with.whole) were in areas that had room to "
      + "improve and have been graded since: \(with.part) improved (\(share), "
      + "\(Percent.text(span))). At the rate of areas with the same grades and no joint "
      + "inspection it would be \(rate)\(difference). That is a comparison, not a cause."
      + (with.isSmall ? " The numbers are small, so it says little." : "")
  }

  private var difference: String {
    guard let difference = better.difference else { return "" }
    let words = Percent.difference(difference.value)
    return " (difference \(words), 95 % interval \(Percent.difference(difference.span)))"
  }

  private func joints(_ count: Int) -> String { counted(count, "joint inspection") }

  // MARK: - What the next reports say

  private var nextReports: Account.Block {
    let pairs = value.joint.compactMap { line in line.next.map { (line.inspection, $0) } }
    return NextReports(pairs, in: register).block
  }

  // MARK: - Method and gaps

  private var method: [String] {
    [
      "Full inspections are those under ILACS, SIF and, before November 2013, the arrangements for "
        + "looked-after children. The grade at the time is the overall grade of the latest one "
        + "published before the first day of the joint inspection; the grade before is that of the "
        + "one before it; the next is the first that began after its last day. One that was under "
        + "way at the time is none of these.",
      "An area is followed to those it came from and to those it became. Where it was split or "
        + "merged, the latest before and the first after count. “Adequate” counts as requires "
        + "improvement.",
      "Areas without: each full inspection with an overall grade after which the area had no joint "
        + "inspection, up to its next full one."
        + (value.cutOff.map {
          " They count if that began after \($0), when the first joint inspection here began, or "
            + "is still to come."
        } ?? "") + " They are of the whole register, whatever the filter.",
      "Shares are of inspections that have a next overall grade. Intervals are of 95 %: a share by "
        + "Wilson's method (1927), a difference by Newcombe's (1998, method 10), the difference "
        + "over all grades weighted by the grades of areas with a joint inspection (Zou and Donner "
        + "2008). The unit is the inspection, and an area may stand for several.",
      "Matching by grade allows for poor grades tending to rise and good ones to fall anyway. It "
        + "does not allow for how areas are chosen for a joint inspection, nor for the years "
        + "between, and so it says nothing of causes.",
    ]
  }

  var gaps: [String] {
    let (joint, all) = (value.joint, value.jointTally())
    let ungraded = joint.filter { $0.course == nil }.count
    return [
      value.undated.isEmpty
        ? nil
        : "Left out, since the first day is not known: \(joints(value.undated.count)) ("
          + listed(value.undated.map(\.title)) + ").",
      ungraded == 0
        ? nil : "\(joints(ungraded)) had no overall grade at the time that the register knows.",
      all.rows(.none).isEmpty
        ? nil : "After \(joints(all.rows(.none).count)) there is no next full inspection yet.",
      all.rows(.ungraded).isEmpty
        ? nil
        : "After \(joints(all.rows(.ungraded).count)) the next full inspection gave no overall "
          + "grade; since April 2026 none does.",
      scope.onContributions == nil
        ? nil : "What the filter asks of contributions does not count here.",
    ].compactMap(\.self)
  }
}
