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
    let names = AgencyNames(codings)
    var (one, several): ([Row], [Row]) = ([], [])
    codings.all.forEachRun(of: \.passageNumber) { passage in
      let named = passage.reduce(AgencyNames.Named.none) { named, coding in
        coding.isFinding ? named.joined(names.named(in: coding)) : named
      }
      guard named != .none, let row = passage.first?.passage else { return }
      if named == .several { several.append(row) } else { one.append(row) }
    }
    (self.one, self.several) = (one, several)
  }

  /// Jointness: passages that name two agencies or more, of those that name one or more; nil where
  /// none does.
  public var jointness: Picture.Share? {
    let whole = one.count + several.count
    return whole > 0 ? Picture.Share(part: several.count, whole: whole) : nil
  }
}

/// Which agencies contributions name, bodies left out.
struct AgencyNames {
  /// None, one by its row number, or several.
  struct Named: Equatable {
    private let code: Int32

    static let none = Named(code: -1)
    static let several = Named(code: -2)

    private init(code: Int32) { self.code = code }
    init(_ agency: Int) { code = Int32(agency) }

    /// The agency, where it is one and no more.
    var one: Int? { code >= 0 ? Int(code) : nil }

    @inline(__always)
    func joined(_ other: Named) -> Named {
      self == other || other == .none ? self : self == .none ? other : .several
    }
  }

  private let codings: Codings
  private let allPartners: Int?
  private let bodies: [Int]

  init(_ codings: Codings) {
    self.codings = codings
    let register = codings.register
    allPartners = register.row(.agency, key: Agency.allPartners)?.number
    bodies = Agency.bodies.compactMap { register.row(.agency, key: $0)?.number }
  }

  /// The one that acts and its partners; all partners together are several.
  func named(in coding: Codings.Coding) -> Named {
    let own = named(Int(coding.agency))
    return codings.partners(coding).reduce(own) { $0.joined(named($1)) }
  }

  private func named(_ agency: Int) -> Named {
    agency == allPartners ? .several : bodies.contains(agency) ? .none : Named(agency)
  }
}
