import InspectionModel
import TerminalCore

/// Some records as a list, whatever their type.
enum SomeRecords {
  /// The screen that shows these: one record by itself where it has a screen, else a list of those
  /// of the first one's type; of all inspections of an area, the list of those.
  static func screen(_ rows: [Row], title: String, _ register: Register) -> any Screen {
    if rows.count == 1, let screen = Screens.showing(rows[0], register) { return screen }
    if let area = area(ofAll: rows, register) { return InspectionsScreen(of: area, register) }
    let type = rows[0].type
    let numbers = rows.filter { $0.type == type }.map { Int32($0.number) }
    var list = RecordList(
      type, .some(numbers), showing: RecordList.shown(type), in: register)
    list.refresh(register)
    return SomeRecordsScreen(list, title: title)
  }

  /// The area whose inspections these are, all of them.
  private static func area(ofAll rows: [Row], _ register: Register) -> Row? {
    let inspections = rows.filter { $0.type == .inspection }
    guard rows[0].type == .inspection, let area = register[rows[0]].reference(.area),
      register.childCount(.inspection, of: area) == inspections.count,
      inspections.allSatisfy({ register[$0].reference(.area) == area })
    else { return nil }
    return area
  }
}

/// Some records of a list: those of one group, those behind a figure.
struct SomeRecordsScreen: ListScreen {
  static let kind = "some"
  let hints: [Action]
  var records: RecordList
  private let title: String?
  /// What is wrong in the file, as far as these are of it; nil before that is asked for.
  private var problems: [Problem]?

  /// - Parameter title: what it is called; without one, what its group holds.
  init(_ records: RecordList, title: String? = nil) {
    (self.records, self.title) = (records, title)
    let own: [Action] = records.type == .estimate ? [.change, .remove, .undo] : [.open]
    hints = own + [.filter, .sort, .group, .keep, .export, .back]
  }

  func title(_ register: Register) -> String {
    if let title { return title }
    guard let group = records.part.groups.last else { return records.type.noun.many }
    let column = records.column(group.column)?.title ?? group.column
    return column + " " + (group.text.isEmpty ? "(nothing)" : Text.fit(group.text, columns: 40))
  }

  mutating func arrange(_ context: Context) {
    if records.type == .problem, problems != context.problems {
      problems = context.problems
      records.receive(own: Register(listing: context.problems, in: context.register))
    }
    records.arrange(in: panes(context).list, context.register)
  }

  func saved(_ register: Register) -> SavedScreen? {
    var saved = savedList(register)
    (saved.key, saved.list) = (title, SavedList(records, register))
    return saved
  }

  func destination(of row: Row, _ context: Context) -> (any Screen)? {
    Screens.showing(row, context.register) ?? Screens.working(on: row, context)
  }

  func performOwn(_ action: Action, on row: Row, _ context: Context) -> [Step]? {
    switch row.type {
    case .contribution: ContributionActions.perform(action, on: row, context)
    case .estimate: EstimateActions.perform(action, on: row, context)
    case .problem: ProblemActions.perform(action, on: row, of: records, context)
    default: nil
    }
  }

  func drawPreview(of row: Row, on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    if row.type == .problem {
      let problem: ListedProblem = records.home(context.register).view(row)
      return ProblemPreview(problem, context.keymap).draw(on: &canvas, in: rect)
    }
    RecordPreview(row, context).draw(on: &canvas, in: rect)
  }
}
