import InspectionModel
import TerminalCore

/// Every area, with how often and when it was inspected.
struct AreasScreen: ListScreen {
  let kind = "areas"
  let hints: [Action] = [.open, .filter, .sort, .goInspections, .goContributions, .palette]
  var records: RecordList

  init(_ register: Register) {
    records = RecordList(.area, columns: Self.columns)
    records.refresh(register)
  }

  func title(_ register: Register) -> String { "Areas" }

  func destination(of row: Row, _ context: Context) -> (any Screen)? {
    InspectionsScreen(of: row, context.register)
  }

  private static let columns: [ListColumn] = [
    ListColumn(
      "Area", width: 26, upTo: 36,
      text: { Area($0).name }, role: { Area($0).to == nil ? .text : .dim },
      order: { .text(Area($0).name.lowercased()) }),
    .count("JTAI", width: 6) { record in record.register.childCount(of: record.row) },
    ListColumn(
      "Last", width: 10,
      text: { Area($0).inspections.last?.date?.description ?? "" },
      order: { .day(Area($0).inspections.last?.date) }),
    ListColumn(
      "2016…2026", width: 11, rank: 2,
      text: { YearLine.text(Area($0).inspections.compactMap { $0.date?.year }) },
      role: { _ in .match }),
    .text("Region", width: 24, rank: 1, role: .dim) { Area($0).region ?? "" },
    .text("Type", width: 21, rank: 3, role: .dim) { record in
      Area(record).to.map { "until \($0)" } ?? Area(record).kind ?? ""
    },
    .text("GSS", width: 9, rank: 4, role: .dim) { Area($0).gss ?? "" },
  ]

  func drawPreview(of row: Row, on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let area: Area = context.register.view(row)
    var pen = Pen(rect)
    pen.write(area.name, .heading, on: &canvas)
    pen.fact("Region", area.region, on: &canvas)
    pen.fact("Type", area.kind, on: &canvas)
    pen.fact("Codes", codes(of: area), on: &canvas)
    pen.fact("Also called", area.aliases.joined(separator: "; "), on: &canvas)
    pen.fact("Ended", area.to?.description, .warning, on: &canvas)
    pen.fact("Now", area.successors.map(\.name).joined(separator: ", "), on: &canvas)
    pen.fact("Neighbours", area.neighbours.map(\.name).joined(separator: ", "), on: &canvas)
    pen.blank()
    let inspections = area.inspections
    pen.write("Inspections", .heading, on: &canvas)
    if inspections.isEmpty { pen.write("none in this register", .dim, on: &canvas) }
    for inspection in inspections {
      pen.write(
        [
          (inspection.date?.description ?? "date unknown", .text), ("  ", .text),
          (inspection.theme?.name ?? inspection.framework?.name ?? "", .dim),
        ], on: &canvas)
    }
  }

  private func codes(of area: Area) -> String {
    [area.gss.map { "GSS \($0)" }, area.dfe.map { "DfE \($0)" }].compactMap(\.self)
      .joined(separator: ", ")
  }
}

/// Years as a line of marks, one a year from 2016 to 2026: how many inspections began in each.
enum YearLine {
  static func text(_ years: [Int]) -> String {
    let marks: [Character] = ["·", "▄", "█"]
    return String((2016...2026).map { year in marks[min(2, years.count { $0 == year })] })
  }
}
