public import InspectionModel

/// What was read of one report that an inspectorate published, as it goes into a register.
public struct ReportObservation: Sendable {
  /// The name of its file.
  public var file: String
  /// The area that was inspected, as far as the report names one.
  public var area: Named?
  public var framework: Framework
  public var theme: Named?
  /// The first day of fieldwork, and the day printed on the report.
  public var from: Day?
  public var published: Day?
  /// How well the days are known.
  public var certainty: Certainty
  /// What it says of its inspection, by field, in the order of the record; nothing for what it does
  /// not say.
  public var facts: Values = []
  /// How it is laid out, by field: headings, where each fact stands, what does not fit.
  public var layout: Values = []
  public var judgements: [Judgement] = []
  public var passages: [Passage] = []
  /// What does not fit, for a person to look at, with the page it stands on, from 1.
  public var remarks: [(sentence: String, page: Int)] = []

  public typealias Values = [(field: Field, values: [String])]

  /// What a report calls something, and the known record that it means.
  public struct Named: Hashable, Sendable {
    /// The key of the known record; nil where none is meant.
    public var id: String?
    public var name: String

    public init(id: String?, name: String) { (self.id, self.name) = (id, name) }
  }

  /// The framework a report is under.
  public struct Framework: Hashable, Sendable {
    public var key: String
    /// What it is called in a register that lacks it.
    public var name: String
    /// What a report under it is called in a sentence: `letter`.
    public var report: String

    public init(_ key: String, name: String, report: String) {
      (self.key, self.name, self.report) = (key, name, report)
    }
  }

  /// What the report says of one aspect: a grade, or why it gives none.
  public struct Judgement: Hashable, Sendable {
    public var aspect: Aspect
    public var grade: Grade?
    /// The report's own words for the grade; more than ``InspectionModel/Judgement/mostWords`` are
    /// cut. Empty where there are none.
    public var words: String
    /// Why there is no grade; one is there where `grade` is nil.
    public var reason: Ungraded?
    /// The page it stands on, from 1; nil where the report does not say it.
    public var page: Int?
    /// Where it stands and how it was found.
    public var found: LetterFinding?

    public init(
      _ aspect: Aspect, grade: Grade?, words: String = "", reason: Ungraded? = nil,
      page: Int? = nil, found: LetterFinding? = nil
    ) {
      (self.aspect, self.grade, self.words) = (aspect, grade, words)
      (self.reason, self.page, self.found) = (reason, page, found)
    }
  }

  /// One bullet or paragraph, whole.
  public struct Passage: Hashable, Sendable {
    public var section: SectionKind
    /// Its number among the passages of that kind, from 1.
    public var index: Int
    /// The sub-heading it stands under; empty without one.
    public var heading: String
    /// The pages it begins and ends on, from 1.
    public var page: Int
    public var pageTo: Int
    /// Its number as printed, and who is responsible, where the report says so.
    public var paragraph: String?
    public var bodies: [String]
    public var text: String
    /// The keys of the agencies that act in it, in the order of their words; some of them more than
    /// once.
    public var agencies: [String]

    public init(
      _ section: SectionKind, _ index: Int, heading: String, page: Int, pageTo: Int,
      paragraph: String? = nil, bodies: [String] = [], text: String, agencies: [String]
    ) {
      (self.section, self.index, self.heading) = (section, index, heading)
      (self.page, self.pageTo, self.text, self.agencies) = (page, pageTo, text, agencies)
      (self.paragraph, self.bodies) = (paragraph, bodies)
    }
  }

  public init(
    file: String, area: Named?, framework: Framework, theme: Named?, from: Day?, published: Day?,
    certainty: Certainty
  ) {
    (self.file, self.area, self.framework, self.theme) = (file, area, framework, theme)
    (self.from, self.published, self.certainty) = (from, published, certainty)
  }
}
