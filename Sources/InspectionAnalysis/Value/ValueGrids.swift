import InspectionModel

/// The figures of ``Value`` in rows and columns.
struct ValueGrids {
  private let value: Value

  init(_ value: Value) { self.value = value }

  private typealias Row = InspectionModel.Row

  /// The inspections of one grade, or of several together.
  private struct Line {
    let name: String
    let tally: Value.Tally
    let priority: [Row]
  }

  // MARK: - With and without

  /// Of joint inspections.
  var after: Grid {
    let graded = Grade.council.map { grade in
      let joint = value.joint.filter { $0.course?.grade == grade }
      return Line(
        name: grade.name, tally: value.jointTally([grade]), priority: Self.priority(joint))
    }.filter { !$0.tally.all.isEmpty }
    let all = Line(
      name: "all of these", tally: value.jointTally(), priority: graded.flatMap(\.priority))
    return Grid(
      title: "After a joint inspection, by the grade at the time", corner: "grade at the time",
      rows: graded.isEmpty ? [] : graded + [all], named: \.name,
      columns: [
        Grid.Column("joint inspections") { .count($0.tally.all) },
        Grid.Column("with a priority action") { .count($0.priority) },
      ] + Self.outcomes(),
      notes: [Self.fewNote])
  }

  /// Of full inspections without a joint one after them.
  var without: Grid {
    let graded = Grade.council.map { grade in
      Line(name: grade.name, tally: value.otherTally([grade]), priority: [])
    }.filter { !$0.tally.all.isEmpty }
    let all = Line(name: "all of these", tally: value.otherTally(), priority: [])
    return Grid(
      title: "Without a joint inspection, by the grade before", corner: "grade before",
      rows: graded.isEmpty ? [] : graded + [all], named: \.name,
      columns: [Grid.Column("full inspections") { .count($0.tally.all) }] + Self.outcomes(),
      notes: [Self.fewNote])
  }

  private static let fewNote =
    "“Few” marks a share of fewer than \(Proportion.fewest) inspections: it says little."

  private static func priority(_ joint: [Value.Joint]) -> [Row] {
    joint.map(\.inspection).filter { $0.hasPriorityAction ?? false }.map(\.row)
  }

  /// What came next.
  private static func outcomes() -> [Grid.Column<Line>] {
    [
      Grid.Column("better") { share($0.tally.share(.better), $0.tally.graded) },
      Grid.Column("95 % interval", short: "95 %") {
        interval($0.tally.share(.better), $0.tally.graded)
      },
      Grid.Column("same") { .count($0.tally.rows(.same)) },
      Grid.Column("worse") { .count($0.tally.rows(.worse)) },
      Grid.Column("no overall grade") { .count($0.tally.rows(.ungraded)) },
      Grid.Column("none yet") { .count($0.tally.rows(.none)) },
      Grid.Column("between, median", unit: "years") { line in
        line.tally.medianDays.map {
          Figure(.measure(Double($0) / 365.25, digits: 1), basis: line.tally.graded)
        } ?? .unknown(noneGraded)
      },
      .phrase("few") { few([$0.tally.share(.better)]) },
    ]
  }

  private static let noneGraded = "none has a next overall grade"

  private static func few(_ shares: [Proportion]) -> String {
    shares.contains { $0.isSmall } ? "few" : ""
  }

  private static func share(_ share: Proportion?, _ rows: [Row]) -> Figure {
    guard let share, share.whole > 0 else { return .unknown(noneGraded) }
    return Figure(.share(share.part, of: share.whole), basis: rows)
  }

  private static func interval(_ share: Proportion?, _ rows: [Row]) -> Figure {
    guard let span = share?.wilson else { return .unknown(noneGraded) }
    return Figure(.phrase(Percent.text(span)), basis: rows)
  }

  // MARK: - Beside each other

  /// Shares with one outcome, with a joint inspection and without.
  func compared(_ comparison: GradeComparison, _ title: String) -> Grid {
    let lines = comparison.lines.filter { $0.with.whole > 0 }.map(Side.init)
    let total = comparison.with.whole > 0 ? [Side(comparison)] : []
    return Grid(
      title: title, corner: "grade before", rows: lines + total, named: \.name,
      columns: [
        Grid.Column("with") { Self.share($0.with, $0.withRows) },
        Grid.Column("95 % interval", short: "95 %") { Self.interval($0.with, $0.withRows) },
        Grid.Column("without") { side in
          side.expected.map { Figure(.phrase(Percent.text($0)), basis: side.withoutRows) }
            ?? Self.share(side.without, side.withoutRows)
        },
        Grid.Column("95 % interval", short: "95 %") { side in
          side.expected == nil ? Self.interval(side.without, side.withoutRows) : Figure(.phrase(""))
        },
        Grid.Column("difference") { Self.difference($0) },
        .phrase("few") { Self.few([$0.with] + ($0.expected == nil ? [$0.without] : [])) },
      ],
      notes: [
        "The last line is of the grades that both have; without a joint inspection, the share at "
          + "the grades of those with one.", Self.fewNote,
      ])
  }

  private static func difference(_ side: Side) -> Figure {
    guard let difference = side.difference else { return .unknown("there is none on one side") }
    let percent = Percent.difference(difference.value)
    return Figure(
      .phrase("\(percent) (\(Percent.difference(difference.span)))"),
      basis: side.withRows + side.withoutRows)
  }

  /// One line: a grade, or all that both have.
  private struct Side {
    let name: String
    let with: Proportion
    let without: Proportion
    let withRows: [Row]
    let withoutRows: [Row]
    /// Where it is a share by the grades of others.
    let expected: Double?
    let difference: (value: Double, span: Proportion.Span)?

    init(_ line: GradeComparison.Line) {
      (name, with, without) = (line.grade.name, line.with, line.without)
      (withRows, withoutRows) = (line.withRows, line.withoutRows)
      (expected, difference) = (nil, line.difference)
    }

    init(_ all: GradeComparison) {
      (name, with, without) = ("matched by grade", all.with, Proportion(0, of: 0))
      (withRows, withoutRows) = (all.withRows, all.withoutRows)
      (expected, difference) = (all.expected, all.difference)
    }
  }

  // MARK: - One by one

  /// Each joint inspection with the grades around it.
  var list: Grid {
    Grid(
      title: "Joint inspections with the grades around them", corner: "inspection",
      rows: value.joint, named: \.inspection.title, subject: \.inspection.row,
      columns: [
        Grid.Column("before") { Self.grade($0.earlier, else: "none here") },
        Grid.Column("at the time") { Self.grade($0.atTheTime, else: "none here") },
        Grid.Column("next") { Self.grade($0.next, else: "none yet") },
        Grid.Column("became") {
          Figure(
            .phrase($0.course.map { Self.word($0.outcome) } ?? "not known"), basis: Self.basis($0))
        },
        Grid.Column("next began") { joint in
          Figure(joint.next?.date.map { .day($0) } ?? .phrase("none yet"), basis: Self.basis(joint))
        },
      ])
  }

  private static func basis(_ joint: Value.Joint) -> [Row] {
    [joint.earlier, joint.atTheTime, joint.next].compactMap { $0?.row }
  }

  private static func grade(_ inspection: Inspection?, else none: String) -> Figure {
    guard let inspection else { return Figure(.phrase(none)) }
    return Figure(.phrase(inspection.grade?.name ?? "no overall grade"), basis: [inspection.row])
  }

  private static func word(_ outcome: GradeCourse.Outcome) -> String {
    switch outcome {
    case .better: "better"
    case .same: "same"
    case .worse: "worse"
    case .ungraded: "no overall grade"
    case .none: "none yet"
    }
  }
}
