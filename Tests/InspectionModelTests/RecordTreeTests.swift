import InspectionModel
import Testing

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
