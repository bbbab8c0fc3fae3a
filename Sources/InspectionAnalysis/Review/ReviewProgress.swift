public import InspectionModel

/// How far a review has come, passage by passage.
///
/// Invariant: `done` and `deferred` are the counts of their marks, so that showing them costs
/// nothing however long the queue.
public struct ReviewProgress: Sendable {
  /// What has become of a passage in a review.
  public enum Mark: Hashable, Sendable {
    case open
    case coded
    /// Read, and no agency does anything in it.
    case nothing
    case deferred
  }

  public let review: Row
  public let queue: ReviewQueue
  private var marks: [Mark]
  private let places: [Row: Int]
  private var memos: [Row: [Row]]

  /// O(queue + memos), and what the queue costs.
  public init(of review: Review) {
    let register = review.record.register
    self.review = review.row
    queue = ReviewQueue(review.rule, in: register)
    places = Dictionary(uniqueKeysWithValues: zip(queue.passages, queue.passages.indices))
    memos = Self.memosByPassage(register)
    marks = []
    marks = queue.passages.map { mark(of: $0, register) }
    for mark in marks { count(mark, 1) }
  }

  public var total: Int { marks.count }
  /// Passages that are coded, or said to hold nothing to code.
  public private(set) var done = 0
  public private(set) var deferred = 0
  public var isComplete: Bool { done == total }

  public func place(of passage: Row) -> Int? { places[passage] }
  public func mark(at place: Int) -> Mark { marks[place] }

  /// Whether a passage is coded, or said to hold nothing to code.
  public func isRead(_ passage: Row) -> Bool {
    places[passage].map { marks[$0] == .coded || marks[$0] == .nothing } ?? false
  }

  /// Whether a passage is put off.
  public func isDeferred(_ passage: Row) -> Bool {
    places[passage].map { marks[$0] == .deferred } ?? false
  }

  /// The next open passage after a place, from the start again after the end; where there is none,
  /// the next deferred.
  ///
  /// O(passages until there), which is few as long as there are open ones ahead.
  public func next(after place: Int) -> Int? {
    if isComplete { return nil }
    let order = (0..<total).lazy.map { (place + 1 + $0) % total }
    return order.first { marks[$0] == .open } ?? order.first { marks[$0] == .deferred }
  }

  /// Where to go on: at the passage the review was left at, or where that is done or gone, at the
  /// next open one.
  ///
  /// - Parameter key: of the passage the review was left at.
  public func resumption(at key: String?, _ register: Register) -> Int? {
    let left = key.flatMap { register.row(.passage, key: $0) }.flatMap { places[$0] }
    if let left, marks[left] == .open || marks[left] == .deferred { return left }
    return next(after: (left ?? 0) - 1) ?? (marks.isEmpty ? nil : left ?? 0)
  }

  /// What people noted on a passage.
  public func memos(on passage: Row) -> [Row] { memos[passage] ?? [] }

  /// Takes in a change. O(edits), and O(memos) where it is of memos.
  public mutating func note(_ change: Change, _ register: Register) {
    if change.edits.contains(where: { $0.type == .memo }) {
      memos = Self.memosByPassage(register)
    }
    for key in Set(change.edits.flatMap(Self.passages)) {
      guard let row = register.row(.passage, key: key), let place = places[row] else { continue }
      count(marks[place], -1)
      marks[place] = mark(of: row, register)
      count(marks[place], 1)
    }
  }

  private mutating func count(_ mark: Mark, _ step: Int) {
    switch mark {
    case .coded, .nothing: done += step
    case .deferred: deferred += step
    case .open: break
    }
  }

  /// Whether a change may have changed which passages there are, so that the queue is to be made
  /// anew.
  public static func changesQueue(_ change: Change) -> Bool {
    change.edits.contains { edit in
      switch edit {
      case .insert(let type, _): type == .passage || type == .inspection
      case .remove(let type, _): type == .passage
      case .set(.review, _, let field, _, _): field != .at
      case .set(.passage, _, let field, _, _): field != .text
      case .set(.inspection, _, let field, _, _): field == .from || field == .theme
      case .set, .setUnknown: false
      }
    }
  }

  /// The keys of the passages an edit bears on.
  private static func passages(_ edit: Edit) -> [String] {
    switch edit {
    case .insert(_, let values), .remove(_, let values):
      values.filter { $0.field == .passage }.map(\.value)
    case .set(_, _, let field, let from, let to): field == .passage ? from + to : []
    case .setUnknown: []
    }
  }

  private func mark(of passage: Row, _ register: Register) -> Mark {
    let coded = register.view(passage, as: Passage.self).contributions
    if coded.contains(where: { $0.review?.row == review }) { return .coded }
    let kinds = memos(on: passage).map { register.view($0, as: Memo.self) }
      .filter { $0.review?.row == review }.map(\.kind)
    if kinds.contains(.nothing) { return .nothing }
    return kinds.contains(.deferral) ? .deferred : .open
  }

  private static func memosByPassage(_ register: Register) -> [Row: [Row]] {
    var memos: [Row: [Row]] = [:]
    for memo in register.all(Memo.self) {
      if let passage = memo.record.reference(.passage) {
        memos[passage, default: []].append(memo.row)
      }
    }
    return memos
  }
}
