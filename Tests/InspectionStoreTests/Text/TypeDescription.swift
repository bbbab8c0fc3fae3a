/// What a record set's description says of its fields, for comparing in tests.
struct TypeDescription {
  private let fields: [(name: String, value: String)]

  init(_ fields: [(name: String, value: String)]) { self.fields = fields }

  var allowed: [String] { words("%allowed") }
  var mandatory: [String] { words("%mandatory") }

  /// The kind that a field is declared to be, or nil where it may hold any text.
  func kind(of field: String) -> String? {
    for (name, value) in fields where name == "%type" {
      let parts = value.split(separator: " ", maxSplits: 1).map(String.init)
      if parts.count == 2, parts[0].split(separator: ",").contains(Substring(field)) {
        return parts[1]
      }
    }
    return nil
  }

  private func words(_ name: String) -> [String] {
    fields.filter { $0.name == name }.flatMap { $0.value.split(separator: " ") }.map(String.init)
  }
}
