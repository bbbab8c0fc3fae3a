import Testing

@testable import InspectionModel

struct RecordTreeTests {
  @Test(arguments: RecordType.allCases)
  func `a record belongs to one record, of a type that stands before its own`(
    type: RecordType
  ) throws {
    guard let parent = type.parentField else { return }
    #expect(!parent.isRepeated)
    // What is made or removed together is so in the order of the types.
    #expect(try #require(parent.target).rawValue < type.rawValue)
  }

  @Test(arguments: RecordType.allCases)
  func `a record stays for as long as another names it, by whichever field`(
    type: RecordType
  ) throws {
    for spec in type.fields {
      guard let target = spec.target else { continue }
      var register = Register.empty
      let named = Edit.insert(target, [.init(.id, "named")])
      let naming = Edit.insert(type, [.init(.id, "naming"), .init(spec.field, "named")])
      // As a file might hold them: with all else missing.
      try register.apply(Change("", [named, naming], isRestoring: true))
      #expect(throws: EditProblem.inUse(target, key: "named", by: 1), "\(spec.name)") {
        try register.make(named.inverse)
      }
      try register.make(naming.inverse)
      try register.make(named.inverse)
    }
  }
}

/// A register of another tree than ours, in which decisions belong to passages, as contributions
/// do.
struct SeveralChildTypesTests {
  private static let tree = RecordTree {
    $0 == .decision ? .passage : $0.parentField?.field
  }
  private static let decision: [FieldValue] = [
    .init(.id, "D-1"), .init(.review, "R-1"), .init(.passage, "s1"), .init(.chosen, "first"),
    .init(.reason, "as agreed"),
  ]
  private static let contributions = ["C-2", "C-1"].map {
    Register.contribution($0, "s1", "police", "+")
  }

  /// Two passages; in the first two contributions and a decision, which stand before it in the
  /// file.
  private static func register() -> Register {
    var builder = RegisterBuilder(file: Register.noFile, tree)
    var children = RecordRows()
    for values in contributions { children.record(.contribution, values) }
    children.record(.decision, decision)
    builder.add(children.finish())
    var parents = RecordRows()
    parents.record(.agency, (.id, "police"), (.name, "Police"), (.letter, "p"))
    parents.record(.review, (.id, "R-1"), (.name, "First six"))
    parents.record(.passage, (.id, "s1"))
    parents.record(.passage, (.id, "s2"))
    builder.add(parents.finish())
    return builder.finish().0
  }

  private func children(_ register: Register, _ passage: String = "s1") throws -> [[String]] {
    let row = try #require(register.row(.passage, key: passage))
    return [RecordType.contribution, .decision].map { type in
      let children = register.children(type, of: row)
      #expect(register.childCount(type, of: row) == children.count)
      return register.keys(children)
    }
  }

  @Test func `each type is listed by itself`() throws {
    let register = Self.register()
    #expect(try children(register) == [["C-2", "C-1"], ["D-1"]])
    #expect(try children(register, "s2") == [[], []])
    let review = try #require(register.row(.review, key: "R-1"))
    #expect(register.children(.decision, of: review).isEmpty)
  }

  @Test func `a record stays until those of every type are gone`() throws {
    var register = Self.register()
    let removal = Edit.remove(.passage, [.init(.id, "s1")])
    #expect(throws: EditProblem.inUse(.passage, key: "s1", by: 3)) { try register.make(removal) }
    for values in Self.contributions { try register.make(.remove(.contribution, values)) }
    #expect(throws: EditProblem.inUse(.passage, key: "s1", by: 1)) { try register.make(removal) }
    try register.make(.remove(.decision, Self.decision))
    try register.make(removal)
    #expect(register.keys(register.rows(.passage)) == ["s2"])
  }

  @Test func `one of either type may move to another parent`() throws {
    var register = Self.register()
    try register.make(.set(.decision, key: "D-1", .passage, from: ["s1"], to: ["s2"]))
    try register.make(.set(.contribution, key: "C-1", .passage, from: ["s1"], to: ["s2"]))
    #expect(try children(register) == [["C-2"], []])
    #expect(try children(register, "s2") == [["C-1"], ["D-1"]])
    try register.make(.remove(.contribution, Self.contributions[0]))
    try register.make(.remove(.passage, [.init(.id, "s1")]))
  }

  @Test func `what is hidden is listed below no record`() throws {
    let register = Self.register()
    let rows = try ["C-1", "C-2"].map { try #require(register.row(.contribution, key: $0)) }
    #expect(try children(register.hiding(rows)) == [[], ["D-1"]])
    #expect(try children(register.hiding(all: [.decision])) == [["C-2", "C-1"], []])
  }
}
