import InspectionModel
import InspectionOperations
import TerminalCore

/// What is wrong in the register's file, with the place of each, and the conflicts in which a
/// version is to be chosen.
///
/// Enter leads to the record, `e` to the line in an editor.
struct ProblemsScreen: Screen {
  let hints: [Action] = [.open, .confirm, .takeOther, .change, .back]
  private var cursor = 0
  private var top = 0
  private var height = 1
  private var count = 0

  /// Lines below the list for the problem under the cursor, whole, and for the line it is in.
  private static let detailHeight = 7

  var list: RecordList? {
    get { nil }
    set {}
  }

  var position: String { count == 0 ? "none" : "\(cursor + 1)/\(count)" }

  func title(_ register: Register) -> String { "Problems" }

  mutating func arrange(_ context: Context) {
    count = context.problems.count
    height = max(1, listRect(in: context.body).height)
    move(to: cursor)
  }

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    let times = count ?? 1
    switch action {
    case .down: move(to: cursor + times)
    case .up: move(to: cursor - times)
    case .pageDown: move(to: cursor + height)
    case .pageUp: move(to: cursor - height)
    case .first: move(to: 0)
    case .last: move(to: (count ?? self.count) - 1)
    case .goProblems: break
    case .export:
      return [.prompt(ExportPrompt(table(context), context.register, name: "problems.csv"))]
    case .open, .change, .confirm, .takeOther:
      guard context.problems.indices.contains(cursor) else { return [] }
      return perform(action, on: context.problems[cursor], context)
    default: return nil
    }
    return []
  }

  private func perform(_ action: Action, on problem: Problem, _ context: Context) -> [Step] {
    let toLine = Step.effect(.edit(line: problem.line))
    switch action {
    case .confirm, .takeOther:
      return choose(action, problem.conflict, context)
    case .open:
      let screen = problem.row.flatMap { Screens.showing($0, context.register) }
      return [screen.map(Step.push) ?? toLine]
    default:
      return [toLine]
    }
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

  private mutating func move(to line: Int) {
    cursor = max(0, min(line, count - 1))
    top = max(0, min(top, count - height))
    if cursor < top { top = cursor }
    if cursor >= top + height { top = cursor - height + 1 }
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
    for (index, problem) in context.problems.enumerated().dropFirst(top).prefix(listRect.height) {
      pen.write(
        [
          (index == cursor ? "▌" : " ", .heading),
          (problem.place, index == cursor ? .cursor : .text),
          (problem.kind, problem.isError ? .shortfall : .mixed),
          (problem.sentence, .text),
        ], on: &canvas)
    }
    if listRect.height < rect.height, context.problems.indices.contains(cursor) {
      drawDetail(
        of: context.problems[cursor], on: &canvas, in: rect.inset(top: listRect.height))
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
