import InspectionAnalysis
import InspectionModel
import TerminalCore

/// One inspection: its facts, the passages of its letter, the agencies coded so far.
struct InspectionScreen: RegisteredScreen {
  static let kind = "inspection"
  let inspection: Row
  let hints: [Action] = [.open, .letter, .code, .filter, .readReport, .sort, .undo, .save, .back]
  private var passages: RecordList
  /// The agency under the cursor, while that is in the pane of agencies and not in the list.
  var agency: Int?

  /// From how many columns the facts stand beside the passages and not above them.
  private static let sideBySide = 110

  init(_ inspection: Row, _ register: Register) {
    self.inspection = inspection
    passages = RecordList(
      .passage, .children(of: inspection), called: RecordList.ofOneInspection, asCoded: true,
      in: register)
    passages.refresh(register)
  }

  var list: RecordList? {
    get { passages }
    set { if let newValue { passages = newValue } }
  }

  var subject: Row? { inspection }

  var position: String {
    if agency != nil { return "agencies" }
    return (codes.map { counted($0, "contribution") + "  " } ?? "") + passages.position
  }

  /// How many contributions the filter finds in the passages listed, where it asks for such.
  private var codes: Int?

  func title(_ register: Register) -> String {
    register.view(inspection, as: Inspection.self).title
  }

  mutating func arrange(_ context: Context) {
    passages.arrange(in: panes(context).passages, context.register)
    codes = passages.codesFound(context.register)
  }

  mutating func note(_ change: Change, _ context: Context) {
    passages.note(change, context.register)
  }

  func offers(_ action: Action, _ context: Context) -> Bool {
    if action == .readReport {
      return context.register.view(inspection, as: Inspection.self).hasReadableReport
    }
    let onPassages: Set<Action> = [.open, .code, .letter, .sort, .filter]
    return passages.mayHaveRecords || !onPassages.contains(action)
  }

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    if let steps = performOnAgencies(action, count: count, context) { return steps }
    if passages.perform(action, count: count, context.register) { return [] }
    if let steps = passages.performOnMarks(action) { return steps }
    if let steps = passages.performOnValues(action, context) { return steps }
    if let steps = MarkedActions.perform(action, on: passages, context.register) { return steps }
    switch action {
    case .filter:
      return [.prompt(FilterPrompt(passages))]
    case .open, .code:
      guard let passage = passages.current else {
        guard context.register.view(inspection, as: Inspection.self).hasReadableReport else {
          return [.say(Message("reports under this framework are not read", .hint))]
        }
        let key = context.keymap.keys(for: .readReport) ?? "read-report"
        return [.say(Message("no passages yet: \(key) reads the report", .hint))]
      }
      let prompt = CodePrompt(passage: passage, context.register)
      return [.push(PassageScreen(passage, context.register))]
        + (action == .code ? [.prompt(prompt)] : [])
    case .letter:
      // From the first row one wants the letter from its start.
      let passage = passages.cursor == 0 ? nil : passages.current
      return [
        .push(
          LetterScreen(
            inspection, context.register, at: passage.map { context.register[$0].key }))
      ]
    case .change:
      return [.prompt(CorrectionPrompt(inspection))]
    default:
      return nil
    }
  }

  mutating func click(x: Int, line: Int, _ context: Context) -> [Step]? {
    if let steps = clickAgency(x: x, line: line, context) { return steps }
    agency = nil
    let pane = panes(context).passages
    let place = line - (pane.y - context.body.y)
    if place == 0 { return passages.clickHeader(x: x, in: pane, context) }
    guard pane.columns.contains(x),
      let row = passages.place(onLine: place, in: pane, context.register)
    else { return [] }
    if passages.cursor == row { return perform(.open, count: nil, context) }
    passages.move(to: row)
    return []
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let (factsRect, passagesRect) = panes(context)
    let facts = facts(context)
    if factsRect.y == passagesRect.y {
      facts.draw(on: &canvas, in: factsRect, cursor: agency)
      for y in passagesRect.rows {
        canvas.draw("│", x: passagesRect.x - 2, y: y, width: 1, style: Style(.rule))
      }
    } else {
      var writer = PaneWriter(factsRect)
      facts.drawFacts(with: &writer, on: &canvas)
      let rule = String(repeating: "─", count: rect.width)
      canvas.draw(rule, x: rect.x, y: factsRect.bottom, style: Style(.rule))
    }
    if agency != nil, factsRect.y != passagesRect.y {
      var writer = PaneWriter(passagesRect.inset(left: 1))
      facts.drawAgencies(with: &writer, on: &canvas, cursor: agency)
    } else {
      var view = context.view(of: passages)
      view.isFocused = agency == nil
      view.draw(on: &canvas, in: passagesRect)
    }
  }

  func saved(_ register: Register) -> SavedScreen? {
    SavedScreen(kind: Self.kind, key: register[inspection].key, passages, register)
  }

  func panes(_ context: Context) -> (facts: Rect, passages: Rect) {
    let body = context.body
    if body.width >= Self.sideBySide {
      let (facts, rest) = body.split(columns: min(60, max(44, body.width / 3)))
      return (facts.inset(left: 1, right: 1), rest.inset(left: 2))
    }
    let (facts, rest) = body.split(rows: min(7, body.height / 3))
    return (facts.inset(left: 1), rest.inset(top: facts.isEmpty ? 0 : 1))
  }
}
