public import TerminalCore

/// What the cells of our screens mean. A colour scheme says how each looks.
extension Role {
  public static let text = Role(rawValue: 0)
  /// Less important than text, and still to be read.
  public static let dim = Role(rawValue: 1)
  /// The line that says where one is, and the status line.
  public static let bar = Role(rawValue: 2)
  /// Lines between panes.
  public static let rule = Role(rawValue: 3)
  /// The name of a column or of a group of facts.
  public static let heading = Role(rawValue: 4)
  /// What the cursor is on.
  public static let cursor = Role(rawValue: 5)
  /// A key to press.
  public static let key = Role(rawValue: 6)
  /// What a filter matched, or a word that matters in a passage.
  public static let match = Role(rawValue: 7)
  public static let strength = Role(rawValue: 8)
  public static let shortfall = Role(rawValue: 9)
  public static let mixed = Role(rawValue: 10)
  public static let mention = Role(rawValue: 11)
  /// Something went well.
  public static let good = Role(rawValue: 12)
  public static let warning = Role(rawValue: 13)
  public static let error = Role(rawValue: 14)
  /// What is being typed.
  public static let entry = Role(rawValue: 15)
  /// The bars, spans and shades of a chart.
  public static let chart = Role(rawValue: 16)

  /// What was searched for, where one is not at it.
  public static let found = Role(rawValue: 17)

  /// The row under the cursor, whole: the ground that the other roles of a row lie on, as in
  /// `Style(.strength, on: .selected)`.
  public static let selected = Role(rawValue: 18)

  /// Every role, with the word by which tests and people call it.
  public static let named: [(role: Role, name: String)] = [
    (.text, "text"), (.dim, "dim"), (.bar, "bar"), (.rule, "rule"), (.heading, "heading"),
    (.cursor, "cursor"), (.key, "key"), (.match, "match"), (.strength, "strength"),
    (.shortfall, "shortfall"), (.mixed, "mixed"), (.mention, "mention"), (.good, "good"),
    (.warning, "warning"), (.error, "error"), (.entry, "entry"),
    (.chart, "chart"), (.found, "found"), (.selected, "selected"),
  ]

  /// Its word.
  public var name: String { Self.named.first { $0.role == self }?.name ?? "?" }
}
