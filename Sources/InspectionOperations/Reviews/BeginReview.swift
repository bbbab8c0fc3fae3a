import InspectionAnalysis
public import InspectionModel

/// A first pass over the passages of a rule; it is shown once it is made.
public struct BeginReview: Operation {
  private let name: String
  private let rule: ReviewRule
  private let isBlind: Bool

  /// - Parameter isBlind: whether its reviewer must not see what others coded in its passages.
  public init(_ name: String, over rule: ReviewRule, isBlind: Bool) {
    (self.name, self.rule, self.isBlind) = (name, rule, isBlind)
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let key = author.newKey(for: .review, in: register)
    let values =
      [FieldValue(.id, key), FieldValue(.name, name)] + rule.values(register) + [
        FieldValue(.reviewer, author.name), FieldValue(.pass, Pass.first.rawValue),
        FieldValue(.state, ReviewState.open.rawValue),
      ] + Self.blindness(isBlind) + [FieldValue(.on, author.day.description)]
    return Proposal(
      Change("review “\(name)”", [.insert(.review, values)]), shows: .init(.review, key))
  }

  static func blindness(_ isBlind: Bool) -> [FieldValue] {
    isBlind ? [FieldValue(.blind, "yes")] : []
  }
}

/// A second pass over the passages of a first one, blind; after a second, a third. O(reviews).
public struct BeginSecondPass: Operation {
  private let first: String

  /// - Parameter first: the key of the first pass.
  public init(of first: String) { self.first = first }

  /// Why somebody may not read after a first pass; nil where they may. O(reviews).
  public static func refusal(_ first: Review, for name: String) -> Refusal? {
    if first.pass != .first { return .isNoFirstPass(review: first.name) }
    if first.isOpen { return .isOpen(review: first.name) }
    return first.isRead(by: name) ? .hasRead(review: first.name, name) : nil
  }

  private static let ordinals = ["second", "third", "fourth", "fifth"]

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let first = try register.find(Review.self, first)
    if let refusal = Self.refusal(first, for: author.name) { throw refusal }
    let followers = ReviewPair.all(in: register).count { $0.first.row == first.row }
    let ordinal = Self.ordinals[min(followers, Self.ordinals.count - 1)]
    let ending = ", first pass"
    let stem = first.name.hasSuffix(ending) ? String(first.name.dropLast(ending.count)) : first.name
    let key = author.newKey(for: .review, in: register)
    let values =
      [FieldValue(.id, key), FieldValue(.name, "\(stem), \(ordinal) pass")]
      + first.rule.values(register) + [
        FieldValue(.reviewer, author.name), FieldValue(.pass, Pass.second.rawValue),
        FieldValue(.blind, "yes"), FieldValue(.of, first.key),
        FieldValue(.state, ReviewState.open.rawValue), FieldValue(.on, author.day.description),
      ]
    return Proposal(
      Change("\(ordinal) pass of “\(first.name)”", [.insert(.review, values)]),
      shows: .init(.review, key))
  }
}

/// A review goes through other passages from now on.
public struct ChangeReviewRule: Operation {
  private let key: String
  private let rule: ReviewRule
  private let isBlind: Bool

  public init(_ key: String, to rule: ReviewRule, isBlind: Bool) {
    (self.key, self.rule, self.isBlind) = (key, rule, isBlind)
  }

  /// The fields that say which passages it goes through, and what its reviewer sees.
  static let fields: [Field] = [.first, .theme, .filter, .section, .order, .seed, .blind]

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let review = try register.openReview(key, for: author)
    let isSecond = review.pass == .second
    // Whoever has seen the other codes cannot be made blind to them again.
    if isSecond, isBlind != review.isBlind { throw .blindnessStays(review: review.name) }
    let values = rule.values(register) + BeginReview.blindness(isBlind)
    let fields = Self.fields.filter { !isSecond || $0 != .blind }
    let edits = fields.compactMap { field in
      review.record.setting(field, to: values.filter { $0.field == field }.map(\.value))
    }
    return Proposal(Change("the rule of “\(review.name)”", edits))
  }
}

/// An open review becomes somebody else's to go on with. O(reviews).
public struct HandOverReview: Operation {
  private let (key, name): (String, String)

  /// - Parameter name: whose it is from now on.
  public init(_ key: String, to name: String) { (self.key, self.name) = (key, name) }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let review = try register.openReview(key, for: author)
    if name.allSatisfy(\.isWhitespace) { throw .fault("a review needs a reviewer") }
    let first = review.pass == .second ? review.of.first ?? review : review
    if first.isRead(by: name) { throw .hasRead(review: first.name, name) }
    let edit = review.record.setting(.reviewer, to: [name])
    return Proposal(
      Change("“\(review.name)” handed over to \(name)", [edit].compactMap(\.self)))
  }
}

extension Review {
  /// Whether somebody codes in this first pass, or in one that follows it. O(reviews).
  fileprivate func isRead(by name: String) -> Bool {
    let readers = ReviewPair.all(in: record.register).filter { $0.first.row == row }
      .map(\.second.reviewer)
    return ([reviewer] + readers).contains(name)
  }
}

/// A review is done with, or goes on again. O(reviews).
public struct CloseReview: Operation {
  private let key: String
  private let isToClose: Bool

  public init(_ key: String) { (self.key, isToClose) = (key, true) }

  /// The opposite: a closed one goes on.
  public init(reopening key: String) { (self.key, isToClose) = (key, false) }

  /// Why somebody may not close a review, or open it again; nil where they may.
  public static func refusal(_ review: Review, for name: String) -> Refusal? {
    if review.reviewer != name {
      return .notYoursToClose(review: review.name, of: review.reviewer)
    }
    guard !review.isOpen, let pair = ReviewPair.with(review), pair.isClosed else { return nil }
    return .bothClosed
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let review = try register.find(Review.self, key)
    if let refusal = Self.refusal(review, for: author.name) { throw refusal }
    let state = isToClose ? ReviewState.closed : .open
    let edits = [review.record.setting(.state, to: [state.rawValue])]
    let words = isToClose ? "closing" : "opening again"
    let lost = isToClose ? nil : Self.loss(of: review)
    return Proposal(Change("\(words) “\(review.name)”", (edits + [lost]).compactMap(\.self)))
  }

  /// The edit by which a blind pass that goes on again is blind no more; nil where its reviewer has
  /// never been able to see what others coded. O(reviews).
  public static func loss(of review: Review) -> Edit? {
    guard review.isBlind, !review.isOpen, ReviewPair(review)?.isClosed ?? true else { return nil }
    return review.record.setting(.blind, to: ["no"])
  }
}
