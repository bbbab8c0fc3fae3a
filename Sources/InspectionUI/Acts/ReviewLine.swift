import InspectionAnalysis
import InspectionModel

/// One line of the list of reviews: work that can be gone on with.
struct ReviewLine: Sendable {
  enum Kind: Int, CaseIterable {
    case mine
    case awaiting
    case disagreements
    case others
    case closed

    var title: String {
      switch self {
      case .mine: "Yours"
      case .awaiting: "Awaiting a second pass"
      case .disagreements: "Disagreements"
      case .others: "Of others"
      case .closed: "Closed"
      }
    }
  }

  let kind: Kind
  let review: Row
  /// The other pass, of disagreements.
  var second: Row?
  let done: Int
  let total: Int
  let note: String
}

extension ReviewLine {
  init(_ kind: Kind, of review: Review, note: String) {
    let queue = ReviewQueue(review.rule, in: review.record.register)
    self.init(
      kind: kind, review: review.row, second: nil, done: 0, total: queue.passages.count, note: note)
  }

  init(_ kind: Kind, of review: Review, isHidden: Bool) {
    if isHidden {
      self.init(
        kind: kind, review: review.row, second: nil, done: 0, total: 0,
        note: "by \(review.reviewer); hidden until both passes are closed")
      return
    }
    let progress = ReviewProgress(of: review)
    let at = review.at.flatMap { review.record.register.row(.passage, key: $0) }
      .map { review.record.register.view($0, as: Passage.self).title }
    let isOwn = kind == .mine
    let parts = [
      "\(review.pass.rawValue) pass", isOwn ? nil : "by \(review.reviewer)", at.map { "at \($0)" },
    ]
    self.init(
      kind: kind, review: review.row, second: nil, done: progress.done, total: progress.total,
      note: parts.compactMap(\.self).joined(separator: ", "))
  }

  func isSame(as other: ReviewLine) -> Bool {
    kind == other.kind && review == other.review
  }
}

extension ReviewLine {
  /// All that can be gone on with: by kind, the newest first. O(reviews), and the queue of each.
  static func all(_ context: Context) -> [ReviewLine] {
    let register = context.register
    let pairs = ReviewPair.all(in: register)
    var lines = ReviewPair.awaitingSecond(in: register)
      .filter { $0.reviewer != context.reviewer }
      .map { ReviewLine(.awaiting, of: $0, note: "first pass by \($0.reviewer)") }
    lines += pairs.filter { $0.isClosed && !context.hides($0.first, pairs) }
      .compactMap(disagreements)
    for review in register.all(Review.self) where review.pass != .agreed {
      let kind: Kind =
        !review.isOpen ? .closed : review.reviewer == context.reviewer ? .mine : .others
      let isHidden = review.reviewer != context.reviewer && context.hides(review, pairs)
      lines.append(ReviewLine(kind, of: review, isHidden: isHidden))
    }
    return inOrder(lines, register)
  }

  /// The newest first, since it is the one to go on with; those of a day by their names, as keys
  /// are random.
  private static func inOrder(_ lines: [ReviewLine], _ register: Register) -> [ReviewLine] {
    lines.map { (line: $0, review: register.view($0.review, as: Review.self)) }
      .sorted { a, b in
        if a.line.kind != b.line.kind { return a.line.kind.rawValue < b.line.kind.rawValue }
        if let mine = a.review.on, let theirs = b.review.on, mine != theirs { return theirs < mine }
        return a.review.name < b.review.name
      }.map(\.line)
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
}

extension Context {
  /// Whether what was done in a review of somebody else is hidden for now: from whoever reads blind
  /// all that others did in the passages, from whoever read first what the blind reader does.
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
}
