import InspectionModel

/// The picture as an account: agencies by criteria, agencies by agencies, and what is not seen.
struct PictureAccount {
  private let picture: Picture
  private let network: JointNetwork
  private let naming: Naming
  private let statements: StatementCoverage
  private let scope: Scope
  private let title: String

  init(_ scope: Scope, in register: Register) {
    let inspections = scope.inspections(in: register)
    picture = Picture(of: inspections, matching: scope.onContributions, in: register)
    network = JointNetwork(picture)
    naming = Naming(picture.codings)
    statements = StatementCoverage(of: inspections, in: register)
    self.scope = scope
    let words = scope.words(inspections)
    title = words.isEmpty ? "Picture" : "Picture of \(words)"
  }

  var account: Account {
    Account(
      title: title,
      question: "Does every agency show, and how do they work together?", answer: answer,
      blocks: [
        .grid(heatMap), .grid(measures), .grid(gapList), .grid(coverage),
        .grid(LinkGrids(network).matrix), .grid(LinkGrids(network).kinds), .grid(statementGrid),
      ].filter { !$0.isEmpty },
      evidence: picture.codings.all.map(\.row), method: Self.method, gaps: gaps)
  }

  // MARK: - The answer

  private var answer: String {
    let codings = picture.codings
    guard !codings.read.isEmpty else { return "No letter of these inspections has been read yet." }
    guard !codings.all.isEmpty else {
      return
        "Nothing is coded yet in \(Counted.letters(codings.read.count)) with \(codings.marks.count) passages to code."
    }
    let coverage = picture.coverage
    guard coverage.whole > 0 else {
      return "Something is coded, but no agency is in scope of these inspections."
    }
    let counts = picture.findings(of: picture.inScope)
    let least = zip(picture.inScope, counts).min { $0.1 < $1.1 }
    let unseen = least.map { agency, count in
      ", least of all \(agency.name) with \(count == 1 ? "1 finding" : "\(count) findings")"
    }
    let links = network.density.map {
      "; of \($0.whole) pairs of agencies, \($0.part) are credited with working together at least once"
    }
    return
      "In \(Counted.letters(codings.read.count)), \(coverage.part) of \(coverage.whole) agencies in scope show"
      + (unseen ?? "") + (links ?? "") + "."
  }

  // MARK: - Agencies by criteria

  private var heatMap: Grid {
    let columns = picture.criteria.map {
      Grid.Heading("\($0.key) \($0.name)", short: $0.key, style: .heat)
    }
    let totals = picture.findings(of: picture.agencies)
    let lines = picture.agencies.indices.map { agency in
      let view = picture.agencies[agency]
      let own = picture.codings.all.filter { $0.agency == Int32(view.row.number) }
      return Grid.Line(
        Grid.Heading(view.name), subject: view.row,
        picture.criteria.indices.map { figure(agency, $0) } + [
          Figure(
            totals[agency] > 0 ? Self.split(own) : absence(ofAgency: agency, own),
            basis: own.map(\.row))
        ])
    }
    let marks = picture.codings.marks
    let open = marks.count { $0.mark == .notCoded }
    return Grid(
      title: "Agency by criterion", corner: "agency", columns: columns + [Grid.Heading("all")],
      lines: lines,
      notes: [
        "+ credits and − faults; a mixed contribution counts as both. n = \(picture.codings.all.count) contributions in \(marks.count - open) passages coded, \(open) not coded yet. “all” has those without criterion too."
      ])
  }

  private func figure(_ agency: Int, _ criterion: Int) -> Figure {
    let cell = picture.cells[agency][criterion]
    return Figure(
      cell.isFilled
        ? .split(strengths: cell.strengths, shortfalls: cell.shortfalls)
        : .absent(picture.absence(agency: agency, criterion: criterion)),
      basis: cell.basis)
  }

  private static func split(_ codings: [Codings.Coding]) -> Figure.Value {
    .split(
      strengths: codings.count { $0.isStrength }, shortfalls: codings.count { $0.isShortfall })
  }

  private func absence(ofAgency agency: Int, _ own: [Codings.Coding]) -> Figure.Value {
    guard own.isEmpty, let first = picture.criteria.indices.first else {
      return .absent(.namedOnly)
    }
    let absence = picture.absence(agency: agency, criterion: first)
    return .absent(absence == .namedOnly ? .nothingRecorded : absence)
  }

  /// What is not seen of each agency in scope, its three kinds apart.
  private var gapList: Grid {
    let kinds: [Figure.Absence] = [.namedOnly, .nothingRecorded, .notCoded]
    let lines = picture.inScope.indices.map { agency in
      Grid.Line(
        Grid.Heading(picture.agencies[agency].name), subject: picture.agencies[agency].row,
        kinds.map { kind in
          let missing = picture.criteria.indices.filter {
            !picture.cells[agency][$0].isFilled
              && picture.absence(agency: agency, criterion: $0) == kind
          }
          let keys = missing.map { picture.criteria[$0].key }.joined(separator: " ")
          return Figure(
            .words(missing.isEmpty ? "none" : keys),
            basis: missing.flatMap { picture.cells[agency][$0].basis })
        })
    }
    return Grid(
      title: "Gaps: criteria on which nothing was found", corner: "agency",
      columns: kinds.map { Grid.Heading("\($0.mark) \($0.name)", short: $0.name) }, lines: lines)
  }

  // MARK: - Measures

  private var measures: Grid {
    let fill = picture.fill
    let lines: [(String, Figure, String)] = [
      (
        "coverage", Self.figure(picture.coverage, "no letter in scope is coded yet"),
        "agencies in scope that show, of those in scope, summed over inspections"
      ),
      (
        "matrix fill", Self.figure(fill, "no agency is in scope, or there is no criterion"),
        "cells with a finding, of agencies in scope by criteria in use"
      ),
      (
        "evenness J",
        Self.figure(picture.evenness, "needs two agencies in scope and a finding"),
        "1 where all agencies in scope have as many findings, 0 where one has all"
      ),
      (
        "jointness", Self.figure(naming.jointness, "no passage names an agency", naming.several),
        "passages that name two agencies or more, of those that name one or more"
      ),
    ]
    return Grid(
      title: "Measures", corner: "measure",
      columns: [
        Grid.Heading("value"), Grid.Heading("share", style: .bar), Grid.Heading("of what"),
      ],
      lines: (lines + LinkGrids(network).measures).map { name, figure, words in
        Grid.Line(
          Grid.Heading(name), [figure, Self.part(of: figure), Figure(.words(words))])
      })
  }

  /// A share as a number from 0 to 1, for a bar of one length whatever the whole.
  private static func part(of figure: Figure) -> Figure {
    switch figure.value {
    case .share(let part, let whole) where whole > 0:
      Figure(.measure(Double(part) / Double(whole), digits: 2), basis: figure.basis)
    case .measure: figure
    default: Figure(.words(""))
    }
  }

  static func figure(_ share: Picture.Share?, _ why: String, _ basis: [Row] = []) -> Figure {
    guard let share, share.whole > 0 else { return Figure(.absent(.unknown(why))) }
    return Figure(.share(share.part, of: share.whole), basis: basis)
  }

  static func figure(_ number: Double?, _ why: String) -> Figure {
    number.map { Figure(.measure($0, digits: 2)) } ?? Figure(.absent(.unknown(why)))
  }

  // MARK: - Inspection by inspection

  private var coverage: Grid {
    let lines = picture.coverages.map { coverage in
      let missing = coverage.inScope.filter { agency in
        !coverage.covered.contains { $0.row == agency.row }
      }
      let share: Figure =
        coverage.isKnown
        ? Self.figure(
          Picture.Share(part: coverage.covered.count, whole: coverage.inScope.count),
          "the register does not say who inspected", coverage.basis)
        : Figure(.absent(.notCoded))
      let words = missing.isEmpty ? "none" : missing.map(\.name).joined(separator: ", ")
      return Grid.Line(
        Grid.Heading(coverage.inspection.title), subject: coverage.inspection.row,
        [
          share, Figure(.share(coverage.coded.part, of: coverage.coded.whole)),
          coverage.isKnown ? Figure(.words(words)) : Figure(.absent(.notCoded)),
        ])
    }
    return Grid(
      title: "Coverage by inspection", corner: "inspection",
      columns: [
        Grid.Heading("agencies that show", short: "agencies"),
        Grid.Heading("passages coded", short: "coded"), Grid.Heading("nothing found about"),
      ], lines: lines)
  }

  private var statementGrid: Grid {
    let columns =
      statements.agencies.map { Grid.Heading($0.name) } + [Grid.Heading("together")]
    let lines = statements.lines.map { line in
      Grid.Line(
        Grid.Heading(line.inspection.title), subject: line.inspection.row,
        statements.agencies.indices.map { agency in
          guard line.inScope[agency] else { return Figure(.absent(.outOfScope)) }
          return line.joins[agency]
            ? Figure(.words("joins"), basis: [line.inspection.row])
            : Figure(.words("no"), basis: [line.inspection.row])
        } + [
          Figure(
            .share(line.joins.count { $0 }, of: line.inScope.count { $0 }),
            basis: [line.inspection.row])
        ])
    }
    let rows = statements.lines.map(\.inspection.row)
    let all = Grid.Line(
      Grid.Heading("together"),
      statements.agencies.indices.map { agency in
        let share = statements.share(ofAgency: agency)
        return Figure(.share(share.part, of: share.whole), basis: rows)
      } + [Figure(.share(statements.share.part, of: statements.share.whole), basis: rows)])
    return Grid(
      title: "Who must write or join the statement of action", corner: "inspection",
      columns: columns, lines: lines.isEmpty ? [] : lines + [all],
      notes: [
        "The letters say it, so that it needs no coding; the council counts as children's social care."
      ])
  }

  // MARK: - Method and gaps

  private static let method = [
    "What counts in a passage: what was agreed on, else its first pass. In scope are the agencies whose inspectorate took part, as the letter says.",
    "Coverage = Σ agencies in scope with a contribution of direction + − or = / Σ agencies in scope, over inspections of which something is coded.",
    "Matrix fill = cells with such a contribution / (agencies in scope × criteria in use).",
    "Evenness J = −Σ p ln p / ln n, p an agency's share of such contributions, n agencies in scope (Pielou 1966).",
    "Jointness = passages naming two agencies or more / passages naming one or more, partners included; “all partners” are two or more, the safeguarding partnership is a body and none.",
    "D+ = 2 · pairs with a positive link / n(n−1), D− of negative ones; directed density divides by n(n−1); reciprocity = pairs linked both ways / linked pairs (Wasserman and Faust 1994); centralisation = Σ(max degree − degree) / ((n−1)(n−2)) (Freeman 1979).",
    "Links are recorded joint working: what inspectors wrote down and somebody coded, not what agencies do.",
  ]

  private var gaps: [String] {
    let codings = picture.codings
    let open = codings.marks.count { $0.mark == .notCoded }
    let unknownScope = codings.read.filter { $0.inspectorates.isEmpty }
    return [
      open > 0 ? "\(open) of \(codings.marks.count) passages are not coded yet." : nil,
      codings.unread.isEmpty
        ? nil
        : "The letters of \(Counted.inspections(codings.unread.count)) are not read yet, and count for nothing here.",
      unknownScope.isEmpty
        ? nil
        : "Who inspected is not known of \(unknownScope.map(\.title).joined(separator: ", ")), so that no agency is in scope.",
      statements.unknown.isEmpty
        ? nil
        : "Who must join the statement of action is not known of \(Counted.inspections(statements.unknown.count)).",
      scope.onContributions == nil
        ? nil
        : "Only contributions that match the filter are counted, so that an empty cell says nothing of the others.",
    ].compactMap(\.self)
  }
}

extension Account.Block {
  /// Whether there is nothing in it to show.
  var isEmpty: Bool {
    switch self {
    case .grid(let grid): grid.lines.isEmpty
    case .timeline(let timeline): timeline.lanes.isEmpty
    case .words(_, let sentences): sentences.isEmpty
    }
  }
}

/// Numbers with their words.
enum Counted {
  static func letters(_ count: Int) -> String { count == 1 ? "1 letter" : "\(count) letters" }
  static func inspections(_ count: Int) -> String {
    count == 1 ? "1 inspection" : "\(count) inspections"
  }
}
