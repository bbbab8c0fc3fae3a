import InspectionModel

/// A report's facts and passages as plain text for people, 80 columns wide.
public struct LetterPage: Sendable {
  private static let width = 80
  private let letter: Letter
  private let file: String

  /// The page of what was found in `file`.
  public init(file: String, _ letter: Letter) {
    self.file = file
    self.letter = letter
  }

  /// The page, each line ended.
  public var text: String {
    if let refusal = letter.refusal { return "\(file)\n\(wrapped(refusal.sentence, indent: 2))" }
    let parts = [facts, counts, passages, problems].filter { !$0.isEmpty }
    return "\(file)\n" + parts.joined(separator: "\n")
  }

  private var facts: String {
    let area = letter.area.map { $0.value.name + ($0.value.code.map { " (\($0))" } ?? "") }
    let theme = letter.theme.map { "\($0.value.id ?? "new"): \($0.value.words)" }
    let days = [letter.fieldworkFrom, letter.fieldworkTo].map { $0?.value.description ?? "?" }
    let names = letter.inspectorates.map(\.value.rawValue).joined(separator: ", ")
    let common = [
      row("Area", area, source(letter.area)),
      letter.isJTAI ? row("Theme", theme, source(letter.theme)) : framework,
      row("Fieldwork", days.joined(separator: " to "), source(letter.fieldworkFrom)),
      row("Published", letter.published?.value.description, source(letter.published)),
      row("Inspected by", names.isEmpty ? nil : names, source(letter.inspectorates.first)),
    ]
    guard letter.isJTAI else { return (common + outcome).joined() }
    let rows =
      common + [
        row("Statement by", letter.statementBy?.value, source(letter.statementBy)),
        row("Statement due", letter.statementDue?.value.description, source(letter.statementDue)),
      ]
    let addressees = letter.addressees.map { row("Addressed to", $0.value.line, source($0)) }
    return (rows + addressees).joined()
  }

  private var framework: String {
    row("Framework", letter.framework?.value, source(letter.framework))
  }

  /// What a report judges, and what it says of visits before it and after.
  private var outcome: [String] {
    let grades = letter.judgements.map { judgement in
      let grade = judgement.grade?.name ?? judgement.reason?.name
      return row(
        "Judged", "\(judgement.aspect.name): \(grade ?? "not known")",
        " [\(place(judgement.place))]")
    }
    let next = letter.next.map { row("Next", "\($0.kind) within \($0.withinMonths) months", "") }
    let previous = letter.previous.map { row("Before", "\($0.from) to \($0.to)", "") }
    let bodies = letter.responsibleBodies.map { row("Responsible", $0.value, source($0)) }
    return grades + next + previous + bodies
  }

  /// Where a fact stands and how it is known.
  private func source<Value>(_ fact: Letter.Found<Value>?) -> String {
    fact.map { " [\(place($0.place)), \($0.how.rawValue)]" } ?? ""
  }

  private func place(_ place: Letter.Place) -> String { "page \(place.page), line \(place.line)" }

  private func row(_ name: String, _ value: String?, _ source: String) -> String {
    wrapped(
      (value ?? "not found") + (value == nil ? "" : source), indent: 17,
      first: "  " + name + String(repeating: " ", count: 15 - name.count))
  }

  private var counts: String {
    let kinds = SectionKind.allCases.compactMap { kind -> String? in
      let count = letter.passages.count { $0.section == kind }
      return count == 0 ? nil : "\(kind.rawValue) \(count)"
    }
    return wrapped(
      "Passages: " + (kinds.isEmpty ? "none" : kinds.joined(separator: ", ")), indent: 2)
  }

  /// The headings with their passages under them, in the letter's order.
  private var passages: String {
    let headings = letter.sections.map { ($0.place, heading($0)) }
    let bodies = letter.passages.map { ($0.place, body($0)) }
    return (headings + bodies).sorted { $0.0 < $1.0 }.map(\.1).joined()
  }

  private func heading(_ section: Letter.Section) -> String {
    let line = section.level == 1 ? section.heading.uppercased() : section.heading
    return "\n"
      + wrapped("\(line) [\(place(section.place))]", indent: section.level == 1 ? 0 : 2)
  }

  private func body(_ passage: Letter.Passage) -> String {
    let pages = passage.pageTo > passage.place.page ? " to page \(passage.pageTo)" : ""
    let agencies = passage.agencies.map { "\($0.agency) \u{201C}\($0.words)\u{201D}" }
    let code = passage.code + String(repeating: " ", count: max(1, 5 - passage.code.count))
    let bodies = passage.bodies.isEmpty ? [] : ["for " + passage.bodies.joined(separator: ", ")]
    let number = passage.number.map { ["paragraph \($0)"] } ?? []
    let note = (number + [place(passage.place) + pages] + bodies + agencies)
      .joined(separator: "; ")
    return wrapped(passage.text, indent: 7, first: "  " + code) + wrapped("[\(note)]", indent: 7)
  }

  private var problems: String {
    guard !letter.problems.isEmpty else { return "" }
    return "PROBLEMS\n"
      + letter.problems.map { problem in
        wrapped(
          "\(problem.field): \(problem.message) [\(place(problem.place))]",
          indent: 2)
      }.joined()
  }

  /// The text on lines of the page's width, set in; `first` stands in the margin of the first line.
  private func wrapped(_ text: String, indent: Int, first: String? = nil) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines = [first ?? margin]
    var column = lines[0].count
    for word in text.split(separator: " ") {
      if column + word.count > Self.width, column > indent {
        lines.append(margin)
        column = indent
      }
      lines[lines.count - 1] += (column > indent ? " " : "") + word
      column += word.count + 1
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Letter.Refusal {
  /// The reason in one sentence, for a person.
  public var sentence: String {
    switch self {
    case .empty: "The file is empty."
    case .noText: "It has no text: it may be a scan, or locked."
    case .pdfItself: "It is a PDF file, not the text of one: pdftotext makes the text."
    case .notText: "It is not text."
    case .tooLong(let bytes): "It has \(bytes / 1_000_000) MB; no letter is that long."
    case .jointAreaReview:
      "It is a joint area review, not a letter of a joint targeted area inspection."
    case .noSubject:
      "It is not a report that jointview reads: neither a title nor a subject line says so."
    case .noLetter(let missing):
      "It is not a letter of a joint targeted area inspection: it lacks "
        + "\(missing.joined(separator: " and "))."
    case .noReport(let framework, let missing):
      "It is not a report of an inspection (\(framework)): it lacks "
        + "\(missing.joined(separator: " and "))."
    case .other(let kind): "It is \(kind), which jointview does not read."
    case .several(let page):
      "It holds more than one report: another begins on page \(page). Split the file first."
    }
  }
}
