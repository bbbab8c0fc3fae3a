import InspectionModel

/// Asks for the text of one field of a record, which may be long: what is typed is kept while it is.
struct NotePrompt: Prompt {
  let label: String
  var editor: LineEditor
  private let type: RecordType
  private let key: String
  private let field: Field
  private let former: [String]
  /// What the change is about, for undo: `police + in jtai-liverpool-2016/s3`.
  private let words: String

  /// - Parameter text: what stands in the line at first; what the field holds if it is not given.
  init(_ field: Field, of record: Record, words: String, text: String? = nil) {
    (type, key, self.field, self.words) = (record.row.type, record.key, field, words)
    former = record.texts(field)
    label = field.name.lowercased() + " "
    editor = LineEditor(text ?? former.first ?? "")
  }

  var draft: Draft? {
    editor.text == former.first ?? "" ? nil : Draft(type, key: key, field, text: editor.text)
  }

  func accept(_ context: Context) -> [Step] {
    let new = editor.text.isEmpty ? [] : [editor.text]
    guard !new.isSpelled(as: former) else { return [.closePrompt] }
    let edit = Edit.set(type, key: key, field, from: former, to: new)
    return [.closePrompt, .change(Change("\(field.name.lowercased()) on \(words)", [edit]))]
  }
}
