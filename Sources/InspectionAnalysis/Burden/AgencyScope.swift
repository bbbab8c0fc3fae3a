public import InspectionModel

/// Which kinds of agency an inspection looks at: those whose inspectorate took part in it.
///
/// So probation and youth justice are in scope of a joint inspection where HMI Probation was there,
/// which it was not from April 2022 to summer 2023. Where Ofsted comes alone, it looks at
/// children's social care, not at schools; HMI Probation alone looks at youth justice.
public struct AgencyScope: Sendable {
  private let inspectorates: [(agency: Row, name: String)]
  /// The kinds that no inspectorate looks at when it comes alone.
  private let onlyTogether: Set<Row>

  /// O(agencies).
  public init(_ register: Register) {
    inspectorates = register.all(Agency.self).compactMap { agency in
      agency.record.text(.inspectorate).map { (agency.row, Self.present($0)) }
    }
    onlyTogether = Set(
      ["education", "probation"].compactMap { register.row(.agency, key: $0) })
  }

  /// The kinds in scope, in the order of the register.
  public func agencies(of inspection: Inspection) -> [Row] {
    let there = Set(inspection.inspectorates.map(Self.present))
    return inspectorates.filter { agency, name in
      there.contains(name) && (there.count > 1 || !onlyTogether.contains(agency))
    }.map(\.agency)
  }

  /// Whether any inspectorate looks at a kind at all.
  public func isInspected(_ agency: Row) -> Bool {
    inspectorates.contains { $0.agency == agency }
  }

  /// HMIC has been HMICFRS since July 2017.
  private static func present(_ name: String) -> String { name == "HMIC" ? "HMICFRS" : name }
}
