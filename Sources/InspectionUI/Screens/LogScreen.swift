import InspectionModel
import TerminalCore

/// All that the program has said since it was started, the last on top.
struct LogScreen: TextScreen, RegisteredScreen {
  static let kind = "messages"
  let hints: [Action] = [.down, .filter, .pageDown, .back]
  var search: TextSearch? = TextSearch()
  var scroller = Scroller()
  private(set) var lines: [[(String, Role)]] = []

  mutating func arrange(_ context: Context) {
    let width = max(8, context.body.width - 2)
    lines = context.messages.reversed().flatMap { Self.lines(of: $0, width: width) }
    if lines.isEmpty { lines = [[("no messages since the program started", .dim)]] }
    scroller.arrange(height: context.body.height, count: lines.count)
  }

  /// The time and how much it matters stand before what was said, which goes on under itself.
  private static func lines(of entry: MessageLog.Entry, width: Int) -> [[(String, Role)]] {
    let kind = entry.message.kind.word
    let gap = String(repeating: " ", count: max(0, 9 - Text.columns(kind)))
    let head = "\(entry.at?.time ?? "     ")  " + kind + gap
    let margin = String(repeating: " ", count: Text.columns(head))
    let words = Text.wrap(entry.message.text, columns: max(8, width - Text.columns(head)))
    return words.enumerated().map { index, part in
      [(index == 0 ? head : margin, .dim), (String(part), entry.message.kind.textRole)]
    }
  }

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    scroller.perform(action, count: count) ? [] : nil
  }

  func saved(_ register: Register) -> SavedScreen? { SavedScreen(kind: Self.kind) }
}

extension Message.Kind {
  fileprivate var word: String {
    switch self {
    case .note, .good: ""
    case .hint: "hint"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// How it looks among other text, where no bar is under it.
  fileprivate var textRole: Role {
    switch self {
    case .note, .good: .text
    case .hint, .warning: .mixed
    case .error: .shortfall
    }
  }
}
