import InspectionModel

extension Topic {
  public static let picture = Topic(
    "picture", title: "Picture",
    summary: "agencies by criteria, agencies by agencies, coverage and gaps",
    takes: [.filter, .reading], first: PictureAccount.first
  ) { input in
    let (scope, register) = (input.scope, input.register)
    if scope.reading == .machine { return ReadPicture(scope, in: register).account }
    let inspections = scope.inspections(in: register)
    let codings = Codings(of: inspections, matching: scope.onContributions, in: register)
    return PictureAccount(scope, inspections, codings, input.uncoded).account
  }
}

/// The picture as an account: agencies by criteria, agencies by agencies, and what is not seen.
struct PictureAccount {
  let picture: Picture
  private let network: JointNetwork
  private let statements: StatementCoverage
  private let scope: Scope
  private let title: String

  private let uncoded: Uncoded

  /// - Parameter codings: what the scope asks for of its inspections.
  init(_ scope: Scope, _ inspections: [Inspection], _ codings: Codings, _ uncoded: Uncoded) {
    picture = Picture(codings, isFiltered: scope.onContributions != nil)
    network = JointNetwork(picture)
    statements = StatementCoverage(of: inspections, in: codings.register)
    (self.scope, self.uncoded) = (scope, uncoded)
    let words = scope.phrase(inspections)
    title = words.isEmpty ? "Picture" : "Picture of \(words)"
  }

  /// The matrix, while the rest is worked out.
  static func first(_ input: Topic.Input) -> Account {
    let inspections = input.scope.inspections(in: input.register)
    let codings = Codings(
      of: inspections, matching: input.scope.onContributions, in: input.register)
    let picture = Picture(codings, isFiltered: input.scope.onContributions != nil)
    let words = input.scope.phrase(inspections)
    return Account(
      title: words.isEmpty ? "Picture" : "Picture of \(words)", question: question,
      answer: "\(counted(codings.all.count, "contribution")) in "
        + "\(counted(codings.read.count, "letter")); the rest is being worked out.",
      blocks: [.grid(picture.heatMap(input.uncoded))])
  }

  private static let question = "Does every agency appear, and how do they work together?"

  var account: Account {
    Account(
      title: title, question: Self.question, answer: answer,
      behind: Backing.sentence(picture.codings, uncoded),
      blocks: blocks.filter { !$0.isEmpty },
      evidence: picture.codings.all.map(\.row), method: Self.method, gaps: gaps)
  }

  /// Coverage and gaps say nothing where only some contributions are counted.
  private var blocks: [Account.Block] {
    let links = LinkGrids(network)
    let all: [Account.Block] =
      picture.isFiltered
      ? []
      : [
        .grid(measures), .grid(picture.gapList), .grid(picture.byInspection),
        .grid(picture.scopeOverTime), .grid(links.letters),
      ]
    return [.grid(picture.heatMap(uncoded))] + all
      + [.grid(links.matrix), .grid(links.pairs), .grid(links.kinds), .grid(statements.grid)]
  }

  // MARK: - The answer

  /// Of what a filter leaves.
  private var answerOfSome: String {
    let all = picture.codings.all
    let letters = Set(all.map(\.inspection)).count
    let agencies = Set(all.map(\.agency)).count
    return
      "\(counted(all.count, "contribution")) in \(counted(letters, "letter")) "
      + "\(all.count == 1 ? "matches" : "match") the filter, of "
      + "\(counted(agencies, "agency", "agencies")): "
      + counted(all.count { $0.isStrength }, "strength")
      + " and " + counted(all.count { $0.isShortfall }, "shortfall") + "."
  }

  var answer: String {
    let codings = picture.codings
    guard !codings.read.isEmpty else { return "No letter of these inspections has been read yet." }
    guard !codings.all.isEmpty else {
      if picture.isFiltered, codings.marks.contains(where: { $0.mark == .coded }) {
        return "Nothing that is coded in these letters matches the filter."
      }
      return
        "\(uncoded.sentence) in \(counted(codings.read.count, "letter")) with "
        + "\(counted(codings.marks.count, "passage")) to code."
    }
    if picture.isFiltered { return answerOfSome }
    let coverage = picture.coverage
    guard coverage.whole > 0 else {
      return "Something is coded, but no agency is in scope of these inspections."
    }
    let counts = picture.findings(of: picture.inScope)
    let least = zip(picture.inScope, counts).min { $0.1 < $1.1 }
    let unseen = least.map { agency, count in
      ", \(agency.name) the fewest (\(counted(count, "finding")))"
    }
    return
      "In \(coded), counted letter by letter, \(coverage.part) of \(coverage.whole) agencies "
      + "in scope have findings"
      + (unseen ?? "") + links + "."
  }

  /// How many pairs are credited, how far it hangs on one letter, what lists would make of it.
  private var links: String {
    guard let pairs = network.density else { return "" }
    let lists = network.lists.any.passages
    let range = LinkGrids(network).counts(\.density).map {
      " (\($0) whichever letter is left out)"
    }
    return
      "; of \(pairs.whole) pairs of agencies, \(pairs.part) \(pairs.part == 1 ? "is" : "are") "
      + "credited with working together" + (lists > 0 ? " outside lists" : "") + (range ?? "")
      + (lists > 0 ? withLists(lists) : "")
  }

  private func withLists(_ lists: Int) -> String {
    let passages = counted(lists, "passage that lists", "passages that list")
    return
      ", and \(network.withLists.density?.part ?? 0) where \(passages) "
      + "\(JointNetwork.listSize) agencies or more \(lists == 1 ? "counts" : "count") too"
  }

  /// `the 6 letters that are coded, of 13 read`.
  private var coded: String {
    let coded = picture.coverages.count { $0.isKnown }
    let read = picture.codings.read.count
    return coded == read
      ? counted(read, "letter")
      : "the \(counted(coded, "letter")) that \(coded == 1 ? "is" : "are") coded, of \(read) read"
  }

  // MARK: - Measures

  private var measures: Grid {
    let naming = Naming(picture.codings)
    let own = [
      Measure(
        "coverage", Figure(picture.coverage, else: noCoverage),
        of: "agencies in scope with findings, of those in scope, summed over inspections"),
      Measure(
        "matrix fill",
        Figure(picture.fill, else: "no agency is in scope, or there is no criterion"),
        of: "cells with a finding, of agencies in scope by criteria in use"),
      Measure(
        "evenness J", Figure(picture.evenness, else: "needs two agencies in scope and a finding"),
        of: "1 where all agencies in scope have as many findings, 0 where one has all"),
      Measure(
        "jointness",
        Figure(naming.jointness, basis: naming.several, else: "no passage names an agency"),
        of: "passages that name two agencies or more, of those that name one or more"),
    ]
    return Grid(
      title: "Measures", corner: "measure",
      rows: own.map { LinkMeasure($0) } + LinkGrids(network).measures,
      named: \.measure.name,
      columns: [
        Grid.Column("value", \.measure.figure),
        .bar("share") { Self.part(of: $0.measure.figure) },
        Grid.Column("leaving one letter out", short: "one out", \.leavingOneOut),
        Grid.Column("with lists", \.withLists),
        .phrase("of what", \.measure.phrase),
      ])
  }

  private var noCoverage: String {
    picture.coverages.contains(where: \.isKnown)
      ? "no agency is in scope of what is coded" : uncoded.reason
  }

  /// A share as a number from 0 to 1, for a bar of one length whatever the whole.
  private static func part(of figure: Figure) -> Figure {
    switch figure.value {
    case .share(let part, let whole) where whole > 0:
      Figure(.measure(Double(part) / Double(whole), digits: 2), basis: figure.basis)
    case .measure: figure
    case .share, .count, .range, .split, .day, .phrase, .absent: Figure(.phrase(""))
    }
  }

  // MARK: - Method and gaps

  private static let method = [
    "What counts in a passage: what was agreed on, else its first pass. In scope are the agencies "
      + "whose inspectorate took part, as the letter says.",
    "Coverage = Σ agencies in scope with a contribution of direction + − or = / Σ agencies in "
      + "scope, over inspections of which something is coded.",
    "Matrix fill = cells with such a contribution / (agencies in scope × criteria in use).",
    "Evenness J = −Σ p ln p / ln n, p an agency's share of such contributions, n agencies in scope "
      + "(Pielou 1966).",
    "Jointness = passages naming two agencies or more / passages naming one or more, partners "
      + "included; “all partners” counts as two or more, and the safeguarding partnership as none, "
      + "since it is a body.",
    "D+ = 2 · pairs with a positive link / n(n−1), D− of negative ones; directed density divides "
      + "by n(n−1); reciprocity = pairs linked both ways / linked pairs (Wasserman and Faust "
      + "1994); centralisation = Σ(max degree − degree) / ((n−1)(n−2)) (Freeman 1979).",
    "Links are recorded joint working: what inspectors wrote down and somebody coded, not what "
      + "agencies do. A link is what is coded with a partner, and a passage counts once for a "
      + "pair.",
    "\(LinkGrids.rule); so measures of links stand outside lists, and with them beside that. All "
      + "partners and the partnership are not agencies, and make no link.",
    "Leaving one letter out: from the least to the most that a measure is when any one letter is "
      + "taken away; the agencies in scope stay the same.",
  ]

  var gaps: [String] {
    let codings = picture.codings
    let open = codings.marks.count { $0.mark == .notCoded }
    let unknownScope = codings.read.filter { $0.inspectorates.isEmpty }
    return [
      open > 0 ? "\(open) of \(codings.marks.count) passages are \(uncoded.phrase)." : nil,
      codings.unread.isEmpty
        ? nil
        : "The letters of \(counted(codings.unread.count, "inspection")) have not been read yet, "
          + "and do not count here.",
      unknownScope.isEmpty
        ? nil
        : "It is not known who inspected \(unknownScope.map(\.title).joined(separator: ", ")), so "
          + "no agency is in scope there.",
      statements.unknown.isEmpty
        ? nil
        : "For \(counted(statements.unknown.count, "inspection")) it is not known who must join "
          + "the statement of action.",
      scope.onContributions == nil
        ? nil
        : "Only contributions that match the filter are counted, so an empty cell says nothing "
          + "about the others.",
    ].compactMap(\.self)
  }
}
