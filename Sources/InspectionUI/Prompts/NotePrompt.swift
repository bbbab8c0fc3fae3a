import InspectionModel
import InspectionOperations

/// Asks for the text of one field of a record, which may be long: what is typed is kept while it
/// is.
struct NotePrompt: Prompt {
  let label: String
  var editor: LineEditor
  private let type: RecordType
  private let key: String
  private let field: Field
  private let former: String

  /// - Parameter text: what stands in the line at first; what the field holds if it is not given.
  init(_ field: Field, of record: Record, text: String? = nil) {
    (type, key, self.field) = (record.row.type, record.key, field)
    former = record.text(field) ?? ""
    label = field.name.lowercased() + " "
    editor = LineEditor(text ?? former)
  }

  var draft: Draft? {
    editor.text == former ? nil : Draft(type, key: key, field, text: editor.text)
  }

  func accept(_ context: Context) -> [Step] {
    guard ![editor.text].isSpelled(as: [former]) else { return [.closePrompt] }
    return [.closePrompt, .run(WriteNote(field, of: type, key, editor.text))]
  }
}
