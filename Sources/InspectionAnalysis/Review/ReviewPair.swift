public import InspectionModel

/// A first and a second pass over the same passages.
public struct ReviewPair: Sendable {
  public let first: Review
  public let second: Review

  /// Every second pass with the first that it follows. O(reviews).
  public static func all(in register: Register) -> [ReviewPair] {
    register.all(Review.self).compactMap(ReviewPair.init)
  }

  /// The pair that a second pass makes.
  public init?(_ second: Review) {
    guard second.pass == .second, let first = second.of.first else { return nil }
    (self.first, self.second) = (first, second)
  }

  /// The two passes that a review is one of, or settles. O(reviews).
  public static func with(_ review: Review) -> ReviewPair? {
    all(in: review.record.register).first { pair in
      let rows = [pair.first.row, pair.second.row]
      return rows.contains(review.row)
        || review.pass == .agreed && Set(review.of.map(\.row)) == Set(rows)
    }
  }

  /// Whether both may be compared: neither can be coded in any more.
  public var isClosed: Bool { !first.isOpen && !second.isOpen }

  /// The review that holds what they came to, if it was begun.
  public var agreed: Row? { Self.agreed(first, second) }

  /// First passes that are closed and that nobody has read a second time. O(reviews).
  public static func awaitingSecond(in register: Register) -> [Review] {
    let reviews = register.all(Review.self)
    let followed = Set(reviews.filter { $0.pass == .second }.flatMap(\.of).map(\.row))
    return reviews.filter { $0.pass == .first && !$0.isOpen && !followed.contains($0.row) }
  }

  public static func agreed(_ first: Review, _ second: Review) -> Row? {
    first.record.register.all(Review.self).first { review in
      review.pass == .agreed && Set(review.of.map(\.row)) == [first.row, second.row]
    }?.row
  }
}
