import InspectionModel
import InspectionOperations
import TerminalCore

/// Every grade on every aspect, and why there is none.
struct JudgementsScreen: ListScreen {
  let kind = "judgements"
  let hints: [Action] = [.open, .filter, .sort, .group, .change, .trail, .undo, .back]
  var records: RecordList

  init(_ register: Register) {
    records = RecordList(
      .judgement, columns: JudgementColumns.columns, groupings: JudgementColumns.groupings)
    records.refresh(register)
  }

  func title(_ register: Register) -> String { "Judgements" }

  func destination(of row: Row, _ context: Context) -> (any Screen)? {
    Screens.showing(row, context.register)
  }

  func performOwn(_ action: Action, on row: Row, _ context: Context) -> [Step]? {
    guard action == .change else { return nil }
    return CorrectionPrompt(judgement: context.register.view(row)).map { [.prompt($0)] }
  }

  func drawPreview(of row: Row, on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let judgement: Judgement = context.register.view(row)
    var pen = Pen(rect)
    pen.write(judgement.title, .heading, on: &canvas)
    pen.fact("Judged", judgement.outcome, judgement.role, on: &canvas)
    pen.fact("Words", judgement.words.map { "“\($0)”" }, on: &canvas)
    pen.fact("Page", judgement.page.map { String($0) }, on: &canvas)
    pen.fact("Found", judgement.finding?.how, on: &canvas)
    pen.fact("Source", judgement.sources.joined(separator: " "), .dim, on: &canvas)
    guard let inspection = judgement.inspection else { return }
    pen.blank()
    pen.write("All of this inspection", .heading, on: &canvas)
    for judged in inspection.judged {
      pen.fact(
        judged.aspect.name, judged.outcome, judged.role, on: &canvas, nameWidth: 26)
    }
  }
}

/// How judgements are listed.
enum JudgementColumns {
  static let groupings = [
    Grouping(title: "Aspect", path: FieldPath(.aspect)),
    Grouping(title: "Grade", path: FieldPath(.grade)),
    Grouping(title: "Reason", path: FieldPath(.reason)),
    Grouping(title: "Framework", path: FieldPath(.framework, .name, up: 1)),
    Grouping(title: "Area", path: FieldPath(.area, .name, up: 1)),
    Grouping(title: "Region", path: FieldPath(.region, up: 2)),
  ]

  static let columns: [ListColumn] = [
    .text("Inspection", width: 24, upTo: 38, by: FieldPath(.inspection)) {
      Judgement($0).inspection?.title ?? $0.key
    },
    .text("Aspect", width: 20, upTo: 24, by: FieldPath(.aspect)) {
      Judgement($0).aspect?.name ?? ""
    },
    ListColumn(
      "Judged", width: 20, text: { Judgement($0).outcome }, role: { Judgement($0).role },
      order: { .number(Judgement($0).rank) }),
    ListColumn(
      "Date", width: 10, rank: 1,
      text: { Judgement($0).inspection?.date?.description ?? "" }, role: { _ in .dim },
      order: { .day(Judgement($0).inspection?.date) }),
    .text("Words", width: 20, upTo: 50, rank: 2, role: .dim, by: FieldPath(.words)) {
      Judgement($0).words ?? ""
    },
    .count("Page", width: 5, rank: 3) { Judgement($0).page ?? 0 },
    .text("By", width: 8, rank: 4, role: .dim, by: FieldPath(.by)) { $0.text(.by) ?? "" },
  ]
}

extension Judgement {
  fileprivate var role: Role { grade?.role ?? .dim }

  /// The best of all scales first, what has no grade last.
  fileprivate var rank: Int {
    grade.flatMap(Grade.allCases.firstIndex(of:)) ?? Grade.allCases.count
  }
}

extension Judged {
  var role: Role { grade?.role ?? .dim }
}

extension Grade {
  /// How a grade is coloured; its word stands there too.
  fileprivate var role: Role {
    switch self {
    case .outstanding, .good, .typicallyPositive: .strength
    case .requiresImprovement, .adequate, .inconsistent: .mixed
    case .inadequate, .systemicFailings: .shortfall
    }
  }
}

extension Inspection {
  /// What it says of the whole; nil where it says nothing.
  var overall: Judged? { judged.first { $0.aspect == .overall } }

  /// All its grades but the overall one, and why there is none, on a line: `leaders good · care
  /// leavers not judged`; nil without any.
  var judgedBesideOverall: String? {
    let others = judged.filter { $0.aspect != .overall }
    guard !others.isEmpty else { return nil }
    return others.map { "\($0.aspect.name) \($0.outcome)" }.joined(separator: " · ")
  }
}
