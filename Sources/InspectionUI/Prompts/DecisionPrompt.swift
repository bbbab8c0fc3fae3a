import InspectionModel
import InspectionOperations
import TerminalCore

/// Records what was decided at a pause point, and why: `change one framework for all agencies`.
struct DecisionPrompt: Prompt {
  let label = "decide "
  var editor = LineEditor()
  private let point: Row

  init(_ point: Row) { self.point = point }

  private var typed: (outcome: PauseOutcome?, reason: String) {
    let text = editor.text.drop { $0 == " " }
    let word = text.prefix { $0 != " " }
    let reason = text.dropFirst(word.count).drop { $0 == " " }.reversed().drop { $0 == " " }
    return (PauseOutcome(rawValue: word.lowercased()), String(reason.reversed()))
  }

  mutating func press(_ key: Key, _ context: Context) -> [Step]? {
    guard key == .tab, !editor.text.isEmpty,
      let outcome = PauseOutcome.allCases.first(where: { $0.rawValue.hasPrefix(editor.text) })
    else { return nil }
    editor = LineEditor(outcome.rawValue + " ")
    return []
  }

  mutating func accept(_ context: Context) -> [Step] {
    guard let outcome = typed.outcome else {
      return [.say(Message("write continue, change, stop or replace, and why", .warning))]
    }
    guard !typed.reason.isEmpty else {
      return [
        .say(Message("a decision needs a reason: write it after \(outcome.rawValue)", .warning))
      ]
    }
    let key = context.register[point].key
    return [.closePrompt, .run(DecidePause(key, outcome, because: typed.reason))]
  }

  func height(in rect: Rect, _ context: Context) -> Int { min(2, rect.height) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    let view: PausePoint = context.register.view(point)
    var writer = PaneWriter(rect)
    writer.write(
      [
        (" " + view.name, .heading),
        ("  freezes \(view.taken.count) of \(view.first ?? 0) inspections", .text),
      ], on: &canvas)
    writer.write(
      [
        (" continue  change  stop  replace", .match),
        ("  and why in the same line; Tab completes", .dim),
      ], on: &canvas)
  }
}
