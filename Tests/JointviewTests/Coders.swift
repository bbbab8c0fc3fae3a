import Seeded

/// Coders who change a register's text, in words that stand nowhere else: what becomes of them
/// shows what becomes of the edit.
struct Coders {
  var random: SeededGenerator
  private var count = 0

  init(random: SeededGenerator) { self.random = random }

  /// Six passages coded, a theme that nothing names, and one contribution that is left alone.
  static let register: String = {
    let coded = (1...6).map {
      "Id: C-\($0)0\nPassage: jtai-ashby-2017/s1\nAgency: police\nDirection: +\n"
    }
    let alone = "Id: C-00\nPassage: jtai-ashby-2017/s1\nAgency: police\nDirection: +\nNote: none\n"
    let themes = "Name: Neglect of older children\n\nId: spare\nName: Spare\n"
    return smallRegister.replacing("Name: Neglect of older children\n", with: themes)
      + ([alone] + coded).map { "\n" + $0 }.joined()
  }()

  /// A text in which the contribution that is left alone otherwise has this note.
  static func noting(_ word: String, in text: String) -> String {
    text.replacing("\nNote: none\n", with: "\nNote: \(word)\n")
  }

  /// Those notes.
  static func notes(in text: String) -> Set<String> {
    Set(["first", "second"].filter { text.contains(": \($0)\n") })
  }

  /// The words that people have put into a text.
  static func words(in text: String) -> Set<Substring> {
    Set(text.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.filter { $0.hasPrefix("word") })
  }

  /// A text after some edits.
  mutating func edited(_ text: String) -> String {
    var paragraphs = text.split(separator: "\n\n", omittingEmptySubsequences: false).map(
      String.init)
    for _ in 0..<Int.random(in: 1...4, using: &random) { edit(&paragraphs) }
    return paragraphs.joined(separator: "\n\n")
  }

  private mutating func edit(_ paragraphs: inout [String]) {
    // Those that a person may touch.
    let coded = paragraphs.indices.filter {
      paragraphs[$0].contains("Id: C-") && !paragraphs[$0].contains("Id: C-00")
    }
    guard let first = coded.first, let last = coded.last,
      let one = coded.randomElement(using: &random)
    else { return }
    switch Int.random(in: 0..<14, using: &random) {
    case 0...2: set("Note", &paragraphs[one])
    case 3: changeInspection("Note", word(), &paragraphs)
    case 4: changeInspection("Theme", "spare", &paragraphs)
    case 5: paragraphs.removeAll { $0.hasPrefix("Id: spare\n") }
    case 6: paragraphs.remove(at: one)
    case 7:
      // In the order of keys.
      let record = record()
      let place = coded.first { paragraphs[$0].dropLast(0) > record } ?? last + 1
      paragraphs.insert(record, at: place)
    case 8: paragraphs.insert(record(), at: Int.random(in: first...last, using: &random))
    case 9: paragraphs.insert("# \(word())", at: Int.random(in: first...last, using: &random))
    case 10: paragraphs[one] += "\n# \(word())"
    case 11: paragraphs[one] += "\nMood: \(word())"
    case 12: paragraphs.swapAt(one, coded.randomElement(using: &random) ?? one)
    default: changeArea(&paragraphs)
    }
  }

  private mutating func word() -> String {
    count += 1
    return "word\(count)"
  }

  private mutating func record() -> String {
    "Id: C-\(Int.random(in: 10...69, using: &random))\(word())\nPassage: jtai-ashby-2017/s1\n"
      + "Agency: police\nDirection: -"
  }

  /// Gives a field a value of its own.
  private mutating func set(_ field: String, to value: String? = nil, _ record: inout String) {
    var lines = record.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let end = lines.last == "" ? lines.count - 1 : lines.count
    let line = "\(field): \(value ?? word())"
    if let place = lines.firstIndex(where: { $0.hasPrefix("\(field): ") }) {
      lines[place] = line
    } else {
      lines.insert(line, at: end)
    }
    record = lines.joined(separator: "\n")
  }

  private mutating func changeInspection(
    _ field: String, _ value: String, _ paragraphs: inout [String]
  ) {
    guard let place = paragraphs.firstIndex(where: { $0.contains("Id: jtai-ashby-2017\n") }) else {
      return
    }
    set(field, to: value, &paragraphs[place])
  }

  /// Another name for the area, or one less.
  private mutating func changeArea(_ paragraphs: inout [String]) {
    guard let place = paragraphs.firstIndex(where: { $0.hasPrefix("Id: ashby\n") }) else { return }
    var lines = paragraphs[place].split(separator: "\n").map(String.init)
    if Bool.random(using: &random), let old = lines.firstIndex(where: { $0.hasPrefix("Alias: ") }) {
      lines.remove(at: old)
    } else {
      lines.append("Alias: \(word())")
    }
    paragraphs[place] = lines.joined(separator: "\n")
  }
}
