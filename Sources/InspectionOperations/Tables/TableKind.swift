/// The kinds of table that are recognised by their headings.
public enum TableKind: String, CaseIterable, Sendable {
  /// Ofsted's yearly outcomes: one row an area, as at a day.
  case outcomes = "ofsted-outcomes"
  /// Ofsted's inspections and visits of one year.
  case inYear = "ofsted-in-year"
  /// Ofsted's history: one row an inspection.
  case history = "ofsted-history"
  /// Ofsted's underlying data: one row an area, a block of columns a framework.
  case underlying = "ofsted-underlying"
  /// The overview of joint inspections that Data to Insight publishes: one row an area.
  case jtaiOverview = "jtai-overview"
  /// The same of inspections of children's services, and of area inspections for SEND.
  case ilacsOverview = "ilacs-overview"
  case sendOverview = "send-overview"
  /// The history of inspections of children's services read from reports: one row an inspection.
  case ilacsHistory = "ilacs-history"
  /// The ratings of youth justice services by HMI Probation.
  case youthJustice = "youth-justice-ratings"
  /// Codes and names of areas.
  case areas = "areas"
  /// Any other table, its columns named by a mapping.
  case mapped

  /// Those that a person can name; a table of any other kind has a mapping.
  public static var named: [TableKind] { allCases.filter { $0 != .mapped } }

  /// Nil for a word that is the name of none.
  public init?(named word: String) {
    guard let kind = Self.named.first(where: { $0.rawValue == word }) else { return nil }
    self = kind
  }

  /// Whether a later edition has all rows of the one before, so that a row may vanish. A table of
  /// one year has that year alone, and lookups of areas have those that they are made for.
  public var isWhole: Bool { self != .inYear && self != .areas }

  /// Whether a row stands for its area; else for an inspection of it.
  public var isByArea: Bool {
    switch self {
    case .outcomes, .underlying, .jtaiOverview, .ilacsOverview, .sendOverview, .areas: true
    case .inYear, .history, .ilacsHistory, .youthJustice, .mapped: false
    }
  }

  /// Whether its dates may have two digits for the year: some are published so, and people write
  /// them so in tables of their own.
  public var hasShortYears: Bool {
    switch self {
    case .jtaiOverview, .ilacsOverview, .sendOverview, .ilacsHistory, .youthJustice, .mapped: true
    case .outcomes, .inYear, .history, .underlying, .areas: false
    }
  }
}
