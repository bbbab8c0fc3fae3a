import InspectionModel
import InspectionOperations
import TerminalCore

/// One line of what tables would change.
struct ImportLine: Sendable {
  enum Kind: Sendable {
    /// The line that writes all of it.
    case write
    /// Says what comes below.
    case heading
    case sentence(Role)
    case question(Question)
  }

  let kind: Kind
  let text: String
  /// The part of the plan that it is of; empty of headings.
  var part = ""

  /// A decision of a plan.
  struct Question: Hashable, Sendable {
    /// Which of the tables.
    let table: Int
    let decision: TablePlan.Decision

    static func == (a: Question, b: Question) -> Bool {
      (a.table, a.decision.id) == (b.table, b.decision.id)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(table)
      hasher.combine(decision.id)
    }
  }

  var question: Question? {
    if case .question(let question) = kind { question } else { nil }
  }

  /// Whether it is still to be decided.
  var isOpen: Bool { question.map { $0.decision.choice == nil } ?? false }
}

extension ImportLine.Question {
  /// What is chosen by the key that keeps, or by the one that takes; nil where that is none.
  func choice(takes: Bool) -> String? {
    switch decision.subject {
    case .cell: takes ? "take" : "keep"
    case .vanished: takes ? "skip" : "keep"
    case .area: takes ? decision.options.first { $0 != "skip" } : "skip"
    }
  }

  /// What a choice means, in a few words.
  func words(_ choice: String) -> String {
    switch decision.subject {
    case .cell: choice == "take" ? "take what the table says" : "keep what the register has"
    case .vanished:
      choice == "skip" ? "expect it again next time" : "expect it no more; its records stay"
    case .area(let name, _):
      choice == "skip" ? "leave “\(name)” out" : "“\(name)” is \(choice)"
    }
  }
}

extension ImportLine {
  /// How many lines of one part are shown before the rest is only counted.
  private static let most = 1_000

  /// All lines: what is to be decided first.
  static func all(of tables: TablesAtHand) -> [ImportLine] {
    var lines = [write(tables)]
    lines += tables.remarks.map { ImportLine(kind: .sentence(.mixed), text: $0, part: "reading") }
    if let problem = tables.problem {
      lines.append(ImportLine(kind: .sentence(.shortfall), text: "\(problem)", part: "problem"))
    }
    for (place, plan) in tables.plans.enumerated() {
      lines += plan.head.map { ImportLine(kind: .heading, text: $0) }
      lines += questions(of: plan, at: place)
      for (heading, sentences) in plan.parts {
        lines += part(heading, sentences)
      }
      lines += part(
        "First rows as they were read",
        tables.tables[place].rows.prefix(10).map(\.words))
    }
    return lines
  }

  private static func write(_ tables: TablesAtHand) -> ImportLine {
    let words =
      !tables.isPlanned
      ? "working out what changes…"
      : tables.open > 0
        ? "nothing is written before \(counted(tables.open, "decision is", "decisions are")) made"
        : tables.edits == 0
          ? "nothing changes" : "write \(counted(tables.edits, "edit")) into the register"
    return ImportLine(kind: .write, text: words)
  }

  private static func questions(of plan: TablePlan, at place: Int) -> [ImportLine] {
    let (open, decided) = (
      plan.decisions.filter { $0.choice == nil }, plan.decisions.filter { $0.choice != nil }
    )
    return [("To be decided", open), ("Decided", decided)].flatMap { heading, decisions in
      guard !decisions.isEmpty else { return [ImportLine]() }
      return [ImportLine(kind: .heading, text: "\(heading): \(decisions.count)")]
        + decisions.map { decision in
          let question = Question(table: place, decision: decision)
          let answer = decision.choice.map { choice in
            let reason = decision.reason.map { " (\($0))" } ?? ""
            return "\(question.words(choice))\(reason): "
          }
          return ImportLine(
            kind: .question(question), text: (answer ?? "") + decision.words(plan.table),
            part: heading.lowercased())
        }
    }
  }

  private static func part(_ heading: String, _ sentences: [String]) -> [ImportLine] {
    if sentences.isEmpty { return [] }
    let rest = sentences.count - most
    return [ImportLine(kind: .heading, text: "\(heading): \(sentences.count)")]
      + sentences.prefix(most).map {
        ImportLine(kind: .sentence(.text), text: $0, part: heading.lowercased())
      }
      + (rest > 0 ? [ImportLine(kind: .heading, text: "and \(rest) more")] : [])
  }
}
