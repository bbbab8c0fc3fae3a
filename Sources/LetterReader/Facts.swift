extension Letter {
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

    /// Whether one place is before another.
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

  /// A theme: the letter's words, and the known theme that they name; without one it is a new
  /// theme.
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

  /// An inspectorate, under the name of its time.
  public enum Inspectorate: String, Sendable, CaseIterable {
    /// Schools and children's services.
    case ofsted = "Ofsted"
    /// Health and adult social care.
    case cqc = "CQC"
    /// The police, until then.
    case hmic = "HMIC"
    /// The police, since 19 July 2017.
    case hmicfrs = "HMICFRS"
    /// Probation and youth justice.
    case hmiProbation = "HMI Probation"
  }

  /// Why a document is not read as a letter.
  public enum Refusal: Sendable, Equatable {
    /// No bytes at all.
    case empty
    /// Pages without text: a scan, or a PDF that may not be read.
    case noText
    /// A PDF file itself and not the text in it.
    case pdfItself
    /// Bytes that are no text.
    case notText
    /// More than any letter holds; the length in bytes.
    case tooLong(Int)
    /// A review of the kind held until 2009.
    case jointAreaReview
    /// The words "joint targeted area inspection" do not stand where a letter has its subject.
    case noSubject
    /// It speaks of such an inspection but has not the parts of a letter; those it lacks.
    case noLetter(missing: [String])
    /// It has the title of a framework's report but not its parts; those it lacks.
    case noReport(framework: String, missing: [String])
    /// It is a document of another kind, such as "a monitoring visit".
    case other(String)
    /// Another report begins on this page.
    case several(page: Int)
  }
}
