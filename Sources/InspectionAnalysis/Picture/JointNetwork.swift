public import InspectionModel

/// Recorded joint working: which agencies letters say worked with which others, or failed to.
///
/// It counts what inspectors wrote down and somebody coded, not what agencies do. A contribution
/// with partners is a link from its agency to each of them; a mixed one is a link of both
/// directions, a mere mention none. Bodies in which agencies meet are no agencies. Measures as in
/// Wasserman and Faust 1994, over the n agencies in scope; centralisation after Freeman 1979.
public struct JointNetwork: Sendable {
  /// What was recorded from one agency to another.
  public struct Link: Sendable {
    public var strengths = 0
    public var shortfalls = 0
    public var basis: [Row] = []
    public var isAny: Bool { strengths + shortfalls > 0 }
  }

  /// The agencies in scope, then others with links.
  public let agencies: [Agency]
  public let inScopeCount: Int
  /// From the first to the second, in the order of the agencies.
  public let links: [[Link]]
  /// By how they worked together; nil where that is not coded.
  public let kinds: [(kind: JointWorking?, link: Link)]
  /// How many passages hold a link between two agencies in scope.
  public let passages: Int

  /// O(contributions).
  public init(_ picture: Picture) {
    let codings = picture.codings
    let register = codings.register
    let bodies = Agency.bodies.compactMap { register.row(.agency, key: $0)?.number }
    var counted: [(coding: Codings.Coding, partner: Int)] = []
    for coding in codings.all where coding.isFinding && !bodies.contains(Int(coding.agency)) {
      for partner in codings.partners(coding)
      where partner != Int(coding.agency) && !bodies.contains(partner) {
        counted.append((coding, partner))
      }
    }
    let inScope = picture.inScope
    let linked = Set(counted.flatMap { [Int($0.coding.agency), $0.partner] })
    let agencies =
      inScope
      + register.all(Agency.self).filter { agency in
        linked.contains(agency.row.number) && !inScope.contains { $0.row == agency.row }
      }
    inScopeCount = inScope.count
    var place = [Int](repeating: -1, count: register.rowCount(.agency))
    for (index, agency) in agencies.enumerated() { place[agency.row.number] = index }
    var links = agencies.map { _ in agencies.map { _ in Link() } }
    var kinds: [JointWorking?: Link] = [:]
    var passages: Set<Int32> = []
    for (coding, partner) in counted {
      let (from, to) = (place[Int(coding.agency)], place[partner])
      links[from][to].add(coding)
      if from < inScope.count, to < inScope.count { passages.insert(coding.passageNumber) }
      let manners = codings.manners(coding)
      for kind in manners.isEmpty ? [nil] : manners.map(Optional.some) {
        kinds[kind, default: Link()].add(coding)
      }
    }
    (self.agencies, self.links) = (agencies, links)
    self.passages = passages.count
    self.kinds = (JointWorking.allCases.map(Optional.some) + [nil]).compactMap { kind in
      kinds[kind].map { (kind, $0) }
    }
  }

  // MARK: - Measures over the agencies in scope

  private var n: Int { inScopeCount }

  /// Pairs of agencies, in no order, for which a test holds one way or the other.
  private func pairs(where test: (Link) -> Bool) -> Int {
    (0..<n).reduce(0) { sum, a in
      sum + (a + 1..<max(a + 1, n)).count { test(links[a][$0]) || test(links[$0][a]) }
    }
  }

  private func orderedPairs(where test: (Link) -> Bool) -> Int {
    (0..<n).reduce(0) { sum, a in sum + (0..<n).count { $0 != a && test(links[a][$0]) } }
  }

  /// D⁺: pairs with a positive link, of all n(n−1)/2 pairs; nil where n < 2.
  public var density: Picture.Share? { share(pairs { $0.strengths > 0 }, of: n * (n - 1) / 2) }
  /// D⁻: the same of negative links; a pair may be in both.
  public var shortfallDensity: Picture.Share? {
    share(pairs { $0.shortfalls > 0 }, of: n * (n - 1) / 2)
  }
  /// Pairs in order with any link, of all n(n−1).
  public var directedDensity: Picture.Share? {
    share(orderedPairs(where: \.isAny), of: n * (n - 1))
  }

  /// Pairs linked both ways, of all linked pairs; nil where none is linked.
  public var reciprocity: Picture.Share? {
    let both = (0..<n).reduce(0) { sum, a in
      sum + (a + 1..<max(a + 1, n)).count { links[a][$0].isAny && links[$0][a].isAny }
    }
    return share(both, of: pairs(where: \.isAny))
  }

  /// Agencies in scope that no link leads to or from.
  public var isolates: [Agency] {
    (0..<n).filter { degree($0) == 0 }.map { agencies[$0] }
  }

  /// How many others an agency is linked with, either way.
  private func degree(_ a: Int) -> Int {
    (0..<n).count { $0 != a && (links[a][$0].isAny || links[$0][a].isAny) }
  }

  /// Freeman's degree centralisation: Σ (max degree − degree) / ((n−1)(n−2)), 1 for a star, 0 where
  /// all are alike; nil where n < 3.
  public var centralisation: Double? {
    guard n >= 3 else { return nil }
    let degrees = (0..<n).map(degree)
    let most = degrees.max() ?? 0
    return Double(degrees.reduce(0) { $0 + most - $1 }) / Double((n - 1) * (n - 2))
  }

  private func share(_ part: Int, of whole: Int) -> Picture.Share? {
    whole > 0 ? Picture.Share(part: part, whole: whole) : nil
  }
}

extension JointNetwork.Link {
  fileprivate mutating func add(_ coding: Codings.Coding) {
    basis.append(coding.row)
    if coding.isStrength { strengths += 1 }
    if coding.isShortfall { shortfalls += 1 }
  }
}
