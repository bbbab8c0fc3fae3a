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
