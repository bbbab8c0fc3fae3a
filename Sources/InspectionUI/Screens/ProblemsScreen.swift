import InspectionModel
import InspectionOperations
import TerminalCore

/// What is wrong in the register's file, with the place of each, and the conflicts in which a
/// version is to be chosen.
///
/// Enter leads to the record, `e` to the line in an editor.
struct ProblemsScreen: Screen {
  let hints: [Action] = [.open, .confirm, .takeOther, .change, .back]
  private var cursor = LineCursor()

  /// Lines below the list for the problem under the cursor, whole, and for the line it is in.
  private static let detailHeight = 7

  var list: RecordList? {
    get { nil }
    set {}
  }

  var position: String { cursor.position }

  func title(_ register: Register) -> String { "Problems" }

  mutating func arrange(_ context: Context) {
    cursor.arrange(
      height: listRect(in: context.body).height, count: context.problems.count)
  }

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    if cursor.perform(action, count: count) { return [] }
    switch action {
    case .goProblems: return []
    case .export:
      return [.prompt(ExportPrompt(table(context), context.register, name: "problems.csv"))]
    case .open, .change, .confirm, .takeOther:
      guard context.problems.indices.contains(cursor.line) else { return [] }
      return perform(action, on: context.problems[cursor.line], context)
    default: return nil
    }
  }

  private func perform(_ action: Action, on problem: Problem, _ context: Context) -> [Step] {
    if action == .confirm || action == .takeOther {
      return choose(action, problem.conflict, context)
    }
    let screen =
      action == .open ? problem.row.flatMap { Screens.showing($0, context.register) } : nil
    return [screen.map(Step.push) ?? .effect(.edit(line: problem.line))]
  }

  private func table(_ context: Context) -> Export.Content {
    .table(
      ["Place", "Kind", "Problem"],
      context.problems.map { [$0.place, $0.isError ? "error" : "warning", $0.sentence] })
  }

  private func choose(_ action: Action, _ row: Row?, _ context: Context) -> [Step] {
    guard let row else {
      return [.say(Message("there are no two versions to choose from here", .hint))]
    }
    return [
      .run(ResolveConflict(context.register[row].key, action == .confirm ? .own : .other))
    ]
  }

  mutating func note(_ change: Change, _ context: Context) {}

  func saved(_ register: Register) -> SavedScreen { SavedScreen(kind: "problems") }

  /// In a small window the list has it all.
  private func listRect(in rect: Rect) -> Rect {
    rect.height >= 2 * Self.detailHeight ? rect.inset(bottom: Self.detailHeight) : rect
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    if context.problems.isEmpty {
      canvas.draw(
        "nothing wrong: every record was read and fits", x: rect.x + 1, y: rect.y,
        style: Style(.dim))
      return
    }
    let listRect = listRect(in: rect)
    var pen = Pen(listRect)
    for index in cursor.window where context.problems.indices.contains(index) {
      let problem = context.problems[index]
      pen.write(
        [
          (index == cursor.line ? "▌" : " ", .heading),
          (problem.place, index == cursor.line ? .cursor : .text),
          (problem.kind, problem.isError ? .shortfall : .mixed),
          (problem.sentence, .text),
        ], on: &canvas)
    }
    if listRect.height < rect.height, context.problems.indices.contains(cursor.line) {
      drawDetail(
        of: context.problems[cursor.line], on: &canvas, in: rect.inset(top: listRect.height))
    }
  }

  /// The sentence whole, then the line of the file with a caret under the place.
  private func drawDetail(of problem: Problem, on canvas: inout Canvas, in rect: Rect) {
    var pen = Pen(rect.inset(left: 1))
    pen.write(String(repeating: "─", count: max(0, rect.width - 2)), .dim, on: &canvas)
    pen.paragraph(problem.sentence, on: &canvas)
    if problem.conflict != nil {
      pen.write(
        [
          ("v", .key), (" keeps what is here, ", .dim), ("o", .key),
          (" takes the other version", .dim),
        ], on: &canvas)
    }
    guard !problem.source.isEmpty else { return }
    pen.write(problem.source, .dim, on: &canvas)
    let before = String(problem.source.unicodeScalars.prefix(problem.column - 1))
    pen.write(String(repeating: " ", count: Text.columns(before)) + "^", .mixed, on: &canvas)
  }
}

extension Problem {
  fileprivate var kind: String {
    if conflict != nil { return "  choose  " }
    return isError ? "  error  " : "  warning  "
  }
}
