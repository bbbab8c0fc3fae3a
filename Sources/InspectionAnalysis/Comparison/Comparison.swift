import InspectionModel

extension Topic {
  /// Two filters, or one and all that it leaves.
  public static let compare = Topic(
    "compare", title: "Compare",
    summary: "two filters side by side (LEFT vs RIGHT), or one and the rest: shares, intervals",
    takes: [.filter, .two, .reading], isResampled: true
  ) { Comparison($0).account }
}

/// Two sides, each agency's and criterion's share on both, and how far they differ.
struct Comparison {
  private let left: ComparedSide
  private let right: ComparedSide
  private let agencyLines: [ComparedLine]
  private let criterionLines: [ComparedLine]
  private let reading: Reading
  private let takesAll: Bool
  private let register: Register
  /// Inspections that stand on both sides.
  private let shared: [Row]
  private let onlyCoded: [String]
  private let presets: ComparisonPresets
  private let isAgainstRest: Bool

  init(_ input: Topic.Input) {
    register = input.register
    let sides = [input.scope, input.other].compactMap(\.self)
    reading = sides.lazy.compactMap(\.reading).first ?? .coded
    takesAll = sides.contains { $0.takesAllPassages }
    onlyCoded = reading == .machine ? sides.flatMap(\.onlyCoded) : []
    let mine = input.scope.readable(in: register)
    let theirs =
      input.other?.readable(in: register)
      ?? Self.rest(beside: mine, input.scope, register)
    let left = Self.side(input.scope.name, mine, input.scope, reading, takesAll, input)
    let right = Self.side(
      input.other?.name ?? "the rest", theirs, input.other ?? input.scope, reading, takesAll, input)
    (self.left, self.right) = (left, right)
    (agencyLines, criterionLines) = (
      ComparedLine.ofAgencies(left, right, register), ComparedLine.ofCriteria(left, right, register)
    )
    isAgainstRest = input.other == nil
    presets = ComparisonPresets(of: mine, reading, in: register)
    let read = Set(left.read.map(\.row))
    shared = right.read.map(\.row).filter(read.contains)
  }

  /// What a scope leaves: joint inspections, or those of the same frameworks.
  private static func rest(
    beside mine: [Inspection], _ scope: Scope, _ register: Register
  ) -> [Inspection] {
    let taken = Set(mine.map(\.row))
    let frameworks = Set(mine.compactMap { $0.framework?.row })
    return register.all(Inspection.self).filter { inspection in
      !taken.contains(inspection.row)
        && (mine.isEmpty
          ? inspection.isJoint
          : inspection.framework.map { frameworks.contains($0.row) } ?? false)
    }
  }

  private static func side(
    _ name: String, _ inspections: [Inspection], _ scope: Scope, _ reading: Reading,
    _ takesAll: Bool, _ input: Topic.Input
  ) -> ComparedSide {
    let register = input.register
    switch reading {
    case .machine:
      let asRead = AsRead(
        of: inspections, matching: scope.onPassages, agencies: scope.agencies, in: register)
      return ComparedSide(name, asRead: asRead, takesAll: takesAll)
    case .coded:
      return ComparedSide(
        name,
        codings: Codings(of: inspections, matching: scope.onContributions, in: register),
        input.uncoded)
    }
  }

  // MARK: - The account

  var account: Account {
    Account(
      title: "\(left.name) beside \(right.name), \(reading.name)",
      question: "Does what is found differ from one side to the other?", answer: answer,
      behind: isEmpty
        ? "" : "Left: \(left.behind) Right: \(right.behind)",
      blocks: ((isEmpty ? [] : [agencies, criteria, priority]) + [presets.grid])
        .map(Account.Block.grid).filter { !$0.isEmpty },
      evidence: (left.counted + right.counted).onceInOrder(of: register),
      method: method, gaps: gaps)
  }

  private var isEmpty: Bool { left.cells.isEmpty || right.cells.isEmpty }

  private var unit: String { reading == .machine ? "passages" : "contributions" }

  // MARK: - The answer

  private var answer: String {
    guard !isEmpty else { return nothing }
    let lines = agencyLines.filter { line in
      !Agency.bodies.contains(register[line.subject].key)
        && !line.left.share.isSmall && !line.right.share.isSmall
    }
    let clear = lines.filter { line in
      line.difference?.span.map { $0.low > 0 || $0.high < 0 } ?? false
    }
    let head = reading == .machine ? AgencyReliability.sentence + ". " : ""
    return head + verdict(lines, clear) + warning
  }

  private func verdict(_ lines: [ComparedLine], _ clear: [ComparedLine]) -> String {
    guard !lines.isEmpty else {
      return
        "No agency has \(Proportion.fewest) \(unit) on both sides, so no difference can be seen."
    }
    guard !clear.isEmpty else {
      return
        "Of \(counted(lines.count, "agency", "agencies")) with \(Proportion.fewest) \(unit) or "
        + "more on both sides, none differs by more than chance would explain."
    }
    let words = clear.map { line in
      let (one, other) = (line.left.share, line.right.share)
      let words = [line.difference?.points, line.difference?.interval].compactMap(\.self)
      return "\(line.name) \(one.phrase ?? "") beside \(other.phrase ?? "") "
        + "(\(words.joined(separator: ", ")))"
    }
    return
      "Shortfalls differ by more than chance would explain for \(clear.count) of "
      + "\(lines.count) agencies: "
      + words.joined(separator: "; ") + "."
  }

  private var nothing: String {
    if isAgainstRest, right.read.isEmpty, right.unread == 0 {
      return "The filter matches every report, so nothing is left to compare it with."
    }
    func side(_ side: ComparedSide, _ place: String) -> String? {
      guard side.cells.isEmpty else { return nil }
      let unread = side.unread
      if side.read.isEmpty {
        return unread == 0
          ? "the \(place) filter matches no inspection"
          : "none of the \(counted(unread, "report")) on the \(place) has been read"
      }
      return "nothing is found \(reading.name) in the "
        + "\(counted(side.read.count, "report")) on the \(place)"
    }
    let words = [side(left, "left"), side(right, "right")].compactMap(\.self)
    let other = reading == .coded ? " Add reading:machine to ask this as read." : ""
    return words.joined(separator: ", and ").capitalizedFirst + ", so nothing can be compared."
      + other
  }

  /// What must be known before the shares are set side by side.
  private var warning: String {
    var words: [String] = []
    if let one = left.layout?.share, let other = right.layout?.share, abs(one - other) > 0.25 {
      words.append(
        "the layouts differ: \(Percent.text(one)) of the words on the left are in sections "
          + "with a direction, \(Percent.text(other)) on the right"
          + (takesAll ? "" : "; only those are compared"))
    }
    if !shared.isEmpty {
      words.append("\(counted(shared.count, "report stands", "reports stand")) on both sides")
    }
    return words.isEmpty ? "" : " But " + words.joined(separator: ", and ") + "."
  }

  // MARK: - Grids

  private var agencies: Grid {
    grid("Agencies: shortfalls, of \(unit)", "agency", agencyLines)
  }

  private var criteria: Grid {
    grid("Criteria: shortfalls", "criterion", criterionLines)
  }

  private func grid(_ title: String, _ corner: String, _ lines: [ComparedLine]) -> Grid {
    Grid(
      title: title, corner: corner, rows: lines, named: \.name, subject: \.subject,
      columns: [
        .bar(left.name, short: "left") { Self.share($0.left) },
        Grid.Column("percent, 95 % interval", short: "95 %") {
          Figure(.phrase(ReportBootstrap().phrase(of: $0.left.reports)))
        },
        .bar(right.name, short: "right") { Self.share($0.right) },
        Grid.Column("percent, 95 % interval", short: "95 %") {
          Figure(.phrase(ReportBootstrap().phrase(of: $0.right.reports)))
        },
        Grid.Column("left less right", short: "difference", Self.difference),
      ],
      notes: [
        "few: fewer than \(Proportion.fewest); quote no share of so few.",
        "A difference whose interval holds 0 may be chance.",
      ])
  }

  private static func share(_ cell: ComparedSide.Cell) -> Figure {
    cell.whole.isEmpty
      ? .unknown("nothing on this side is about it")
      : Figure(.share(cell.part.count, of: cell.whole.count), basis: cell.whole)
  }

  private static func difference(_ line: ComparedLine) -> Figure {
    guard let difference = line.difference else {
      return .unknown("it needs something on both sides")
    }
    let isSmall = line.left.share.isSmall || line.right.share.isSmall
    let span = difference.interval.map { " (\($0))" } ?? ""
    return Figure(.phrase(difference.points + span + (isSmall ? ", few" : "")))
  }

  /// Here the unit is the inspection, so that the interval needs no resampling.
  private var priority: Grid {
    let (one, other) = (left.priority, right.priority)
    let shares = [one, other].map { Proportion($0.part.count, of: $0.whole.count) }
    func figure(_ side: (part: [Row], whole: [Row])) -> Figure {
      side.whole.isEmpty
        ? .unknown("no report on this side says")
        : Figure(.share(side.part.count, of: side.whole.count), basis: side.part)
    }
    let difference =
      shares[0].newcombe(less: shares[1]).map { span in
        Percent.difference((shares[0].share ?? 0) - (shares[1].share ?? 0))
          + " (\(Percent.difference(span)))"
      } ?? "not known"
    return Grid(
      title: "Inspections with an area for priority action", corner: "of inspections",
      rows: one.whole.isEmpty && other.whole.isEmpty ? [] : ["with priority action"],
      named: { $0 },
      columns: [
        .bar(left.name, short: "left") { _ in figure(one) },
        Grid.Column("percent, 95 % interval", short: "95 %") { _ in
          Figure(.phrase(shares[0].wilson.map { Percent.text($0) } ?? ""))
        },
        .bar(right.name, short: "right") { _ in figure(other) },
        Grid.Column("percent, 95 % interval", short: "95 %") { _ in
          Figure(.phrase(shares[1].wilson.map { Percent.text($0) } ?? ""))
        },
        Grid.Column("left less right", short: "difference") { _ in Figure(.phrase(difference)) },
      ])
  }

  // MARK: - Method and gaps

  private var method: [String] {
    let share =
      switch reading {
      case .machine:
        "Share, as read: passages that name the agency in sections for improvement or priority "
          + "action / passages that name it "
          + (takesAll
            ? "in any section that finds for or against somebody."
            : "in a section with "
              + "a direction.")
      case .coded:
        "Share, as coded: contributions of direction − / contributions of direction + − or =."
      }
    return [
      share, ReportBootstrap.method,
      "For a difference of shares, the reports of each side are resampled.",
      "Of inspections: Wilson’s interval, and Newcombe’s (Statistics in Medicine 17, 1998) of the "
        + "difference.",
    ]
  }

  private var gaps: [String] {
    [
      left.unread + right.unread == 0
        ? nil
        : "Not read: the reports of \(counted(left.unread, "inspection")) on the left and "
          + "\(right.unread) on the right.",
      onlyCoded.isEmpty
        ? nil
        : "\(onlyCoded.joined(separator: " ")) asks what was coded, so it has no effect as read.",
    ].compactMap(\.self)
  }
}
