import InspectionModel
import TerminalCore

/// What is done to the record under the cursor.
private let actionsOnRow: [Action] = [
  .open, .change, .remove, .note, .join, .copy, .copyRecord,
]

/// A screen that is mainly a list of records, with a preview beside it where there is room.
protocol ListScreen: RegisteredScreen {
  var records: RecordList { get set }

  /// Where Enter leads from the record under the cursor.
  func destination(of row: Row, _ context: Context) -> (any Screen)?
  /// What is told of the record under the cursor beside the list.
  func drawPreview(of row: Row, on canvas: inout Canvas, in rect: Rect, _ context: Context)
  /// Whether that stands below the list where there is no room beside it: for lists of few rows
  /// that say much.
  var previewsBelow: Bool { get }
  /// The lines that are kept for it there however many rows there are, in a window twice as high;
  /// 0 for none.
  var linesBelow: Int { get }
  /// The actions of this screen alone.
  func performOwn(_ action: Action, on row: Row, _ context: Context) -> [Step]?
}

extension ListScreen {
  var list: RecordList? {
    get { records }
    set { if let newValue { records = newValue } }
  }

  var position: String { records.position }

  var previewsBelow: Bool { false }

  var linesBelow: Int { 0 }

  func performOwn(_ action: Action, on row: Row, _ context: Context) -> [Step]? { nil }

  /// Without a row there is nothing to open or to change.
  func offers(_ action: Action, _ context: Context) -> Bool { offersInList(action, context) }

  /// The same, for a screen that knows more of it.
  func offersInList(_ action: Action, _ context: Context) -> Bool {
    if action == .group { return records.columns.contains(where: \.column.groups) }
    if action == .keep || action == .leaveOut {
      return records.filter(keeping: true, context.register) != nil
    }
    return records.current != nil || !actionsOnRow.contains(action)
  }

  mutating func arrange(_ context: Context) {
    records.arrange(in: panes(context).list, context.register)
  }

  mutating func note(_ change: Change, _ context: Context) {
    records.note(change, context.register)
  }

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    performInList(action, count: count, context)
  }

  /// What every list does; a screen with more to do begins with that.
  mutating func performInList(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    if records.perform(action, count: count, context.register) { return [] }
    if let steps = records.performOnMarks(action) { return steps }
    if action == .filter { return [.prompt(FilterPrompt(records))] }
    if let steps = records.performOnValues(action, context) { return steps }
    if let steps = MarkedActions.perform(action, on: records, context.register) { return steps }
    guard let row = records.current else {
      return action == .open ? [.say(Message("nothing here to open"))] : nil
    }
    if let steps = performOwn(action, on: row, context) { return steps }
    switch action {
    case .open: return destination(of: row, context).map { [.push($0)] } ?? []
    default: return nil
    }
  }

  mutating func click(x: Int, line: Int, _ context: Context) -> [Step]? {
    if line == 0 { return records.clickHeader(x: x, in: panes(context).list, context) }
    let pane = panes(context).list
    guard pane.columns.contains(x),
      let row = records.place(onLine: line, in: pane, context.register)
    else { return [] }
    if records.cursor == row { return perform(.open, count: nil, context) }
    records.move(to: row)
    return []
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    drawList(on: &canvas, context)
  }

  /// The list, and what is told of the record under the cursor; a screen with more to show begins
  /// with that.
  func drawList(on canvas: inout Canvas, _ context: Context) {
    let (listRect, previewRect) = panes(context)
    context.view(of: records).draw(
      on: &canvas, in: listRect)
    guard var previewRect, let row = records.current else { return }
    if previewRect.y == listRect.y {
      drawRule(on: &canvas, left: previewRect.x - 2, previewRect)
    } else if linesBelow > 0 {
      let rule = String(repeating: "─", count: previewRect.width)
      canvas.draw(rule, x: previewRect.x, y: previewRect.y, style: Style(.dim))
      previewRect = previewRect.inset(top: 1)
    }
    drawPreview(of: row, on: &canvas, in: previewRect, context)
  }

  func saved(_ register: Register) -> SavedScreen? { savedList(register) }

  /// The list with its filter, its order, its cursors and its marks.
  func savedList(_ register: Register) -> SavedScreen {
    var key: String?
    if case .children(let parent) = records.scope { key = register[parent].key }
    return SavedScreen(kind: Self.kind, key: key, records, register)
  }

  func panes(_ context: Context) -> (list: Rect, preview: Rect?) {
    let body = context.body
    guard context.hasPreview, body.width >= 60 else {
      if linesBelow > 0, context.showsPreview != false, body.height >= 2 * linesBelow {
        let (list, rest) = body.split(rows: body.height - linesBelow)
        return (list, rest.inset(left: 1, right: 1))
      }
      let (list, rest) = body.split(rows: records.rows.count * records.rowLines + 1)
      let isBelow = previewsBelow && context.showsPreview == nil && rest.height > 4
      return isBelow ? (list, rest.inset(left: 1, top: 1, right: 1)) : (body, nil)
    }
    let (list, rest) = body.split(columns: body.width * 3 / 5)
    return (list, rest.inset(left: 3))
  }

  private func drawRule(on canvas: inout Canvas, left: Int, _ rect: Rect) {
    for y in rect.rows { canvas.draw("│", x: left, y: y, width: 1, style: Style(.rule)) }
  }
}

extension RecordList {
  /// Marks rows; nil for any other action.
  mutating func performOnMarks(_ action: Action) -> [Step]? {
    if action == .mark {
      markAndGoOn()
    } else if action == .markToHere {
      markToHere()
    } else if action == .markAll, work != nil {
      // Those that are still to be found would be left out.
      return [.say(Message("the rows are still being looked for", .hint))]
    } else if action == .markAll {
      markAll()
    } else {
      return nil
    }
    return []
  }

  /// What the column under the cursor is asked for; nil for any other action.
  func performOnValues(_ action: Action, _ context: Context) -> [Step]? {
    if action == .columns { return [.prompt(ColumnsPrompt(self))] }
    if action == .group {
      return GroupScreen(self, context.register).map { [.push($0)] }
        ?? [.say(Message("there is nothing to group \(type.noun.many) by", .hint))]
    }
    guard action == .keep || action == .leaveOut else { return nil }
    guard let column = currentColumn, current != nil else { return [] }
    guard let filter = filter(keeping: action == .keep, context.register) else {
      let what = "no filter says what \(column.title) holds here"
      return [.say(Message("\(what); another column may do", .hint))]
    }
    return [.change(.narrow(filter))]
  }

  /// Goes to a column, and sorts by it where the cursor is there already.
  mutating func clickHeader(x: Int, in rect: Rect, _ context: Context) -> [Step] {
    let spans = ListSpans(self, width: rect.width).spans
    guard rect.columns.contains(x), let span = spans.last(where: { rect.x + $0.x <= x }) else {
      return []
    }
    if columnUnderCursor == span.column.name {
      _ = performOnTable(.sort, context.register)
    } else {
      columnUnderCursor = span.column.name
    }
    return []
  }
}
