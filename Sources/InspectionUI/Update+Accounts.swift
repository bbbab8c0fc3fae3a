import InspectionAnalysis
import InspectionModel

extension State {
  /// Opens an account of what is before one: an inspection, an area, what a list is filtered by.
  mutating func go(_ topic: Topic) -> [Effect] {
    var request = AccountRequest(topic, filter: topic.takes.contains(.filter) ? scopeHere : "")
    if topic.isOfWholeAreas { widen(&request) }
    if !topic.takes.contains(.reading) { request = request.withoutReading }
    let next = AccountScreen(request)
    // From one account to another there is nothing to come back to, but to the page of an area.
    if screen.scope != nil, screen.areaKey == nil { screens.removeLast() }
    screens.append(next)
    return []
  }

  /// To all of the area that is shown, and to inspections of every kind.
  private func widen(_ request: inout AccountRequest) {
    if let area = areaHere { (request.filter, request.key) = ("", area) }
    let terms = Query.terms(of: request.filter).map { String($0.text) }
    let joint = InspectionsScreen.jointOnly.split(separator: " ").map { String($0) }
    request.filter = terms.filter { !joint.contains($0) }.joined(separator: " ")
  }

  /// The key of the area that is shown, or of that of the inspection or passage.
  private var areaHere: String? {
    if let area = screen.areaKey { return area }
    guard let subject = screen.subject, [.inspection, .passage].contains(subject.type) else {
      return nil
    }
    let inspection =
      subject.type == .inspection ? subject : register[subject].reference(.inspection)
    return inspection.flatMap { register[$0].reference(.area) }.map { register[$0].key }
  }

  private var scopeHere: String {
    if let area = screen.areaKey { return "area:\(area)" }
    if let scope = screen.scope { return scope }
    if let subject = screen.subject {
      if subject.type == .inspection { return "id:\(register[subject].key)" }
      if subject.type == .passage, let row = register[subject].reference(.inspection) {
        return "id:\(register[row].key)"
      }
    }
    guard let list = screen.list else { return "" }
    var terms: [String] = []
    if case .children(let parent) = list.scope, parent.type == .area {
      terms.append("area:\(register[parent].key)")
    }
    if (try? Scope(list.filter)) != nil {
      terms += Query.terms(of: list.filter).map { String($0.text) }
    }
    return terms.joined(separator: " ")
  }
}
