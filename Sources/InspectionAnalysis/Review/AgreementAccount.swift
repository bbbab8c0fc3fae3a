import InspectionModel

extension Topic {
  public static let agreement = Topic(
    "agreement", title: "Agreement",
    summary: "how far passes agree (--key of the first): kappa, alpha and others, with intervals",
    takes: .key, isResampled: true
  ) { AgreementAccount($0.key, in: $0.whole, seen: $0.register).account }
}

/// How far the passes over the same passages agree: of a first pass and those that followed it,
/// each two, and where there are more than two, all of them together.
struct AgreementAccount {
  private let groups: [Group]
  private let register: Register
  private let seen: Register
  private let bootstrap: Bootstrap

  /// A first pass and what follows it.
  private struct Group {
    let pairs: [ReviewPair]
    var first: Review { pairs[0].first }
    /// The passes that can be compared.
    var closed: [Review] {
      let closed = pairs.filter(\.isClosed)
      return closed.isEmpty ? [] : [first] + closed.map(\.second)
    }
  }

  /// - Parameters:
  ///   - key: of a first pass; nil for all that were followed.
  ///   - register: all there is.
  ///   - seen: what its reader may see: no other decision is told.
  init(
    _ key: String? = nil, in register: Register, seen: Register, bootstrap: Bootstrap = Bootstrap()
  ) {
    (self.register, self.seen, self.bootstrap) = (register, seen, bootstrap)
    var groups: [[ReviewPair]] = []
    for pair in ReviewPair.all(in: register) where key == nil || pair.first.key == key {
      if let index = groups.firstIndex(where: { $0[0].first.row == pair.first.row }) {
        groups[index].append(pair)
      } else {
        groups.append([pair])
      }
    }
    self.groups = groups.map(Group.init)
  }

  /// O(replicates · codes · passages).
  var account: Account {
    let name = groups.count == 1 ? " of “\(groups[0].first.name)”" : ""
    let passages = groups.flatMap { PassReadings($0.closed).passages }
    return Account(
      title: "Agreement\(name)", question: "How far do people who read the same passages agree?",
      answer: answer, blocks: blocks, evidence: passages, method: method)
  }

  private var answer: String {
    if groups.isEmpty { return "No passage has been read a second time yet." }
    let people = groups.map { group in
      let who = ([group.first] + group.pairs.map(\.second)).map(\.reviewer)
      return "“\(group.first.name)” was read by \(who.joined(separator: " and "))"
    }
    return people.joined(separator: "; ") + "."
  }

  /// How each figure is to be read.
  var method: [String] {
    groups.isEmpty
      ? [] : AgreementWords.method(passes: groups.map(\.closed.count).max() ?? 0, bootstrap)
  }

  // MARK: - Blocks

  var blocks: [Account.Block] { groups.flatMap(blocks) }

  private func blocks(_ group: Group) -> [Account.Block] {
    let together = group.closed.count > 2 ? all(group.closed) : []
    return together + group.pairs.flatMap(blocks)
  }

  private func all(_ passes: [Review]) -> [Account.Block] {
    let measured = PassAgreement(passes, in: register, bootstrap: bootstrap)
    let count = measured.passages
    return [
      .sentences(
        title: "\(passes.count) passes together",
        ["\(counted(count, "passage")) read in two of them at least."])
    ] + grids(measured)
  }

  private func blocks(_ pair: ReviewPair) -> [Account.Block] {
    let title = "Agreement of “\(pair.first.name)” and “\(pair.second.name)”"
    guard pair.isClosed else {
      return [.sentences(title: title, ["Not measured: both passes must be closed first."])]
    }
    let comparison = PassComparison(pair.first, pair.second)
    let measured = PassAgreement([pair.first, pair.second], in: register, bootstrap: bootstrap)
    guard measured.passages > 0 else {
      return [.sentences(title: title, ["no overlap: no passage was read in both passes."])]
    }
    let settled = pair.agreed.map { register.view($0, as: Review.self).decisions } ?? []
    let counts =
      "\(counted(measured.passages, "passage")) read in both, \(comparison.disagreements.count) "
      + "coded differently, \(settled.count) of them settled."
    let told = settled.filter { seen.contains($0.row) }
    let notBlind = [pair.first, pair.second].filter(\.hasLostBlindness).map { review in
      "“\(review.name)” does not count as blind: it went on after others' codes could be seen."
    }
    let words = [counts, comparison.leftOut, Self.inShort(measured)].compactMap(\.self) + notBlind
    return [.sentences(title: title, words)]
      + grids(measured) + (told.isEmpty ? [] : [.grid(Self.decisions(told))])
  }

  /// What a person asks first: how far, beyond chance.
  private static func inShort(_ measured: PassAgreement) -> String? {
    let pooled = measured.pooled.map { ($0.name, $0.coefficients.first) }
    let direction = measured.direction[0].coefficients.first { $0.statistic == .cohen(.plain) }
    let said = (pooled + [("direction", direction)]).compactMap { name, coefficient in
      coefficient?.number.map { "\(Figure.Value.fixed($0, 2)) on \(name)" }
    }
    return said.isEmpty
      ? nil
      : "Beyond chance they agree " + said.joined(separator: ", ")
        + " (kappa: 1 is always, 0 is no more than chance). What each figure means is explained "
        + "below."
  }
}

// MARK: - Grids

extension AgreementAccount {
  private func grids(_ measured: PassAgreement) -> [Account.Block] {
    let parts = [
      ("Direction, and all codes together", measured.direction + measured.pooled),
      ("Agencies: named in a passage or not", measured.agencies),
      ("Criteria: used in a passage or not", measured.criteria),
    ]
    return parts.compactMap { title, lines in
      lines.isEmpty ? nil : .grid(Self.grid(title, lines))
    }
  }

  private static func grid(_ title: String, _ lines: [PassAgreement.Line]) -> Grid {
    let rows = lines.flatMap { line in
      line.coefficients.map { (line: line, coefficient: $0) }
    }
    return Grid(
      title: title, corner: "code", rows: rows, named: \.line.name,
      columns: [
        .phrase("measure", \.coefficient.statistic.name),
        Grid.Column("value") { Figure($0.coefficient.figure, basis: $0.line.passages) },
        .phrase("95 % interval", \.coefficient.intervalWords),
        Grid.Column("n") { Figure(.count($0.coefficient.n), basis: $0.line.passages) },
        Grid.Column("categories") { Figure(.count($0.line.categories.count)) },
        Grid.Column("differ") { .count($0.line.differing) },
        Grid.Column("p_o") { number($0.coefficient.observed) },
        Grid.Column("p_e") { number($0.coefficient.expected) },
        .phrase("prevalence") { prevalence($0.coefficient, $0.line.categories) },
      ])
  }

  private static func number(_ number: Double?) -> Figure {
    Figure(number.map { .measure($0, digits: 3) } ?? .phrase(""))
  }

  /// Of yes and no the share of yes; else each category's.
  private static func prevalence(_ coefficient: Coefficient, _ categories: [String]) -> String {
    let shares = coefficient.prevalence.map { Figure.Value.fixed($0, 3) }
    if shares.count == 2 { return shares[1] }
    return zip(categories, shares).map { "\($0) \($1)" }.joined(separator: ", ")
  }

  private static func decisions(_ decisions: [Decision]) -> Grid {
    Grid(
      title: "Decisions", corner: "passage", rows: decisions,
      named: { $0.passage?.title ?? $0.key }, subject: \.row,
      columns: [
        .phrase("chosen", \.chosen.rawValue), .phrase("because", \.reason),
        .phrase("by") { $0.by ?? "" },
        Grid.Column("on") { Figure($0.on.map { .day($0) } ?? .phrase("")) },
      ])
  }
}

extension Coefficient {
  fileprivate var figure: Figure.Value {
    switch value {
    case .number(let number): .measure(number, digits: 3)
    case .undefined(let reason): .phrase(reason.description)
    }
  }

  fileprivate var intervalWords: String {
    interval.map { "[\(Figure.Value.fixed($0.low, 3)), \(Figure.Value.fixed($0.high, 3))]" } ?? ""
  }
}
