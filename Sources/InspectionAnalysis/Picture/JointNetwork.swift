public import InspectionModel

/// Recorded joint working: which agencies letters say worked with which others, or failed to.
///
/// It counts what inspectors wrote down and somebody coded, not what agencies do. A contribution
/// with partners is a link from its agency to each of them; a mixed one is a link of both
/// directions, a mere mention none. Bodies in which agencies meet are no agencies. A passage counts
/// once for a pair, whatever number of contributions it holds.
///
/// One that sets five agencies or more side by side is a list: it says that all were there, and
/// nothing of any two of them. So every measure stands outside lists, and with them beside it.
public struct JointNetwork: Sendable {
  /// What one letter says of the pairs of agencies in its scope.
  public struct Letter: Sendable {
    public let inspection: Inspection
    /// Pairs credited, of all pairs of agencies in scope of this inspection.
    public var outsideLists: Picture.Share
    public var withLists: Picture.Share
    /// The passages that credit a pair outside lists, and those that list.
    public var basis: [Row] = []
    public var lists: [Row] = []
  }

  /// So many agencies set side by side are a list, the one that it is coded of included.
  public static let listSize = 5

  /// The agencies in scope, then others with links.
  public let agencies: [Agency]
  public let inScopeCount: Int
  /// From the first to the second, in the order of the agencies, outside lists.
  public let links: [[Link]]
  /// Pairs in no order, outside lists: the one that stands first in the register, the other, and
  /// what joins them.
  public let pairs: [(one: Int, other: Int, link: Link)]
  /// By how they worked together, outside lists; nil where that is not coded.
  public let kinds: [(kind: JointWorking?, link: Link)]
  /// What lists alone say, of whomever.
  public let lists: Link
  /// How many passages hold a link between two agencies in scope, outside lists.
  public let passages: Int
  /// In the order of the letters of which something is coded.
  public let letters: [Letter]

  public let outsideLists: LinkMeasures
  public let withLists: LinkMeasures
  /// Outside lists, whichever letter is left out; empty where there is but one.
  let leavingOneOut: [LinkMeasures]

  /// One pass over what is coded: O(contributions + letters + agencies⁴).
  public init(_ picture: Picture) {
    let codings = picture.codings
    var counts = LinkCounts(picture)
    for coding in codings.all where coding.isFinding { counts.add(coding, codings) }
    counts.endLetter()
    let register = codings.register
    let inScope = picture.inScope
    let agencies =
      inScope
      + register.all(Agency.self).filter { agency in
        counts.linked[agency.row.number] && !inScope.contains { $0.row == agency.row }
      }
    let numbers = agencies.map(\.row.number)
    let links = numbers.map { from in numbers.map { counts.outside.link(from, $0) } }
    let all = numbers.map { from in numbers.map { counts.all.link(from, $0) } }
    (self.agencies, self.links, inScopeCount) = (agencies, links, inScope.count)
    pairs = numbers.indices.flatMap { one in
      numbers.indices.dropFirst(one + 1).compactMap { other in
        let link = counts.outside.pair(numbers[one], numbers[other])
        return link.isAny ? (one, other, link) : nil
      }
    }
    kinds = (JointWorking.allCases.map(Optional.some) + [nil]).compactMap { kind in
      counts.kinds[kind].map { (kind, $0) }
    }
    (lists, letters, passages) = (counts.lists, counts.letters, counts.passages.passages)
    outsideLists = LinkMeasures(links, inScope.count)
    withLists = LinkMeasures(all, inScope.count)
    leavingOneOut = Self.leavingOneOut(links, inScope.count, letters.count)
  }

  /// Leaving a letter out changes something only where it is the only one that says a thing.
  private static func leavingOneOut(
    _ links: [[Link]], _ count: Int, _ letters: Int
  ) -> [LinkMeasures] {
    guard letters > 1 else { return [] }
    let sole = Set(links.prefix(count).joined().flatMap(\.soleLetters)).sorted()
    return sole.map { LinkMeasures(links, count, without: $0) }
      + (sole.count < letters ? [LinkMeasures(links, count)] : [])
  }

  /// From the least to the most that a measure is outside lists, whichever letter is left out; nil
  /// where there is but one, or no value.
  public func range<Measured: Comparable>(
    _ measure: (LinkMeasures) -> Measured?
  ) -> ClosedRange<Measured>? {
    let values = leavingOneOut.compactMap(measure)
    guard let least = values.min(), let most = values.max() else { return nil }
    return least...most
  }

  // MARK: - Measures outside lists

  public var density: Picture.Share? { outsideLists.density }
  public var shortfallDensity: Picture.Share? { outsideLists.shortfallDensity }
  public var directedDensity: Picture.Share? { outsideLists.directedDensity }
  public var reciprocity: Picture.Share? { outsideLists.reciprocity }
  public var centralisation: Double? { outsideLists.centralisation }
  /// Agencies in scope that no link leads to or from.
  public var isolates: [Agency] { outsideLists.isolates.map { agencies[$0] } }
}
