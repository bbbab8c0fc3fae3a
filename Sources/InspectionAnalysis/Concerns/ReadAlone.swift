import InspectionModel

/// How many passages name one agency only, as read: before anybody has coded them.
struct ReadAlone {
  private let asRead: AsRead
  private var one: [Row] = []
  private var several: [Row] = []
  /// By report: passages that name one agency, of those that name any.
  private var byReport = ReportTally()
  /// The passages in which an agency stands alone.
  private var alone: [Row: [Row]] = [:]

  /// O(agencies found).
  init(_ scope: Scope, in register: Register) {
    asRead = AsRead(scope, in: register)
    let all = register.row(.agency, key: Agency.allPartners)
    let bodies = Set(Agency.bodies.compactMap { register.row(.agency, key: $0) })
    var start = 0
    while start < asRead.all.count {
      let first = asRead.all[start]
      let end =
        asRead.all[start...].firstIndex { $0.passage != first.passage } ?? asRead.all.count
      let named = asRead.all[start..<end].map(\.agency)
      let count =
        named.count { !bodies.contains($0) } + (named.contains { $0 == all } ? 2 : 0)
      if count > 0 { tally(first, named.first { !bodies.contains($0) }, isAlone: count == 1) }
      start = end
    }
  }

  private mutating func tally(_ sighting: AsRead.Sighting, _ agency: Row?, isAlone: Bool) {
    if isAlone {
      one.append(sighting.passage)
      if let agency { alone[agency, default: []].append(sighting.passage) }
    } else {
      several.append(sighting.passage)
    }
    byReport.add(sighting.report, isPart: isAlone)
  }

  var account: Account {
    Account(
      title: "One agency alone, as read",
      question: "How much of what is found is about one agency only?", answer: answer,
      behind: asRead.read.isEmpty ? "" : Backing.sentence(asRead),
      blocks: [.grid(byInspection), .grid(byAgency)].filter { !$0.isEmpty }, evidence: one,
      method: [
        "A passage names the agencies that the program found in it; “all partners” counts as two "
          + "or more, and the safeguarding partnership as none, since it is a body.",
        ReportBootstrap.method,
        "As read there is no baseline of chance: the reader names several agencies where a "
          + "sentence lists them, whether or not they act together.",
      ],
      gaps: asRead.unread.isEmpty
        ? []
        : ["The reports of \(counted(asRead.unread.count, "inspection")) have not been read."])
  }

  private var answer: String {
    let all = one.count + several.count
    guard all > 0 else {
      return asRead.read.isEmpty
        ? "No report of these inspections has been read, so nothing is known as read."
        : "No passage of these reports names an agency."
    }
    return
      "\(AgencyReliability.sentence). \(one.count) of \(counted(all, "passage")) that name an "
      + "agency name only one: \(ReportBootstrap().phrase(of: byReport.reports))."
  }

  private var byInspection: Grid {
    Grid(
      title: "By report", corner: "inspection", rows: byReport.ordered,
      named: { asRead.read[Int($0.report)].title },
      subject: { asRead.read[Int($0.report)].row },
      columns: [
        .bar("one agency") { line in
          Figure(
            .share(line.share.part, of: line.share.whole),
            basis: [asRead.read[Int(line.report)].row])
        }
      ])
  }

  private var byAgency: Grid {
    let agencies = asRead.register.all(Agency.self).inOrderOfField.compactMap { agency in
      alone[agency.row].map { (agency: agency, passages: $0) }
    }
    return Grid(
      title: "Which agency stands alone", corner: "agency", rows: agencies, named: \.agency.name,
      subject: \.agency.row, columns: [.bar("passages") { .count($0.passages) }])
  }
}
