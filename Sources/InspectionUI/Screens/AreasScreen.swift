import InspectionModel
import TerminalCore

/// Every area, with how often and when it was inspected.
struct AreasScreen: ListScreen {
  static let kind = "areas"
  let hints: [Action] = [.open, .filter, .sort, .goInspections, .goContributions, .palette]
  var records: RecordList

  init(_ register: Register) {
    records = RecordList(.area, sortedBy: [ListOrder(column: "name")], in: register)
    records.refresh(register)
  }

  func destination(of row: Row, _ context: Context) -> (any Screen)? {
    Screens.showing(row, context.register)
  }

  func drawPreview(of row: Row, on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let area: Area = context.register.view(row)
    var writer = PaneWriter(rect)
    writer.write(area.name, .heading, on: &canvas)
    writer.fact("Region", area.region, on: &canvas)
    writer.fact("Type", area.kind, on: &canvas)
    writer.fact("Codes", codes(of: area), on: &canvas)
    writer.fact("Also called", area.aliases.joined(separator: "; "), on: &canvas)
    writer.fact("Ended", area.to?.description, .warning, on: &canvas)
    writer.fact("Now", area.successors.map(\.name).joined(separator: ", "), on: &canvas)
    writer.fact("Neighbours", area.neighbours.map(\.name).joined(separator: ", "), on: &canvas)
    writer.blank()
    let inspections = area.inspections
    writer.write("Inspections", .heading, on: &canvas)
    if inspections.isEmpty { writer.write("none in this register", .dim, on: &canvas) }
    for inspection in inspections {
      writer.write(
        [
          (inspection.date?.description ?? "date unknown", .text), ("  ", .text),
          (inspection.about, .dim),
        ], on: &canvas)
      if let judged = inspection.judgedBesideOverall {
        writer.paragraph(judged, .dim, on: &canvas, indent: 12)
      }
    }
  }

  private func codes(of area: Area) -> String {
    [area.gss.map { "GSS \($0)" }, area.dfe.map { "DfE \($0)" }].compactMap(\.self)
      .joined(separator: ", ")
  }
}
