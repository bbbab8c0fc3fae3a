import InspectionModel
import TerminalCore

/// What is wrong in the register's file, with the place of each, and the conflicts in which a
/// version is to be chosen: a list as all others, of a register of its own.
///
/// Enter leads to the record, `e` to the line in an editor.
struct ProblemsScreen: ListScreen {
  static let kind = "problems"
  let hints: [Action] = [
    .open, .confirm, .takeOther, .change, .filter, .sort, .group, .keep, .export, .back,
  ]
  /// For the problem under the cursor, whole, and for the line it is in.
  let linesBelow = 7
  var records: RecordList
  private var problems: [Problem]

  init(_ context: Context) {
    problems = context.problems
    records = RecordList(
      .problem, owning: Register(listing: problems, in: context.register), in: context.register)
  }

  mutating func arrange(_ context: Context) {
    if context.problems != problems {
      problems = context.problems
      records.receive(own: Register(listing: problems, in: context.register))
    }
    records.arrange(in: panes(context).list, context.register)
  }

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    action == .goProblems ? [] : performInList(action, count: count, context)
  }

  func offers(_ action: Action, _ context: Context) -> Bool {
    guard let row = records.current else {
      return action == .back || action == .filter && !records.filter.isEmpty
    }
    if action == .confirm || action == .takeOther {
      return records.home(context.register).view(row, as: ListedProblem.self).conflict != nil
    }
    return offersInList(action, context)
  }

  func destination(of row: Row, _ context: Context) -> (any Screen)? { nil }

  func performOwn(_ action: Action, on row: Row, _ context: Context) -> [Step]? {
    ProblemActions.perform(action, on: row, of: records, context)
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard problems.isEmpty else { return drawList(on: &canvas, context) }
    let sentence =
      context.isBeingChecked ? "looking…" : "nothing wrong: every record was read and fits"
    canvas.draw(sentence, x: rect.x + 1, y: rect.y, style: Style(.dim))
  }

  func drawPreview(of row: Row, on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    ProblemPreview(records.home(context.register).view(row), context.keymap)
      .draw(on: &canvas, in: rect)
  }
}

/// A problem whole, then the line of the file with a caret under the place.
struct ProblemPreview {
  private let problem: ListedProblem
  private let keymap: Keymap

  init(_ problem: ListedProblem, _ keymap: Keymap) {
    (self.problem, self.keymap) = (problem, keymap)
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    var writer = PaneWriter(rect)
    writer.paragraph(problem.sentence, on: &canvas)
    if problem.conflict != nil {
      writer.write(
        [
          (keymap.keys(for: .confirm) ?? ":confirm", .key), (" keeps what is here, ", .dim),
          (keymap.keys(for: .takeOther) ?? ":take-other", .key), (" takes the other version", .dim),
        ], on: &canvas)
    }
    guard let source = problem.source else { return }
    writer.write(source, .dim, on: &canvas)
    let before = String(source.unicodeScalars.prefix(problem.column - 1))
    writer.write(String(repeating: " ", count: Text.columns(before)) + "^", .mixed, on: &canvas)
  }
}
