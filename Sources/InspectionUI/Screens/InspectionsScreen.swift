import InspectionModel
import TerminalCore

/// Inspections: all of them, or those of one area.
struct InspectionsScreen: ListScreen {
  let kind = "inspections"
  let hints: [Action] = [.open, .filter, .sort, .readReport, .goAreas, .goContributions, .palette]
  var records: RecordList

  /// All inspections; where there are some of other frameworks, a filter first shows the joint ones
  /// alone.
  init(_ register: Register) {
    records = RecordList(.inspection, sortedBy: 1, columns: Self.columns)
    let isMixed = register.all(Inspection.self).contains { !$0.isJoint }
    records.setFilter(isMixed ? Self.jointOnly : "", register)
  }

  /// Ends with a blank, so that more words can be typed after it.
  static let jointOnly = "framework:\(Framework.joint) "

  init(of area: Row, _ register: Register) {
    records = RecordList(
      .inspection, .children(of: area), sortedBy: 1, columns: Self.columnsOfArea)
    records.refresh(register)
  }

  func title(_ register: Register) -> String {
    guard case .children(let area) = records.scope else { return "Inspections" }
    return register.view(area, as: Area.self).name
  }

  func destination(of row: Row, _ context: Context) -> (any Screen)? {
    InspectionScreen(row, context.register)
  }

  /// Of one area the grades matter more than how much is coded.
  private static let columnsOfArea: [ListColumn] =
    [
      .text("Area", width: 20) { Inspection($0).area?.name ?? $0.key },
      columns[1],
      .text("Theme or framework", width: 24, upTo: 32) { Inspection($0).about },
      judgedColumn(rank: 0),
    ] + columns.filter { ["Passages", "Published"].contains($0.title) }

  private static func judgedColumn(rank: Int) -> ListColumn {
    .text("Judged", width: 20, upTo: 100, rank: rank, role: .dim) {
      Inspection($0).judgedBesideOverall ?? ""
    }
  }

  static let columns: [ListColumn] = [
    .text("Area", width: 20, upTo: 26) { Inspection($0).area?.name ?? $0.key },
    ListColumn(
      "Fieldwork", width: 11,
      text: { record in record.day(.from)?.description ?? "" },
      order: { .day(Inspection($0).date) }),
    .text("Theme or framework", width: 24, upTo: 60) { Inspection($0).about },
    .count("Passages", width: 9, rank: 1) { record in
      record.register.childCount(.passage, of: record.row)
    },
    .count("Coded", width: 7, rank: 2) { record in
      Inspection(record).passages.count {
        record.register.childCount(.contribution, of: $0.row) > 0
      }
    },
    ListColumn(
      "Published", width: 11, rank: 3,
      text: { Inspection($0).published?.description ?? "" }, role: { _ in .dim },
      order: { .day(Inspection($0).published) }),
    .text("Inspectorates", width: 32, rank: 5, role: .dim) {
      Inspection($0).inspectorates.joined(separator: " ")
    },
    ListColumn(
      "Priority", width: 9, rank: 4,
      text: { record in
        switch Inspection(record).hasPriorityAction {
        case true: "action"
        case false: ""
        case nil: Inspection(record).isJoint ? "?" : ""
        }
      },
      role: { Inspection($0).hasPriorityAction == true ? .shortfall : .dim },
      order: { .text(Inspection($0).hasPriorityAction == true ? "a" : "b") }),
    judgedColumn(rank: 6),
  ]

  func drawPreview(of row: Row, on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    InspectionFacts(
      inspection: context.register.view(row), veil: context.veil, keymap: context.keymap
    ).draw(
      on: &canvas, in: rect)
  }
}

extension Inspection {
  /// What it was on: the theme of a joint inspection, else its framework and its grade, as in `SIF
  /// · good`: the overall one, or the only one there is.
  var about: String {
    if let theme { return theme.name }
    let judged = judged
    let only = judged.count == 1 ? judged[0].grade : nil
    return [framework?.shortName, (grade ?? only)?.name].compactMap(\.self)
      .joined(separator: " · ")
  }
}
