import InspectionModel

/// The picture as read: the agencies that the program found in passages, with the direction of
/// their sections. An agency in a strengths section may be named there and not be praised; what is
/// counted is where it is named.
struct ReadPicture {
  let asRead: AsRead
  private let scope: Scope
  private let agencies: [Agency]
  /// By agency, in their order.
  private let tallies: [Tally]
  private let pairs: NamedTogether

  /// Where one agency is named.
  struct Tally {
    var strengths: [Row] = []
    var shortfalls: [Row] = []
    var open: [Row] = []
    /// By report: passages in a section for improvement, and passages with any direction.
    var byReport = ReportTally()

    var share: Proportion { Proportion(shortfalls.count, of: shortfalls.count + strengths.count) }
    var all: [Row] { strengths + shortfalls + open }
  }

  init(_ scope: Scope, in register: Register) {
    asRead = AsRead(scope, in: register)
    self.scope = scope
    agencies = asRead.agencies
    var place = [Int](repeating: -1, count: register.rowCount(.agency))
    for (index, agency) in agencies.enumerated() { place[agency.row.number] = index }
    var tallies = agencies.map { _ in Tally() }
    for sighting in asRead.all { tallies[place[sighting.agency.number]].add(sighting) }
    self.tallies = tallies
    pairs = NamedTogether(asRead, agencies)
  }

  var account: Account {
    let words = scope.phrase(asRead.read)
    return Account(
      title: "Picture as read" + (words.isEmpty ? "" : " of " + words),
      question: "Is each agency named in strengths, or in areas for improvement?",
      answer: answer, behind: asRead.read.isEmpty ? "" : Backing.sentence(asRead),
      blocks: [.grid(shares), .grid(byTheme), .grid(byYear), .grid(pairs.grid)]
        .filter { !$0.isEmpty },
      evidence: asRead.passages.filter { $0.agencies > 0 }.map(\.passage), method: Self.method,
      gaps: gaps)
  }

  // MARK: - The answer

  private var answer: String {
    guard !asRead.read.isEmpty else {
      return
        "No report of these inspections has been read, so nothing is known as read. "
        + "Reports are read by “jointview read --into”, or on the screen of an inspection."
    }
    let known = zip(agencies, tallies).filter { agency, tally in
      tally.share.whole > 0 && !Agency.bodies.contains(agency.key)
    }
    let ranked = known.filter { !$0.1.share.isSmall }.sorted {
      ($0.1.share.share ?? 0) > ($1.1.share.share ?? 0)
    }
    guard let most = ranked.first, let least = ranked.last else {
      let why =
        known.isEmpty
        ? "No agency is named in a section that gives a direction."
        : "No agency is named in \(Proportion.fewest) such passages; fewer give no share to quote."
      return "\(AgencyReliability.sentence). \(why)"
    }
    let end =
      ranked.count > 1
      ? "; for \(least.0.name) it is \(least.1.phrase), the least." : "."
    return
      "\(AgencyReliability.sentence). Of \(counted(most.1.share.whole, "passage")) naming "
      + "\(most.0.name) in sections with a direction, \(most.1.share.percent ?? "none") are in "
      + "areas for improvement" + (ranked.count > 1 ? ", more than for any other" : "") + end
  }

  // MARK: - Grids

  private var shares: Grid {
    Grid(
      title: "Agencies in passages, as read", corner: "agency",
      rows: Array(zip(agencies, tallies)), named: \.0.name, subject: \.0.row,
      columns: [
        Grid.Column("in strengths") { .count($0.1.strengths) },
        Grid.Column("in areas for improvement and priority action", short: "improvement") {
          .count($0.1.shortfalls)
        },
        .bar("of these in improvement", short: "share") { Self.figure($0.1) },
        Grid.Column("percent, 95 % interval", short: "95 %") { Self.interval(of: $0.1) },
        Grid.Column("in sections without direction", short: "other") { .count($0.1.open) },
      ],
      notes: [
        "A passage may name several agencies. Fewer than \(Proportion.fewest) passages are marked "
          + "“few”: quote no share of them."
      ])
  }

  private static func figure(_ tally: Tally) -> Figure {
    tally.share.whole > 0
      ? Figure(.share(tally.share.part, of: tally.share.whole), basis: tally.shortfalls)
      : .unknown("no passage in a section with a direction names it")
  }

  private static func interval(of tally: Tally) -> Figure {
    guard tally.share.whole > 0 else { return Figure(.phrase("")) }
    return Figure(.phrase(ReportBootstrap().phrase(of: tally.byReport.reports)))
  }

  /// The share in areas for improvement, by theme.
  private var byTheme: Grid {
    let themes = Set(asRead.read.compactMap { $0.theme?.row }).sorted { $0.number < $1.number }
    let groups = themes.map { theme in
      (
        name: asRead.register.view(theme, as: Theme.self).name,
        reports: places { $0.theme?.row == theme }
      )
    }
    return grouped("By theme: share in areas for improvement", "theme", groups)
  }

  private var byYear: Grid {
    let years = Set(asRead.read.compactMap { $0.date?.year }).sorted()
    let groups = years.map { year in
      (name: String(year), reports: places { $0.date?.year == year })
    }
    return grouped("By year: share in areas for improvement", "year", groups)
  }

  private func places(where test: (Inspection) -> Bool) -> Set<Int32> {
    Set(asRead.read.indices.filter { test(asRead.read[$0]) }.map(Int32.init))
  }

  private func grouped(
    _ title: String, _ corner: String, _ groups: [(name: String, reports: Set<Int32>)]
  ) -> Grid {
    Grid(
      title: title, corner: corner, rows: groups.count > 1 ? groups : [], named: \.name,
      columns: [
        Grid.Column("reports", short: "n") { .count(rows(of: $0.reports)) },
        Grid.Column("words in sections with a direction", short: "words") {
          layout(of: $0.reports)
        },
      ]
        + zip(agencies, tallies).filter { $0.1.share.whole > 0 }.map { agency, tally in
          Grid.Column(agency.name) { share(of: tally, in: $0.reports) }
        },
      notes: [
        "– no section with a direction names it.",
        "Where fewer of the words are in sections with a direction, the layout is different, "
          + "and shares are of other passages: compare like with like.",
      ])
  }

  private func layout(of reports: Set<Int32>) -> Figure {
    asRead.layout { reports.contains($0) }.percent.map { Figure(.phrase($0)) }
      ?? .unknown("no passage has words")
  }

  private func rows(of reports: Set<Int32>) -> [Row] {
    reports.sorted().map { asRead.read[Int($0)].row }
  }

  private func share(of tally: Tally, in reports: Set<Int32>) -> Figure {
    let sum = tally.byReport.total(of: reports)
    return sum.whole > 0
      ? Figure(.share(sum.part, of: sum.whole), basis: rows(of: reports))
      : Figure(.phrase("–"))
  }

  // MARK: - Method and gaps

  private static let method = [
    "As read: the program finds the agencies that act in each passage by the words of the "
      + "vocabulary; nobody has checked these passages. It stores none of it as coded.",
    "A direction is that of the section: strengths; areas for improvement, with areas for priority "
      + "action. Main findings, headlines and the like give none.",
    "What is counted is naming. In five letters at hand that were counted by hand, health acts in "
      + "40 of the 49 passages that name it, and social care in 36 of 57; yet for no agency with "
      + "20 or more do the shares in areas for improvement differ by more than 5 points.",
    "Share = passages that name the agency in sections for improvement / passages that name it in "
      + "a section with a direction.",
    ReportBootstrap.method,
    "\(AgencyReliability.sentence); of other reports it is not known.",
  ]

  private var gaps: [String] {
    let open = asRead.passages.count { $0.direction == nil }
    return [
      open > 0
        ? "\(open) of \(counted(asRead.passages.count, "passage")) are in sections that give no "
          + "direction, and are in no share." : nil,
      asRead.unread.isEmpty
        ? nil
        : "The reports of \(counted(asRead.unread.count, "inspection")) have not been read.",
      scope.onlyCoded.isEmpty
        ? nil
        : "\(scope.onlyCoded.joined(separator: " ")) asks what was coded, so it has no effect "
          + "as read.",
    ].compactMap(\.self)
  }
}

extension ReadPicture.Tally {
  fileprivate var phrase: String {
    share.phrase.map { $0 + (share.whole == 1 ? " passage" : " passages") } ?? "none"
  }

  fileprivate mutating func add(_ sighting: AsRead.Sighting) {
    guard let direction = sighting.direction else {
      open.append(sighting.passage)
      return
    }
    let isShortfall = direction == .shortfall
    if isShortfall {
      shortfalls.append(sighting.passage)
    } else {
      strengths.append(sighting.passage)
    }
    byReport.add(sighting.report, isPart: isShortfall)
  }
}
