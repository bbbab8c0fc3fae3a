import InspectionModel

/// Its inspections on a line of years, and one after another.
extension AreaAccount {
  // MARK: - The line

  /// A lane a framework, that of the latest inspection first.
  var line: Account.Block {
    let dated = inspections.filter { $0.date != nil }
    let dues = due.rounds.compactMap(\.due)
    let years = dated.compactMap { $0.date?.year } + dues.map(\.year)
    guard !dated.isEmpty, let first = years.min(), let last = years.max(),
      let from = Day(year: first, month: 1, day: 1),
      let to = Day(year: max(last, input.day.year), month: 12, day: 31)
    else { return .sentences(title: "Inspections by year", []) }
    let names = dated.map(Self.lane).unique
    return .timeline(
      Timeline(
        title: "Inspections by year, with their grades", from: from, to: to,
        lanes: names.map { name in
          Timeline.Lane(
            name,
            dated.reversed().filter { Self.lane($0) == name }.compactMap(span)
              + due.rounds.filter { Self.lane($0.last) == name }.compactMap(span))
        }))
  }

  private static func lane(_ inspection: Inspection) -> String {
    inspection.framework?.shortName ?? "not known"
  }

  private func span(_ inspection: Inspection) -> Timeline.Span? {
    inspection.date.map { day in
      Timeline.Span(
        inspection.title, from: day,
        to: max(day, inspection.from == nil ? day : inspection.lastDay ?? day),
        kind: .graded(inspection.chiefGrade), basis: [inspection.row])
    }
  }

  private func span(_ round: NextDue.Round) -> Timeline.Span? {
    round.due.map { day in
      Timeline.Span(
        "the next of \(listed(round.frameworks.map(\.shortName)))", from: day, to: day, kind: .due,
        basis: round.frameworks.map(\.row))
    }
  }

  // MARK: - Judgements

  /// A line an inspection, a column an aspect that any of them was judged on.
  var judgements: Grid {
    let judged = Dictionary(uniqueKeysWithValues: inspections.map { ($0.row, $0.judgements) })
    let aspects = Aspect.allCases.filter { aspect in
      aspect == .overall || judged.values.contains { $0.contains { $0.aspect == aspect } }
    }
    return Grid(
      title: "Inspections and their judgements, the latest first", corner: "inspection",
      rows: inspections, named: \.title, subject: \.row,
      columns: [
        Grid.Column("first day, or of the report", short: "first", Self.firstDay)
      ]
        + aspects.map { aspect in
          Grid.Column(aspect.name) { Self.outcome($0, aspect, judged[$0.row] ?? []) }
        } + [Grid.Column("passages of its report that are read", short: "read", passages)])
  }

  private static func firstDay(_ inspection: Inspection) -> Figure {
    inspection.date.map { Figure(.day($0), basis: [inspection.row]) }
      ?? .unknown("neither a day on site nor that of the report is known")
  }

  private static func outcome(
    _ inspection: Inspection, _ aspect: Aspect, _ judgements: [Judgement]
  ) -> Figure {
    if let judgement = judgements.first(where: { $0.aspect == aspect }) {
      return Figure(.phrase(judgement.outcome), basis: [judgement.row])
    }
    guard aspect == .overall else { return Figure(.phrase("–")) }
    if let grade = inspection.grade { return Figure(.phrase(grade.name), basis: [inspection.row]) }
    if inspection.isJoint || inspection.framework?.isNarrative ?? false {
      return Figure(.phrase("no grades"))
    }
    return judgements.isEmpty
      ? .unknown("the register has no grade of this inspection") : Figure(.phrase("–"))
  }

  private func passages(_ inspection: Inspection) -> Figure {
    let passages = input.register.children(.passage, of: inspection.row)
    return passages.isEmpty ? Figure(.phrase("not read")) : .count(passages)
  }
}

extension Inspection {
  /// The overall grade, or the only one there is.
  fileprivate var chiefGrade: Grade? {
    if let grade { return grade }
    let judged = judged
    return judged.count == 1 ? judged[0].grade : nil
  }
}
