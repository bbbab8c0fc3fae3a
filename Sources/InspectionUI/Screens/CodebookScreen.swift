import InspectionAnalysis
import InspectionModel
import InspectionOperations
import TerminalCore

/// The criteria, to be added, redefined, merged and retired.
struct CodebookScreen: ListScreen {
  static let kind = "codebook"
  let previewsBelow = true
  let hints: [Action] = [.new, .change, .join, .remove, .memo, .trail, .preview, .undo, .back]
  var records: RecordList

  init(_ register: Register) {
    records = RecordList(.criterion, sortedBy: [ListOrder(column: "key")], in: register)
    records.refresh(register)
  }

  func destination(of row: Row, _ context: Context) -> (any Screen)? { nil }

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    if action == .new { return [CodebookActions.add(context.register)] }
    return performInList(action, count: count, context)
  }

  func performOwn(_ action: Action, on row: Row, _ context: Context) -> [Step]? {
    let criterion: Criterion = context.register.view(row)
    switch action {
    case .change, .open: return [.prompt(CriterionPrompt(row))]
    case .remove: return CodebookActions.retire(criterion, context)
    case .join: return CodebookActions.merge(criterion, context)
    default: return nil
    }
  }

  func drawPreview(of row: Row, on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let criterion: Criterion = context.register.view(row)
    var writer = PaneWriter(rect)
    writer.write("\(criterion.key) \(criterion.name)", .heading, on: &canvas)
    CriterionText.write(criterion, with: &writer, on: &canvas)
    for wording in criterion.wordings.reversed() {
      writer.blank()
      let day = wording.on.map { " until \($0)" } ?? ""
      writer.write("version \(wording.version)\(day): \(wording.name)", .match, on: &canvas)
      if let definition = wording.definition { writer.paragraph(definition, .dim, on: &canvas) }
      if let reason = wording.reason { writer.paragraph("changed: \(reason)", .dim, on: &canvas) }
    }
  }
}
