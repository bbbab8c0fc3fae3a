/// How areas, inspections and judgements are listed.
extension TableColumn {
  static func ofAreas(_ years: YearLine) -> [TableColumn] {
    [
      TableColumn("Area", 26...36, by: FieldPath(.name), called: "name"),
      .count("Inspected", 11, of: .inspection),
      TableColumn(
        "Last", 10...10,
        text: { Area($0).inspections.last?.date?.description ?? "" },
        order: { .day(Area($0).inspections.last?.date) }),
      TableColumn(
        years.title, years.count...years.count, rank: 2, called: "years",
        text: { record in years.text(Area(record).inspections.compactMap { $0.date?.year }) },
        // A line of marks has no order of its own: by the first inspection.
        order: { .day(Area($0).inspections.first?.date) }),
      TableColumn("Region", 24...24, rank: 1, by: FieldPath(.region)),
      TableColumn("Type", 21...21, rank: 3, by: FieldPath(.type)) { record in
        Area(record).to.map { "until \($0)" } ?? Area(record).kind ?? ""
      },
      TableColumn("GSS", 9...9, rank: 4, by: FieldPath(.gss)),
    ]
  }

  static let ofInspections: [TableColumn] = [
    TableColumn("Area", 20...26, by: FieldPath(.area, .name)) {
      Inspection($0).area?.name ?? $0.key
    },
    TableColumn(
      "Fieldwork", 11...11, by: FieldPath(.from, or: .published),
      text: { $0.day(.from)?.description ?? "" }),
    TableColumn(
      "Theme or framework", 24...60, called: "about", text: { Inspection($0).about },
      place: { FieldPath(Inspection($0).theme == nil ? .framework : .theme, .name) }),
    .count("Passages", 9, rank: 1, of: .passage),
    .count("Coded", 7, rank: 2) { record in
      Inspection(record).passages.count {
        record.register.childCount(.contribution, of: $0.row) > 0
      }
    },
    TableColumn("Published", 11...11, rank: 3, by: FieldPath(.published)),
    TableColumn("Inspectorates", 32...32, rank: 5, by: FieldPath(.inspectorate)) {
      Inspection($0).inspectorates.joined(separator: " ")
    },
    TableColumn("Priority", 9...9, rank: 4, by: FieldPath(.priorityAction)) { record in
      switch Inspection(record).hasPriorityAction {
      case true: "action"
      case false: ""
      case nil: Inspection(record).isJoint ? "?" : ""
      }
    },
    TableColumn("Judged", 20...100, rank: 6) { Inspection($0).judgedBesideOverall ?? "" },
    TableColumn("Grade", 12...24, rank: 3, isShown: false) { Inspection($0).grade?.name ?? "" },
    TableColumn("Region", 20...24, rank: 3, by: FieldPath(.region, up: 1), isShown: false),
    TableColumn("Theme", 20...40, rank: 3, by: FieldPath(.theme, .name), isShown: false),
    TableColumn("Framework", 11...40, rank: 4, by: FieldPath(.framework, .name), isShown: false),
    TableColumn("Year", 4...4, by: FieldPath(.from, .year, or: .published), isShown: false),
  ]

  static let ofJudgements: [TableColumn] = [
    TableColumn("Inspection", 24...38, by: FieldPath(.inspection, .title)),
    TableColumn("Aspect", 20...24, by: FieldPath(.aspect)) { Judgement($0).aspect?.name ?? "" },
    TableColumn(
      "Judged", 20...20, text: { Judgement($0).outcome },
      order: { .number(Judgement($0).rank) },
      place: { FieldPath(Judgement($0).grade == nil ? .reason : .grade) }),
    TableColumn(
      "Date", 10...10, rank: 1, by: FieldPath(.from, or: .published, up: 1)),
    TableColumn("Words", 20...50, rank: 2, by: FieldPath(.words)),
    TableColumn("Page", 5...5, rank: 3, by: FieldPath(.page)),
    TableColumn("By", 8...8, rank: 4, by: FieldPath(.by)),
    TableColumn("Grade", 12...24, by: FieldPath(.grade), isShown: false),
    TableColumn("Reason", 12...24, by: FieldPath(.reason), isShown: false),
    TableColumn(
      "Framework", 11...40, rank: 4, by: FieldPath(.framework, .name, up: 1), isShown: false),
    TableColumn("Area", 20...26, by: FieldPath(.area, .name, up: 1), isShown: false),
    TableColumn("Region", 20...24, rank: 3, by: FieldPath(.region, up: 2), isShown: false),
    TableColumn("Year", 4...4, by: FieldPath(.from, .year, or: .published, up: 1), isShown: false),
  ]

  static let ofEstimates: [TableColumn] = [
    TableColumn("Of", 20...40) { Estimate($0).subjectTitle },
    TableColumn("Agency", 14...24, by: FieldPath(.agency, .name)),
    TableColumn("Phase", 11...11, by: FieldPath(.phase)),
    TableColumn(
      "Staff-days", 16...16, text: { Estimate($0).range },
      order: { .number($0.number(.mid) ?? 0) }),
    TableColumn("Rests on", 11...11, by: FieldPath(.grade)) { Estimate($0).grade?.rawValue ?? "" },
    TableColumn("Source", 16...60, rank: 1, by: FieldPath(.source)) {
      Estimate($0).sources.joined(separator: "; ")
    },
    TableColumn("By", 10...10, rank: 2, by: FieldPath(.by)),
  ]
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

extension Inspection {
  /// What it was on: the theme of a joint inspection, else its framework and its grade, as in `SIF
  /// · good`: the overall one, or the only one there is.
  public var about: String {
    if let theme { return theme.name }
    let judged = judged
    let only = judged.count == 1 ? judged[0].grade : nil
    return [framework?.shortName, (grade ?? only)?.name].compactMap(\.self)
      .joined(separator: " · ")
  }

  /// What it says of the whole; nil where it says nothing.
  public var overall: Judged? { judged.first { $0.aspect == .overall } }

  /// All its grades but the overall one, and why there is none, on a line: `leaders good · care
  /// leavers not judged`; nil without any.
  public var judgedBesideOverall: String? {
    let others = judged.filter { $0.aspect != .overall }
    guard !others.isEmpty else { return nil }
    return others.map { "\($0.aspect.name) \($0.outcome)" }.joined(separator: " · ")
  }
}

extension Judgement {
  /// The best of all scales first, what has no grade last.
  fileprivate var rank: Int {
    grade.flatMap(Grade.allCases.firstIndex(of:)) ?? Grade.allCases.count
  }
}
