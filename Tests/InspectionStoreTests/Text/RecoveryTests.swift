import InspectionModel
import Testing

@testable import InspectionStore

struct RecoveryTests {
  @Test func `what was changed in both is to be chosen after a kill`() throws {
    let left = try left { text in text.replacing("Name: Ashby\n", with: "Name: Little Ashby\n") }
    var again = try left.open()
    #expect(again.text(.area, "ashby", .name) == "Little Ashby")
    #expect(
      again.notes == [.recovered(2), .undecided(1)])
    #expect(again.register.all(Conflict.self).first?.values == ["Greater Ashby"])
    let saved = try again.store.save(again.register).isSaved
    #expect(saved)
    again.store.close()
  }

  @Test func `what no longer fits is said, and the rest is recovered`() throws {
    let left = try left { text in text.replacing("ashby", with: "ashgrove") }
    var again = try left.open()
    #expect(again.text(.area, "borne", .region) == "North East")
    #expect(again.notes.first == .recovered(1))
    guard case .unfitOfLastRun(1, .file(let path)) = again.notes.last else {
      Issue.record("\(again.notes)")
      return
    }
    #expect(path.contains(".unfit-"))
    let saved = try again.store.save(again.register).isSaved
    #expect(saved)
    again.store.close()
  }

  @Test func `what no longer fits is not lost by a save`() throws {
    let left = try left { text in text.replacing("ashby", with: "ashgrove") }
    var again = try left.open()
    _ = try again.store.save(again.register)
    again.store.close()
    #expect(left.texts.contains { $0.contains("Greater Ashby") })
  }

  @Test func `what was recovered and not saved is recovered again`() throws {
    let left = try left { $0 }
    var again = try left.open()
    #expect(again.text(.area, "ashby", .name) == "Greater Ashby")
    #expect(again.store.unsaved.count == 2)
    again.store.close()
    var third = try left.open()
    #expect(third.text(.area, "ashby", .name) == "Greater Ashby")
    third.store.close()
  }

  /// A folder as a killed run with two changes left it, the register then written by another
  /// program.
  private func left(_ edit: (String) -> String) throws -> Folder {
    let folder = try Folder()
    var opened = try folder.open()
    try opened.make("a", .set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Greater Ashby"]))
    try opened.make("b", .set(.area, key: "borne", .region, from: [], to: ["North East"]))
    let left = try Folder(leftIn: folder)
    opened.store.close()
    try left.write(edit(Sample.text))
    return left
  }
}
