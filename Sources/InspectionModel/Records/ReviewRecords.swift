/// A queue of passages that one person codes.
public struct Review: RecordView {
  public static let type = RecordType.review
  public let record: Record
  public init(_ record: Record) { self.record = record }

  public var name: String { record.text(.name) ?? key }
  public var rule: ReviewRule { ReviewRule(self) }
  public var reviewer: String { record.text(.reviewer) ?? "" }
  public var pass: Pass { record.choice(.pass) ?? .first }
  /// Whether its reviewer must not see what others coded in its passages.
  public var isBlind: Bool { record.text(.blind) == "yes" }
  /// Whether it was begun blind, and others' codes could be seen before it was done: it went on
  /// again after it had been closed.
  public var hasLostBlindness: Bool { record.text(.blind) == "no" }
  public var isOpen: Bool { record.text(.state) != ReviewState.closed.rawValue }
  /// The passes it follows: of a second pass the first; of an agreed one both.
  public var of: [Review] { record.references(.of).map { Review(record.register[$0]) } }
  /// The key of the passage at which to go on; it may have vanished since.
  public var at: String? { record.text(.at) }
  public var on: Day? { record.day(.on) }
  /// How its disagreements were settled.
  public var decisions: [Decision] {
    record.children(Decision.self)
  }
}

/// Which passages a review goes through, and in which order.
public struct ReviewRule: Hashable, Sendable {
  /// Only the first so many joint inspections by fieldwork; inspections under other frameworks have
  /// no letter to go through.
  public var first: Int?
  /// Only inspections on this theme, before the first are counted.
  public var theme: Row?
  /// A filter on passages.
  public var filter: String
  /// The sections it takes passages of.
  public var sections: Set<SectionKind>
  public var order: ReviewOrder
  /// What a random order is drawn from.
  public var seed: Int

  /// The sections that find for or against somebody: what is coded unless a review says otherwise.
  /// Case studies, next steps and what tells of the area find nothing.
  public static let usualSections: Set<SectionKind> = [
    .strength, .improvement, .priorityAction, .areaForImprovement, .experience, .recommendation,
    .finding, .headline, .mainFinding,
  ]

  public init(
    first: Int? = nil, theme: Row? = nil, filter: String = "",
    sections: Set<SectionKind> = usualSections, order: ReviewOrder = .date, seed: Int = 0
  ) {
    (self.first, self.theme, self.filter) = (first, theme, filter)
    (self.sections, self.order, self.seed) = (sections, order, seed)
  }

  init(_ review: Review) {
    let record = review.record
    let sections = record.texts(.section).compactMap(SectionKind.init)
    self.init(
      first: record.number(.first), theme: record.reference(.theme),
      filter: record.text(.filter) ?? "",
      sections: sections.isEmpty ? Self.usualSections : Set(sections),
      order: record.choice(.order) ?? .date, seed: record.number(.seed) ?? 0)
  }

  /// Its fields as they stand in a review.
  public func values(_ register: Register) -> [FieldValue] {
    var values: [FieldValue] = []
    if let first { values.append(FieldValue(.first, String(first))) }
    if let theme { values.append(FieldValue(.theme, register[theme].key)) }
    if !filter.isEmpty { values.append(FieldValue(.filter, filter)) }
    if sections != Self.usualSections {
      values += SectionKind.allCases.filter(sections.contains)
        .map { FieldValue(.section, $0.rawValue) }
    }
    values.append(FieldValue(.order, order.rawValue))
    if order == .random { values.append(FieldValue(.seed, String(seed))) }
    return values
  }
}

/// What somebody noted on a record.
public struct Memo: RecordView {
  public static let type = RecordType.memo
  public let record: Record
  public init(_ record: Record) { self.record = record }

  public var kind: MemoKind { record.choice(.kind) ?? .analytic }
  public var text: String { record.text(.text) ?? "" }
  public var by: String? { record.text(.by) }
  public var on: Day? { record.day(.on) }
  /// The review it was written in.
  public var review: Review? { record.reference(.review).map { Review(record.register[$0]) } }

  /// The fields that say what a memo is about, the narrowest first; a review only where there is
  /// none of them.
  public static let subjects: [Field] = [
    .contribution, .passage, .inspection, .criterion, .agency, .theme, .framework, .area, .review,
  ]

  /// What it is about.
  public var subject: Row? { Self.subjects.lazy.compactMap(record.reference).first }
}

/// How one disagreement was settled.
public struct Decision: RecordView {
  public static let type = RecordType.decision
  public let record: Record
  public init(_ record: Record) { self.record = record }

  public var review: Review? { record.reference(.review).map { Review(record.register[$0]) } }
  public var passage: Passage? { record.reference(.passage).map { Passage(record.register[$0]) } }
  public var chosen: Settlement { record.choice(.chosen) ?? .new }
  public var reason: String { record.text(.reason) ?? "" }
  public var by: String? { record.text(.by) }
  public var on: Day? { record.day(.on) }
}

/// What a criterion said in a former version.
public struct Wording: RecordView {
  public static let type = RecordType.wording
  public let record: Record
  public init(_ record: Record) { self.record = record }

  public var version: Int { record.number(.version) ?? 1 }
  public var name: String { record.text(.name) ?? key }
  public var definition: String? { record.text(.definition) }
  /// Why it was changed.
  public var reason: String? { record.text(.reason) }
  public var by: String? { record.text(.by) }
  /// The day it was changed.
  public var on: Day? { record.day(.on) }
}

extension Criterion {
  /// What belongs to it, what does not though one might think so, and how it looks in a letter.
  public var include: String? { record.text(.include) }
  public var exclude: String? { record.text(.exclude) }
  public var example: String? { record.text(.example) }
  /// From 1; one more with each change of its words.
  public var version: Int { record.number(.version) ?? 1 }
  public var status: CriterionStatus? { record.choice(.status) }
  /// The criterion it was merged into.
  public var into: Criterion? { record.reference(.into).map { Criterion(record.register[$0]) } }
  /// Its former wordings, the first first.
  public var wordings: [Wording] {
    record.children(Wording.self)
      .sorted { $0.version < $1.version }
  }
}

extension Contribution {
  /// How the agencies worked together, or failed to.
  public var how: [JointWorking] { record.texts(.how).compactMap(JointWorking.init) }
  /// The review it was made in; nil for one that was coded outside of any.
  public var review: Review? { record.reference(.review).map { Review(record.register[$0]) } }
  public var pass: Pass? { record.choice(.pass) }
  /// The criterion's wording at the time: its key and version, `I4/1`.
  public var version: String? {
    record.text(.version) ?? record.text(.criterion).map { "\($0)/1" }
  }
}

extension Passage {
  /// What counts as coded in it, so that nothing counts twice: what was agreed on, where two passes
  /// came to that; else what is not of a second pass; else that.
  public var countedContributions: [Contribution] {
    let all = contributions
    let agreed = all.filter { $0.pass == .agreed }
    if !agreed.isEmpty { return agreed }
    let first = all.filter { $0.pass != .second }
    return first.isEmpty ? all : first
  }
}

/// A filter that was saved under a name.
public struct SavedFilter: RecordView {
  public static let type = RecordType.filter
  public let record: Record
  public init(_ record: Record) { self.record = record }

  public var name: String { record.text(.name) ?? key }
  /// What it narrows: `contributions`.
  public var lists: RecordType? {
    record.text(.lists).flatMap { name in RecordType.allCases.first { $0.noun.many == name } }
  }
  public var filter: String { record.text(.filter) ?? "" }
}
