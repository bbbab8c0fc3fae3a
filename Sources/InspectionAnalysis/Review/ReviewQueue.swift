public import InspectionModel

/// The passages of a review, in its order, and what its rule catches that one would not expect.
public struct ReviewQueue: Sendable {
  public let passages: [Row]
  /// The inspections they are of, the earliest first; those whose letter is not read yet too.
  public let inspections: [Row]
  /// What a person should know of what the rule catches, in sentences.
  public let warnings: [String]

  /// O(inspections + passages of those it takes); with a filter, or without a number of
  /// inspections, O(passages).
  public init(_ rule: ReviewRule, in register: Register) {
    let chosen = Self.inspections(rule, register)
    var warnings = Self.surprises(chosen, rule)
    var matching: Set<Row>?
    do {
      let query = try Query(rule.filter, on: .passage)
      if !query.isEmpty { matching = Set(register.rows(matching: query)) }
    } catch {
      warnings.append(error.description)
      matching = []
    }
    let passages = chosen.flatMap(\.passages).filter { passage in
      passage.section.map(rule.sections.contains) ?? false
        && matching?.contains(passage.row) ?? true
    }
    self.passages =
      rule.order == .date ? passages.map(\.row) : Self.shuffled(passages, seed: rule.seed)
    inspections = chosen.map(\.row)
    self.warnings = warnings
  }

  /// By a number drawn for each passage alone, so that passages that come or go leave the order of
  /// the others.
  private static func shuffled(_ passages: [Passage], seed: Int) -> [Row] {
    let drawn = passages.map { passage in
      var generator = SplitMix(seed: UInt64(truncatingIfNeeded: seed), text: passage.key)
      return (number: generator.next(), row: passage.row)
    }
    return drawn.sorted { $0.number < $1.number }.map(\.row)
  }

  private static func inspections(_ rule: ReviewRule, _ register: Register) -> [Inspection] {
    let all = register.all(Inspection.self)
      .filter { $0.isJoint && (rule.theme == nil || $0.theme?.row == rule.theme) }
    guard let first = rule.first else { return all.sorted(by: isBefore) }
    return Array(all.byFieldwork.prefix(first))
  }

  private static func isBefore(_ a: Inspection, _ b: Inspection) -> Bool {
    guard let mine = a.date else { return false }
    guard let theirs = b.date else { return true }
    return mine == theirs ? a.key < b.key : mine < theirs
  }

  // MARK: - Surprises

  private static func surprises(_ chosen: [Inspection], _ rule: ReviewRule) -> [String] {
    guard let wanted = rule.first else { return [] }
    var sentences = onOtherThemes(chosen, wanted)
    if chosen.count < wanted {
      let on = rule.theme == nil ? "" : " on this theme"
      sentences.append("there are no more inspections\(on): \(chosen.count) of \(wanted)")
    }
    let unread = chosen.filter { $0.record.register.childCount(.passage, of: $0.row) == 0 }
    if !unread.isEmpty {
      sentences.append("no letter read yet for \(names(unread))")
    }
    return sentences
  }

  /// Inspections on another theme than the first.
  private static func onOtherThemes(_ chosen: [Inspection], _ wanted: Int) -> [String] {
    guard let theme = chosen.first?.theme?.row else { return [] }
    let others = chosen.enumerated().filter { $1.theme?.row != theme }
    guard let (place, inspection) = others.first else { return [] }
    let like = "\(chosen.count - others.count) of \(wanted)"
    if others.count == 1 {
      return [
        "the \(ordinal(place + 1)) inspection by date, \(inspection.title), is on another theme: "
          + "\(like)"
      ]
    }
    return [
      "\(others.count) inspections are on other themes than the first: "
        + "\(names(others.map(\.element))): \(like)"
    ]
  }

  /// The first few by name, and how many there are besides.
  private static func names(_ inspections: [Inspection]) -> String {
    let named = inspections.prefix(inspections.count > 5 ? 3 : 5).map(\.title)
    let rest = inspections.count - named.count
    return named.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  private static func ordinal(_ number: Int) -> String {
    let words = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ]
    return number <= words.count ? words[number - 1] : "\(number)th"
  }
}
