import InspectionAnalysis
import InspectionModel
import InspectionOperations
import TerminalCore

/// Says how a concern stands from now on; all but `open` and `no-response` then ask for evidence.
struct StandingPrompt: Prompt {
  let label: String
  var editor = LineEditor()
  private let concern: Row

  init(_ concern: Concern) {
    self.concern = concern.row
    label = "standing of \(concern.key) "
  }

  mutating func press(_ key: Key, _ context: Context) -> [Step]? {
    guard key == .tab else { return nil }
    let typed = editor.text.lowercased()
    if let found = ConcernStanding.allCases.first(where: { $0.rawValue.hasPrefix(typed) }) {
      editor = LineEditor(found.rawValue)
    }
    return []
  }

  func accept(_ context: Context) -> [Step] {
    let typed = editor.text.lowercased()
    let found = ConcernStanding.allCases.filter { $0.rawValue.hasPrefix(typed) }
    guard let standing = ConcernStanding(rawValue: typed) ?? (found.count == 1 ? found[0] : nil)
    else { return [.say(Message("write one of these: Tab completes", .warning))] }
    let view: Concern = context.register.view(concern)
    guard standing.needsEvidence else {
      return [.closePrompt, .run(JudgeConcern(view.key, standing))]
    }
    let concern = concern
    let more = view.evidence.isEmpty ? "" : ", or nothing more"
    return [
      .closePrompt,
      .prompt(
        EvidencePrompt("evidence: an address or the key of a record\(more) ") { text, context in
          let view: Concern = context.register.view(concern)
          guard !text.isEmpty || !view.evidence.isEmpty else {
            return [.say(Message("\(standing.rawValue) needs evidence", .warning))]
          }
          let evidence = text.isEmpty ? [] : [text]
          return [.closePrompt, .run(JudgeConcern(view.key, standing, evidence: evidence))]
        }),
    ]
  }

  func height(in rect: Rect, _ context: Context) -> Int { min(1, rect.height) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    var writer = PaneWriter(rect)
    let names = ConcernStanding.allCases.map(\.rawValue).joined(separator: " ")
    writer.write([(names, .match)], on: &canvas)
  }
}

/// Asks for evidence, and stays where what was typed will not do.
struct EvidencePrompt: Prompt {
  let label: String
  var editor = LineEditor()
  private let steps: @Sendable (String, Context) -> [Step]

  init(_ label: String, then steps: @escaping @Sendable (String, Context) -> [Step]) {
    (self.label, self.steps) = (label, steps)
  }

  mutating func accept(_ context: Context) -> [Step] { steps(editor.text, context) }
}

/// What can be done with concerns.
enum ConcernActions {
  static func perform(
    _ action: Action, on figure: Figure?, _ request: AccountRequest, _ context: Context
  ) -> [Step]? {
    guard action == .change || action == .new else { return nil }
    let row =
      (request.topic == .concern ? request.key : nil).flatMap {
        context.register.row(.concern, key: $0)
      }
      ?? figure?.basis.first { $0.type == .concern }
    guard let row else { return [.say(Message("no concern under the cursor", .hint))] }
    let concern: Concern = context.register.view(row)
    let key = concern.key
    if action == .change { return context.named { _ in [.prompt(StandingPrompt(concern))] } }
    return [
      .prompt(
        EvidencePrompt("evidence on \(concern.key): an address or the key of a record ") {
          text, _ in
          text.isEmpty ? [.closePrompt] : [.closePrompt, .run(AddEvidence(text, on: key))]
        })
    ]
  }
}
