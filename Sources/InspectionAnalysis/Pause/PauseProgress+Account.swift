public import InspectionModel

extension Topic {
  public static let pause = Topic(
    "pause", title: "Programme",
    summary:
      "how far a pause point is reached (--on DAY), its dossier, and the programme around it",
    takes: [.key, .day]
  ) { PauseProgress.account(of: $0.key, in: $0.register, on: $0.day) }
}

extension PauseProgress {
  /// What there is to say of a pause point: its bars, what is ready, the dossier, and the programme
  /// around it.
  public var account: Account {
    Account(
      title: point.name, question: "Was there value in it: continue, change, stop or replace?",
      answer: answer,
      blocks: [
        .grid(bars), .grid(readiness), .sentences(title: "Questions", questions), .grid(dossier),
        .timeline(Programme(register, to: day).timeline), .grid(Self.points(register, on: day)),
      ],
      evidence: members.map(\.inspection), method: Self.method, gaps: gaps)
  }

  /// The pause points of a register and its programme, where there is no point to choose or none of
  /// that key.
  public static func account(of key: String?, in register: Register, on day: Day) -> Account {
    if let point = point(of: key, in: register) { return PauseProgress(point, on: day).account }
    return Account(
      title: "Programme", question: "Where does the programme stand?",
      answer: key.map { "There is no pause point \($0)." } ?? "The register has no pause point.",
      blocks: [.timeline(Programme(register, to: day).timeline)], method: method)
  }

  /// The pause point of a key; without one the first that can be reached, else the first.
  public static func point(of key: String?, in register: Register) -> PausePoint? {
    let points = register.all(PausePoint.self)
    if let key { return points.first { $0.key == key } }
    return points.first { $0.closed == nil } ?? points.first
  }

  var register: Register { point.record.register }

  private var answer: String {
    let bars =
      "On \(day), \(inspected.count) of \(wanted) were inspected, \(published.count) published, "
      + "\(agreed.count) coded and agreed"
    if let outcome = point.outcome {
      let words = [point.decided.map { "on \($0)" }, point.by.map { "by \($0)" }]
        .compactMap(\.self).joined(separator: " ")
      return
        "Decided \(words): \(outcome.rawValue)\(point.reason.map { ", because \($0)" } ?? ""). "
        + "\(bars)."
    }
    guard wanted > 0 else { return "It does not say after how many inspections to pause." }
    if let closed = point.closed { return "It cannot be reached: \(closed) \(bars)." }
    let state =
      isReady
      ? "; it is ready to be decided" : inspected.count == wanted ? "; it is reached" : ""
    return bars + state + "."
  }

  // MARK: - Bars

  private var bars: Grid {
    let stages: [(name: String, rows: [Row])] = [
      ("inspected", inspected), ("published", published), ("coded and agreed", agreed),
    ]
    return Grid(
      title: "How far on \(day)", corner: "stage", rows: stages, named: \.name,
      columns: [
        .bar("of \(wanted)") { Figure(.share($0.rows.count, of: wanted), basis: $0.rows) }
      ],
      notes: [point.closed.map { "Closed: \($0)" }, frozen]
        .compactMap(\.self))
  }

  private var frozen: String? {
    point.outcome == nil
      ? nil : "Its inspections are those it was decided on; what came later changes nothing."
  }

  private var readiness: Grid {
    let rows = members.map { member in
      (member: member, inspection: register.view(member.inspection, as: Inspection.self))
    }
    return Grid(
      title: "What is ready", corner: "inspection", rows: rows, named: \.inspection.title,
      subject: \.member.inspection,
      columns: [
        Grid.Column("last day on site", short: "on site") { member, inspection in
          member.mark(member.isInspected, inspection.to ?? inspection.from)
        },
        Grid.Column("published") { member, inspection in
          member.mark(member.isPublished, inspection.published ?? inspection.listed)
        },
        Grid.Column("letter read", short: "read") { member, _ in
          Figure(.phrase(member.isRead ? "yes" : "no"), basis: member.passages)
        },
        Grid.Column("passages coded", short: "coded") { $0.member.share($0.member.coded) },
        Grid.Column("agreed") { $0.member.share($0.member.agreed) },
      ],
      notes: [
        rule, "Agreed: by two passes, the differences settled.",
      ])
  }

  /// Which inspections it takes.
  private var rule: String {
    let framework = point.framework.map { "under \($0.shortName) " } ?? ""
    let theme = point.theme.map { " on “\($0.name)”" } ?? ""
    return "The first \(wanted) inspections \(framework)by fieldwork\(theme)."
  }

  private var questions: [String] {
    point.questions.isEmpty ? ["It asks no question."] : point.questions
  }

  static let method = [
    "Progress is the number of its inspections that are so far, of the number after which to "
      + "pause: on site by the last day, published by the day of the letter.",
    "Coded and agreed: every strength and every area for improvement or priority action of the "
      + "letter has a contribution that two passes came to, or was read as nothing by both.",
  ]

  private var gaps: [String] {
    var gaps: [String] = []
    if members.count < wanted {
      gaps.append(
        "Its rule selects \(members.count) of \(wanted) inspections that the register knows.")
    }
    let unread = members.filter { !$0.isRead }
      .map { register.view($0.inspection, as: Inspection.self).title }
    if !unread.isEmpty { gaps.append("No letter has been read for \(listed(unread)).") }
    if let note = point.record.text(.note) { gaps.append(note) }
    return gaps
  }
}

extension PauseProgress.Member {
  fileprivate func mark(_ isSo: Bool, _ day: Day?) -> Figure {
    if let day, isSo { return Figure(.day(day), basis: [inspection]) }
    return isSo ? Figure(.phrase("yes"), basis: [inspection]) : Figure(.phrase("not yet"))
  }

  fileprivate func share(_ rows: [Row]) -> Figure {
    isRead
      ? Figure(.share(rows.count, of: passages.count), basis: rows)
      : .unknown("its letter has not been read")
  }
}
