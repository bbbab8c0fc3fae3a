import InspectionModel

/// Areas that had a joint inspection beside areas that had none, grade by grade: the share whose
/// next overall grade was better, or worse.
struct GradeComparison {
  struct Line {
    let grade: Grade
    let with: Proportion
    let without: Proportion
    let withRows: [Row]
    let withoutRows: [Row]

    /// With less without, and its interval of 95 %; nil where one side has none.
    var difference: (value: Double, span: Proportion.Span)? {
      guard let one = with.share, let two = without.share, let span = with.newcombe(less: without)
      else { return nil }
      return (one - two, span)
    }
  }

  /// What is compared: better, or worse.
  let outcome: GradeCourse.Outcome
  /// Of the grades from which that is possible.
  let lines: [Line]

  init(_ value: Value, _ outcome: GradeCourse.Outcome) {
    self.outcome = outcome
    let edge: Grade = outcome == .better ? .outstanding : .inadequate
    lines = Grade.council.filter { $0 != edge }.map { grade in
      let (with, without) = (value.jointTally([grade]), value.otherTally([grade]))
      return Line(
        grade: grade, with: with.share(outcome), without: without.share(outcome),
        withRows: with.graded, withoutRows: without.graded)
    }
  }

  /// Grades of which there are some on both sides.
  private var matched: [Line] { lines.filter { $0.with.whole > 0 && $0.without.whole > 0 } }

  /// Over the grades that both sides have.
  var with: Proportion {
    Proportion(
      matched.reduce(0) { $0 + $1.with.part }, of: matched.reduce(0) { $0 + $1.with.whole })
  }

  var withRows: [Row] { matched.flatMap(\.withRows) }
  var withoutRows: [Row] { matched.flatMap(\.withoutRows) }

  /// The share that areas without one would have, were their grades those of areas with one: Σ w p,
  /// w the share of a grade among areas with one. Nil where no grade is on both sides.
  var expected: Double? {
    let all = Double(with.whole)
    guard all > 0 else { return nil }
    return matched.reduce(0) { $0 + Double($1.with.whole) / all * ($1.without.share ?? 0) }
  }

  /// The difference of the two and its interval of 95 %.
  ///
  /// Σ w d with limits Σ w d ∓ √(Σ w² (d − limit)²), d and its limits by Newcombe's method for each
  /// grade: Zou and Donner, Statistics in Medicine 27 (2008), 1693–1702.
  var difference: (value: Double, span: Proportion.Span)? {
    let all = Double(with.whole)
    guard all > 0 else { return nil }
    var (value, below, above) = (0.0, 0.0, 0.0)
    for line in matched {
      guard let own = line.difference else { continue }
      let weight = Double(line.with.whole) / all
      let (low, high) = (own.value - own.span.low, own.span.high - own.value)
      value += weight * own.value
      below += weight * weight * low * low
      above += weight * weight * high * high
    }
    return (
      value, Proportion.Span(low: value - below.squareRoot(), high: value + above.squareRoot())
    )
  }
}
