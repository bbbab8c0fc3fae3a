import InspectionModel

extension Topic {
  /// Everything in it is computed: what is changed in the register changes the brief.
  public static let brief = Topic(
    "brief", title: "Brief", summary: "the questions of 2015 on a page each, to be handed over",
    takes: [.filter, .day], isResampled: true
  ) { Brief($0).account }
}

/// The four questions of 2015 on a page each: the answer, three figures, what speaks against it,
/// what is not known, where it stands.
///
/// The directors of children's services, councils and chief executives feared a burden over and
/// above the single inspection framework, asked for a pause after the first six to consider whether
/// there is value, wanted the six to shape one integrated framework, and wanted the contributions
/// of all safeguarding partners seen.
struct Brief {
  private let input: Topic.Input
  private let inspections: [Inspection]
  private let codings: Codings
  private var register: Register { input.register }
  /// What it is narrowed to. As read and as coded stand side by side, so it takes no reading.
  private var filter: String {
    Query.terms(of: input.scope.text).map { String($0.text) }
      .filter { !$0.hasPrefix(Reading.field) }.joined(separator: " ")
  }

  init(_ input: Topic.Input) {
    self.input = input
    inspections = input.scope.inspections(in: input.register)
    codings = Codings(input.scope, in: input.register)
  }

  var account: Account {
    let questions = [burden, value, framework, partners]
    let words = input.scope.words(inspections)
    return Account(
      title: "Brief" + (words.isEmpty ? "" : " on " + words),
      question: "What does the evidence say to the four questions of 2015?",
      answer: "As of \(input.day), in short: "
        + questions.map(\.answer).compactMap(Self.firstSentence).joined(separator: " "),
      behind: Backing.sentence(codings, input.uncoded),
      blocks: questions.enumerated().flatMap { index, question in
        question.blocks(index + 1, standing: standing(question.topics))
      },
      evidence: codings.all.map(\.row),
      method: [
        "Each figure is that of the account it opens, which says how it was worked out and on "
          + "which records it stands.",
        "A figure without an interval is a count of all there are, not a sample.",
      ],
      gaps: [])
  }

  private static func firstSentence(_ answer: String) -> String? {
    answer.isEmpty
      ? nil
      : (answer.firstRange(of: ". ").map { answer[..<$0.lowerBound] + "." }
        .map { String($0) } ?? answer)
  }

  private func account(_ request: AccountRequest) -> Account? {
    try? request.account(in: register, on: input.day, among: input.topics)
  }

  private func answer(_ topic: Topic) -> String {
    account(AccountRequest(topic, filter: filter))?.answer ?? ""
  }

  /// How the concerns stand that ask what these topics answer.
  private func standing(_ topics: [Topic]) -> [String] {
    register.all(Concern.self).filter { concern in
      concern.requests(among: topics).contains { $0.request != nil }
    }.map { concern in
      let who = [concern.by, concern.on.map { "since \($0)" }].compactMap(\.self)
      return "\(concern.key) \(concern.name): \(concern.standingWords)"
        + (who.isEmpty ? "." : " (\(who.joined(separator: ", "))).")
    }
  }

  // MARK: - Burden

  private var burden: BriefQuestion {
    let claim = AccountRequest.claimOf2015
    let same = SameAreas(beside: Burden(register))
    let groups = same.usual
    let asked = claimed(same)
    let facts = [groups.first, groups.dropFirst().first, asked].compactMap(\.self).map { group in
      BriefQuestion.Fact(
        "joint ones in \(group.name)", share(group),
        n: "working days on site"
          + (Figure.Value.percent(group.jointDays, of: group.load.onSiteDays).map { " (\($0))" }
            ?? "") + ", \(counted(group.visits.count, "inspection"))",
        interval: "none: all there are")
    }
    let unmeasured = groups.first?.load.unmeasured.count ?? 0
    return BriefQuestion(
      title: "Are joint inspections a burden over and above the others?",
      answer: asked?.share.map { "In the first six areas in 2014–17 joint ones were \($0)." }
        .map { [$0, account(AccountRequest(.burden))?.answer ?? ""].joined(separator: " ") }
        ?? answer(.burden),
      facts: facts,
      against: [
        "The fewer areas and years are counted, the more a joint inspection weighs: in all of "
          + "England and all years it is little, in the areas that had one it is not.",
        "Days on site are not work: notice, preparation and the statement of action come on top.",
      ],
      unknown: [
        unmeasured > 0
          ? "The days on site of \(counted(unmeasured, "inspection")) are not known." : nil,
        account(claim)?.gaps.first,
        register.count(.estimate) == 0
          ? "Nobody has entered what it costs in staff-days." : nil,
      ].compactMap(\.self),
      topics: [.burden, .scenario])
  }

  private func claimed(_ same: SameAreas) -> SameAreas.Group? {
    guard let scope = try? Scope(AccountRequest.claimOf2015.filter, in: register) else {
      return nil
    }
    let visits = Visit.all(scope.inspections(in: register), WorkingDays(register))
    return visits.isEmpty
      ? nil
      : SameAreas.Group(
        name: "the first six areas in 2014–17", visits: visits,
        load: Load(visits, threshold: Burden.usualThreshold))
  }

  private func share(_ group: SameAreas.Group) -> Figure {
    let isClaim = group.name.hasPrefix("the first six")
    let opens = isClaim ? AccountRequest.claimOf2015 : AccountRequest(.burden)
    guard group.share != nil else {
      return .unknown("the days on site of these inspections are not known")
    }
    return Figure(
      .share(group.jointDays, of: group.load.onSiteDays), basis: group.joint.map(\.row),
      opens: opens)
  }

  // MARK: - Value

  private var value: BriefQuestion {
    let value = Value(of: inspections, in: register)
    let better = GradeComparison(value, .better)
    let request = AccountRequest(.value, filter: filter)
    let rate = better.expected.map { expected in
      BriefQuestion.Fact(
        "the same in areas without one",
        Figure(.words(Percent.words(expected)), basis: better.withoutRows, opens: request),
        n: "\(better.withoutRows.count) inspections of areas without", interval: difference(better))
    }
    let pause = register.all(PausePoint.self).first.map { PauseProgress($0, on: input.day) }
    let facts: [BriefQuestion.Fact?] = [
      BriefQuestion.Fact(
        "better grade at the next full one",
        better.with.whole > 0
          ? Figure(
            .share(better.with.part, of: better.with.whole), basis: better.withRows, opens: request)
          : .unknown("no area has a next grade yet"),
        n: counted(better.with.whole, "joint inspection"),
        interval: better.with.wilson.map { Percent.words($0) } ?? "not known"),
      rate,
      pause.map { pause in
        BriefQuestion.Fact(
          "pause point: coded and agreed",
          Figure(
            .share(pause.agreed.count, of: pause.wanted), basis: pause.members.map(\.inspection),
            opens: AccountRequest(.pause)),
          n: counted(pause.wanted, "inspection"), interval: "none: all there are")
      },
    ]
    return BriefQuestion(
      title: "Was there value: should it go on after the first six?",
      answer: account(request)?.answer ?? "", facts: facts.compactMap(\.self),
      against: [
        "Areas are chosen for a joint inspection, and grades move for many reasons: what came "
          + "after it did not come of it.",
        deepDive,
      ].compactMap(\.self),
      unknown: Array((account(request)?.gaps ?? []).prefix(3)), topics: [.value, .pause])
  }

  private func difference(_ better: GradeComparison) -> String {
    better.difference.map {
      "difference \(Percent.difference($0.value)) (\(Percent.difference($0.span)))"
    } ?? "not known"
  }

  private var deepDive: String? {
    codings.all.isEmpty ? nil : answer(.deepDive)
  }

  // MARK: - Framework

  private var framework: BriefQuestion {
    let support = FrameworkSupport(codings, fewest: input.scope.support ?? FrameworkSupport.fewest)
    let request = AccountRequest(.framework, filter: filter)
    let lines = support.lines.prefix(support.inUse)
    let supported = support.supported()
    let least = lines.min { $0.passages.count < $1.passages.count }
    let dive = DeepDive(codings)
    return BriefQuestion(
      title: "What should one integrated framework hold?", answer: answer(.framework),
      facts: [
        BriefQuestion.Fact(
          "criteria supported",
          codings.all.isEmpty
            ? .unknown("nothing is coded")
            : Figure(
              .share(supported.count, of: support.inUse),
              basis: supported.map(\.criterion.row), opens: request),
          n: "by \(support.fewest.words)", interval: "none: all there are"),
        BriefQuestion.Fact(
          "passages of the least supported one",
          least.map { Figure(.count($0.passages.count), basis: $0.passages, opens: request) }
            ?? .unknown("there is no criterion"),
          n: least.map { "\($0.criterion.key) \($0.criterion.name)" } ?? "",
          interval: "none: all there are"),
        BriefQuestion.Fact(
          "found only in the deep dive",
          dive.share.map {
            Figure(
              .share($0.part, of: $0.whole),
              opens: AccountRequest(.deepDive, filter: filter))
          } ?? .unknown("no deep dive is coded"),
          n: "findings of deep dives",
          interval: dive.byChance.map { chance in
            let (low, high) = (chance.share.low, chance.share.high)
            return "by chance \(Percent.words(Proportion.Span(low: low, high: high)))"
          } ?? "not known"),
      ],
      against: [
        "That a criterion has passages shows that inspectors write about it, not that it should "
          + "be inspected.",
        "Criteria were chosen before the letters were coded: what they leave out cannot show.",
      ],
      unknown: Array((account(request)?.gaps ?? []).prefix(3)), topics: [.framework, .deepDive])
  }

  // MARK: - Partners

  private var partners: BriefQuestion {
    let picture = Picture(
      of: inspections, matching: input.scope.onContributions, in: register)
    let read = AsRead(input.scope, in: register)
    let request = AccountRequest(.picture, filter: filter)
    return BriefQuestion(
      title: "Are the contributions of all partners seen?", answer: account(request)?.answer ?? "",
      facts: [
        BriefQuestion.Fact(
          "agencies that show, as coded",
          picture.coverage.whole > 0
            ? Figure(
              .share(picture.coverage.part, of: picture.coverage.whole),
              basis: picture.coverages.filter(\.isKnown).map(\.inspection.row), opens: request)
            : .unknown("nothing is coded"),
          n: counted(picture.coverages.filter(\.isKnown).count, "letter"),
          interval: "none: all that are coded"),
        codedFact(request),
        readFact(read, request.read(.machine)),
      ],
      against: [account(AccountRequest(.alone, filter: filter))?.answer].compactMap(
        \.self)
        + [
          "Letters tell what inspectors looked at: an agency that no inspectorate looked at does "
            + "not show, whatever it does."
        ],
      unknown: Array((account(request)?.gaps ?? []).prefix(3)), topics: [.picture, .alone])
  }

  /// How many contributions fault an agency, of those that credit or fault one.
  private func codedFact(_ request: AccountRequest) -> BriefQuestion.Fact {
    let findings = codings.all.filter(\.isFinding)
    let shortfalls = findings.filter { $0.direction == .shortfall }.map(\.row)
    let letters = Dictionary(grouping: findings, by: \.inspectionNumber).sorted { $0.key < $1.key }
      .map { letter in
        Proportion(letter.value.count { $0.direction == .shortfall }, of: letter.value.count)
      }
    return BriefQuestion.Fact(
      "contributions that fault, as coded",
      findings.isEmpty
        ? .unknown("nothing is coded")
        : Figure(.share(shortfalls.count, of: findings.count), basis: shortfalls, opens: request),
      n: counted(letters.count, "letter"), interval: Self.words(letters))
  }

  /// By report, since what stands in one report is not independent.
  private static func words(_ reports: [Proportion]) -> String {
    reports.isEmpty ? "not known" : ReportBootstrap().words(of: reports)
  }

  /// Of what was only read: how often agencies stand in areas for improvement.
  private func readFact(_ read: AsRead, _ request: AccountRequest) -> BriefQuestion.Fact {
    var byReport: [Int32: Proportion] = [:]
    for sighting in read.all where sighting.direction != nil {
      byReport[sighting.report] =
        (byReport[sighting.report] ?? Proportion(0, of: 0))
        + Proportion(sighting.direction == .shortfall ? 1 : 0, of: 1)
    }
    let reports = byReport.sorted { $0.key < $1.key }.map(\.value)
    let total = reports.total
    return BriefQuestion.Fact(
      "named in areas for improvement, as read",
      total.whole > 0
        ? Figure(
          .share(total.part, of: total.whole), basis: read.read.map(\.row), opens: request)
        : .unknown("no report has been read"),
      n: "\(counted(read.read.count, "report")). \(AgencyReliability.sentence).",
      interval: Self.words(reports))
  }
}
