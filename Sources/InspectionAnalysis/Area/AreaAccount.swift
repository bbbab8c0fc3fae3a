import InspectionModel

extension Topic {
  /// What there is to know of one area, each part leading to its records.
  public static let area = Topic(
    "area", title: "Area",
    summary: "one area (--key croydon): its inspections, grades and burden, and what is due",
    takes: [.key, .day, .reading], isOfOneArea: true
  ) { AreaAccount.account($0) }
}

/// One area on a page: its inspections on a line of years with their grades, what they asked of it
/// beside its neighbours, what was said of each agency, what is due.
///
/// An area that followed another, or was followed, is told with it.
struct AreaAccount {
  let area: Area
  let name: String
  let input: Topic.Input
  /// By the first day known, the latest first; those without one last.
  let inspections: [Inspection]
  let burden: AreaBurden
  let due: NextDue
  private let former: [Area]
  private let later: [Area]
  private let sayings: AreaSayings

  static func account(_ input: Topic.Input) -> Account {
    let question = "What was inspected in an area, what did it take, and what is due?"
    guard let key = input.key else {
      return Account(
        title: "Area", question: question,
        answer: "This is about one area; name it by its key, as the register has it.")
    }
    guard let row = input.register.row(.area, key: key) else {
      return Account(
        title: "Area", question: question, answer: "The register has no area \(key).")
    }
    return AreaAccount(input.register.view(row), input).account
  }

  private init(_ area: Area, _ input: Topic.Input) {
    let lineage = Lineage(input.register)
    (self.area, self.input, name) = (area, input, area.name)
    (former, later) = lineage.relatives(of: area)
    let all = former + [area] + later
    inspections = Self.newestFirst(all.flatMap(\.inspections))
    burden = AreaBurden(area, lineage, input.register)
    // Of an area that is no more nothing is due; its successors have pages of their own.
    due = NextDue(area.to == nil ? former + [area] : [])
    sayings = AreaSayings(inspections, input)
  }

  private static func newestFirst(_ inspections: [Inspection]) -> [Inspection] {
    inspections.map { (day: $0.date, inspection: $0) }.sorted { a, b in
      guard let mine = a.day, let theirs = b.day, mine != theirs else {
        return a.day == b.day ? a.inspection.key < b.inspection.key : a.day != nil
      }
      return mine > theirs
    }.map(\.inspection)
  }

  private var account: Account {
    Account(
      title: name, question: "What was inspected in \(name), what did it take, and what is due?",
      answer: answer, behind: burden.behind,
      blocks: [line, .grid(judgements), dueBlock, sayings.block, .grid(burden.grid)]
        .filter { !$0.isEmpty },
      evidence: inspections.map(\.row) + sayings.evidence, method: Self.method + sayings.method,
      gaps: gaps, start: inspections.first?.row)
  }

  // MARK: - The answer

  private var answer: String {
    ([extent, relatives] + (inspections.isEmpty ? [] : [lastGrade])
      + [burden.sentence, nextDue]).compactMap(\.self).joined(separator: " ")
  }

  private var extent: String {
    guard !inspections.isEmpty else { return "The register has no inspection of \(name)." }
    let years = inspections.compactMap { $0.date?.year }
    let span = years.min().flatMap { first in
      years.max().map { first == $0 ? " in \(first)" : " from \(first) to \($0)" }
    }
    let joint = inspections.count(where: \.isJoint)
    return
      "\(name) had \(counted(inspections.count, "inspection"))\(span ?? ""), "
      + "\(joint == 0 ? "none" : "\(joint)") of them joint."
  }

  private var relatives: String? {
    guard !former.isEmpty || !later.isEmpty else {
      return area.to.map { "It was an area until \($0)." }
    }
    let before =
      former.isEmpty ? nil : "followed \(former.map(\.name).joined(separator: ", and "))"
    let after =
      later.isEmpty
      ? nil
      : "was followed by \(later.map(\.name).joined(separator: ", and by "))"
        + (area.to.map { " after \($0)" } ?? "")
    let words = [before, after].compactMap(\.self).joined(separator: " and ")
    return "It \(words); what was inspected there counts here as well."
  }

  /// Of the council's work as a whole, which is what most people ask for.
  private var lastGrade: String {
    let graded = inspections.first { inspection in
      AreaHistory.full.contains(inspection.framework?.key ?? "") && inspection.grade != nil
    }
    guard let graded, let grade = graded.grade else {
      return "No overall grade of the council's work with children is in the register."
    }
    return "The council's last overall grade is \(grade.name) (\(graded.title))."
  }

  private var nextDue: String? {
    due.rounds.first.flatMap { round in
      round.due.map { day in
        let names = round.frameworks.map(\.shortName).joined(separator: " or ")
        return day < input.day
          ? "On the usual cycle \(names) was due by \(day); the register has none since."
          : "On the usual cycle \(names) is next due by \(day)."
      }
    }
  }

  // MARK: - What is due, and what is not known

  private var dueBlock: Account.Block {
    if !due.rounds.isEmpty { return .grid(due.grid) }
    return .sentences(
      title: "Next due",
      [
        area.to == nil
          ? "Not known: the register has no dated inspection of \(name) under a framework in force."
          : "\(name) no longer exists, so nothing is due."
      ])
  }

  private static let method = [
    "An inspection stands at its first day on site, else at the day of its report. Its letter is "
      + "its overall grade, or the one grade it has.",
    "Working days on site are those of the account of burden. The median is the neighbour in the "
      + "middle; of an even number, half-way between the two in the middle.",
    "Areas that followed one another are shown together, neighbours too. Of an area that was "
      + "split, each part has the whole before it, and not the other parts.",
  ]

  private var gaps: [String] {
    let undated = inspections.count { $0.date == nil }
    return [
      undated == 0
        ? nil : "No date is known of \(counted(undated, "inspection")), so the line lacks them.",
      burden.neighbours.isEmpty
        ? "The register names no statistical neighbours of \(name)." : nil,
    ].compactMap(\.self) + sayings.gaps
  }
}
