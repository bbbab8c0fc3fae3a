import InspectionModel
import InspectionOperations
import TerminalCore

extension ImportScreen {
  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard context.tables != nil else {
      canvas.draw(
        "no table is at hand", x: rect.x + 1, y: rect.y, width: rect.width - 1,
        style: Style(.dim))
      return
    }
    let panes = panes(rect)
    for line in cursor.window where lines.indices.contains(line) {
      draw(line, on: &canvas, in: panes.list.row(line - cursor.top))
    }
    if panes.detail.height > 0 { drawDetail(on: &canvas, in: panes.detail, context) }
  }

  private func draw(_ index: Int, on canvas: inout Canvas, in rect: Rect) {
    let line = lines[index]
    let isCursor = index == cursor.line
    let isMarked = line.question.map(marked.contains) ?? false
    let mark = isCursor ? (isMarked ? "◆" : "▌") : isMarked ? "•" : " "
    var writer = PaneWriter(rect)
    writer.write(
      [(mark, isMarked ? .match : .heading), (indent(line) + line.text, role(line, isCursor))],
      on: &canvas)
    if isCursor { canvas.restyle(rect) { $0.on(.selected) } }
  }

  private func indent(_ line: ImportLine) -> String {
    switch line.kind {
    case .write, .heading: ""
    case .sentence, .question: "  "
    }
  }

  private func role(_ line: ImportLine, _ isCursor: Bool) -> Role {
    switch line.kind {
    case .write: isCursor ? .cursor : .key
    case .heading: .heading
    case .sentence(let role): role
    case .question(let question): question.decision.choice == nil ? .mixed : .text
    }
  }

  /// The line under the cursor whole, and what may be chosen.
  private func drawDetail(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    var writer = PaneWriter(rect.inset(left: 1))
    writer.write(String(repeating: "─", count: max(0, rect.width - 2)), .dim, on: &canvas)
    guard let line = current else { return }
    if let question = line.question {
      writer.write(choices(of: question, context.keymap), on: &canvas)
    }
    writer.paragraph(line.text, on: &canvas)
    for origin in origins(of: line, context.register) {
      writer.paragraph(origin, .dim, on: &canvas)
    }
  }

  /// Who said what the register has, and when.
  private func origins(of line: ImportLine, _ register: Register) -> [String] {
    guard case .cell(let cell)? = line.question?.decision.subject,
      let row = register.row(cell.type, key: cell.key)
    else { return [] }
    return register[row].texts(.origin).compactMap { FieldOrigin($0) }
      .filter { $0.name == cell.field.name }
      .map { "\($0.source) said \($0.value), read on \($0.day)" }
  }

  private func choices(
    of question: ImportLine.Question, _ keymap: Keymap
  ) -> [(String, Role)] {
    var pieces: [(String, Role)] = []
    for (action, takes) in [(Action.confirm, false), (.takeOther, true)] {
      guard let choice = question.choice(takes: takes) else { continue }
      pieces.append((keymap.keys(for: action) ?? action.spec.name, .key))
      pieces.append((" \(question.decision.phrase(of: choice))  ", .dim))
    }
    if case .area = question.decision.subject {
      pieces.append((keymap.keys(for: .change) ?? Action.change.spec.name, .key))
      pieces.append((" says which area it is", .dim))
    }
    return pieces
  }
}
