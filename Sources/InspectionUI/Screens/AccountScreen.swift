import InspectionAnalysis
import InspectionModel
import TerminalCore

/// An account: question and answer, then figures in grids and on time lines, each leading to the records behind it.
///
/// Invariants:
/// 1. What is shown is the last account worked out; `isStale` says that something has changed since.
/// 2. No more than one work of this screen is under way; its number is `running`.
/// 3. The cursor is on a figure of the sheet, if that has any; it may be outside the window after scrolling.
struct AccountScreen: Screen {
  private(set) var request: AccountRequest
  private var account: Account?
  private var problem: QueryProblem?
  private var isStale = true
  private var running: Int?
  private var sheet: AccountSheet?
  private var cursor: AccountSheet.Place?
  private var top = 0
  private var height = 1
  /// The first column shown of each grid that is too wide.
  private var lefts: [Int: Int] = [:]

  init(_ request: AccountRequest) { self.request = request }

  var hints: [Action] {
    [.open] + request.topic.actions
      + [.filter, .widen, .copy, .export, .back].filter {
        request.topic.isScoped || ($0 != .filter && $0 != .widen)
      }
  }

  /// `x` removes nothing here.
  var aliases: [Action: Action] {
    request.topic.aliases.merging([.remove: .export]) { own, _ in own }
  }

  var list: RecordList? {
    get { nil }
    set {}
  }

  var memoSubject: Row? { current?.basis.count == 1 ? current?.basis.first : nil }

  var position: String {
    if account == nil { return isStale || running != nil ? "working it out" : "" }
    guard let cursor, let sheet, let stop = sheet.line(of: cursor),
      let index = sheet.stops.firstIndex(of: stop)
    else { return "" }
    return "\(index + 1) of \(sheet.stops.count)" + (running == nil ? "" : "…")
  }

  func title(_ register: Register) -> String {
    if let account { return account.title }
    return request.topic.title + (request.filter.isEmpty ? "" : " · " + request.filter)
  }

  /// The figure under the cursor.
  var current: Figure? { cursor.flatMap { sheet?.figure(at: $0) } }

  // MARK: - Working it out

  /// Something it may stand on has changed.
  mutating func renew(_ register: Register) { isStale = true }

  mutating func note(_ change: Change, _ context: Context) { isStale = true }

  /// Narrows it; an empty filter takes everything.
  mutating func narrow(to filter: String) {
    request.filter = filter
    (isStale, problem) = (true, nil)
  }

  /// Asks for something else in the same place.
  mutating func ask(_ request: AccountRequest) {
    self.request = request
    (isStale, problem) = (true, nil)
  }

  private func isMuch(_ register: Register) -> Bool {
    let types: [RecordType] = [.contribution, .passage, .inspection]
    return types.reduce(0) { $0 + register.rowCount($1) } > AccountWork.much
  }

  private func work(_ number: Int, _ context: Context) -> AccountWork {
    AccountWork(
      number: number, request: request, register: context.register, today: context.today,
      hidden: context.veil)
  }

  /// The work to be done in the background, if any is.
  mutating func takeWork(_ number: Int, _ context: Context) -> AccountWork? {
    guard isStale, running == nil, isMuch(context.register) else { return nil }
    (isStale, running) = (false, number)
    return work(number, context)
  }

  /// Whether it waits for the work of a number.
  func awaits(_ number: Int) -> Bool { running == number }

  mutating func take(_ answer: AccountWork.Answer) {
    running = nil
    switch answer.outcome {
    case .success(let account): (self.account, problem) = (account, nil)
    case .failure(let problem): self.problem = problem
    }
    sheet = nil
  }

  mutating func arrange(_ context: Context) {
    if isStale, running == nil, !isMuch(context.register) {
      isStale = false
      take(work(0, context).run())
    }
    height = max(1, panes(context).page.height)
    let width = panes(context).page.width
    if let account, sheet?.width != max(20, width) {
      let evidence = Evidence.extent(of: account.evidence)
      sheet = AccountSheet(account, evidence: evidence, width: width)
      holdCursor()
    }
    top = max(0, min(top, (sheet?.lines.count ?? 0) - height))
  }

  /// Puts the cursor on a figure that is there, the one it was on if it can.
  private mutating func holdCursor() {
    guard let sheet else { return }
    if let cursor, let line = sheet.line(of: cursor) {
      let places = sheet.places(on: line)
      self.cursor = places.contains(cursor) ? cursor : places.last
      return show()
    }
    let focus = request.focus.flatMap(sheet.firstStop)
    cursor = (focus ?? sheet.stops.first).flatMap { sheet.places(on: $0).first { $0.column >= 0 } }
    if focus != nil { show() }
  }

  // MARK: - What it does

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    let times = count ?? 1
    switch action {
    case .down, .nextPassage: move(lines: times)
    case .up, .previousPassage: move(lines: -times)
    case .left: move(columns: -times)
    case .right: move(columns: times)
    case .pageDown: scroll(by: height - 1)
    case .pageUp: scroll(by: 1 - height)
    case .halfPageDown: scroll(by: height / 2)
    case .halfPageUp: scroll(by: -height / 2)
    case .first:
      top = 0
      cursor = sheet?.stops.first.flatMap { sheet?.places(on: $0).first { $0.column >= 0 } }
    case .last: scroll(by: sheet?.lines.count ?? 0)
    case .open: return open(context)
    case .filter where request.topic.isScoped:
      return [.prompt(ScopePrompt(request.filter))]
    case .widen where request.topic.isScoped: return [.filter("")]
    case .copy: return copy()
    case .export: return export(context)
    default: return request.topic.perform(action, on: current, request, context)
    }
    return []
  }

  private mutating func move(lines step: Int) {
    guard let sheet, !sheet.stops.isEmpty else { return scroll(by: step) }
    let line = cursor.flatMap { sheet.line(of: $0) } ?? sheet.stops[0]
    let isShown = (top..<top + height).contains(line)
    let place = sheet.stops.firstIndex(of: line) ?? 0
    let target = isShown ? place + step : place
    guard isShown, sheet.stops.indices.contains(target) || abs(step) > 1 else {
      if isShown { return scrollOn(by: step) }
      return go(to: sheet.stops.first { $0 >= top } ?? line)
    }
    go(to: sheet.stops[max(0, min(target, sheet.stops.count - 1))])
  }

  /// Beyond the last figure lies what is only read.
  private mutating func scrollOn(by step: Int) {
    top = max(0, min(top + step, (sheet?.lines.count ?? 0) - height))
  }

  /// To a line, as near to the column of the cursor as it can.
  private mutating func go(to line: Int) {
    guard let sheet else { return }
    let places = sheet.places(on: line)
    let column = cursor?.column ?? 0
    cursor = places.min { abs($0.column - column) < abs($1.column - column) }
    show()
  }

  private mutating func move(columns step: Int) {
    guard let sheet, let cursor, let line = sheet.line(of: cursor) else { return }
    let places = sheet.places(on: line)
    guard let index = places.firstIndex(of: cursor) else { return }
    self.cursor = places[max(0, min(index + step, places.count - 1))]
    show()
  }

  /// Brings the figure under the cursor into the window, below the headings of its columns.
  private mutating func show() {
    guard let sheet, let cursor, let line = sheet.line(of: cursor) else { return }
    let head = sheet.grids[cursor.block]?.headHeight ?? 0
    let isFirst = sheet.stops.first == line
    if line >= top + height { top = line - height + 1 }
    if line - head < top { top = isFirst ? 0 : max(0, line - head) }
    if isFirst, line < height { top = 0 }
    if let layout = sheet.grids[cursor.block] {
      lefts[cursor.block] = layout.left(
        showing: cursor.column, from: lefts[cursor.block] ?? 0)
    }
  }

  /// Scrolls, and takes the cursor along into the window.
  private mutating func scroll(by step: Int) {
    guard let sheet else { return }
    top = max(0, min(top + step, sheet.lines.count - height))
    guard let line = cursor.flatMap({ sheet.line(of: $0) }), !(top..<top + height).contains(line)
    else { return }
    let shown = sheet.stops.filter { $0 >= top + 2 && $0 < top + height }
    let near = step > 0 ? shown.first : shown.last
    if let near {
      let (kept, column) = (top, cursor?.column ?? 0)
      cursor = sheet.places(on: near).min { abs($0.column - column) < abs($1.column - column) }
      top = kept
    }
  }

  // MARK: - What comes of a figure

  private func open(_ context: Context) -> [Step] {
    guard let figure = current, let cursor, let sheet else {
      return [.say(Message("nothing here to open"))]
    }
    if let request = figure.opens { return [.push(AccountScreen(request))] }
    let rows = figure.basis.filter(context.register.contains)
    guard !rows.isEmpty else {
      return [.say(Message("no records stand behind “\(sheet.words(at: cursor))”"))]
    }
    return [.push(SomeRecords.screen(rows, title: sheet.words(at: cursor), context.register))]
  }

  private func copy() -> [Step]? {
    guard let cursor, let sheet, let figure = current else { return nil }
    let n = figure.n.map { " (\($0))" } ?? ""
    let text = "\(sheet.words(at: cursor))\(n), \(sheet.account.title)"
    return [.effect(.copy(text)), .say(Message("copied \(text)"))]
  }

  private func export(_ context: Context) -> [Step] {
    guard let account else { return [.say(Message("there is nothing to write yet", .warning))] }
    return [.prompt(ExportPrompt(account, context.register, name: request.topic.rawValue))]
  }

  // MARK: - The mouse

  mutating func click(x: Int, line: Int, _ context: Context) -> [Step]? {
    guard let sheet, let place = place(x: x - 1, line: line, sheet) else { return [] }
    if place == cursor { return perform(.open, count: nil, context) }
    cursor = place
    return []
  }

  private func place(x: Int, line: Int, _ sheet: AccountSheet) -> AccountSheet.Place? {
    guard line < height, sheet.lines.indices.contains(top + line) else { return nil }
    let places = sheet.places(on: top + line)
    switch sheet.lines[top + line] {
    case .row(let block, _):
      guard let layout = sheet.grids[block] else { return nil }
      let column = layout.shown(from: lefts[block] ?? 0)
        .first { ($0.x..<$0.x + $0.width).contains(x) }?.column
      return places.first { $0.column == (x < layout.headingWidth ? -1 : column) }
    case .lane(let block, let lane):
      guard let (name, text) = sheet.timelines[block] else { return nil }
      let spans = text.timeline.lanes[lane].spans
      return places.last { text.columns(of: spans[$0.column])?.contains(x - name) ?? false }
    default: return places.first
    }
  }

  // MARK: - How it looks

  private func panes(_ context: Context) -> (page: Rect, detail: Rect) {
    let body = context.body.inset(left: 1, right: 1)
    return body.split(rows: body.height >= 12 ? body.height - 3 : body.height)
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let (page, detail) = panes(context)
    guard let sheet else {
      let words = problem.map { ($0.description, Role.warning) } ?? ("working it out …", .dim)
      var pen = Pen(page)
      pen.paragraph(words.0, words.1, on: &canvas)
      return
    }
    let painter = AccountPainter(sheet: sheet, cursor: cursor, lefts: lefts)
    painter.draw(from: top, on: &canvas, in: page)
    drawDetail(sheet, on: &canvas, in: detail)
  }

  /// The figure under the cursor in words, and how many records stand behind it.
  private func drawDetail(_ sheet: AccountSheet, on canvas: inout Canvas, in rect: Rect) {
    guard rect.height > 1, let cursor, let figure = current else { return }
    let rule = String(repeating: "─", count: rect.width)
    canvas.draw(rule, x: rect.x, y: rect.y, width: rect.width, style: Style(.rule))
    let n = figure.n.map { "  " + $0 } ?? ""
    var pen = Pen(rect.inset(top: 1))
    if let problem { pen.paragraph(problem.description, .warning, on: &canvas) }
    pen.paragraph(sheet.words(at: cursor) + n, on: &canvas)
  }

  func saved(_ register: Register) -> SavedScreen {
    let place = cursor.map { "\($0.block)/\($0.line)/\($0.column)" }
    return SavedScreen(
      kind: request.topic.rawValue, key: request.key,
      filter: request.filter.isEmpty ? nil : request.filter, cursor: place)
  }

  /// The screen as it was remembered; nil where it is none of these.
  init?(_ saved: SavedScreen) {
    guard let topic = AccountTopic(rawValue: saved.kind) else { return nil }
    self.init(AccountRequest(topic, filter: saved.filter ?? "", key: saved.key))
    let parts = (saved.cursor ?? "").split(separator: "/").compactMap { Int($0) }
    if parts.count == 3 {
      cursor = AccountSheet.Place(block: parts[0], line: parts[1], column: parts[2])
    }
  }
}
