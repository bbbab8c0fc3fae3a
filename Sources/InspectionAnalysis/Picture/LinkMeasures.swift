/// Measures of a network over the n agencies in scope, as in Wasserman and Faust 1994;
/// centralisation after Freeman 1979.
///
/// O(n²) to make and to ask.
public struct LinkMeasures: Sendable {
  private let n: Int
  /// From the first to the second.
  private let credited: [[Bool]]
  private let faulted: [[Bool]]
  private let any: [[Bool]]

  /// - Parameters:
  ///   - count: how many agencies are in scope, from the start of the links.
  ///   - letter: what is told by this one alone does not count.
  init(_ links: [[JointNetwork.Link]], _ count: Int, without letter: Int32? = nil) {
    func matrix(_ weight: (JointNetwork.Link) -> LinkWeight) -> [[Bool]] {
      links.prefix(count).map { row in row.prefix(count).map { weight($0).isThere(letter) } }
    }
    n = count
    (credited, faulted, any) = (matrix(\.credited), matrix(\.faulted), matrix(\.any))
  }

  /// D⁺: pairs with a positive link, of all n(n−1)/2 pairs; nil where n < 2.
  public var density: Picture.Share? { share(pairs(credited), of: n * (n - 1) / 2) }
  /// D⁻: the same of negative links; a pair may be in both.
  public var shortfallDensity: Picture.Share? { share(pairs(faulted), of: n * (n - 1) / 2) }
  /// Pairs in order with any link, of all n(n−1); nil where n < 2.
  public var directedDensity: Picture.Share? {
    share(any.joined().count { $0 }, of: n * (n - 1))
  }

  /// Pairs linked both ways, of all linked pairs; nil where none is linked.
  public var reciprocity: Picture.Share? {
    let both = (0..<n).reduce(0) { sum, a in
      sum + (a + 1..<max(a + 1, n)).count { any[a][$0] && any[$0][a] }
    }
    return share(both, of: pairs(any))
  }

  /// The places of agencies that no link leads to or from.
  public var isolates: [Int] { (0..<n).filter { degree($0) == 0 } }

  /// Freeman's degree centralisation: Σ (max degree − degree) / ((n−1)(n−2)), 1 for a star, 0 where
  /// all are alike; nil where n < 3.
  public var centralisation: Double? {
    guard n >= 3 else { return nil }
    let degrees = (0..<n).map(degree)
    let most = degrees.max() ?? 0
    return Double(degrees.reduce(0) { $0 + most - $1 }) / Double((n - 1) * (n - 2))
  }

  /// How many others an agency is linked with, either way.
  private func degree(_ a: Int) -> Int { (0..<n).count { any[a][$0] || any[$0][a] } }

  /// Pairs of agencies, in no order, that are joined one way or the other.
  private func pairs(_ matrix: [[Bool]]) -> Int {
    (0..<n).reduce(0) { sum, a in
      sum + (a + 1..<max(a + 1, n)).count { matrix[a][$0] || matrix[$0][a] }
    }
  }

  private func share(_ part: Int, of whole: Int) -> Picture.Share? {
    whole > 0 ? Picture.Share(part: part, whole: whole) : nil
  }
}
