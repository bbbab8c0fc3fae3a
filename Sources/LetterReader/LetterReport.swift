import InspectionModel

/// What was found in one file, in the shape of the machine-readable output.
///
/// The names of the properties are the names in the output and stay as they are; a fact that was not found is null. Days are
/// in ISO form, kinds of sections as in `SectionKind`.
public struct LetterReport: Sendable, Equatable, Encodable {
  /// The first and the last day of fieldwork.
  public struct Fieldwork: Sendable, Equatable, Encodable {
    /// The first day.
    public var from: String?
    /// The last day.
    public var to: String?
  }

  /// Whom the letter is addressed to, without the person's name.
  public struct Addressee: Sendable, Equatable, Encodable {
    /// The office held; empty when none is named.
    public var post: String
    /// The organisation; empty when none is named.
    public var body: String
  }

  /// A heading.
  public struct Section: Sendable, Equatable, Encodable {
    /// The heading as printed.
    public var heading: String
    /// The kind of section, as in `SectionKind`.
    public var kind: String
    /// 1 for a section, 2 for a sub-heading in it.
    public var level: Int
    /// The page of the document on which it begins, from 1.
    public var page: Int
  }

  /// A bullet, paragraph or box, whole.
  public struct Passage: Sendable, Equatable, Encodable {
    /// The kind of section it stands in.
    public var section: String
    /// Its number among the passages of that kind, from 1.
    public var index: Int
    /// The sub-heading above it; empty without one.
    public var subheading: String
    /// The page of the document on which it begins, from 1.
    public var page: Int
    /// The page on which it ends.
    public var pageTo: Int
    /// Its words, on one line.
    public var text: String
    /// The identifiers of the agencies that act or are responsible in it.
    public var agencies: [String]
  }

  /// Something that does not fit.
  public struct Problem: Sendable, Equatable, Encodable {
    /// The key of this output that it concerns.
    public var field: String
    /// One sentence.
    public var message: String
    /// The page of the document on which it begins, from 1.
    public var page: Int
    /// The line of that page, from 1, blank lines counted.
    public var line: Int
  }

  /// The file's name, as it was given.
  public var file: String
  /// Whether it is a letter of a joint targeted area inspection.
  public var isJTAI: Bool
  /// The known area's name, or the letter's words.
  public var area: String?
  /// The area's statistics (GSS) code.
  public var areaCode: String?
  /// The framework's identifier.
  public var framework: String?
  /// The known theme's identifier; null for a new theme, whose words are in `themeWords`.
  public var theme: String?
  /// The theme in the letter's words.
  public var themeWords: String?
  /// The days of fieldwork.
  public var fieldwork: Fieldwork
  /// The date of the letter.
  public var published: String?
  /// Who inspected, under the names of their time.
  public var inspectorates: [String]
  /// The day on which the written statement is due.
  public var statementDue: String?
  /// Who has to write it.
  public var statementBy: String?
  /// Whom the letter is addressed to.
  public var addressees: [Addressee]
  /// Every heading, in order.
  public var sections: [Section]
  /// Every passage, in order.
  public var passages: [Passage]
  /// What does not fit, in order.
  public var problems: [Problem]

  /// The report of what was found in `file`. The reason of a refusal is its only problem.
  public init(file: String, _ letter: Letter) {
    self.file = file
    isJTAI = letter.isJTAI
    area = letter.area?.value.name
    areaCode = letter.area?.value.code
    framework = letter.framework?.value
    theme = letter.theme?.value.id
    themeWords = letter.theme?.value.words
    fieldwork = Fieldwork(
      from: letter.fieldworkFrom?.value.description, to: letter.fieldworkTo?.value.description)
    published = letter.published?.value.description
    inspectorates = letter.inspectorates.map(\.value.rawValue)
    statementDue = letter.statementDue?.value.description
    statementBy = letter.statementBy?.value
    addressees = letter.addressees.map { Addressee(post: $0.value.post, body: $0.value.body) }
    sections = letter.sections.map(Section.init)
    passages = letter.passages.map(Passage.init)
    problems = letter.problems.map(Problem.init) + (letter.refusal.map { [Problem($0)] } ?? [])
  }
}

extension LetterReport.Section {
  fileprivate init(_ section: Letter.Section) {
    self.init(
      heading: section.heading, kind: section.kind.rawValue, level: section.level,
      page: section.place.page)
  }
}

extension LetterReport.Passage {
  fileprivate init(_ passage: Letter.Passage) {
    self.init(
      section: passage.section.rawValue, index: passage.index, subheading: passage.subheading,
      page: passage.place.page, pageTo: passage.pageTo, text: passage.text,
      agencies: passage.agencies.map(\.agency))
  }
}

extension LetterReport.Problem {
  fileprivate init(_ problem: Letter.Problem) {
    self.init(
      field: problem.field, message: problem.message, page: problem.place.page,
      line: problem.place.line)
  }

  fileprivate init(_ refusal: Letter.Refusal) {
    self.init(field: "file", message: refusal.sentence, page: 1, line: 1)
  }
}
