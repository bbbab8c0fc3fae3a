public import InspectionModel

/// How many agencies each passage names: in what is coded in it, as the one that acts or as a
/// partner.
///
/// All partners together are two or more; the body in which they meet is none. O(contributions).
public struct Naming: Sendable {
  /// Passages that name one agency and no more, and those that name several.
  public let one: [Row]
  public let several: [Row]

  public init(_ codings: Codings) {
    let register = codings.register
    let all = register.row(.agency, key: Agency.allPartners)?.number
    let bodies = Set(Agency.bodies.compactMap { register.row(.agency, key: $0)?.number })
    var named: [Int32: Set<Int>] = [:]
    var order: [Int32] = []
    for coding in codings.all where coding.isFinding {
      if named[coding.passageNumber] == nil { order.append(coding.passageNumber) }
      named[coding.passageNumber, default: []].formUnion(
        [Int(coding.agency)] + codings.partners(coding))
    }
    func count(_ agencies: Set<Int>) -> Int {
      agencies.subtracting(bodies).count + (all.map(agencies.contains) ?? false ? 2 : 0)
    }
    func rows(_ test: (Int) -> Bool) -> [Row] {
      order.filter { test(count(named[$0] ?? [])) }
        .map { Row(type: .passage, number: Int($0)) }
    }
    one = rows { $0 == 1 }
    several = rows { $0 > 1 }
  }

  /// Jointness: passages that name two agencies or more, of those that name one or more; nil where
  /// none does.
  public var jointness: Picture.Share? {
    let whole = one.count + several.count
    return whole > 0 ? Picture.Share(part: several.count, whole: whole) : nil
  }
}
