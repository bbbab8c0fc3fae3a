public import InspectionModel

/// What somebody must not see yet: while one of two passes over the same passages is blind and not
/// both are closed, its reviewer sees nothing that others coded or noted there, and the other's
/// reviewer nothing of its. A first pass may be blind too: until it is closed its reviewer sees
/// nothing of others.
///
/// Everything a person is shown is made from a register without the hidden records
/// (``applied(to:)``), so that no screen, list, filter or report can show them. The register's
/// file stays plain text: who opens it in an editor sees all.
public struct Blinding: Sendable {
  /// What one blind review hides from somebody: whose work, and in which passages.
  private struct HiddenWork: Sendable {
    let passages: Set<Row>
    let viewer: String
    /// Whose work is hidden; nil for everybody's but the viewer's.
    let other: String?
    /// Which review, and until when: `of “First six” is hidden until both passes are closed`.
    let name: String
    let end: String

    func isDone(by: String?) -> Bool { other.map { $0 == by } ?? (by != viewer) }
  }

  private let hiddenWork: [HiddenWork]

  /// O(reviews), and the queues of those that are blind.
  public init(for viewer: String, in register: Register) {
    hiddenWork = register.all(Review.self).compactMap { review in
      guard review.isBlind else { return nil }
      let isOwn = viewer == review.reviewer
      if let pair = ReviewPair(review) {
        guard !pair.isClosed, isOwn || viewer == pair.first.reviewer else { return nil }
      } else if !isOwn || !review.isOpen {
        return nil
      }
      return HiddenWork(
        passages: Set(ReviewQueue(review.rule, in: register).passages), viewer: viewer,
        other: isOwn ? nil : review.reviewer, name: review.name,
        end: review.pass == .second ? "both passes are closed" : "it is closed")
    }
    extent = Self.extent(of: hiddenWork, in: register)
  }

  /// The types of which records may be hidden.
  public static let hideable: [RecordType] = [.contribution, .memo, .decision, .conflict]

  /// Whether what somebody coded in a passage may be hidden, whether or not there is any.
  public func covers(_ passage: Row) -> Bool {
    hiddenWork.contains { $0.passages.contains(passage) }
  }

  /// Whether an edit may change what is hidden: a review that is begun, closed or changed, not one
  /// that only goes on.
  public static func mayChange(by edit: Edit) -> Bool {
    if case .set(.review, _, .at, _, _) = edit { return false }
    return edit.type == .review
  }

  /// A register of which not all is read yet, without anything that a review still to come may
  /// hide. O(1).
  public static func applied(toUnread register: Register) -> Register {
    register.hiding(all: hideable + [.review])
  }

  /// True where anything may be hidden.
  public var isInEffect: Bool { !hiddenWork.isEmpty }

  /// How many contributions are hidden, and in how many passages they stand.
  public let extent: Extent

  /// Contributions, and the passages they stand in.
  public struct Extent: Hashable, Sendable {
    public let contributions: Int
    public let passages: Int

    /// `552 contributions in 203 passages`
    public var phrase: String {
      "\(counted(contributions, "contribution")) in \(counted(passages, "passage"))"
    }
  }

  /// What a blind review with a rule would hide from somebody. O(queue + its contributions).
  public static func extent(
    ofBlind rule: ReviewRule, for viewer: String, in register: Register
  ) -> Extent {
    extent(of: ReviewQueue(rule, in: register).passages, in: register) { $0 != viewer }
  }

  private static func extent(of hiddenWork: [HiddenWork], in register: Register) -> Extent {
    let counts = Set(hiddenWork.flatMap(\.passages)).map { passage in
      let covering = hiddenWork.filter { $0.passages.contains(passage) }
      return register.children(.contribution, of: passage).count { row in
        let by = register[row].text(.by)
        return covering.contains { $0.isDone(by: by) }
      }
    }.filter { $0 > 0 }
    return Extent(contributions: counts.reduce(0, +), passages: counts.count)
  }

  private static func extent(
    of passages: some Sequence<Row>, in register: Register, _ isHidden: (String?) -> Bool
  ) -> Extent {
    let counts = passages.map { passage in
      register.children(.contribution, of: passage).count { isHidden(register[$0].text(.by)) }
    }.filter { $0 > 0 }
    return Extent(contributions: counts.reduce(0, +), passages: counts.count)
  }

  /// What is hidden and for how long, in a sentence; nil where nothing is.
  public var sentence: String? {
    guard isInEffect else { return nil }
    let ends = hiddenWork.map { "“\($0.name)” until \($0.end)" }
    return "\(extent.phrase) are hidden by " + ends.joined(separator: ", and by ")
  }

  /// Whether a record is hidden. O(1).
  public func hides(_ row: Row, in register: Register) -> Bool {
    guard isInEffect, register.contains(row) else { return false }
    return hides(row.type, register[row].values, in: register)
  }

  /// Whether an edit is of a record that is hidden, or would be.
  public func hides(_ edit: Edit, in register: Register) -> Bool {
    guard isInEffect else { return false }
    switch edit {
    case .insert(let type, let values), .remove(let type, let values):
      return hides(type, values, in: register)
    case .set(let type, let key, _, _, _), .setUnknown(let type, let key, _, _, _):
      return register.row(type, key: key).map { hides($0, in: register) } ?? false
    }
  }

  /// Whether a change bears on what is hidden.
  public func hides(_ change: Change, in register: Register) -> Bool {
    change.edits.contains { hides($0, in: register) }
  }

  /// The register without what is hidden. O(contributions of the queues + memos + decisions).
  public func applied(to register: Register) -> Register {
    guard isInEffect else { return register }
    let coded = Set(hiddenWork.flatMap(\.passages)).flatMap {
      register.children(.contribution, of: $0)
    }
    let others = register.rows(.memo) + register.rows(.decision) + register.rows(.conflict)
    let hidden = (coded + others).filter { hides($0, in: register) }
    return register.hiding(hidden)
  }

  private func hides(_ type: RecordType, _ values: [FieldValue], in register: Register) -> Bool {
    func value(_ field: Field) -> String? { values.first { $0.field == field }?.value }
    switch type {
    case .contribution, .decision:
      let passage = value(.passage).flatMap { register.row(.passage, key: $0) }
      return hiddenWork.contains { work in
        passage.map(work.passages.contains) ?? false && work.isDone(by: value(.by))
      }
    case .memo:
      let rests = passages(ofMemo: value, in: register)
      return hiddenWork.contains { work in
        work.isDone(by: value(.by)) && rests.contains(where: work.passages.contains)
      }
    case .conflict:
      let types: [RecordType] = [.contribution, .memo, .decision]
      return types.contains { $0.name == value(.type) }
    default:
      return false
    }
  }

  /// The passages that a memo rests on: the one it is on, or that of the contribution; those of the
  /// letter or the review it is on. One on anything else rests on none.
  private func passages(ofMemo value: (Field) -> String?, in register: Register) -> [Row] {
    func row(_ field: Field, _ type: RecordType) -> Row? {
      value(field).flatMap { register.row(type, key: $0) }
    }
    if let passage = row(.passage, .passage) { return [passage] }
    if let contribution = row(.contribution, .contribution) {
      return register.view(contribution, as: Contribution.self).passage.map { [$0.row] } ?? []
    }
    if let inspection = row(.inspection, .inspection) {
      return register.children(.passage, of: inspection)
    }
    guard let review = row(.review, .review) else { return [] }
    return ReviewQueue(register.view(review, as: Review.self).rule, in: register).passages
  }
}
