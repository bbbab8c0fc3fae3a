import InspectionModel
import Seeded

/// Makes edits that fit a register, from nothing but a seed.
struct RandomEdits {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A change of a few edits; some of it may be refused by the register.
  mutating func change(of register: Register) -> Change {
    let edits = (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in edit(of: register) }
    return Change(text(), edits)
  }

  private mutating func edit(of register: Register) -> Edit? {
    let type = pick(RecordType.allCases)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return insertion(of: pick([.theme, .contribution, .contribution, .passage]), register)
    case 1: return pick(register.rows(type)).map { .remove(type, register[$0].values) }
    default: return pick(register.rows(type)).map { setting(register[$0]) }
    }
  }

  private mutating func insertion(of type: RecordType, _ register: Register) -> Edit {
    let values = type.fields.flatMap { spec -> [FieldValue] in
      spec.field == .id
        ? [FieldValue(.id, key(of: type))]
        : self.values(of: spec, register).map { .init(spec.field, $0) }
    }
    return .insert(type, values)
  }

  private mutating func setting(_ record: Record) -> Edit {
    let spec = pick(Array(record.row.type.fields.dropFirst()))
    return .set(
      record.row.type, key: record.key, spec.field, from: record.texts(spec.field),
      to: values(of: spec, record.register))
  }

  /// Keys are few, so that they are taken, freed and taken again.
  private mutating func key(of type: RecordType) -> String {
    "\(type.name.prefix(1))-\(Int.random(in: 0..<10, using: &random))"
  }

  private mutating func values(of spec: FieldSpec, _ register: Register) -> [String] {
    let most = spec.isRepeated ? 3 : 1
    return (0..<Int.random(in: spec.isMandatory ? 1...most : 0...most, using: &random))
      .compactMap { _ in value(of: spec, register) }
  }

  private mutating func value(of spec: FieldSpec, _ register: Register) -> String? {
    switch spec.kind {
    case .key, .text: text()
    case .day: pick(["2016", "2018-05", "2016-02-29"])
    case .number: pick(["0", "-7", "12"])
    case .choice(let words): pick(words)
    case .reference(let target): pick(register.rows(target)).map { register[$0].key }
    }
  }

  /// A text rich in what needs care in a rec file.
  mutating func text() -> String {
    let scraps = [
      "\\", "\\\\", "\n", "\n", "+", "+ ", " ", "#", "Id: 1", "x", "é", "\t", "\"", "%rec: X", "子",
      "\r", "From: a", "Set: b",
    ]
    return (0..<Int.random(in: 0...6, using: &random)).map { _ in pick(scraps) }.joined()
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  private mutating func pick(_ rows: [Row]) -> Row? { rows.randomElement(using: &random) }
}
