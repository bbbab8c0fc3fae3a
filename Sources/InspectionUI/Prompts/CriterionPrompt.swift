import InspectionModel
import InspectionOperations
import TerminalCore

/// Changes what a criterion says: `Definition=Agencies decide together`, then why.
struct CriterionPrompt: Prompt {
  let label = "redefine "
  var editor = LineEditor()
  private let criterion: Row

  init(_ criterion: Row) {
    self.criterion = criterion
  }

  /// Tab goes on with the field whose name is begun, and with what it says now, to be changed.
  mutating func press(_ key: Key, _ context: Context) -> [Step]? {
    guard key == .tab else { return nil }
    let name = editor.text.prefix { $0 != "=" }.lowercased()
    if let field = Codebook.fields.first(where: { $0.name.lowercased().hasPrefix(name) }) {
      let now = context.register[criterion].text(field) ?? ""
      editor = LineEditor("\(field.name)=\(now)")
    }
    return []
  }

  private var typed: (field: Field, value: String)? {
    guard let equals = editor.text.firstIndex(of: "=") else { return nil }
    let name = editor.text[..<equals].lowercased()
    guard let field = Codebook.fields.first(where: { $0.name.lowercased() == name }) else {
      return nil
    }
    return (field, String(editor.text[editor.text.index(after: equals)...].drop { $0 == " " }))
  }

  mutating func accept(_ context: Context) -> [Step] {
    guard let (field, value) = typed else {
      return [.say(Message("write one of these, = and what it should say", .warning))]
    }
    if field == .name, value.isEmpty {
      return [.say(Message("a criterion needs a name", .warning))]
    }
    let view: Criterion = context.register.view(criterion)
    let values = value.isEmpty ? [] : [value]
    guard values != view.record.texts(field) else { return [.closePrompt] }
    let key = view.key
    return [
      .closePrompt,
      TextPrompt.because { reason in
        [.run(RedefineCriterion(key, [(field, values)], because: reason))]
      },
    ]
  }

  func height(in rect: Rect, _ context: Context) -> Int {
    min(Codebook.fields.count + 1, rect.height / 2)
  }

  /// What it says now, field by field.
  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    var writer = PaneWriter(rect)
    writer.write(
      [
        ("d", .match), (", then ", .dim), ("Tab", .match),
        (" edits the present definition; other fields likewise", .dim),
      ], on: &canvas)
    for field in Codebook.fields {
      let name = field.name + String(repeating: " ", count: 12 - field.name.count)
      let now = context.register[criterion].text(field) ?? ""
      writer.write([(name, .match), (now, .text)], on: &canvas)
    }
  }
}
