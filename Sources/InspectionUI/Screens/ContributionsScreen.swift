import InspectionModel
import InspectionOperations
import TerminalCore

/// Everything that is coded.
struct ContributionsScreen: ListScreen {
  let kind = "contributions"
  let hints: [Action] = [.open, .filter, .sort, .group, .change, .remove, .note, .undo]
  var records: RecordList

  init(_ register: Register) {
    records = RecordList(
      .contribution, columns: Self.columns, groupings: ContributionColumns.groupings)
    records.refresh(register)
  }

  func title(_ register: Register) -> String { "Contributions" }

  func destination(of row: Row, _ context: Context) -> (any Screen)? {
    let contribution: Contribution = context.register.view(row)
    return contribution.passage.map { PassageScreen($0.row, context.register, at: row) }
  }

  func performOwn(_ action: Action, on row: Row, _ context: Context) -> [Step]? {
    ContributionActions.perform(action, on: row, context)
  }

  static let columns: [ListColumn] =
    [
      ListColumn(
        "Passage", width: 26, upTo: 34,
        text: { Contribution($0).passage?.title ?? "" },
        order: { .text(Contribution($0).placeInLetter) }, by: FieldPath(.index, .place, up: 1))
    ] + ContributionColumns.columns

  func drawPreview(of row: Row, on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let contribution: Contribution = context.register.view(row)
    var pen = Pen(rect)
    if let passage = contribution.passage {
      pen.write(passage.key, .heading, on: &canvas)
      pen.paragraph(passage.listed, on: &canvas)
      pen.blank()
    }
    pen.fact("Criterion", contribution.criterion?.name, on: &canvas)
    pen.fact("Suspect", contribution.suspect, .shortfall, on: &canvas)
    pen.fact("Note", contribution.note, on: &canvas)
    pen.fact("Key", contribution.key, .dim, on: &canvas)
  }
}

extension Contribution {
  /// Sorts by letter, then by passage as they stand in it, then as they were coded.
  fileprivate var placeInLetter: String {
    func padded(_ number: Int) -> String {
      String(repeating: "0", count: max(0, 9 - String(number).count)) + String(number)
    }
    let section = passage?.section.flatMap(SectionKind.allCases.firstIndex(of:)) ?? 0
    return [
      passage?.inspection?.key ?? "", padded(section), padded(passage?.index ?? 0),
      padded(row.number),
    ].joined(separator: " ")
  }
}

/// How contributions are listed.
enum ContributionColumns {
  /// What the passages and inspections they belong to say.
  static let groupings = [
    Grouping(title: "Section", path: FieldPath(.section, up: 1)),
    Grouping(title: "Theme", path: FieldPath(.theme, .name, up: 2)),
    Grouping(title: "Area", path: FieldPath(.area, .name, up: 2)),
    Grouping(title: "Framework", path: FieldPath(.framework, .name, up: 2)),
    Grouping(title: "Inspection", path: FieldPath(.inspection, up: 1)),
  ]

  static let columns: [ListColumn] = [
    .text("Agency", width: 22, upTo: 28, by: FieldPath(.agency, .name)) {
      Contribution($0).agency?.name ?? ""
    },
    ListColumn(
      "±", width: 2,
      text: { record in
        let contribution = Contribution(record)
        return (contribution.direction?.rawValue ?? "") + (contribution.suspect == nil ? "" : "!")
      },
      role: { Contribution($0).direction?.role ?? .text },
      order: { .text(Contribution($0).direction?.rawValue ?? "") }, by: FieldPath(.direction)),
    .text("Criterion", width: 24, upTo: 46, rank: 2, by: FieldPath(.criterion, .keyAndName)) {
      record in
      Contribution(record).criterion.map { "\($0.key) \($0.name)" } ?? ""
    },
    .text("With", width: 14, upTo: 30, rank: 3, by: FieldPath(.with, .name)) {
      Contribution($0).with.map(\.name).joined(separator: ", ")
    },
    .text("By", width: 8, rank: 4, role: .dim, by: FieldPath(.by)) { Contribution($0).by ?? "" },
    ListColumn(
      "On", width: 11, rank: 5,
      text: { Contribution($0).on?.description ?? "" }, role: { _ in .dim },
      order: { .day(Contribution($0).on) }, by: FieldPath(.on)),
    .text("Pass", width: 6, rank: 7, role: .dim, by: FieldPath(.pass)) {
      Contribution($0).pass?.rawValue ?? ""
    },
    .text("Note", width: 16, rank: 6, role: .dim, by: FieldPath(.note)) {
      Contribution($0).note ?? ""
    },
  ]
}

/// What can be done to a contribution wherever it is shown.
enum ContributionActions {
  static func perform(_ action: Action, on row: Row, _ context: Context) -> [Step]? {
    let contribution: Contribution = context.register.view(row)
    switch action {
    case .change: return [.prompt(CodePrompt(changing: contribution))]
    case .remove: return remove(contribution)
    case .note: return [.prompt(NotePrompt(.note, of: contribution.record))]
    case .confirm: return [.run(ConfirmContribution(contribution.key))]
    default: return nil
    }
  }

  /// Removes it; asks first where memos would go with it.
  private static func remove(_ contribution: Contribution) -> [Step] {
    let memos = RemoveContribution.memos(on: contribution).count
    if memos == 0 { return [.run(RemoveContribution(contribution.key))] }
    let (what, verb) = (counted(memos, "memo"), memos == 1 ? "goes" : "go")
    return [
      .prompt(
        QuestionPrompt(
          "\(what) on this contribution \(verb) with it.", "removes them",
          then: [.run(RemoveContribution(contribution.key, withMemos: true))]))
    ]
  }
}
