import InspectionModel

extension Topic {
  public static let framework = Topic(
    "framework", title: "Framework",
    summary: "what supports each criterion, what leads to none, what other frameworks judge by",
    takes: .filter
  ) { input in
    let inspections = input.scope.inspections(in: input.register)
    let codings = Codings(
      of: inspections, matching: input.scope.onContributions, in: input.register)
    return FrameworkAccount(input.scope, inspections, codings, input.uncoded).account
  }
}

/// What one integrated framework could hold, as an account: what supports each criterion, what
/// leads to none, and what other frameworks judge by.
struct FrameworkAccount {
  let support: FrameworkSupport
  private let codings: Codings
  private let scope: Scope
  private let register: Register
  private let title: String

  private let uncoded: Uncoded

  /// - Parameter codings: what the scope asks for of its inspections.
  init(_ scope: Scope, _ inspections: [Inspection], _ codings: Codings, _ uncoded: Uncoded) {
    support = FrameworkSupport(codings, fewest: scope.support ?? FrameworkSupport.fewest)
    (self.scope, self.codings, self.uncoded) = (scope, codings, uncoded)
    register = codings.register
    let words = scope.phrase(inspections)
    title = words.isEmpty ? "Framework" : "Framework from \(words)"
  }

  var account: Account {
    Account(
      title: title, question: "What should one integrated framework hold, and what supports it?",
      answer: answer, behind: Backing.sentence(codings, uncoded),
      blocks: [
        .grid(criteria(inUse: true)), .grid(distribution), .grid(orphans),
        .grid(criteria(inUse: false)), .grid(mapping),
      ].filter { !$0.isEmpty },
      evidence: codings.all.map(\.row), method: method, gaps: gaps)
  }

  var answer: String {
    guard support.inUse > 0 else { return "The codebook has no criterion in use." }
    guard !codings.all.isEmpty else {
      return "\(uncoded.sentence), so no criterion can be supported."
    }
    let share = support.support
    let lacking = support.leastFirst.filter { !$0.isSupported(by: support.fewest) }
      .map(\.criterion.key)
    return
      "\(share.part) of \(share.whole) criteria are supported by \(support.fewest.phrase)"
      + (lacking.isEmpty ? "" : "; not supported: \(lacking.joined(separator: ", "))")
      + (support.leastFirst.first.map { "; least: \($0.extent)" } ?? "") + "."
  }

  // MARK: - Criteria

  private func criteria(inUse: Bool) -> Grid {
    let lines = inUse ? support.leastFirst : Array(support.lines.dropFirst(support.inUse))
    return Grid(
      title: inUse
        ? "Findings by criterion, the least supported first" : "Criteria retired or merged",
      corner: "criterion",
      rows: lines, named: { "\($0.criterion.key) \($0.criterion.name)" }, short: \.criterion.key,
      subject: \.criterion.row,
      columns: [
        .bar("passages") { .count($0.passages) },
        Grid.Column("inspections") { .count($0.inspections) },
        Grid.Column("strengths and shortfalls", short: "+ −", split),
        Grid.Column("suspect") { .count($0.suspects) },
        inUse ? .phrase("supported", verdict) : .phrase("status", \.status),
      ],
      notes: inUse
        ? [
          "n = \(codings.all.count) contributions. A suspect one was made on a passage whose text "
            + "has changed since."
        ]
        : ["What was coded by them stays with them, and supports nothing."])
  }

  private func verdict(_ line: FrameworkSupport.Line) -> String {
    line.isSupported(by: support.fewest) ? "yes" : line.passages.isEmpty ? "no finding" : "too few"
  }

  private func split(_ line: FrameworkSupport.Line) -> Figure {
    line.contributions.isEmpty
      ? Figure(.absent(hasOpenPassages ? .notCoded : .nothingRecorded))
      : Figure(
        .split(strengths: line.strengths, shortfalls: line.shortfalls), basis: line.contributions)
  }

  private var hasOpenPassages: Bool { codings.marks.contains { $0.mark == .notCoded } }

  /// How many criteria would be supported were more asked, or less.
  private var distribution: Grid {
    let steps = support.steps
    return Grid(
      title: "How many criteria have so many passages", corner: "passages or more",
      rows: codings.all.isEmpty ? [] : steps.passages, named: { String($0) },
      columns: steps.inspections.map { inspections in
        Grid.Column("from \(inspections) or more", unit: "inspections") { passages in
          let threshold = SupportThreshold(passages: passages, inspections: inspections)
          let lines = support.leastFirst.filter { $0.isSupported(by: threshold) }
          return Figure(
            .share(lines.count, of: support.inUse), basis: lines.map(\.criterion.row))
        }
      },
      notes: [
        "\(support.fewest.phrase.capitalizedFirst) is what counts as supported here; the filter "
          + "support:5,3 makes that 5 passages from 3 inspections."
      ])
  }

  // MARK: - What leads to no criterion

  private var orphans: Grid {
    let rows: [(name: String, records: [Row])] = [
      ("contributions without a criterion", support.orphans),
      ("coded passages without any criterion", support.orphanPassages),
      ("suspect contributions", support.suspects),
      (
        "passages \(uncoded.phrase)",
        codings.marks.filter { $0.mark == .notCoded }.map(\.passage)
      ),
      (
        "passages said to hold nothing",
        codings.marks.filter { $0.mark == .nothing }.map(\.passage)
      ),
    ]
    return Grid(
      title: "What leads to no criterion, or may no longer", corner: "what",
      rows: codings.read.isEmpty ? [] : rows, named: \.name,
      columns: [Grid.Column("how many") { .count($0.records) }])
  }

  // MARK: - Other frameworks

  /// What other frameworks judge by, and the criteria that say the same, less or more.
  private var mapping: Grid {
    let standards = register.all(Standard.self).sorted { a, b in
      let keys = (a.framework?.key ?? "", b.framework?.key ?? "")
      return keys.0 == keys.1 ? a.row.number < b.row.number : keys.0 < keys.1
    }
    return Grid(
      title: "What other frameworks judge by", corner: "framework: standard", rows: standards,
      named: { "\($0.framework?.shortName ?? ""): \($0.name)" }, subject: \.row,
      columns: [
        Grid.Column("the same as") { figure($0.same) },
        Grid.Column("broader than") { figure($0.broader) },
        Grid.Column("narrower than") { figure($0.narrower) },
        .phrase("led to by") { $0.mapped.isEmpty ? "no criterion" : "" },
      ], notes: mappingNotes(standards))
  }

  private func figure(_ criteria: [Criterion]) -> Figure {
    Figure(
      .phrase(criteria.map(\.key).joined(separator: " ")), basis: criteria.map(\.row))
  }

  private func mappingNotes(_ standards: [Standard]) -> [String] {
    let mapped = Set(standards.flatMap(\.mapped).map(\.row))
    let alone = support.lines.prefix(support.inUse).map(\.criterion)
      .filter { !mapped.contains($0.row) }.map(\.key)
    return [
      "Which criterion a standard belongs to is a judgement; jointview set standard KEY broader=I5 "
        + "changes it."
    ]
      + (alone.isEmpty || standards.isEmpty
        ? [] : ["In no other framework here: \(alone.joined(separator: ", "))."])
  }

  // MARK: - Method and gaps

  private var method: [String] {
    [
      "A criterion is supported by \(support.fewest.phrase) in which an agency has a strength "
        + "or a shortfall by it.",
      "What counts in a passage: what was agreed on, else its first pass. A passage counts once "
        + "for a criterion.",
      "Framework support = criteria supported / criteria in use.",
    ]
  }

  var gaps: [String] {
    let open = codings.marks.count { $0.mark == .notCoded }
    let frameworks = Set(register.all(Standard.self).compactMap { $0.framework?.row })
    let missing = register.all(Framework.self)
      .filter { !frameworks.contains($0.row) && $0.key != Framework.joint }.map(\.shortName)
    return [
      open > 0 ? "\(open) of \(codings.marks.count) passages are \(uncoded.phrase)." : nil,
      codings.unread.isEmpty
        ? nil
        : "The letters of \(counted(codings.unread.count, "inspection")) have not been read yet, "
          + "and support nothing here.",
      missing.isEmpty
        ? nil
        : "What these judge by is not in the register: \(missing.joined(separator: ", ")).",
      scope.onContributions == nil ? nil : "Only contributions that match the filter are counted.",
    ].compactMap(\.self)
  }
}

extension FrameworkSupport.Line {
  /// `I0 with 17 passages from 6 inspections`.
  fileprivate var extent: String {
    "\(criterion.key) with \(counted(passages.count, "passage")) from "
      + counted(inspections.count, "inspection")
  }

  fileprivate var status: String {
    criterion.into.map { "merged into \($0.key)" } ?? criterion.status?.rawValue ?? ""
  }
}

extension Standard {
  fileprivate var mapped: [Criterion] { same + broader + narrower }
}
