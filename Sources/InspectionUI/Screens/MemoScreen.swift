import InspectionModel
import InspectionOperations
import TerminalCore

/// One memo, whole, with what it is on.
struct MemoScreen: TextScreen, RegisteredScreen {
  static let kind = "memo"
  let memo: Row
  let hints: [Action] = [.open, .change, .remove, .filter, .trail, .undo, .back]
  var search: TextSearch? = TextSearch()
  var scroller = Scroller()
  private(set) var lines: [[(String, Role)]] = []

  init(_ memo: Row) { self.memo = memo }

  var subject: Row? { memo }

  func title(_ register: Register) -> String {
    let memo: Memo = register.view(memo)
    return "\(memo.kind.name) on \(memo.subjectTitle)"
  }

  /// Longer lines are hard to follow from end to start.
  private static let longestLine = 100

  mutating func arrange(_ context: Context) {
    let width = max(8, min(Self.longestLine, context.body.width - 2))
    lines = Self.lines(of: context.register.view(memo), width: width)
    scroller.arrange(height: context.body.height, count: lines.count)
  }

  /// Who wrote it and when, its text, and the words it is on.
  private static func lines(of memo: Memo, width: Int) -> [[(String, Role)]] {
    func wrapped(_ text: String, _ role: Role) -> [[(String, Role)]] {
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .flatMap { Text.wrap(String($0), columns: width) }.map { [(String($0), role)] }
    }
    let author = [memo.by, memo.on?.description, memo.review?.name].compactMap(\.self)
    var lines: [[(String, Role)]] = [[(author.joined(separator: " · "), .dim)], []]
    lines += memo.text.isEmpty ? [[("without words", .dim)]] : wrapped(memo.text, .text)
    if let subject = memo.subject, subject.type == .passage {
      let passage: Passage = memo.record.register.view(subject)
      lines += [[], [(passage.title, .heading)]] + wrapped(passage.listed, .dim)
    }
    return lines
  }

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    let memo: Memo = context.register.view(memo)
    if action == .open || action == .right {
      let screen = memo.subject.flatMap { Screens.showing($0, context.register) }
      return screen.map { [.push($0)] }
        ?? [.say(Message("what it is on has no screen of its own", .hint))]
    }
    return MemosScreen.change(memo, by: action)
      ?? (scroller.perform(action, count: count) ? [] : nil)
  }

  func saved(_ register: Register) -> SavedScreen? {
    SavedScreen(kind: Self.kind, key: register[memo].key)
  }
}
