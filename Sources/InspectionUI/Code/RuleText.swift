import InspectionAnalysis
import InspectionModel

/// The rule of a review as one types it, and in words. `blind` before, after or between is no rule,
/// and taken by the prompt.
///
///     6                     the passages of the first six inspections by fieldwork
///     6 same-theme          of the first six on the theme of the first
///     agency:police random  every passage that names police, shuffled
///     -main-finding         all but main findings
///     +case-study           case studies too, which find for or against nobody
enum RuleText {
  /// - Parameter seed: what a random order is drawn from where the line gives none.
  static func rule(_ text: String, seed: Int, _ register: Register) throws(QueryProblem)
    -> ReviewRule
  {
    var rule = ReviewRule()
    var filter: [Substring] = []
    var isSameTheme = false
    for (word, _) in Query.terms(of: text) {
      if let first = Int(word), first > 0 {
        rule.first = first
      } else if word == "random" || word.hasPrefix("random:") {
        rule.order = .random
        rule.seed = Int(word.dropFirst("random:".count)) ?? seed
      } else if word == "same-theme" {
        isSameTheme = true
      } else if word == blind {
        continue
      } else if word.first == "+", let section = SectionKind(rawValue: String(word.dropFirst())) {
        rule.sections.insert(section)
      } else if word.first == "-", let section = SectionKind(rawValue: String(word.dropFirst())) {
        rule.sections.remove(section)
      } else {
        filter.append(word)
      }
    }
    rule.filter = filter.joined(separator: " ")
    _ = try Query(rule.filter, on: .passage)
    if isSameTheme { rule.theme = theme(of: rule, register) }
    return rule
  }

  /// That its reviewer is to see nothing of others until it is closed.
  static let blind = "blind"

  static func isBlind(_ text: String) -> Bool {
    text.split(separator: " ").contains { $0 == blind }
  }

  /// The theme of the first inspection that the rule catches.
  private static func theme(of rule: ReviewRule, _ register: Register) -> Row? {
    let first = ReviewQueue(rule, in: register).inspections.first
    return first.flatMap { register.view($0, as: Inspection.self).theme?.row }
  }

  /// As one would type it.
  static func text(_ rule: ReviewRule) -> String {
    var words = rule.first.map { [String($0)] } ?? []
    if rule.theme != nil { words.append("same-theme") }
    if rule.order == .random { words.append("random:\(rule.seed)") }
    words += SectionKind.allCases
      .filter { rule.sections.contains($0) != ReviewRule.usualSections.contains($0) }
      .map { "\(rule.sections.contains($0) ? "+" : "-")\($0.rawValue)" }
    return (words + [rule.filter]).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// In words, for a list.
  static func phrase(_ rule: ReviewRule, _ register: Register) -> String {
    let theme = rule.theme.map { "on " + register.view($0, as: Theme.self).name }
    let more = SectionKind.allCases
      .filter { rule.sections.contains($0) != ReviewRule.usualSections.contains($0) }
      .map { "\(rule.sections.contains($0) ? "with" : "without") \($0.name)s" }
    let parts = [
      rule.first.map { "first \($0) by fieldwork" } ?? "every inspection", theme,
      rule.filter.isEmpty ? nil : rule.filter,
      rule.order == .date ? "by date" : "random, seed \(rule.seed)",
    ]
    return (parts.compactMap(\.self) + more).joined(separator: " · ")
  }
}
