import InspectionModel
import LetterReader

/// What a careful reader found in the published letters.
struct Truth {
  typealias Row = [String: String]

  let letters: [String: Row]
  private let items: [String: [Row]]
  private let paragraphs: [String: [Row]]
  private let agencies: [String: [Row]]
  private let sections: [String: [Row]]

  init(folder: String) throws {
    letters = try Self.table(folder + "/letters.csv").reduce(into: [:]) {
      $0[$1["file"] ?? ""] = $1
    }
    items = Dictionary(grouping: try Self.table(folder + "/items.csv")) { $0["file"] ?? "" }
    paragraphs = Dictionary(grouping: try Self.table(folder + "/paragraphs.csv")) {
      $0["file"] ?? ""
    }
    agencies = Dictionary(grouping: try Self.table(folder + "/agencies.csv")) { $0["file"] ?? "" }
    sections = Dictionary(grouping: try Self.table(folder + "/sections.csv")) { $0["file"] ?? "" }
  }

  func items(_ file: String) -> [Row] { items[file] ?? [] }
  func paragraphs(_ file: String) -> [Row] { paragraphs[file] ?? [] }
  func agencies(_ file: String) -> [Row] { agencies[file] ?? [] }
  func sections(_ file: String) -> [Row] { sections[file] ?? [] }

  static let kinds: [String: SectionKind] = [
    "strengths": .strength, "areas for improvement": .improvement,
    "priority action": .priorityAction,
    "case study": .caseStudy, "headline findings": .headline, "main findings": .mainFinding,
    "next steps": .nextSteps, "other": .other,
  ]

  static let agencyIDs: [String: String] = [
    "children's social care": "social-care", "police": "police", "health": "health",
    "education": "education", "probation": "probation", "youth justice": "youth-justice",
    "safeguarding partnership": "partnership", "voluntary sector": "voluntary",
    "council other": "council", "courts/CPS": "courts", "housing": "housing",
    "partnership as a whole": "all-partners",
  ]

  /// The identifiers of agencies that a cell names.
  static func identifiers(_ names: String?) -> Set<String> {
    Set((names ?? "").split(separator: ";").compactMap { agencyIDs[String($0)] })
  }

  static let themeIDs: [String: String] = [
    "child sexual exploitation and missing children": "sexual-exploitation-and-missing",
    "domestic abuse": "domestic-abuse", "neglect": "neglect",
    "child sexual abuse in the family environment": "sexual-abuse-in-the-family",
    "children's mental health": "mental-health", "initial need and risk (front door)": "front-door",
    "early help": "early-help", "serious youth violence": "serious-youth-violence",
  ]

  /// The rows of a table, by column; quoted cells may hold commas.
  static func table(_ path: String) throws -> [Row] {
    let lines = try Files.text(of: path).split(whereSeparator: \.isNewline).map(cells)
    guard let head = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(zip(head, $0)) { first, _ in first } }
  }

  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}

/// Right, missed and wrong answers.
struct Score: CustomStringConvertible {
  var right = 0
  var missed = 0
  var wrong = 0

  var recall: Double { right + missed == 0 ? 1 : Double(right) / Double(right + missed) }
  var precision: Double { right + wrong == 0 ? 1 : Double(right) / Double(right + wrong) }

  var description: String {
    func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10)" }
    return
      "recall \(percent(recall)) % precision \(percent(precision)) % (\(right) right, \(missed) "
      + "missed, \(wrong) wrong)"
  }

  static func += (one: inout Score, other: Score) {
    one.right += other.right
    one.missed += other.missed
    one.wrong += other.wrong
  }
}
