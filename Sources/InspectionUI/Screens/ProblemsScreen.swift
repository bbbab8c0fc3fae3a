import InspectionModel
import TerminalCore

/// What is wrong in the register's file, with the place of each; Enter leads to the record, `e` to the line in an editor.
struct ProblemsScreen: Screen {
  let hints: [Action] = [.open, .change, .back]
  private var cursor = 0
  private var top = 0
  private var height = 1
  private var count = 0

  var list: RecordList? {
    get { nil }
    set {}
  }

  var position: String { count == 0 ? "none" : "\(cursor + 1)/\(count)" }

  func title(_ register: Register) -> String { "Problems" }

  mutating func arrange(_ context: Context) {
    count = context.problems.count
    height = max(1, context.body.height)
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
    case .last: move(to: self.count - 1)
    case .open: return open(context)
    case .change:
      guard context.problems.indices.contains(cursor) else { return [] }
      return [.effect(.edit(line: context.problems[cursor].line))]
    case .goProblems: break
    default: return nil
    }
    return []
  }

  private func open(_ context: Context) -> [Step] {
    guard context.problems.indices.contains(cursor) else { return [] }
    let problem = context.problems[cursor]
    guard let row = problem.row, let screen = Screens.showing(row, context.register) else {
      return [.effect(.edit(line: problem.line))]
    }
    return [.push(screen)]
  }

  private mutating func move(to line: Int) {
    cursor = max(0, min(line, count - 1))
    top = max(0, min(top, count - height))
    if cursor < top { top = cursor }
    if cursor >= top + height { top = cursor - height + 1 }
  }

  mutating func note(_ change: Change, _ context: Context) {}

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    if context.problems.isEmpty {
      canvas.draw(
        "nothing wrong: every record was read and fits", x: rect.x + 1, y: rect.y,
        style: Style(.dim))
    }
    var pen = Pen(rect)
    for (index, problem) in context.problems.enumerated().dropFirst(top).prefix(rect.height) {
      pen.write(
        [
          (index == cursor ? "▌" : " ", .heading),
          (problem.place, index == cursor ? .cursor : .text),
          (problem.isError ? "  error  " : "  warning  ", problem.isError ? .shortfall : .mixed),
          (problem.sentence, .text),
        ], on: &canvas)
    }
  }

  func saved(_ register: Register) -> SavedScreen { SavedScreen(kind: "problems") }
}
