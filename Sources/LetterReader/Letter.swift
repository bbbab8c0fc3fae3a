/// What a published letter of a joint targeted area inspection says, with where each fact was found and how sure it is.
///
/// A document that is no such letter has a `refusal` and nothing else.
/// 1. Sections, passages and problems stand in the order of the letter.
/// 2. A passage's index starts at 1 for each kind of section and runs on across sub-headings.
/// 3. No person's name stands in a field: names stay in the letter's own text.
public struct Letter: Sendable, Equatable {
  /// Why the document is not read as a letter; nil for a letter.
  public var refusal: Refusal?
  /// The local authority area that was inspected.
  public var area: Found<AreaName>?
  /// The identifier of the framework: `jtai`.
  public var framework: Found<String>?
  /// What the inspection looked at closely (its "deep dive").
  public var theme: Found<ThemeName>?
  /// The first day of fieldwork.
  public var fieldworkFrom: Found<CalendarDay>?
  /// The last day of fieldwork.
  public var fieldworkTo: Found<CalendarDay>?
  /// The date printed on the letter.
  public var published: Found<CalendarDay>?
  /// Who inspected, in the order Ofsted, CQC, police, probation.
  public var inspectorates: [Found<Inspectorate>] = []
  /// The day on which the written statement of action is due.
  public var statementDue: Found<CalendarDay>?
  /// Who has to write the statement, in the letter's words (a named person by their post).
  public var statementBy: Found<String>?
  /// Whom the letter is addressed to.
  public var addressees: [Found<Addressee>] = []
  /// Every heading.
  public var sections: [Section] = []
  /// Every passage.
  public var passages: [Passage] = []
  /// What does not fit, for a person to look at.
  public var problems: [Problem] = []

  /// Whether the document is a letter of a joint targeted area inspection.
  public var isJTAI: Bool { refusal == nil }

  /// A letter about which nothing is known yet.
  public init() {}

  /// A document that is refused.
  public init(refusal: Refusal) {
    self.refusal = refusal
  }
}

/// A place in a letter: page and line, both from 1; blank lines count.
public struct Place: Sendable, Hashable, Comparable {
  /// The page of the document, whatever number is printed on it.
  public var page: Int
  /// The line of that page.
  public var line: Int

  /// The place at `line` of `page`.
  public init(page: Int, line: Int) {
    self.page = page
    self.line = line
  }

  public static func < (one: Place, other: Place) -> Bool {
    (one.page, one.line) < (other.page, other.line)
  }
}

/// How the reader came to know a fact.
public enum Certainty: String, Sendable {
  /// The letter says so.
  case stated
  /// The letter says it in part; the year is that of the letter's date.
  case fromLetterDate = "from the letter's date"
  /// A sign that is not a statement, such as a file name.
  case guessed
}

/// A fact with where it was found and how.
public struct Found<Value: Sendable & Equatable>: Sendable, Equatable {
  /// The fact.
  public var value: Value
  /// Where it stands.
  public var place: Place
  /// How it is known.
  public var how: Certainty

  /// A fact found at `place`.
  public init(_ value: Value, at place: Place, how: Certainty = .stated) {
    self.value = value
    self.place = place
    self.how = how
  }
}

/// An area: the letter's words, and the known area that they name, if any.
public struct AreaName: Sendable, Equatable {
  /// The letter's words.
  public var words: String
  /// The known area's name; the letter's words when no known area is meant.
  public var name: String
  /// The known area's identifier.
  public var id: String?
  /// The known area's statistics (GSS) code.
  public var code: String?
}

/// A theme: the letter's words, and the known theme that they name; without one it is a new theme.
public struct ThemeName: Sendable, Equatable {
  /// The letter's words.
  public var words: String
  /// The known theme's identifier.
  public var id: String?
}

/// Someone a letter is addressed to, without the person's name.
public struct Addressee: Sendable, Equatable {
  /// The office held, such as "Chief Constable"; empty when the letter names none.
  public var post: String
  /// The organisation; empty when the letter names none.
  public var body: String
}

/// Something that does not fit and that a person should look at.
public struct Problem: Sendable, Equatable {
  /// The field of the machine-readable output that it concerns.
  public var field: String
  /// One sentence.
  public var message: String
  /// Where it stands.
  public var place: Place
}
