public import InspectionModel

/// The names by which areas, themes and agencies are known. Data that an analyst extends; the
/// reader knows no name itself.
public struct Vocabulary: Sendable {
  /// The areas a letter may be about.
  public var areas: [KnownArea]
  /// The themes a letter may have.
  public var themes: [KnownTerm]
  /// The agencies a passage may speak of.
  public var agencies: [KnownTerm]

  /// A vocabulary of these names.
  public init(areas: [KnownArea], themes: [KnownTerm], agencies: [KnownTerm]) {
    self.areas = areas
    self.themes = themes
    self.agencies = agencies
  }
}

/// A local authority area.
public struct KnownArea: Sendable {
  /// The register's identifier.
  public var id: String
  /// The name in everyday use.
  public var name: String
  /// Other names, such as that of the statistics office.
  public var aliases: [String]
  /// The statistics (GSS) code.
  public var code: String?
  /// The first day of the area; nil where nobody knows or asks.
  public var from: Day?
  /// The last day of an area that is no more.
  public var to: Day?

  /// An area known by these names; "London Borough of" and the like need no alias.
  public init(
    id: String, name: String, aliases: [String] = [], code: String? = nil, from: Day? = nil,
    to: Day? = nil
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.code = code
    self.from = from
    self.to = to
  }

  /// Whether there was such an area on a day.
  func existed(on day: Day) -> Bool {
    (from ?? day) <= day && day <= (to ?? day)
  }
}

/// A theme of inspections, or a kind of agency that works with children: a name, and the words by
/// which letters tell it.
public struct KnownTerm: Sendable {
  /// The register's identifier.
  public var id: String
  /// The name for people.
  public var name: String
  /// Patterns that speak for it, an agency's teams, posts and services among them: whole words in
  /// any case, an ending left open by `*`, an abbreviation in capitals.
  public var words: [String]
  /// Patterns that do not speak for it alone: for a theme only beside one of `words`, for an agency
  /// only in a passage that names no other, such as "practitioners".
  public var weakWords: [String]
  /// Patterns that hold such words and mean something else.
  public var exceptions: [String]

  /// A term told by these patterns.
  public init(
    id: String, name: String, words: [String], weakWords: [String] = [], exceptions: [String] = []
  ) {
    self.id = id
    self.name = name
    self.words = words
    self.weakWords = weakWords
    self.exceptions = exceptions
  }
}
