import InspectionModel
import TerminalCore

/// Inspections: all of them, or those of one area.
struct InspectionsScreen: ListScreen {
  static let kind = "inspections"
  let hints: [Action] = [.open, .filter, .sort, .readReport, .goAreas, .goContributions, .palette]
  var records: RecordList

  /// All inspections; where there are some of other frameworks, a filter first shows the joint ones
  /// alone.
  init(_ register: Register) {
    records = RecordList(.inspection, sortedBy: Self.byFieldwork, in: register)
    let isMixed = register.all(Inspection.self).contains { !$0.isJoint }
    records.setFilter(isMixed ? Self.jointOnly : "", register)
  }

  /// Ends with a blank, so that more words can be typed after it.
  static let jointOnly = "framework:\(Framework.joint) "

  init(of area: Row, _ register: Register) {
    records = RecordList(
      .inspection, .children(of: area), called: "inspections of an area",
      showing: Self.columnsOfArea, sortedBy: Self.byFieldwork, foremost: ["judged"], in: register)
    records.refresh(register)
  }

  func title(_ register: Register) -> String {
    guard case .children(let area) = records.scope else { return Self.title }
    return "Inspections of \(register.view(area, as: Area.self).name)"
  }

  func destination(of row: Row, _ context: Context) -> (any Screen)? {
    InspectionScreen(row, context.register)
  }

  private static let byFieldwork = [ListOrder(column: "fieldwork")]

  /// Of one area the grades matter more than how much is coded.
  private static let columnsOfArea = [
    "area", "fieldwork", "about", "judged", "passages", "published",
  ]

  func drawPreview(of row: Row, on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    RecordPreview(row, context).draw(on: &canvas, in: rect)
  }
}
