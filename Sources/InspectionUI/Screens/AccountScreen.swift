import InspectionAnalysis
import InspectionModel
import TerminalCore

/// An account: question and answer, then figures in grids and on time lines, each leading to the
/// records behind it.
///
/// Invariants:
/// 1. What is shown is the last account worked out; `isStale` says that something has changed
///    since.
/// 2. No more than one work of this screen is under way; its number is `running`.
/// 3. The cursor is on a figure of the page, if that has any; it may be outside the window after
///    scrolling.
struct AccountScreen: Screen {
  private(set) var request: AccountRequest
  var account: Account?
  var problem: QueryProblem?
  private var isStale = true
  private var running: Int?
  var laidOut: LaidOutAccount?
  var cursor: LaidOutAccount.Place?
  var top = 0
  var height = 1
  /// The first column shown of each grid that is too wide.
  var lefts: [Int: Int] = [:]

  init(_ request: AccountRequest) { self.request = request }

  var hints: [Action] {
    [.open] + actions.hints + (canBeReadOtherwise ? [.otherReading] : [])
      + [.filter, .widen, .copy, .export, .back].filter {
        canBeNarrowed || ($0 != .filter && $0 != .widen)
      }
  }

  /// What can be done with the figure under the cursor, as things stand.
  func offers(_ action: Action, _ context: Context) -> Bool {
    if action == .open || action == .copy { return current != nil }
    if action == .export { return account != nil }
    guard actions.hints.contains(action) else { return true }
    let steps = actions.perform(action, current, request, context)
    return steps?.contains { $0.isRefusal } == false || steps == nil && action.goesSomewhere
  }

  /// What can be done here beyond reading.
  private var actions: TopicActions { TopicActions.of(request.topic) }
  private var canBeNarrowed: Bool { request.topic.takes.contains(.filter) }
  private var canBeReadOtherwise: Bool { request.topic.takes.contains(.reading) }

  var list: RecordList? {
    get { nil }
    set {}
  }

  var memoSubject: Row? { current?.basis.count == 1 ? current?.basis.first : nil }

  var position: String {
    if account == nil { return isStale || running != nil ? "working it out" : "" }
    guard let cursor, let laidOut, let stop = laidOut.line(of: cursor),
      let index = laidOut.stops.firstIndex(of: stop)
    else { return "" }
    return "\(index + 1) of \(laidOut.stops.count)" + (running == nil ? "" : "…")
  }

  func title(_ register: Register) -> String {
    if let account { return account.title }
    if let row = areaKey.flatMap({ register.row(.area, key: $0) }) {
      return register.view(row, as: Area.self).name
    }
    return request.topic.title + (request.filter.isEmpty ? "" : " · " + request.filter)
  }

  /// The figure under the cursor.
  var current: Figure? { cursor.flatMap { laidOut?.figure(at: $0) } }

  // MARK: - Working it out

  /// Something it may stand on has changed.
  mutating func renew(_ register: Register) { isStale = true }

  mutating func dayChanged() { isStale = true }

  mutating func note(_ change: Change, _ context: Context) { isStale = true }

  var areaKey: String? { request.topic.isOfOneArea ? request.key : nil }

  /// Narrows it; an empty filter takes everything.
  var scope: String? { request.filter }

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
    // Nothing is drawn where nobody coded a second time.
    if request.topic.isResampled, register.rowCount(.review) > 1 { return true }
    let types: [RecordType] = [.contribution, .passage, .inspection]
    return types.reduce(0) { $0 + register.rowCount($1) } > AccountWork.much
  }

  private func work(_ number: Int, _ context: Context) -> AccountWork {
    AccountWork(
      number: number, request: request, register: context.register, today: context.today,
      hidden: context.blinding?.sentence, whole: context.whole)
  }

  /// The work to be done in the background, if any is.
  mutating func takeAccountWork(_ number: Int, _ context: Context) -> AccountWork? {
    guard isStale, running == nil, isMuch(context.register) else { return nil }
    (isStale, running) = (false, number)
    return work(number, context)
  }

  /// Takes what came of the work it waits for; nothing else.
  mutating func receive(_ answer: AccountWork.Answer) {
    if running == answer.number { show(answer) }
  }

  private mutating func show(_ answer: AccountWork.Answer) {
    // First figures take the place of nothing that is whole.
    if !answer.isWhole, account != nil { return }
    if answer.isWhole { running = nil }
    switch answer.outcome {
    case .success(let account): (self.account, problem) = (account, nil)
    case .failure(let problem): self.problem = problem
    }
    laidOut = nil
  }

  mutating func arrange(_ context: Context) {
    if isStale, running == nil, !isMuch(context.register) {
      isStale = false
      show(work(0, context).run())
    }
    height = max(1, panes(context).page.height)
    let width = panes(context).page.width
    if let account, laidOut?.width != max(20, width) {
      let evidence = Evidence.extent(of: account.evidence)
      laidOut = LaidOutAccount(account, evidence: evidence, width: width)
      holdCursor()
    }
    top = max(0, min(top, (laidOut?.lines.count ?? 0) - height))
  }

  // MARK: - What it does

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    let times = count ?? 1
    switch action {
    case .down, .nextPassage: move(lines: times)
    case .up, .previousPassage: move(lines: -times)
    // A page that one came to from a list is left as a list would be.
    case .left where areaKey != nil && isAtLeft: return nil
    case .left: move(columns: -times)
    case .right: move(columns: times)
    case .pageDown: scroll(by: height - 1)
    case .pageUp: scroll(by: 1 - height)
    case .halfPageDown: scroll(by: height / 2)
    case .halfPageUp: scroll(by: -height / 2)
    case .first:
      top = 0
      cursor = laidOut?.stops.first.flatMap { laidOut?.places(on: $0).first { $0.column >= 0 } }
    case .last: scroll(by: laidOut?.lines.count ?? 0)
    case .open: return open(context)
    case .filter where canBeNarrowed:
      return [.prompt(ScopePrompt(request))]
    case .widen where canBeNarrowed: return [.change(.narrow(""))]
    case .otherReading where canBeReadOtherwise:
      ask(request.read(request.reading.other))
      return [.say(Message("now \(request.reading.name)"))]
    case .copy: return copy()
    case .export: return export(context)
    default: return actions.perform(action, current, request, context)
    }
    return []
  }

  // MARK: - What comes of a figure

  private func open(_ context: Context) -> [Step] {
    guard let figure = current, let cursor, let laidOut else {
      return [.say(Message("nothing here to open"))]
    }
    if let request = figure.opens { return [.push(AccountScreen(request))] }
    let rows = figure.basis.filter(context.register.contains)
    guard !rows.isEmpty else {
      return [.say(Message("there are no records behind “\(laidOut.phrase(at: cursor))”"))]
    }
    return [.push(SomeRecords.screen(rows, title: laidOut.phrase(at: cursor), context.register))]
  }

  private func copy() -> [Step]? {
    guard let cursor, let laidOut, let figure = current else { return nil }
    let n = figure.n.map { " (\($0))" } ?? ""
    let text = "\(laidOut.phrase(at: cursor))\(n), \(laidOut.account.title)"
    return [.effect(.copy(text)), .say(Message("copied \(text)"))]
  }

  private func export(_ context: Context) -> [Step] {
    guard let account else { return [.say(Message("there is nothing to write yet", .hint))] }
    return [
      .prompt(ExportPrompt(.account(account), context.register, name: request.topic.name + ".html"))
    ]
  }

  func saved(_ register: Register) -> SavedScreen? {
    let place = cursor.map { "\($0.block)/\($0.line)/\($0.column)" }
    return SavedScreen(
      kind: request.topic.name, key: request.key,
      filter: request.filter.isEmpty ? nil : request.filter, cursor: place,
      day: request.day?.description)
  }

  /// The screen as it was remembered; nil where it is none of these.
  init?(_ saved: SavedScreen) {
    guard let topic = Topic(named: saved.kind) else { return nil }
    self.init(
      AccountRequest(
        topic, filter: saved.filter ?? "", key: saved.key, day: saved.day.flatMap { Day(iso: $0) }))
    let parts = (saved.cursor ?? "").split(separator: "/").compactMap { Int($0) }
    if parts.count == 3 {
      cursor = LaidOutAccount.Place(block: parts[0], line: parts[1], column: parts[2])
    }
  }
}
