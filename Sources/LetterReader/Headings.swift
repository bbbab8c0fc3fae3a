import InspectionModel
import InspectionOperations

/// Knows the headings that letters of 2016 to 2025 give their sections, however they vary in case,
/// number and punctuation.
enum Headings {
  /// The kind of section that a line heads; nil for a line that is no section's heading.
  ///
  /// The same words occur in running text: a heading begins with a capital, ends without a full
  /// stop and is short.
  static func kind(of text: String) -> SectionKind? {
    guard text.utf8.count <= 110, text.startsWithCapital, !text.hasSuffix("."), !text.hasSuffix(",")
    else { return nil }
    guard text.utf8.count(where: { $0 == 0x20 }) < 12 else { return nil }
    let keys = text.words.map(\.key)
    guard !keys.isEmpty else { return nil }
    return box(keys) ?? list(keys) ?? prose(keys) ?? begun(keys)
  }

  /// Whether a heading may be some other line by chance, so that what stands above it must be
  /// finished.
  static func isLoose(_ text: String) -> Bool {
    let keys = text.words.map(\.key)
    return box(keys) != nil || goesOn(keys)
      || (keys.count > 2 && keys.last?.hasPrefix("strength") == true)
  }

  /// Whether it goes on after the words that make it a heading, as "Key strengths of the
  /// partnership" does, so that it must not fill its line.
  static func goesOn(_ text: String) -> Bool { goesOn(text.words.map(\.key)) }

  private static func goesOn(_ keys: [String]) -> Bool { list(keys) == nil && begun(keys) != nil }

  /// The kind of a list whose heading says more than its name.
  private static func begun(_ keys: [String]) -> SectionKind? {
    let next = ["of", "in", "for", "across", "within", "identified", "to"]
    let openings: [([String], SectionKind)] = [
      (["strengths"], .strength), (["key", "strengths"], .strength),
      (["areas", "for", "improvement"], .improvement),
      (["key", "areas", "for", "improvement"], .improvement),
      (["areas", "for", "priority", "action"], .priorityAction),
    ]
    return openings.first { opening, _ in
      keys.starts(with: opening) && keys.dropFirst(opening.count).first.map(next.contains) == true
    }?.1
  }

  private static func box(_ keys: [String]) -> SectionKind? {
    let opening = keys.prefix(2).joined(separator: " ")
    let boxes: Set = [
      "case study", "case studies", "case example", "practice study", "practice studies",
      "practice example", "places and",
    ]
    guard boxes.contains(opening) else { return nil }
    return opening != "places and" || keys.dropFirst(2).first == "spaces" ? .caseStudy : nil
  }

  private static func list(_ keys: [String]) -> SectionKind? {
    if keys.starts(with: ["what", "needs", "to", "improve"]) { return .improvement }
    if let last = keys.last, last.hasPrefix("strength"), keys.count <= 5 { return .strength }
    guard keys.count <= 7, let last = keys.last,
      ["area", "areas", "priority", "key"].contains(keys[0]),
      keys.allSatisfy(listWords.contains)
    else { return nil }
    switch last {
    case "action", "actions": return keys.contains("priority") ? .priorityAction : nil
    case "improvement", "improvements", "development": return .improvement
    default: return nil
    }
  }

  /// All that stands in the headings of priority actions and improvements; "s" is that of
  /// "area(s)".
  private static let listWords: Set = [
    "area", "areas", "s", "for", "of", "and", "key", "priority", "action", "actions", "immediate",
    "further",
    "improvement", "improvements", "development",
  ]

  private static func prose(_ keys: [String]) -> SectionKind? {
    switch keys.joined(separator: " ") {
    case "headline findings", "headline finding", "headlines": .headline
    case "main findings", "main finding", "findings", "detailed findings", "key findings":
      .mainFinding
    case "next steps", "next step": .nextSteps
    case "context", "background", "local context", "contextual information": .context
    case "summary", "overview", "introduction", "conclusion", "scope", "scope of the inspection":
      .other
    default: nil
    }
  }
}
