/// A named organisation.
public struct Body: RecordView {
  public static let type = RecordType.body
  public let record: Record
  public init(_ record: Record) { self.record = record }

  public var name: String { record.text(.name) ?? key }
  /// What kind of agency it is; nil for those that speak for others.
  public var agency: Agency? { record.reference(.agency).map { Agency(record.register[$0]) } }
  /// The areas that a letter or another source names it in; it may cover more.
  public var covers: [Area] { record.references(.covers).map { Area(record.register[$0]) } }
  /// Its first and last day, where they are known.
  public var from: Day? { record.day(.from) }
  public var to: Day? { record.day(.to) }
}

/// What inspectorates asked before they inspected.
public struct Consultation: RecordView {
  public static let type = RecordType.consultation
  public let record: Record
  public init(_ record: Record) { self.record = record }

  public var name: String { record.text(.name) ?? key }
  public var from: Day? { record.day(.from) }
  public var to: Day? { record.day(.to) }
  /// How many answers came, at least.
  public var answers: Int? { record.number(.answers) }
  /// The answers that the register has.
  public var responses: [Response] {
    record.children(Response.self)
  }
}

/// What was answered to a consultation.
public struct Response: RecordView {
  public static let type = RecordType.response
  public let record: Record
  public init(_ record: Record) { self.record = record }

  /// Who answered; several answer together.
  public var bodies: [Body] { record.references(.body).map { Body(record.register[$0]) } }
  /// In words that are not theirs.
  public var summary: String? { record.text(.summary) }
  public var on: Day? { record.day(.on) }
}

/// Something that was asked for or feared.
public struct Concern: RecordView {
  public static let type = RecordType.concern
  public let record: Record
  public init(_ record: Record) { self.record = record }

  public var name: String { record.text(.name) ?? key }
  public var raisedIn: [Response] {
    record.references(.raisedIn).map { Response(record.register[$0]) }
  }
  public var raised: Day? { record.day(.raised) }
  public var summary: String? { record.text(.summary) }
  /// By what it would count as addressed.
  public var test: String? { record.text(.test) }
  public var standing: ConcernStanding? { record.choice(.standing) }
  /// Where what speaks for its standing is to be found: addresses and keys of records.
  public var evidence: [String] { record.texts(.evidence) }
  /// The analyses that bear on it, each by the name of its report: `picture`, and after a colon the
  /// part of it.
  public var computed: [String] { record.texts(.computed) }
  /// Who says that it stands so, and since when.
  public var by: String? { record.text(.by) }
  public var on: Day? { record.day(.on) }
  public var note: String? { record.text(.note) }
  public var sources: [String] { record.texts(.source) }
}

/// What another framework judges by.
public struct Standard: RecordView {
  public static let type = RecordType.standard
  public let record: Record
  public init(_ record: Record) { self.record = record }

  public var name: String { record.text(.name) ?? key }
  public var framework: Framework? {
    record.reference(.framework).map { Framework(record.register[$0]) }
  }
  /// The criteria that judge the same; which ones do is a judgement of whoever says so.
  public var same: [Criterion] { criteria(.same) }
  /// The criteria that judge a part of it, so that it is the broader.
  public var broader: [Criterion] { criteria(.broader) }
  /// The criteria that it judges a part of, so that it is the narrower.
  public var narrower: [Criterion] { criteria(.narrower) }

  private func criteria(_ field: Field) -> [Criterion] {
    record.references(field).map { Criterion(record.register[$0]) }
  }
}

/// The checkpoint after so many inspections.
public struct PausePoint: RecordView {
  public static let type = RecordType.pausePoint
  public let record: Record
  public init(_ record: Record) { self.record = record }

  public var name: String { record.text(.name) ?? key }
  /// It comes after so many inspections under its framework, on its theme if it has one, by the
  /// first day of fieldwork.
  public var first: Int? { record.number(.first) }
  public var framework: Framework? {
    record.reference(.framework).map { Framework(record.register[$0]) }
  }
  public var theme: Theme? { record.reference(.theme).map { Theme(record.register[$0]) } }
  /// Why it can never be reached any more, where that is so.
  public var closed: String? { record.text(.closed) }
  /// Its inspections as they stood when it was decided; before that they follow from the rule.
  public var members: [Inspection] {
    record.references(.member).map { Inspection(record.register[$0]) }
  }
  public var outcome: PauseOutcome? { record.choice(.outcome) }
  /// The day it was decided, why, and by whom.
  public var decided: Day? { record.day(.decided) }
  public var reason: String? { record.text(.reason) }
  public var by: String? { record.text(.by) }
  public var questions: [String] { record.texts(.question) }
}
