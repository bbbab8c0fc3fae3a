import InspectionModel
import InspectionOperations
import TerminalCore

/// Every grade on every aspect, and why there is none.
struct JudgementsScreen: ListScreen {
  static let kind = "judgements"
  let hints: [Action] = [.open, .filter, .sort, .group, .change, .trail, .undo, .back]
  var records: RecordList

  init(_ register: Register) {
    records = RecordList(.judgement, sortedBy: [ListOrder(column: "inspection")], in: register)
    records.refresh(register)
  }

  func destination(of row: Row, _ context: Context) -> (any Screen)? {
    Screens.showing(row, context.register)
  }

  func performOwn(_ action: Action, on row: Row, _ context: Context) -> [Step]? {
    guard action == .change else { return nil }
    return CorrectionPrompt(judgement: context.register.view(row)).map { [.prompt($0)] }
  }

  func drawPreview(of row: Row, on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let judgement: Judgement = context.register.view(row)
    var writer = PaneWriter(rect)
    writer.write(judgement.title, .heading, on: &canvas)
    writer.fact("Judged", judgement.outcome, judgement.role, on: &canvas)
    writer.fact("Words", judgement.words.map { "“\($0)”" }, on: &canvas)
    writer.fact("Page", judgement.page.map { String($0) }, on: &canvas)
    writer.fact("Found", judgement.finding?.how, on: &canvas)
    writer.fact("Source", judgement.sources.joined(separator: " "), .dim, on: &canvas)
    guard let inspection = judgement.inspection else { return }
    writer.blank()
    writer.write("All of this inspection", .heading, on: &canvas)
    for judged in inspection.judged {
      writer.fact(
        judged.aspect.name, judged.outcome, judged.role, on: &canvas, nameWidth: 26)
    }
  }
}

extension Judgement {
  fileprivate var role: Role { grade?.role ?? .dim }
}
