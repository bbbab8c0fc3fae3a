import InspectionAnalysis
import InspectionModel
import InspectionOperations
import TerminalCore

/// A review at work: how far it has come, and the passage that is next.
///
/// The page below the line of progress is the passage's own screen; this one knows the queue.
struct ReviewScreen: RegisteredScreen {
  static let kind = "review"
  let subjectReview: Row
  private(set) var progress: ReviewProgress
  private(set) var page: PassageScreen?
  private(set) var place = 0

  let hints: [Action] = [
    .code, .mark, .postpone, .nothing, .flag, .memo, .nextPassage, .nextUncoded, .undo,
    .close, .back,
  ]

  /// Opens at a passage of its queue; else where the review was left.
  init(_ review: Row, at passage: String? = nil, _ context: Context) {
    let register = context.register
    let view: Review = register.view(review)
    subjectReview = review
    progress = ReviewProgress(of: view)
    if let place = progress.resumption(at: view.at, register) { go(to: place, register) }
    if let row = passage.flatMap({ register.row(.passage, key: $0) }) {
      _ = go(to: row, register)
    }
  }

  /// The review one is in.
  var review: Row? { subjectReview }
  var subject: Row? { subjectReview }
  var isBesideCodebook: Bool { true }
  var memoSubject: Row? { page?.memoSubject ?? subjectReview }
  var acted: [Row] { page?.acted ?? [subjectReview] }

  var list: RecordList? {
    get { page?.list }
    set { page?.list = newValue }
  }

  var search: TextSearch? {
    get { page?.search }
    set { page?.search = newValue }
  }

  func textLines(_ context: Context) -> [String] {
    page?.textLines(Self.inner(context)) ?? []
  }

  var topLine: Int { page?.topLine ?? 0 }

  mutating func reveal(line: Int, _ context: Context) {
    page?.reveal(line: line, Self.inner(context))
  }

  var position: String {
    progress.total == 0 ? "none" : "passage \(place + 1) of \(progress.total)"
  }

  func title(_ register: Register) -> String {
    let review: Review = register.view(subjectReview)
    let code = page.map { register.view($0.passage, as: Passage.self).title } ?? ""
    return [review.name, code].filter { !$0.isEmpty }.joined(separator: " ▸ ")
  }

  /// What a person should know of how it was opened; nil where it goes on where it was left.
  func notice(_ register: Register) -> Message? {
    let review: Review = register.view(subjectReview)
    guard let key = review.at, register.row(.passage, key: key) == nil, page != nil else {
      return nil
    }
    let words = "the passage where this review was left is no longer in any letter: \(key)"
    return Message(words, .warning)
  }

  // MARK: - Going

  private mutating func go(to place: Int, _ register: Register) {
    guard progress.queue.passages.indices.contains(place) else { return }
    self.place = place
    let passage = progress.queue.passages[place]
    if page == nil { page = PassageScreen(passage, register) }
    page?.show(passage, register)
  }

  mutating func go(to passage: Row, _ register: Register) -> Bool {
    guard let place = progress.place(of: passage) else { return false }
    go(to: place, register)
    return true
  }

  private mutating func step(by step: Int, _ register: Register) -> [Step] {
    let next = max(0, min(place + step, progress.total - 1))
    guard next != place else {
      let words = step > 0 ? "the last passage of the review" : "the first passage of the review"
      return [.say(Message(words))]
    }
    go(to: next, register)
    return []
  }

  func hintName(_ action: Action) -> String? { action == .mark ? "again" : nil }

  func offers(_ action: Action, _ context: Context) -> Bool {
    let review: Review = context.register.view(subjectReview)
    if action == .close { return CloseReview.refusal(review, for: context.reviewer) == nil }
    let codes: Set<Action> = [.code, .mark, .postpone, .nothing, .flag]
    if codes.contains(action) {
      return page != nil && review.refusal(for: context.reviewer) == nil
        && (action != .mark || !context.lastCode.isEmpty)
    }
    return page != nil || ![.nextPassage, .nextUncoded, .memo].contains(action)
  }

  // MARK: - What it does

  mutating func arrange(_ context: Context) { page?.arrange(Self.inner(context)) }

  /// The lines above the passage: where one is, and in high windows a bar.
  static func headHeight(_ body: Rect) -> Int { body.height >= 22 ? 2 : body.height > 6 ? 1 : 0 }

  static func inner(_ context: Context) -> Context {
    context.within(context.body.inset(top: headHeight(context.body)))
  }

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    let register = context.register
    switch action {
    case .close: return ReviewActions.close(register.view(subjectReview), progress, context)
    case .agreement: return ReviewActions.agreement(register.view(subjectReview), context)
    case .change:
      if page?.list?.current == nil { return ReviewActions.editRule(subjectReview, context) }
    default: break
    }
    guard let page else { return nil }
    switch action {
    case .nextPassage: return step(by: count ?? 1, register)
    case .previousPassage: return step(by: -(count ?? 1), register)
    case .last where count != nil: return step(by: (count ?? 1) - 1 - place, register)
    case .nextUncoded: return goToNextUncoded(register)
    case .code, .mark, .postpone, .nothing, .flag:
      let review: Review = register.view(subjectReview)
      if let refusal = review.refusal(for: context.reviewer) {
        let again = action == .code ? ReviewActions.readAgain(review, context) : nil
        return again ?? [.say(context.message(for: refusal))]
      }
      return work(action, on: page.passage, context)
    default:
      return self.page?.perform(action, count: count, Self.inner(context))
    }
  }

  private mutating func goToNextUncoded(_ register: Register) -> [Step] {
    guard let next = progress.next(after: place) else {
      return [.say(Message("every passage is coded", .good))]
    }
    go(to: next, register)
    return []
  }

  /// After a passage was done the next one is shown; after an undo the one that it was about.
  mutating func note(_ change: Change, _ context: Context) {
    let register = context.register
    let former = progress.total > 0 ? progress.mark(at: place) : .open
    if ReviewProgress.changesQueue(change) {
      renewQueue(register)
    } else {
      progress.note(change, register)
    }
    page?.note(change, Self.inner(context))
    guard let touched = touchedPassage(change, register), let page else { return }
    if touched != page.passage {
      _ = go(to: touched, register)
    } else if !change.isRestoring, former == .open || former == .deferred,
      progress.mark(at: place) != former, let next = progress.next(after: place)
    {
      go(to: next, register)
    }
  }

  private mutating func renewQueue(_ register: Register) {
    let shown = page?.passage
    progress = ReviewProgress(of: register.view(subjectReview))
    guard progress.total > 0 else {
      page = nil
      return
    }
    let kept = shown.flatMap { progress.place(of: $0) }
    go(to: kept ?? min(place, progress.total - 1), register)
  }

  private func touchedPassage(_ change: Change, _ register: Register) -> Row? {
    let concerned: Set<RecordType> = [.contribution, .memo]
    let keys = change.edits.filter { concerned.contains($0.type) }.compactMap { edit -> String? in
      switch edit {
      case .insert(_, let values), .remove(_, let values):
        return values.first { $0.field == .passage }?.value
      case .set(let type, let key, _, _, _), .setUnknown(let type, let key, _, _, _):
        return register.row(type, key: key).flatMap { register[$0].text(.passage) }
      }
    }
    return keys.lazy.compactMap { register.row(.passage, key: $0) }
      .first { progress.place(of: $0) != nil }
  }

  mutating func click(x: Int, line: Int, _ context: Context) -> [Step]? { nil }

  func saved(_ register: Register) -> SavedScreen? {
    SavedScreen(
      kind: Self.kind, key: register[subjectReview].key,
      cursor: page.map { register[$0.passage].key })
  }
}
