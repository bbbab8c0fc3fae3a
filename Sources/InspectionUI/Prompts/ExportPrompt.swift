import InspectionAnalysis
import InspectionModel
import TerminalCore

/// Asks where to write an account, a list or its groups; the ending of the name says the format.
struct ExportPrompt: Prompt {
  let label: String
  var editor: LineEditor
  private var content: Export.Content
  private let register: Register
  /// The columns that a list shows, while all its fields are to be written; of other things, none.
  private var seen: [String]?
  private var hasMark = false

  /// - Parameter name: what the file is called unless something else is typed.
  init(_ content: Export.Content, _ register: Register, name: String) {
    (self.content, self.register) = (content, register)
    label = "write to "
    editor = LineEditor(name)
  }

  /// The rows that are marked, or all that are listed, with the columns that are shown.
  init(_ list: RecordList, _ register: Register) {
    let rows = list.marks.isEmpty ? Array(list.rows) : list.chosen
    content = .records(list.type, rows, columns: list.shown.map(\.column.name))
    self.register = register
    let noun = list.type.noun
    let marked = list.marks.isEmpty ? "" : "marked "
    label = "write \(rows.count) \(marked)\(rows.count == 1 ? noun.one : noun.many) to "
    editor = LineEditor(noun.many.replacing(" ", with: "-") + ".csv")
  }

  init(groups: Export.Content, _ register: Register) {
    self.init(groups, register, name: "groups.csv")
  }

  /// What could not be written, to be asked for again.
  init(_ export: Export) {
    self.init(export.content, export.register, name: export.path)
    hasMark = export.hasMark
  }

  mutating func press(_ key: Key, _ context: Context) -> [Step]? {
    if key == .tab { return [.effect(.completePath(editor.text))] }
    return key == .up || key == .down ? changeColumns() : nil
  }

  /// The columns as on the screen, or every field; then the same with Excel's mark.
  private mutating func changeColumns() -> [Step]? {
    guard case .records(let type, let rows, let columns) = content else { return nil }
    content = .records(type, rows, columns: columns == nil ? seen : nil)
    if columns == nil { hasMark.toggle() }
    seen = columns
    return []
  }

  func accept(_ context: Context) -> [Step] {
    guard !editor.text.isEmpty else { return [.closePrompt] }
    let export = Export(content: content, register: register, path: editor.text, hasMark: hasMark)
    return [.closePrompt, .effect(.export(export))]
  }

  func height(in rect: Rect, _ context: Context) -> Int { min(2, rect.height) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    var writer = PaneWriter(rect)
    let endings = content.endings.joined(separator: " ")
    writer.write([(endings, .match), ("  Tab completes", .dim)], on: &canvas)
    guard case .records(_, _, let columns) = content else { return }
    let what = columns.map { "the \(counted($0.count, "column")) of the list" } ?? "every field"
    let mark = hasMark ? ", CSV with the mark that Excel wants" : ""
    let whole = content.endings.contains(".rec") ? "; .rec has whole records" : ""
    writer.write(
      [(what + mark, .match), ("  Up and Down change that\(whole)", .dim)], on: &canvas)
  }
}
