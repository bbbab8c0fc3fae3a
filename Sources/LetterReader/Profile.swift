import InspectionModel

/// What the reports of one framework look like, as data: the next framework is one more of these.
///
/// Words are given as keys: in lower case, parted by a space, without apostrophes and what follows
/// them ("children" for "children's").
struct Profile: Sendable {
  /// The register's key of the framework.
  let framework: String
  /// What the framework is called in a register that lacks it.
  let name: String
  /// The words of its titles, the fullest first. What a title says beside them names the area.
  let titles: [Title]
  let inspectorates: [Letter.Inspectorate]
  /// What stands before the first heading.
  let front: SectionForm
  let sections: [SectionForm]
  /// The labels of its judgements, the longest first of those that begin alike.
  let labels: [Label]
  /// Where its grades stand.
  let grading: Grading
  /// Words that mean an agency in its reports where none is named: in a report on a council "the
  /// managers" are those of its children's services.
  var weakWords: [String: [String]] = [:]
  /// Words that mean an agency in its reports whoever else is named.
  var agencyWords: [String: [String]] = [:]
  /// The heading of the table of grades where that does not stand at the front.
  var tableHeading: String?

  /// The words of a title.
  struct Title: Sendable {
    /// Each of them stands in it.
    let phrases: [String]
    /// These may stand in it, and name no area either.
    var others: [String] = []
  }

  /// What a judgement is called in tables and headings.
  struct Label: Sendable {
    let words: String
    /// Nil for one of which the register keeps no judgement.
    let aspect: Aspect?
  }

  /// Where the grades of a framework stand.
  enum Grading: Sendable {
    /// In a table at the front, and again in the headings.
    case table
    /// In a sentence of the outcome at the front.
    case outcome
  }
}

/// A section of a report: its heading, and what is read of it.
struct SectionForm: Sendable, Equatable {
  /// How a heading goes on after its opening words.
  enum Ending: Sendable {
    /// It does not.
    case whole
    /// With some words more.
    case open
    /// With a grade, or a grade stands beside it.
    case graded
    /// With a grade and "because", which leads in to its bullets.
    case because
  }

  /// What its lines are.
  enum Shape: Sendable {
    /// Bullets, numbered paragraphs and prose.
    case text
    /// Rows of a responsible body and an action.
    case actions
    /// Rows of one column.
    case rows
    /// Nothing that is read.
    case skipped
    /// What stands behind the report's end.
    case end
  }

  /// The words its heading begins with; one of these.
  var openings: [String] = []
  var ending = Ending.whole
  var level = 1
  /// The kind of its heading.
  let kind: SectionKind
  var shape = Shape.text
  /// The kind of its numbered paragraphs, bullets, and paragraphs without either; nil for what is
  /// part of what stands before it, or not read.
  var numbered: SectionKind?
  var bullets: SectionKind?
  var paragraphs: SectionKind?
  /// Whether paragraphs before its bullets lead in to them.
  var isList = false
}

extension SectionForm {
  /// A list: its bullets are passages; where it has none, its paragraphs are.
  static func list(_ openings: String..., as kind: SectionKind, ending: Ending = .whole)
    -> SectionForm
  {
    SectionForm(
      openings: openings, ending: ending, kind: kind, numbered: kind, bullets: kind,
      paragraphs: kind, isList: true)
  }

  /// Running text: each paragraph is a passage.
  static func prose(
    _ openings: String..., as kind: SectionKind, ending: Ending = .whole, level: Int = 1
  ) -> SectionForm {
    SectionForm(
      openings: openings, ending: ending, level: level, kind: kind, numbered: kind, bullets: kind,
      paragraphs: kind)
  }

  /// What holds no passages.
  static func skipped(
    _ openings: String..., as kind: SectionKind = .other, ending: Ending = .whole, level: Int = 1
  ) -> SectionForm {
    SectionForm(openings: openings, ending: ending, level: level, kind: kind, shape: .skipped)
  }

  /// What every report of Ofsted's ends with: behind it nothing is read.
  static let backMatter = SectionForm(
    openings: [
      "the office for standards in education", "any complaints about the inspection",
      "if you are not happy with the inspection", "any complaints about this inspection",
    ], ending: .open, kind: .other, shape: .end)
}
