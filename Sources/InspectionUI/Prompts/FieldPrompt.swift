import InspectionModel
import InspectionOperations
import TerminalCore

/// Sets one field of all records that are marked: `direction=-`; without a value it empties it.
struct FieldPrompt: Prompt {
  let label = "set "
  var editor = LineEditor()
  private let type: RecordType
  private let keys: [String]
  private let subject: PromptSentence

  /// - Parameter telling: how many records there are, and the first few.
  init(_ type: RecordType, _ keys: [String], telling: String) {
    (self.type, self.keys) = (type, keys)
    subject = PromptSentence(text: telling)
  }

  /// The name of the field and the value, as far as they are typed.
  private var typed: (field: FieldSpec?, value: String?) {
    let parts = editor.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init)?.lowercased() ?? ""
    return (
      type.fields.first { $0.name.lowercased() == name },
      parts.count > 1 ? String(parts[1]) : nil
    )
  }

  /// What may stand next: fields, or the words of a field.
  private var choices: [String] {
    let (field, value) = typed
    guard let value else {
      let names = type.fields.dropFirst().map(\.name)
      return names.filter { $0.lowercased().hasPrefix(editor.text.lowercased()) }
    }
    guard let field, case .choice(let options) = field.kind else { return [] }
    return options.filter { $0.hasPrefix(value) }
  }

  mutating func press(_ key: Key, _ context: Context) -> [Step]? {
    guard key == .tab else { return nil }
    guard let first = choices.first else { return [] }
    let (field, value) = typed
    editor = LineEditor(value == nil ? first + "=" : (field?.name ?? "") + "=" + first)
    return []
  }

  mutating func accept(_ context: Context) -> [Step] {
    let (field, value) = typed
    guard let field, let value else {
      return [.say(Message("write a field, then = and its value, as in Note=read twice", .warning))]
    }
    let values = value.isEmpty ? [] : [value]
    let operations = keys.map { SetFields(type, $0, [(field.field, values)]) }
    let count = counted(keys.count, type.noun.one, type.noun.many)
    return [.closePrompt, .run(Several(operations, "\(field.name) of \(count)"))]
  }

  func height(in rect: Rect, _ context: Context) -> Int {
    min(rect.height / 2, subject.height(in: rect) + 1)
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    subject.draw(on: &canvas, in: rect)
    let last = rect.inset(top: max(0, rect.height - 1))
    canvas.fill(last, with: Style(.text))
    var writer = PaneWriter(last.inset(left: 1))
    writer.write(
      [(choices.joined(separator: " "), .match), ("  Tab takes the first", .dim)], on: &canvas)
  }
}
