import InspectionAnalysis
import InspectionModel
import TerminalCore

/// What this is and what the register holds, in a few lines, and ways to begin. It is shown at the
/// first start, and after that only to whoever asks for it.
struct WelcomeScreen: RegisteredScreen {
  static let kind = "welcome"

  private var cursor = 0
  private var holdings: [String]?
  private var lines: [Line] = []
  /// The first line in the window: small ones go along with the cursor.
  private var top = 0

  private enum Way: CaseIterable {
    case area, picture, reports, questions
  }

  private struct Line {
    var pieces: [(String, Role)] = []
    var way: Int?
  }

  var hints: [Action] { [.open, .change, .back] }

  func hintName(_ action: Action) -> String? { action == .change ? "change area" : nil }

  func offers(_ action: Action, _ context: Context) -> Bool {
    action != .change || way == .area && context.ownArea != nil
  }

  var list: RecordList? {
    get { nil }
    set {}
  }

  var memoSubject: Row? { nil }
  var position: String { "\(cursor + 1) of \(Way.allCases.count)" }
  private var way: Way { Way.allCases[cursor] }

  mutating func renew(_ register: Register) { holdings = nil }
  mutating func note(_ change: Change, _ context: Context) { holdings = nil }

  // MARK: - What it does

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    let (last, times) = (Way.allCases.count - 1, count ?? 1)
    let moves: [Action: Int] = [
      .down: cursor + times, .up: cursor - times, .first: 0, .pageUp: 0, .halfPageUp: 0,
      .last: last, .pageDown: last, .halfPageDown: last,
    ]
    if let place = moves[action] {
      cursor = max(0, min(place, last))
      return []
    }
    if action == .open || action == .right { return go(context) }
    if action == .change, way == .area { return [.prompt(ChoicePrompt.ownArea(context.register))] }
    return action == .goWelcome ? [] : nil
  }

  private func go(_ context: Context) -> [Step] {
    switch way {
    case .area:
      guard let area = context.ownArea else {
        return [.prompt(ChoicePrompt.ownArea(context.register))]
      }
      return Screens.showing(area, context.register).map { [.push($0)] } ?? []
    case .picture: return [.act(.goPicture)]
    case .reports: return [.act(.readReport)]
    case .questions: return [.act(.goBrief)]
    }
  }

  mutating func click(x: Int, line: Int, _ context: Context) -> [Step]? {
    guard lines.indices.contains(top + line), let way = lines[top + line].way else { return [] }
    cursor = way
    return go(context)
  }

  // MARK: - How it looks

  mutating func arrange(_ context: Context) {
    let holdings = self.holdings ?? Holdings(context.register).sentences
    self.holdings = holdings
    let width = min(Self.longestLine, context.body.width - 2)
    func text(_ text: String, _ role: Role = .text, indent: String = "") -> [Line] {
      Text.wrap(text, columns: max(8, width - indent.count))
        .map { Line(pieces: [(indent + String($0), role)]) }
    }
    let blank = [Line()]
    let ways = Way.allCases.enumerated().map { line($1, $0, context) }
    let held = holdings.flatMap { text($0, indent: "  ") }
    lines = text(Self.about) + blank + text("This register holds", .heading) + held
    lines += blank + text("Where to begin", .heading) + ways
    lines += blank + text(again(context.keymap), .dim)
    let place = lines.firstIndex { $0.way == cursor } ?? 0
    top = lines.count <= context.body.height ? 0 : max(0, place - context.body.height + 3)
  }

  private static let longestLine = 90

  private static let about = """
    jointview keeps the inspections of children's services in England in a plain-text register, \
    and reads their reports into it. It answers questions from that evidence, and opens the \
    records behind every figure.
    """

  private func again(_ keymap: Keymap) -> String {
    func keys(_ action: Action) -> String { keymap.keys(for: action) ?? ":\(action.spec.name)" }
    return "\(keys(.goWelcome)) shows this again; \(keys(.help)) shows all keys."
  }

  private func line(_ way: Way, _ place: Int, _ context: Context) -> Line {
    let keys = (Self.action(way).flatMap(context.keymap.keys) ?? "").padded(4)
    let name = Self.name(way).padded(22)
    let isCursor = place == cursor
    return Line(
      pieces: [
        (isCursor ? "▌ " : "  ", .heading), (keys, .match), (name, isCursor ? .cursor : .text),
        ("  " + Self.phrase(way, context), .dim),
      ], way: place)
  }

  private static func name(_ way: Way) -> String {
    switch way {
    case .area: "My area"
    case .picture: "The picture"
    case .reports: "Read or fetch reports"
    case .questions: "The questions of 2015"
    }
  }

  private static func phrase(_ way: Way, _ context: Context) -> String {
    switch way {
    case .area:
      context.ownArea.map { context.register.view($0, as: Area.self).name }
        ?? "type its name, and it is remembered"
    case .picture: "agencies by criteria, and how they work together"
    case .reports: "from a file or a folder, or those published"
    case .questions: "what was asked of joint inspections, a page each"
    }
  }

  /// What goes the same way from anywhere.
  private static func action(_ way: Way) -> Action? {
    switch way {
    case .area: nil
    case .picture: .goPicture
    case .reports: .readReport
    case .questions: .goBrief
    }
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    var writer = PaneWriter(rect.inset(left: 1))
    for line in lines.dropFirst(top) { writer.write(line.pieces, on: &canvas) }
  }

  func saved(_ register: Register) -> SavedScreen? { SavedScreen(kind: Self.kind) }
}

extension String {
  fileprivate func padded(_ columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - count))
  }
}
