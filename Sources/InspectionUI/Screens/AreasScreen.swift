import InspectionModel
import TerminalCore

/// Every area, with how often and when it was inspected.
struct AreasScreen: ListScreen {
  let kind = "areas"
  let hints: [Action] = [.open, .filter, .sort, .goInspections, .goContributions, .palette]
  var records: RecordList

  init(_ register: Register) {
    records = RecordList(.area, columns: Self.columns(YearLine(register)))
    records.refresh(register)
  }

  func title(_ register: Register) -> String { "Areas" }

  func destination(of row: Row, _ context: Context) -> (any Screen)? {
    InspectionsScreen(of: row, context.register)
  }

  private static func columns(_ years: YearLine) -> [ListColumn] {
    [
      ListColumn(
        "Area", width: 26, upTo: 36,
        text: { Area($0).name }, role: { Area($0).to == nil ? .text : .dim },
        order: { .text(Area($0).name.lowercased()) }),
      .count("Inspected", width: 11) { record in
        record.register.childCount(.inspection, of: record.row)
      },
      ListColumn(
        "Last", width: 10,
        text: { Area($0).inspections.last?.date?.description ?? "" },
        order: { .day(Area($0).inspections.last?.date) }),
      ListColumn(
        years.title, width: years.count, rank: 2,
        text: { years.text(Area($0).inspections.compactMap { $0.date?.year }) },
        role: { _ in .chart }),
      .text("Region", width: 24, rank: 1, role: .dim) { Area($0).region ?? "" },
      .text("Type", width: 21, rank: 3, role: .dim) { record in
        Area(record).to.map { "until \($0)" } ?? Area(record).kind ?? ""
      },
      .text("GSS", width: 9, rank: 4, role: .dim) { Area($0).gss ?? "" },
    ]
  }

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
          (inspection.about, .dim),
        ], on: &canvas)
      if let judged = inspection.judgedBesideOverall {
        pen.paragraph(judged, .dim, on: &canvas, indent: 12)
      }
    }
  }

  private func codes(of area: Area) -> String {
    [area.gss.map { "GSS \($0)" }, area.dfe.map { "DfE \($0)" }].compactMap(\.self)
      .joined(separator: ", ")
  }
}

/// Years as a line of marks, one a year from the first inspection of the register to the last: how
/// many of an area began in each.
struct YearLine: Sendable {
  private let years: ClosedRange<Int>

  /// More years than this are not shown; the earliest are left out.
  private static let longest = 20

  init(_ register: Register) {
    let all = register.all(Inspection.self).compactMap { $0.date?.year }
    let last = all.max() ?? 2016
    years = max(all.min() ?? last, last - Self.longest + 1)...last
  }

  /// The columns it takes; not less than its title does.
  var count: Int { max(years.count, title.count) }

  var title: String { "\(years.lowerBound)…\(years.upperBound)" }

  func text(_ began: [Int]) -> String {
    let marks: [Character] = ["·", "▄", "█"]
    return String(years.map { year in marks[min(2, began.count { $0 == year })] })
  }
}
