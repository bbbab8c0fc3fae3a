import InspectionOperations

/// Parts a row of organisations that share a duty: "Bury Council and NHS Greater Manchester
/// Integrated Care Board (ICB)".
///
/// Names hold commas and "and" themselves, so a part ends only where the name of a body is whole.
enum Bodies {
  /// The bodies of a text, without brackets, articles and the words "local authority".
  /// - Parameter area: the area's name, with which a borough's name may end.
  static func names(in text: String, area: String?) -> [String] {
    let words = text.outsideBrackets.split(separator: " ").map(String.init)
    var names: [String] = []
    var open: [String] = []
    for (index, word) in words.enumerated() {
      let isComma = word.hasSuffix(",") || word.hasSuffix(";")
      let bare = isComma ? String(word.dropLast()) : word
      if bare.lowercased() == "and" || bare == "&", isWhole(open, area),
        isBeginning(words[(index + 1)...])
      {
        names.append(name(open))
        open = []
        continue
      }
      open.append(isComma && isWhole(open + [bare], area) ? bare : word)
      if isComma, isWhole(open, area), isBeginning(words[(index + 1)...]) {
        names.append(name(open))
        open = []
      }
    }
    if !open.isEmpty { names.append(name(open)) }
    return names.filter { !$0.isEmpty }
  }

  private static let endings: Set = [
    "council", "board", "icb", "trust", "partnership", "authority", "boards", "icbs", "england",
    "corporation", "children",
  ]

  /// Whether the words so far are the whole name of a body.
  private static func isWhole(_ words: [String], _ area: String?) -> Bool {
    guard let last = words.last?.lowercased().trimmed(of: [",", ".", ";"]) else { return false }
    if endings.contains(last) { return true }
    let all = words.joined(separator: " ").lettersAndDigits
    guard let area, all.contains("borough") || all.contains("cityof") else {
      return false
    }
    return all.hasSuffix(area.lettersAndDigits)
  }

  /// Whether the name of another body begins: with a capital, after an article or "the".
  private static func isBeginning(_ words: ArraySlice<String>) -> Bool {
    guard let first = words.first else { return false }
    let next = ["the", "and"].contains(first.lowercased()) ? words.dropFirst().first ?? "" : first
    return next.startsWithCapital
  }

  private static func name(_ words: [String]) -> String {
    var words = words
    while let first = words.first?.lowercased(), first == "the" || first == "and" {
      words.removeFirst()
    }
    let keys = words.suffix(2).map { $0.lowercased() }
    if keys == ["local", "authority"], words.count > 2 { words.removeLast(2) }
    return words.joined(separator: " ").trimmed(of: [" ", ",", ".", ";"])
  }
}

extension String {
  /// The text without what stands in round brackets.
  var outsideBrackets: String {
    var depth = 0
    var kept = ""
    for character in self {
      if character == "(" { depth += 1 }
      if depth == 0, !(character == " " && kept.last == " ") { kept.append(character) }
      if character == ")" { depth = max(0, depth - 1) }
    }
    return kept
  }
}
