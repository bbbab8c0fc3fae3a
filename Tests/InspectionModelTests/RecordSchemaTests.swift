import Testing

@testable import InspectionModel

struct RecordSchemaTests {
  private static let shelter = RecordSchema(
    "Shelter", plural: "shelters", keyLetter: "V", parent: .area, "Where somebody is safe.",
    (.id, .key, .one),
    (.area, .reference(.area), .one),
    (.on, .day, .optional),
    (.certainty, .choice(of: Certainty.self), .oneOrMore),
    (.gss, .text(.gss), .many))

  @Test func `one line says all of a field`() throws {
    let fields = Self.shelter.fields
    #expect(fields.map(\.name) == ["Id", "Area", "On", "Certainty", "GSS"])
    #expect(fields.filter(\.isMandatory).map(\.name) == ["Id", "Area", "Certainty"])
    #expect(fields.filter(\.isRepeated).map(\.name) == ["Certainty", "GSS"])
    #expect(Self.shelter.parent?.target == .area)
    guard case .choice(let words) = fields[3].kind else { throw EditProblem.noKey(.area) }
    #expect(words == Certainty.allCases.map(\.rawValue))
    #expect(fields[4].accepts("E06000001") && !fields[4].accepts("E1"))
    #expect(fields[2].accepts("anything"))
  }

  @Test func `no field's name is without a field`() {
    let used = Set(RecordType.all.flatMap { $0.fields.map(\.field) })
    #expect(Field.allCases.filter { !used.contains($0) } == [])
  }
}
