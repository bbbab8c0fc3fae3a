import InspectionModel
import InspectionOperations
import TerminalCore

/// Corrects a fact of an inspection: `Published=2016-08-03`. What the letter said is kept in the
/// note.
struct CorrectionPrompt: Prompt {
  let label = "correct "
  var editor = LineEditor()
  private let inspection: Row

  init(_ inspection: Row) {
    self.inspection = inspection
  }

  /// Tab goes on with the name of a field, and after `=` with the value it has.
  mutating func take(_ key: Key, _ context: Context) -> [Step]? {
    guard key == .tab else { return nil }
    let record = context.register[inspection]
    if let (field, _) = typed {
      editor = LineEditor("\(field.name)=\(record.texts(field).joined(separator: "; "))")
    } else if let field = CorrectFact.fields.first(where: { begins($0.name, editor.text) }) {
      editor = LineEditor(field.name + "=")
    }
    return []
  }

  mutating func accept(_ context: Context) -> [Step] {
    guard let (field, values) = typed else {
      return [.say(Message("write one of these, = and its value", .warning))]
    }
    return [
      .closePrompt, .run(CorrectFact(field, of: context.register[inspection].key, values)),
    ]
  }

  /// The field and its values as far as they are typed; several values of one field are parted by
  /// semicolons.
  private var typed: (field: Field, values: [String])? {
    guard let equals = editor.text.firstIndex(of: "=") else { return nil }
    let name = editor.text[..<equals].lowercased()
    guard let field = CorrectFact.fields.first(where: { $0.name.lowercased() == name })
    else { return nil }
    let value = editor.text[editor.text.index(after: equals)...]
    let isRepeated = RecordType.inspection.spec(of: field)?.isRepeated ?? false
    let parts = isRepeated ? value.split(separator: ";") : [value]
    return (field, parts.map(Self.trimmed).filter { !$0.isEmpty })
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  private func begins(_ name: String, _ start: String) -> Bool {
    name.lowercased().hasPrefix(start.lowercased())
  }

  func height(in rect: Rect, _ context: Context) -> Int { min(1, rect.height) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    var pen = Pen(rect)
    let names = CorrectFact.fields.map(\.name).joined(separator: " ")
    pen.write([(names, .match), ("  Tab completes", .dim)], on: &canvas)
  }
}
