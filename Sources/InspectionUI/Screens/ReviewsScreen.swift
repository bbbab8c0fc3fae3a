import InspectionAnalysis
import InspectionModel
import TerminalCore

/// Reviews, the work that waits on top: one's own that are open, first passes that await a second, disagreements.
struct ReviewsScreen: Screen {
  let hints: [Action] = [.open, .new, .close, .change, .agreement, .memo, .trail, .undo, .back]
  private var lines: [ReviewLine] = []
  private var cursor = 0
  private var top = 0
  private var height = 1
  /// A change was made that the lines do not show yet. They cost the queue of every review, so that they are made anew
  /// only when they are shown.
  private var isStale = false

  init(_ context: Context) { refresh(context) }

  var list: RecordList? {
    get { nil }
    set {}
  }

  var memoSubject: Row? { current?.review }
  var position: String { lines.isEmpty ? "none" : "\(cursor + 1)/\(lines.count)" }
  func title(_ register: Register) -> String { "Reviews" }

  private var current: ReviewLine? { lines.indices.contains(cursor) ? lines[cursor] : nil }

  // MARK: - What is listed

  /// O(reviews), and the queue of each.
  private mutating func refresh(_ context: Context) {
    isStale = false
    let register = context.register
    let held = current
    let pairs = ReviewPair.all(in: register)
    var lines = ReviewPair.awaitingSecond(in: register)
      .filter { $0.reviewer != context.reviewer }
      .map { ReviewLine(.awaiting, of: $0, note: "first pass by \($0.reviewer)") }
    lines += pairs.filter { $0.isClosed && !context.hides($0.first, pairs) }
      .compactMap(Self.disagreements)
    for review in register.all(Review.self) where review.pass != .agreed {
      let kind: ReviewLine.Kind =
        !review.isOpen ? .closed : review.reviewer == context.reviewer ? .mine : .others
      let isHidden = review.reviewer != context.reviewer && context.hides(review, pairs)
      lines.append(ReviewLine(kind, of: review, isHidden: isHidden))
    }
    // The newest first, since it is the one to go on with; those of a day by their names, as keys are random.
    self.lines = lines.map { (line: $0, review: register.view($0.review, as: Review.self)) }
      .sorted { a, b in
        if a.line.kind != b.line.kind { return a.line.kind.rawValue < b.line.kind.rawValue }
        if let mine = a.review.on, let theirs = b.review.on, mine != theirs { return theirs < mine }
        return a.review.name < b.review.name
      }.map(\.line)
    if let held, let index = self.lines.firstIndex(where: { $0.isSame(as: held) }) {
      cursor = index
    }
    move(to: cursor)
  }

  private static func disagreements(_ pair: ReviewPair) -> ReviewLine? {
    let register = pair.first.record.register
    let all = PassComparison(pair.first, pair.second).disagreements.count
    let settled = pair.agreed.map { register.view($0, as: Review.self).decisions.count } ?? 0
    let agreed = pair.agreed == nil && all == 0 ? "; nothing to settle" : ""
    return ReviewLine(
      kind: .disagreements, review: pair.first.row, second: pair.second.row,
      done: settled, total: all,
      note: "\(pair.first.reviewer) and \(pair.second.reviewer)\(agreed)")
  }

  mutating func arrange(_ context: Context) {
    height = max(1, context.body.height)
    if isStale { refresh(context) }
    move(to: cursor)
  }

  mutating func note(_ change: Change, _ context: Context) { isStale = true }

  mutating func returned(from subject: Row) {
    if let index = lines.firstIndex(where: { $0.review == subject }) { cursor = index }
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
    default: return nil
    }
    return []
  }

  private func perform(_ action: Action, on line: ReviewLine, _ context: Context) -> [Step] {
    let review: Review = context.register.view(line.review)
    switch action {
    case .close: return ReviewActions.close(review, ReviewProgress(of: review), context)
    case .change: return ReviewActions.editRule(line.review, context)
    case .agreement: return ReviewActions.agreement(review)
    default: return open(line, review, context)
    }
  }

  private func open(_ line: ReviewLine, _ review: Review, _ context: Context) -> [Step] {
    switch line.kind {
    case .awaiting:
      let reviewer = context.reviewer
      return context.named { [.add(ReviewActions.second(after: review, by: $0 ?? reviewer))] }
    case .disagreements:
      guard let second = line.second else { return [] }
      return [.beginSettling(first: line.review, second: second)]
    default:
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

  private mutating func move(to line: Int) {
    cursor = max(0, min(line, lines.count - 1))
    let rows = 2 * (cursor + 1)
    top = rows > height ? cursor + 1 - height / 2 : 0
  }

  mutating func click(x: Int, line: Int, _ context: Context) -> [Step]? { nil }

  // MARK: - How it looks

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    var pen = Pen(rect)
    if lines.isEmpty {
      let key = context.keymap.keys(for: .new) ?? "new"
      pen.write(
        [(" No reviews yet. ", .dim), (key, .match), (" begins one.", .dim)], on: &canvas)
    }
    var former: ReviewLine.Kind?
    for (index, line) in lines.enumerated().dropFirst(top) where !pen.isFull {
      if line.kind != former {
        if former != nil { pen.blank() }
        pen.write([(" " + line.kind.title, .heading)], on: &canvas)
      }
      former = line.kind
      draw(line, isCursor: index == cursor, with: &pen, on: &canvas, context)
    }
  }

  private func draw(
    _ line: ReviewLine, isCursor: Bool, with pen: inout Pen, on canvas: inout Canvas,
    _ context: Context
  ) {
    let review: Review = context.register.view(line.review)
    let width = pen.rect.width
    let name = Self.pad(review.name, nameWidth(of: width, context.register))
    let bar = ProgressBar.text(done: line.done, of: line.total, width: width >= 100 ? 24 : 10)
    let count = line.total == 0 ? line.note : "\(line.done) of \(line.total)"
    let rest = line.total == 0 ? "" : "  \(line.note)"
    pen.write(
      [
        (isCursor ? "▌" : " ", .heading), (name, isCursor ? .cursor : .text), ("  ", .text),
        (bar, line.done == line.total ? .strength : .chart), ("  " + count, .text), (rest, .dim),
      ], on: &canvas)
    if width >= 100 {
      pen.write([("  " + RuleText.words(review.rule, context.register), .dim)], on: &canvas)
    }
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

  func saved(_ register: Register) -> SavedScreen { SavedScreen(kind: "reviews") }
}

extension Context {
  /// Whether what was done in a review of somebody else is hidden for now: from whoever reads blind all that others did in
  /// the passages, from whoever read first what the blind reader does.
  fileprivate func hides(_ review: Review, _ pairs: [ReviewPair]) -> Bool {
    pairs.contains { pair in
      guard pair.second.isBlind, !pair.isClosed else { return false }
      if pair.second.reviewer != reviewer {
        return pair.first.reviewer == reviewer && pair.second.row == review.row
      }
      let passes = pairs.filter { $0.first.row == pair.first.row }
      return passes.contains { [$0.first.row, $0.second.row].contains(review.row) }
    }
  }

  /// Goes on at once where it is known who sits at the keyboard, else asks first; the name is then given.
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
