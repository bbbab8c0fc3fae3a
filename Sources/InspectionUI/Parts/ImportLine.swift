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
    case .cell: return (takes ? TableChoice.take : .keep).rawValue
    case .vanished: return (takes ? TableChoice.skip : .keep).rawValue
    case .area:
      if !takes { return TableChoice.skip.rawValue }
      // Of several that are alike none is meant before somebody says so.
      let areas = decision.options.filter { $0 != TableChoice.skip.rawValue }
      return areas.count == 1 ? areas[0] : nil
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
      for one in plan.parts(most: most) { lines += part(one) }
      let first = tables.tables[place].rows.prefix(10).map(\.sentence)
      lines += part(("First rows as they were read", first.count, first))
    }
    return lines
  }

  private static func write(_ tables: TablesAtHand) -> ImportLine {
    ImportLine(kind: .write, text: outcome(of: tables))
  }

  /// What comes of the tables as things stand.
  private static func outcome(of tables: TablesAtHand) -> String {
    if tables.problem != nil { return "this cannot be written, for the reason below" }
    if !tables.isPlanned { return "working out what changes…" }
    if tables.open > 0 { return "\(Refusal.undecided(tables.open))" }
    if tables.edits == 0 { return "nothing changes" }
    return "write \(counted(tables.edits, "edit")) into the register"
  }

  private static func questions(of plan: TablePlan, at place: Int) -> [ImportLine] {
    let open = plan.decisions.filter { $0.choice == nil }
    let kinds = [
      ("To be decided", open.filter(\.isNeeded)),
      ("Areas that are not known; their rows are refused", open.filter { !$0.isNeeded }),
      ("Decided", plan.decisions.filter { $0.choice != nil }),
    ]
    return kinds.flatMap { heading, decisions in
      guard !decisions.isEmpty else { return [ImportLine]() }
      return [ImportLine(kind: .heading, text: "\(heading): \(decisions.count)")]
        + decisions.map { decision in
          let question = Question(table: place, decision: decision)
          return ImportLine(
            kind: .question(question),
            text: (decision.answer ?? "") + decision.sentence(plan.table),
            part: heading.lowercased())
        }
    }
  }

  private static func part(_ part: TablePlan.Part) -> [ImportLine] {
    if part.count == 0 { return [] }
    let rest = part.count - part.sentences.count
    return [ImportLine(kind: .heading, text: "\(part.heading): \(part.count)")]
      + part.sentences.map {
        ImportLine(kind: .sentence(.text), text: $0, part: part.heading.lowercased())
      }
      + (rest > 0 ? [ImportLine(kind: .heading, text: "and \(rest) more")] : [])
  }
}
