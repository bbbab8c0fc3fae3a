import InspectionModel
import TerminalCore

/// What was done to a record, or to all: when, by whom, from what to what, and why; the last on
/// top.
struct TrailScreen: Screen {
  private(set) var trail: Trail
  var search: TextSearch? = TextSearch()
  private var cursor = 0
  private var top = 0
  private var height = 1
  /// Whether of a change that touched many records all are told.
  private var isFull = false
  private var lines: [TrailLines.Line] = []
  /// Where in `lines` each entry begins, and where the last one ends.
  private var starts: [Int] = [0]
  /// The width for which `lines` are made; nil once they are old.
  private var width: Int?

  init(_ trail: Trail) { self.trail = trail }

  let hints: [Action] = [.down, .because, .open, .filter, .preview, .widen, .undo, .back]

  var list: RecordList? {
    get { nil }
    set {}
  }

  var position: String {
    if trail.entries.isEmpty { return "no changes" }
    return "\(cursor + 1)/\(trail.entries.count)" + (trail.isWhole ? "" : "+")
  }

  func title(_ register: Register) -> String { "Trail of \(trail.subject.title)" }

  func saved(_ register: Register) -> SavedScreen? { nil }

  // MARK: - What it does

  mutating func arrange(_ context: Context) {
    height = max(1, context.body.height)
    if width != context.body.width { layOut(context) }
    cursor = max(0, min(cursor, trail.entries.count - 1))
    top = max(0, min(top, lines.count - height))
  }

  private mutating func layOut(_ context: Context) {
    width = context.body.width
    let layout = TrailLines(
      subject: trail.subject, width: context.body.width - 2, today: context.today, isFull: isFull,
      key: context.keymap.keys(for: .preview) ?? Action.preview.spec.name)
    (lines, starts) = ([], [0])
    for entry in trail.entries {
      lines += layout.lines(of: entry)
      starts.append(lines.count)
    }
  }

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    let times = count ?? 1
    switch action {
    case .down: for _ in 0..<min(times, lines.count) { goDown() }
    case .up: for _ in 0..<min(times, lines.count) { goUp() }
    case .pageDown, .halfPageDown: scroll(by: (height - 1) * times)
    case .pageUp, .halfPageUp: scroll(by: -(height - 1) * times)
    case .first: go(to: 0)
    case .last: go(to: (count ?? trail.entries.count) - 1)
    case .trail: return [.back]
    case .widen: return trail.subject == .everything ? [] : [.effect(.readTrail(.everything))]
    case .preview:
      isFull.toggle()
      layOut(context)
      go(to: cursor)
    case .because: return because(context)
    case .open: return open(context)
    default: return nil
    }
    return []
  }

  /// Says why, or remarks on what somebody else did.
  private func because(_ context: Context) -> [Step] {
    guard trail.entries.indices.contains(cursor) else {
      return [.say(Message("there is no change here to comment on", .hint))]
    }
    return BecauseLine.steps(on: trail.entries[cursor], context)
  }

  /// To the record that was changed, where it is still there.
  private func open(_ context: Context) -> [Step] {
    guard trail.entries.indices.contains(cursor) else { return [] }
    let rows = trail.entries[cursor].change.edits.lazy.compactMap {
      context.register.row($0.type, key: $0.key)
    }
    guard let screen = rows.compactMap({ Screens.showing($0, context.register) }).first else {
      return [.say(Message("what was changed has no screen of its own, or is gone", .hint))]
    }
    return [.push(screen)]
  }

  mutating func click(x: Int, line: Int, _ context: Context) -> [Step]? {
    guard let entry = starts.dropLast().lastIndex(where: { $0 <= top + line }) else { return [] }
    if entry == cursor { return open(context) }
    cursor = entry
    return []
  }

  // MARK: - Moving

  private func range(of entry: Int) -> Range<Int> {
    // Without the blank line after it.
    starts.indices.contains(entry + 1) ? starts[entry]..<starts[entry + 1] - 1 : 0..<0
  }

  /// To the next entry; first through this one, where it is longer than the window.
  private mutating func goDown() {
    let end = range(of: cursor).upperBound
    if end > top + height, range(of: cursor).count > height {
      top = min(top + max(1, height / 2), end - height)
    } else {
      go(to: cursor + 1)
    }
  }

  private mutating func goUp() {
    let start = range(of: cursor).lowerBound
    if start < top {
      top = max(top - max(1, height / 2), start)
    } else {
      go(to: cursor - 1)
    }
  }

  /// Puts the cursor on an entry and shows it whole, or as much of its beginning as there is room
  /// for.
  private mutating func go(to entry: Int) {
    cursor = max(0, min(entry, trail.entries.count - 1))
    let range = range(of: cursor)
    if range.upperBound > top + height { top = range.upperBound - height }
    if range.lowerBound < top { top = range.lowerBound }
  }

  private mutating func scroll(by count: Int) {
    top = max(0, min(top + count, lines.count - height))
    let seen = trail.entries.indices.first { starts[$0] >= top } ?? trail.entries.count - 1
    cursor = top == 0 ? 0 : top + height >= lines.count ? trail.entries.count - 1 : seen
  }

  // MARK: - Searching it

  func textLines(_ context: Context) -> [String] { lines.map { $0.map(\.0).joined() } }

  var topLine: Int { top }

  mutating func reveal(line: Int, _ context: Context) {
    cursor = max(0, starts.dropLast().lastIndex { $0 <= line } ?? 0)
    if !(top..<top + height).contains(line) {
      top = max(0, min(line - height / 3, lines.count - height))
    }
  }

  // MARK: - What happens meanwhile

  mutating func note(_ change: Change, _ context: Context) {}

  /// What was done “today” was done on a day before.
  mutating func dayChanged() { width = nil }

  var trailSubject: TrailSubject? { trail.subject }

  mutating func showTrail(_ visible: (Trail) -> Trail) {
    trail = visible(trail)
    width = nil
  }

  /// A change was just made: it stands on top, and the cursor stays where it is unless it was on
  /// top as well.
  mutating func enter(_ entry: TrailEntry) {
    guard trail.subject.isOf(entry) else { return }
    trail.entries.insert(entry, at: 0)
    if cursor > 0 { cursor += 1 }
    width = nil
  }

  mutating func enter(_ remark: TrailRemark, on entry: TrailEntry) {
    guard let index = trail.entries.firstIndex(where: { $0.isSame(as: entry) }) else { return }
    trail.entries[index].remarks.append(remark)
    width = nil
  }

  // MARK: - How it looks

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    var writer = PaneWriter(rect, skip: top)
    if trail.entries.isEmpty {
      writer.write(
        " no change to it is recorded in the trail", .dim, on: &canvas)
    }
    let marked = range(of: cursor)
    for (index, line) in lines.enumerated() {
      let mark = marked.contains(index) && !trail.entries.isEmpty ? "▌" : " "
      let line = search?.marked(line, line: index) ?? line
      writer.write([(mark, .heading)] + line, on: &canvas)
    }
  }
}

extension TrailEntry {
  /// Whether it is the same entry, whatever was said on it.
  func isSame(as other: TrailEntry) -> Bool {
    when == other.when && who == other.who && change == other.change
  }
}
