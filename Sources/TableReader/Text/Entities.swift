extension String {
  /// With the characters that XML writes as entities, named ones and numbered ones.
  public var withoutEntities: String {
    replacing(/&(?:#(\d+)|#x([0-9A-Fa-f]+)|(\w+));/) { match in
      if let name = match.3 { return Self.entities[name] ?? String(match.0) }
      let number = match.1.flatMap { UInt32($0) } ?? match.2.flatMap { UInt32($0, radix: 16) }
      return number.flatMap(Unicode.Scalar.init).map { String($0) } ?? String(match.0)
    }
  }

  private static let entities: [Substring: String] = [
    "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "amp": "&",
  ]
}
