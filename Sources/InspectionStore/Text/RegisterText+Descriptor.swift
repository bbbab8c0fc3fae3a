import InspectionModel
import RecText

extension RegisterText {
  /// Adds fields to what the descriptor of a record's set allows, where it allows them not yet: a register begun by an
  /// older version would else be refused by recfix from the first new field on.
  ///
  /// O(descriptor). A set without a descriptor, or whose descriptor allows everything, is left alone.
  static func allow(
    _ names: [String], of type: RecordType, in place: RecordID, _ document: inout RecDocument
  ) throws(RecWriteProblem) {
    guard let id = document.set(of: place)?.descriptor, !document.isDamaged(id),
      let descriptor = document.record(id)
    else { return }
    let lines = descriptor.values(of: "%allowed")
    guard let first = lines.first else { return }
    let others = ["%mandatory", "%key"].flatMap(descriptor.values(of:))
    let known = Set((lines + others).flatMap(words))
    let new = type.fields.map(\.name).filter { names.contains($0) && !known.contains($0) }
    if new.isEmpty { return }
    let order = type.fields.map(\.name)
    var allowed = words(first)
    for name in new { allowed.insert(name, at: spot(for: name, among: allowed, order)) }
    try document.set(
      "%allowed", to: [allowed.joined(separator: " ")] + lines.dropFirst(), in: id)
  }

  /// After the last of the names that come before it in the order of the type.
  private static func spot(for name: String, among names: [String], _ order: [String]) -> Int {
    let earlier = order.prefix { $0 != name }
    return (names.lastIndex { earlier.contains($0) } ?? -1) + 1
  }

  private static func words(_ line: String) -> [String] {
    line.split { $0 == " " || $0 == "\n" || $0 == "\t" }.map(String.init)
  }
}
