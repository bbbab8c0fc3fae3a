public import InspectionModel

extension [Agency] {
  /// As the field lists them: social care, police, health first.
  public var inOrderOfField: [Agency] {
    let order = ["social-care", "police", "health", "education", "probation", "youth-justice"]
    return sorted { a, b in
      let places = [a, b].map { order.firstIndex(of: $0.key) ?? order.count }
      return places[0] == places[1] ? a.row.number < b.row.number : places[0] < places[1]
    }
  }
}
