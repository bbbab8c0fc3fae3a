import InspectionModel
import RecText

extension RecDocument {
  /// Adds the fields of a record to what the descriptor of its set allows, where it allows them not
  /// yet: a register begun by an older version would else be refused by recfix from the first new
  /// field on.
  ///
  /// O(descriptor). A set without a descriptor, or whose descriptor allows everything, is left
  /// alone, and so are fields that no register has, unless they are among the given.
  ///
  /// - Parameter given: names of fields that a change gave to the record.
  mutating func allowFields(of id: RecordID, and given: Set<String>) {
    guard let set = set(of: id), let type = set.name.flatMap(RecordType.init),
      let descriptor = set.descriptor.flatMap({ record($0) }), let place = set.descriptor,
      let first = descriptor.first("%allowed"), let names = record(id)?.fields.map(\.name)
    else { return }
    let lines = descriptor.values(of: "%allowed")
    let others = ["%mandatory", "%key"].flatMap(descriptor.values(of:))
    let known = Set((lines + others).flatMap(Self.words))
    let order = type.fields.map(\.name)
    let new = (order + given.sorted()).filter { names.contains($0) && !known.contains($0) }
    if new.isEmpty { return }
    var allowed = Self.words(first)
    for name in new { allowed.insert(name, at: Self.spot(for: name, among: allowed, order)) }
    let line = allowed.joined(separator: " ")
    // A damaged descriptor stays as it is, like any damaged record.
    _ = try? self.set(
      "%allowed", to: [line] + lines.dropFirst(), in: place)
  }

  /// After the last of the names that come before it in the order of the type.
  private static func spot(for name: String, among names: [String], _ order: [String]) -> Int {
    let earlier = order.prefix { $0 != name }
    return (names.lastIndex { earlier.contains($0) } ?? -1) + 1
  }

  private static func words(_ line: String) -> [String] {
    line.split { $0 == " " || $0 == "\t" || $0.isNewline }.map(String.init)
  }
}
