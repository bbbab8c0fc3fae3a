import InspectionModel
import TerminalCore

/// Every passage of every letter, with its words.
struct PassagesScreen: ListScreen {
  static let kind = "passages"
  let hints: [Action] = [.open, .filter, .sort, .group, .keep, .mark, .export, .columns, .back]
  var records: RecordList

  init(_ register: Register) {
    records = RecordList(
      .passage, showing: RecordList.shown(.passage),
      sortedBy: [ListOrder(column: "inspection"), ListOrder(column: "passage")], asCoded: true,
      in: register)
    records.refresh(register)
  }

  func destination(of row: Row, _ context: Context) -> (any Screen)? {
    PassageScreen(row, context.register)
  }

  func drawPreview(of row: Row, on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    RecordPreview(row, context).draw(on: &canvas, in: rect)
  }
}
