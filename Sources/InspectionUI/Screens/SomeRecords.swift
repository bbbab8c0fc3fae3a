import InspectionModel

/// Some records as a list, whatever their type.
enum SomeRecords {
  /// The screen that shows these: one record by itself where it has a screen, else a list of those
  /// of the first one's type.
  static func screen(_ rows: [Row], title: String, _ register: Register) -> any Screen {
    if rows.count == 1, let screen = Screens.showing(rows[0], register) { return screen }
    let type = rows[0].type
    let numbers = rows.filter { $0.type == type }.map { Int32($0.number) }
    let list = RecordList(type, columns: columns(type), groupings: groupings(type))
    return SomeRecordsScreen(list.listing(numbers, register), title: title)
  }

  private static func columns(_ type: RecordType) -> [ListColumn] {
    switch type {
    case .contribution: ContributionsScreen.columns
    case .inspection: InspectionsScreen.columns
    case .judgement: JudgementColumns.columns
    case .passage:
      [.text("Inspection", width: 20, upTo: 26) { Passage($0).inspection?.title ?? "" }]
        + PassageColumns.columns
    case .estimate: EstimateColumns.columns
    default:
      [
        .text("Key", width: 16, upTo: 30) { $0.key },
        .text("Name", width: 30, upTo: 90) { record in
          record.text(.name) ?? record.text(.summary) ?? record.text(.reason)
            ?? record.text(.text) ?? ""
        },
        .text("On", width: 11, rank: 1, role: .dim) { record in
          (record.day(.on) ?? record.day(.from))?.description ?? ""
        },
      ]
    }
  }

  private static func groupings(_ type: RecordType) -> [Grouping] {
    type == .contribution
      ? ContributionColumns.groupings : type == .judgement ? JudgementColumns.groupings : []
  }
}
