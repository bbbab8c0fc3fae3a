import InspectionModel
import InspectionOperations
import TerminalCore

/// Every memo, flag and deferral, whatever it is on.
struct MemosScreen: ListScreen {
  static let kind = "memos"
  let hints: [Action] = [.open, .filter, .sort, .group, .change, .remove, .trail, .undo, .back]
  var records: RecordList

  init(_ register: Register) {
    records = RecordList(
      .memo, sortedBy: [ListOrder(column: "written", isDescending: true)], in: register)
    records.refresh(register)
  }

  func destination(of row: Row, _ context: Context) -> (any Screen)? {
    MemoScreen(row)
  }

  func performOwn(_ action: Action, on row: Row, _ context: Context) -> [Step]? {
    Self.change(context.register.view(row), by: action)
  }

  /// What is done to a memo, wherever it is shown.
  static func change(_ memo: Memo, by action: Action) -> [Step]? {
    switch action {
    case .remove: return [.run(RemoveMemo(memo.key))]
    case .change, .note: return [.prompt(NotePrompt(.text, of: memo.record))]
    default: return nil
    }
  }

  func drawPreview(of row: Row, on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let memo: Memo = context.register.view(row)
    var writer = PaneWriter(rect)
    writer.write("\(memo.kind.name) on \(memo.subjectTitle)", .heading, on: &canvas)
    for line in memo.text.split(separator: "\n", omittingEmptySubsequences: false) {
      writer.paragraph(String(line), on: &canvas)
    }
    if let subject = memo.subject, subject.type == .passage {
      writer.blank()
      writer.paragraph(context.register.view(subject, as: Passage.self).listed, .dim, on: &canvas)
    }
  }
}
