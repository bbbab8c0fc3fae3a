import InspectionAnalysis
import InspectionModel
import TerminalCore

/// Says how a concern stands from now on; all but `open` and `no-response` then ask for evidence.
struct StandingPrompt: Prompt {
  let label: String
  var editor = LineEditor()
  private let concern: Row

  init(_ concern: Concern) {
    self.concern = concern.row
    label = "\(concern.key) stands as "
  }

  mutating func take(_ key: Key, _ context: Context) -> [Step]? {
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
      return [.closePrompt] + ConcernActions.stand(view, standing, evidence: "", context)
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
          return [.closePrompt] + ConcernActions.stand(view, standing, evidence: text, context)
        }),
    ]
  }

  func height(in rect: Rect, _ context: Context) -> Int { min(1, rect.height) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    var pen = Pen(rect)
    let words = ConcernStanding.allCases.map(\.rawValue).joined(separator: " ")
    pen.write([(words, .match)], on: &canvas)
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
    let key = request.topic == .concern ? request.key : nil
    let row =
      key.flatMap { context.register.row(.concern, key: $0) }
      ?? figure?.basis.first { $0.type == .concern }
    guard let row else { return [.say(Message("no concern under the cursor", .warning))] }
    let concern: Concern = context.register.view(row)
    if action == .change { return context.named { _ in [.prompt(StandingPrompt(concern))] } }
    return [
      .prompt(
        EvidencePrompt("evidence on \(concern.key): an address or the key of a record ") {
          text, context in
          text.isEmpty ? [.closePrompt] : [.closePrompt] + add(text, to: context.register.view(row))
        })
    ]
  }

  private static func add(_ link: String, to concern: Concern) -> [Step] {
    let edit = Edit.set(
      .concern, key: concern.key, .evidence, from: concern.evidence, to: concern.evidence + [link])
    return [.change(Change("evidence on \(concern.key)", [edit]))]
  }

  /// The change that says how a concern stands, who says so and since when.
  static func stand(
    _ concern: Concern, _ standing: ConcernStanding, evidence: String, _ context: Context
  ) -> [Step] {
    func edit(_ field: Field, _ values: [String]) -> Edit? {
      concern.record.setting(field, to: values)
    }
    guard concern.standing != standing || !evidence.isEmpty else {
      return [.say(Message("\(concern.key) stands so already"))]
    }
    let edits = [
      edit(.evidence, concern.evidence + (evidence.isEmpty ? [] : [evidence])),
      edit(.standing, [standing.rawValue]), edit(.by, [context.reviewer]),
      edit(.on, [context.today.description]),
    ]
    return [.change(Change("\(concern.key) as \(standing.rawValue)", edits.compactMap(\.self)))]
  }
}
