import InspectionModel
import Seeded
import Testing

/// The filter against one that is slow and plain.
struct QueryDifferentialTests {
  @Test func `a filter finds what a naive one finds`() throws {
    let seed = UInt64.random(in: 0...(.max))
    var random = RandomRegister(seed: seed)
    for _ in 0..<20 {
      let register = try random.register()
      for _ in 0..<30 {
        let (type, text) = (random.pick(RecordType.allCases), random.filter())
        guard let query = try? Query(text, on: type) else { continue }
        let expected = register.rows(type).filter { register[$0].passes(text) }
        #expect(register.rows(matching: query) == expected, "seed \(seed): \(text) on \(type)")
      }
    }
  }
}

extension Record {
  /// Whether a record passes a filter, term by term.
  fileprivate func passes(_ filter: String) -> Bool {
    filter.split(separator: " ").allSatisfy { term in
      let body = term.drop { $0 == "!" }
      let isNegated = body.count < term.count
      guard let colon = body.firstIndex(of: ":") else { return says(String(body)) != isNegated }
      let name = body[..<colon]
      return has(name, String(body[body.index(after: colon)...])) != isNegated
    }
  }

  /// Whether a word stands in the record, in the name of one that it refers to, or in the one it
  /// belongs to.
  private func says(_ word: String) -> Bool {
    let word = word.lowercased()
    return row.type.fields.contains { spec in
      guard let target = spec.target else {
        return ![.source, .addressee].contains(spec.field)
          && texts(spec.field).contains { $0.lowercased().contains(word) }
      }
      let isParent = spec.field == row.type.parentField?.field
      return target != row.type
        && references(spec.field).map { register[$0] }
          .contains { isParent ? $0.says(word) : $0.isCalled(word) }
    }
  }

  private func has(_ name: Substring, _ value: String) -> Bool {
    guard let spec = row.type.fields.first(where: { $0.name.lowercased() == name }) else {
      let parent = row.type.parentField.flatMap { reference($0.field) }
      return parent.map { register[$0].has(name, value) } ?? false
    }
    if value.isEmpty { return !texts(spec.field).isEmpty }
    switch spec.kind {
    case .reference: return references(spec.field).contains { register[$0].isCalled(value) }
    case .choice: return texts(spec.field).contains { $0.hasPrefix(value) }
    case .day: return texts(spec.field).contains { $0.hasPrefix(value) }
    default: return texts(spec.field).contains { $0.lowercased().contains(value) }
    }
  }

  private func isCalled(_ word: String) -> Bool {
    [Field.id, .name, .gss, .dfe].contains { text($0)?.lowercased().contains(word) ?? false }
  }
}

/// Registers and filters that are made from nothing but a seed.
struct RandomRegister {
  private var random: SeededGenerator
  private static let words = ["Police", "know", "school", "Été", "went", "missing", "police"]

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func register() throws -> Register {
    var register = try Register.sample()
    for number in 0..<40 {
      // A decision needs a review to be of.
      let possible = RecordType.allCases.filter { type in
        type.fields.allSatisfy { spec in
          !spec.isMandatory || spec.target.map { register.count($0) > 0 } ?? true
        }
      }
      let type = pick(possible)
      let fields = type.fields.flatMap { values(of: $0, number, register) }
      // As a file might hold them: words wherever text may stand.
      try register.apply(Change("", [.insert(type, fields)], isRestoring: true))
    }
    return register
  }

  mutating func filter() -> String {
    let terms = [
      "police", "KNOW", "été", "school", "agency:police", "agency:", "direction:-", "theme:neglect",
      "region:", "from:2016", "from:2016-02", "with:health", "section:s", "text:went", "area:ashby",
      "jtai", "2016",
    ]
    return (0..<Int.random(in: 1...3, using: &random))
      .map { _ in pick(["", "", "!"]) + pick(terms) }.joined(separator: " ")
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  private mutating func values(
    of spec: FieldSpec, _ number: Int, _ register: Register
  ) -> [FieldValue] {
    if spec.field == .id { return [.init(.id, "n\(number)")] }
    let most = spec.isRepeated ? 2 : 1
    return (0..<Int.random(in: spec.isMandatory ? 1...most : 0...most, using: &random))
      .compactMap { _ in value(of: spec, register).map { FieldValue(spec.field, $0) } }
  }

  private mutating func value(of spec: FieldSpec, _ register: Register) -> String? {
    switch spec.kind {
    case .key, .text: "\(pick(Self.words)) \(pick(Self.words))"
    case .day: pick(["2016", "2016-02", "2016-02-22", "2017-01"])
    case .number: "\(Int.random(in: -3...12, using: &random))"
    case .choice(let words): pick(words)
    case .reference(let target):
      register.rows(target).randomElement(using: &random).map { register[$0].key }
    }
  }
}
