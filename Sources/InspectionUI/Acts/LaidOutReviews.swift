/// The list of reviews as lines of a page: by kind, each under a heading, where there is room with
/// its rule.
struct LaidOutReviews {
  enum Line {
    case heading(ReviewLine.Kind)
    case blank
    /// A review by its number in the list.
    case review(Int)
    case rule(Int)
  }

  private(set) var lines: [Line] = []
  /// The lines of each review; those of the first of a kind begin with its heading.
  private var extents: [Range<Int>] = []

  init(_ reviews: [ReviewLine], isWide: Bool) {
    var former: ReviewLine.Kind?
    for (index, review) in reviews.enumerated() {
      if former != nil, review.kind != former { lines.append(.blank) }
      let start = lines.count
      if review.kind != former { lines.append(.heading(review.kind)) }
      lines.append(.review(index))
      if isWide { lines.append(.rule(index)) }
      extents.append(start..<lines.count)
      former = review.kind
    }
  }

  func extent(of review: Int) -> Range<Int> {
    extents.indices.contains(review) ? extents[review] : 0..<0
  }

  /// The review that a line is of.
  func review(at line: Int) -> Int? {
    guard lines.indices.contains(line) else { return nil }
    return switch lines[line] {
    case .review(let index), .rule(let index): index
    case .heading, .blank: nil
    }
  }
}
