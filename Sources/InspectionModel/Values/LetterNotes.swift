/// A heading of a letter, as one field of its inspection: `12 p4 strength ## Leadership and
/// management`.
public struct LetterHeading: Hashable, Sendable {
  /// The position of the passage that it stands before; one more than the last for a heading at the
  /// end.
  public let position: Int
  /// The page it stands on, from 1.
  public let page: Int
  /// What its section is about.
  public let kind: SectionKind
  /// 1 for a section, 2 for a sub-heading in it.
  public let level: Int
  /// The words, as printed.
  public let text: String

  public init(position: Int, page: Int, kind: SectionKind, level: Int, text: String) {
    (self.position, self.page, self.kind) = (position, page, kind)
    (self.level, self.text) = (level, text)
  }

  /// Nil for a field that somebody wrote otherwise.
  public init?(_ field: String) {
    let parts = field.split(separator: " ", maxSplits: 4).map(String.init)
    guard parts.count == 5, let position = Int(parts[0]),
      let page = LetteredNumber.read(parts[1], "p"),
      let kind = SectionKind(rawValue: parts[2]), parts[3].allSatisfy({ $0 == "#" })
    else { return nil }
    self.init(
      position: position, page: page, kind: kind, level: parts[3].count, text: parts[4])
  }

  /// As it stands in the register.
  public var field: String {
    "\(position) p\(page) \(kind.rawValue) \(String(repeating: "#", count: level)) \(text)"
  }
}

/// Where in a letter a fact of its inspection stands, and how it is known: `Published p1 l3
/// stated`.
public struct LetterFinding: Hashable, Sendable {
  /// The name of the field, such as `Published`.
  public let name: String
  /// The page, from 1.
  public let page: Int
  /// The line of that page, from 1, blank ones counted.
  public let line: Int
  /// `stated`, `from the letter's date` or `guessed`.
  public let how: String

  public init(name: String, page: Int, line: Int, how: String) {
    (self.name, self.page, self.line, self.how) = (name, page, line, how)
  }

  /// Nil for a field that somebody wrote otherwise.
  public init?(_ field: String) {
    let parts = field.split(separator: " ", maxSplits: 3).map(String.init)
    guard parts.count == 4, let page = LetteredNumber.read(parts[1], "p"),
      let line = LetteredNumber.read(parts[2], "l")
    else { return nil }
    self.init(name: parts[0], page: page, line: line, how: parts[3])
  }

  /// As it stands in the register.
  public var field: String { "\(name) p\(page) l\(line) \(how)" }
}

/// Something in a letter that does not fit: `p1 l14 The year of the fieldwork is missing`.
public struct LetterRemark: Hashable, Sendable {
  /// The page, from 1.
  public let page: Int
  /// The line of that page, from 1, blank ones counted.
  public let line: Int
  /// What does not fit, in one sentence.
  public let sentence: String

  public init(page: Int, line: Int, sentence: String) {
    (self.page, self.line, self.sentence) = (page, line, sentence)
  }

  /// Nil for a field that somebody wrote otherwise.
  public init?(_ field: String) {
    let parts = field.split(separator: " ", maxSplits: 2).map(String.init)
    guard parts.count == 3, let page = LetteredNumber.read(parts[0], "p"),
      let line = LetteredNumber.read(parts[1], "l")
    else { return nil }
    self.init(page: page, line: line, sentence: parts[2])
  }

  /// As it stands in the register.
  public var field: String { "p\(page) l\(line) \(sentence)" }
}

/// Numbers with a letter before them, such as `p4`.
private enum LetteredNumber {
  static func read(_ text: String, _ letter: String) -> Int? {
    text.hasPrefix(letter) ? Int(text.dropFirst(letter.count)) : nil
  }
}
