public import InspectionModel

/// Which kinds of agency an inspection looks at: those whose inspectorate took part in it.
///
/// So probation and youth justice are in scope of a joint inspection where HMI Probation was there,
/// which it was not from April 2022 to summer 2023. Where Ofsted comes alone, it looks at
/// children's social care, not at schools.
public struct AgencyScope: Sendable {
  private let inspectorates: [(agency: Row, name: String)]
  private let schools: Row?

  /// O(agencies).
  public init(_ register: Register) {
    inspectorates = register.all(Agency.self).compactMap { agency in
      agency.record.text(.inspectorate).map { (agency.row, Self.present($0)) }
    }
    schools = register.row(.agency, key: "education")
  }

  /// The kinds in scope, in the order of the register.
  public func agencies(of inspection: Inspection) -> [Row] {
    let there = Set(inspection.inspectorates.map(Self.present))
    return inspectorates.filter { agency, name in
      there.contains(name) && (agency != schools || there.count > 1)
    }.map(\.agency)
  }

  /// Whether any inspectorate looks at a kind at all.
  public func isInspected(_ agency: Row) -> Bool {
    inspectorates.contains { $0.agency == agency }
  }

  /// HMIC has been HMICFRS since July 2017.
  private static func present(_ name: String) -> String { name == "HMIC" ? "HMICFRS" : name }
}
