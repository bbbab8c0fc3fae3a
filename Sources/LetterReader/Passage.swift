public import InspectionModel

extension Letter {
  /// A heading of a letter.
  public struct Section: Sendable, Equatable {
    /// The heading as printed, on one line.
    public var heading: String
    /// What the section is about; a sub-heading has the kind of its section.
    public var kind: SectionKind
    /// 1 for a section, 2 for a sub-heading in it.
    public var level: Int
    /// Where it stands.
    public var place: Place
  }

  /// One bullet, paragraph or box of a letter, whole.
  public struct Passage: Sendable, Equatable {
    /// The kind of section it stands in.
    public var section: SectionKind
    /// Its number among the passages of that kind, from 1.
    public var index: Int
    /// The sub-heading it stands under; empty without one.
    public var subheading: String
    /// The paragraph's number as printed.
    public var number: String?
    /// Where it begins.
    public var place: Place
    /// The page on which it ends.
    public var pageTo: Int
    /// Its words on one line, without glyph, page numbers and footnotes.
    public var text: String
    /// Who is responsible for it, where a table says so.
    public var bodies: [String] = []
    /// The agencies that act or are responsible in it, each once, in the order of their words.
    public var agencies: [AgencyMention]

    /// The section's letter and the index, such as `s4`.
    public var code: String { "\(section.code)\(index)" }
  }

  /// An agency in a passage, with the words that name it.
  public struct AgencyMention: Sendable, Hashable {
    /// The agency's identifier.
    public var agency: String
    /// The words as they stand in the passage (or in its section's lead-in sentence).
    public var words: String
  }
}

extension SectionKind {
  /// Whether the section is a list of bullets, where glyphs and not paragraphs make the passages.
  var isList: Bool { self == .strength || self == .improvement || self == .priorityAction }
}
