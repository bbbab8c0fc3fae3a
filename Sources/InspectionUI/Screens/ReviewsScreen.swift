import InspectionAnalysis
import InspectionModel
import InspectionOperations
import TerminalCore

/// Reviews, the work that waits on top: one's own that are open, first passes that await a second,
/// disagreements.
struct ReviewsScreen: RegisteredScreen {
  static let kind = "reviews"
  let hints: [Action] = [.open, .new, .close, .change, .agreement, .memo, .trail, .undo, .back]
  private var lines: [ReviewLine] = []
  private var laidOut = LaidOutReviews([], isWide: false)
  /// For which width the list is laid out; nil where it is old.
  private var width: Int?
  private var cursor = 0
  private var top = 0
  private var height = 1
  /// A change was made that the lines do not show yet. They cost the queue of every review, so that
  /// they are made anew only when they are shown.
  private var isStale = false

  /// From how many columns each review has a line for its rule, and a longer bar.
  private static let wide = 100

  init(_ context: Context) { refresh(context) }

  var list: RecordList? {
    get { nil }
    set {}
  }

  var memoSubject: Row? { current?.review }
  var position: String { lines.isEmpty ? "none" : "\(cursor + 1)/\(lines.count)" }
  private var current: ReviewLine? { lines.indices.contains(cursor) ? lines[cursor] : nil }

  // MARK: - What is listed

  private mutating func refresh(_ context: Context) {
    isStale = false
    let held = current
    lines = ReviewLine.all(context)
    if let held, let index = lines.firstIndex(where: { $0.isSame(as: held) }) { cursor = index }
    width = nil
  }

  mutating func arrange(_ context: Context) {
    height = max(1, context.body.height)
    if isStale { refresh(context) }
    if width != context.body.width {
      width = context.body.width
      laidOut = LaidOutReviews(lines, isWide: context.body.width >= Self.wide)
    }
    move(to: cursor)
  }

  mutating func note(_ change: Change, _ context: Context) { isStale = true }

  mutating func returned(from subject: Row) {
    if let index = lines.firstIndex(where: { $0.review == subject }) { cursor = index }
  }

  func offers(_ action: Action, _ context: Context) -> Bool {
    if action == .new || action == .back { return true }
    guard let current else { return false }
    let review: Review = context.register.view(current.review)
    if action == .close { return CloseReview.refusal(review, for: context.reviewer) == nil }
    if action == .change { return review.refusal(for: context.reviewer) == nil }
    return action != .agreement || ReviewPair.with(review)?.isClosed == true
  }

  // MARK: - What it does

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    let times = count ?? 1
    switch action {
    case .down: move(to: cursor + times)
    case .up: move(to: cursor - times)
    case .pageDown, .halfPageDown: move(to: cursor + height)
    case .pageUp, .halfPageUp: move(to: cursor - height)
    case .first: move(to: times - 1)
    case .last: move(to: (count ?? lines.count) - 1)
    case .new: return [newReview(context)]
    case .open, .close, .change, .agreement:
      guard let current else {
        let key = context.keymap.keys(for: .new) ?? "new"
        return [.say(Message("no reviews yet: \(key) begins one"))]
      }
      return perform(action, on: current, context)
    default: return asTable(action)
    }
    return []
  }

  /// What only a plain list can do is done there.
  private func asTable(_ action: Action) -> [Step]? {
    let acts: Set<Action> = [.sort, .group, .filter, .columns, .export]
    return acts.contains(action) ? [.list(.review), .act(action)] : nil
  }

  private func perform(_ action: Action, on line: ReviewLine, _ context: Context) -> [Step] {
    let review: Review = context.register.view(line.review)
    switch action {
    case .close: return ReviewActions.close(review, ReviewProgress(of: review), context)
    case .change: return ReviewActions.editRule(line.review, context)
    case .agreement: return ReviewActions.agreement(review, context)
    default: return open(line, review, context)
    }
  }

  private func open(_ line: ReviewLine, _ review: Review, _ context: Context) -> [Step] {
    switch line.kind {
    case .awaiting:
      let reviewer = context.reviewer
      return context.named { name in
        [ReviewActions.beginSecondPass(review, as: name ?? reviewer, context)]
      }
    case .disagreements:
      guard let second = line.second else { return [] }
      return ReviewActions.settle(line.review, second, context)
    case .mine, .others, .closed:
      return [.push(ReviewScreen(line.review, context))]
    }
  }

  /// Asks for a name, with one offered, and then for the rule.
  private func newReview(_ context: Context) -> Step {
    let taken = Set(context.register.all(Review.self).map(\.name))
    let name = (1...).lazy.map { "Review \($0)" }.first { !taken.contains($0) } ?? "Review"
    // Kept with the review, so that anybody gets the same order.
    let seed = 1 + taken.count * 7919 % 9973
    let register = context.register
    let ask = TextPrompt("name of the review ", text: name) { name in
      name.isEmpty ? [] : [.prompt(RulePrompt(newReview: name, seed: seed, register))]
    }
    guard context.asksForReviewer else { return .prompt(ask) }
    return context.askReviewer { _ in [.prompt(ask)] }
  }

  /// Goes to a review and shows it, with what stands above the first of its kind.
  private mutating func move(to index: Int) {
    cursor = max(0, min(index, lines.count - 1))
    let extent = laidOut.extent(of: cursor)
    top = max(0, min(top, laidOut.lines.count - height))
    if extent.upperBound > top + height { top = extent.upperBound - height }
    if extent.lowerBound < top { top = extent.lowerBound }
  }

  mutating func click(x: Int, line: Int, _ context: Context) -> [Step]? {
    guard let index = laidOut.review(at: top + line) else { return [] }
    if index == cursor { return perform(.open, count: nil, context) }
    move(to: index)
    return []
  }

  // MARK: - How it looks

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    var writer = PaneWriter(rect)
    if lines.isEmpty {
      let key = context.keymap.keys(for: .new) ?? "new"
      writer.write(
        [(" No reviews yet. ", .dim), (key, .match), (" begins one.", .dim)], on: &canvas)
    }
    let nameWidth = nameWidth(of: rect.width, context.register)
    for line in laidOut.lines.dropFirst(top).prefix(rect.height) {
      switch line {
      case .blank: writer.blank()
      case .heading(let kind): writer.write([(" " + kind.title, .heading)], on: &canvas)
      case .review(let index): draw(index, nameWidth, with: &writer, on: &canvas, context)
      case .rule(let index):
        let rule = context.register.view(lines[index].review, as: Review.self).rule
        writer.write([("  " + RuleText.phrase(rule, context.register), .dim)], on: &canvas)
      }
    }
  }

  private func draw(
    _ index: Int, _ nameWidth: Int, with writer: inout PaneWriter, on canvas: inout Canvas,
    _ context: Context
  ) {
    let (line, isCursor) = (lines[index], index == cursor)
    let review: Review = context.register.view(line.review)
    let bar = ProgressBar.text(
      done: line.done, of: line.total, width: writer.rect.width >= Self.wide ? 24 : 10)
    let count = line.total == 0 ? line.note : "\(line.done) of \(line.total)"
    let rest = line.total == 0 ? "" : "  \(line.note)"
    writer.write(
      [
        (isCursor ? "▌" : " ", .heading),
        (Self.pad(review.name, nameWidth), isCursor ? .cursor : .text), ("  ", .text),
        (bar, line.done == line.total ? .strength : .chart), ("  " + count, .text), (rest, .dim),
      ], on: &canvas)
  }

  /// As wide as the longest name, up to two fifths of the window.
  private func nameWidth(of width: Int, _ register: Register) -> Int {
    let names = lines.map { Text.columns(register.view($0.review, as: Review.self).name) }
    return min(max(16, width * 2 / 5), max(16, names.max() ?? 0))
  }

  private static func pad(_ text: String, _ columns: Int) -> String {
    let text = Text.fit(text, columns: columns)
    return text + String(repeating: " ", count: max(0, columns - Text.columns(text)))
  }

  func saved(_ register: Register) -> SavedScreen? { SavedScreen(kind: Self.kind) }
}

extension Context {
  /// Goes on at once where it is known who sits at the keyboard, else asks first; the name is then
  /// given.
  func named(_ steps: @escaping @Sendable (String?) -> [Step]) -> [Step] {
    asksForReviewer ? [askReviewer { steps($0) }] : steps(nil)
  }

  func askReviewer(_ steps: @escaping @Sendable (String) -> [Step]) -> Step {
    .prompt(
      TextPrompt("your name, for what you code: ") { name in
        name.isEmpty ? [] : [.introduce(name, then: steps(name))]
      })
  }
}
