public import InspectionModel

/// Who has to write or join the statement of action, inspection by inspection: a measure of
/// coverage that needs no coding, since each letter says it.
///
/// O(inspections · agencies).
public struct StatementCoverage: Sendable {
  public struct Line: Sendable {
    public let inspection: Inspection
    /// By agency, whether it is in scope and whether it must join; in the order of ``agencies``.
    public let inScope: [Bool]
    public let joins: [Bool]
  }

  public let agencies: [Agency]
  /// Joint inspections of which it is known.
  public let lines: [Line]
  /// Joint inspections whose letter does not say, or was not read for it.
  public let unknown: [Inspection]

  public init(of inspections: [Inspection], in register: Register) {
    let joint = inspections.filter(\.isJoint)
    let known = joint.filter { !$0.statementAgencies.isEmpty }
    unknown = joint.filter { $0.statementAgencies.isEmpty }
    let scope = AgencyScope(register)
    let scopes = known.map { Set(scope.agencies(of: $0)) }
    let union = scopes.reduce(into: Set<Row>()) { $0.formUnion($1) }
    let agencies = register.all(Agency.self).filter { union.contains($0.row) }
      .inOrderOfField
    self.agencies = agencies
    lines = zip(known, scopes).map { inspection, inScope in
      let joining = Set(inspection.statementAgencies.map(\.row))
      return Line(
        inspection: inspection, inScope: agencies.map { inScope.contains($0.row) },
        joins: agencies.map { joining.contains($0.row) && inScope.contains($0.row) })
    }
  }

  /// Of one agency: how many statements it joins, of those of inspections with it in scope.
  public func share(ofAgency agency: Int) -> Picture.Share {
    Picture.Share(
      part: lines.count { $0.joins[agency] }, whole: lines.count { $0.inScope[agency] })
  }

  /// Over all: Σ joining / Σ in scope.
  public var share: Picture.Share {
    Picture.Share(
      part: lines.reduce(0) { $0 + $1.joins.count { $0 } },
      whole: lines.reduce(0) { $0 + $1.inScope.count { $0 } })
  }
}
