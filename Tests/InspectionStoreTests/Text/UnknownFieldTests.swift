import InspectionModel
import Testing

@testable import InspectionStore

/// Edits of fields that no type knows, which only the text of the file holds.
struct UnknownFieldTests {
  private static let mood = Edit.setUnknown(
    .contribution, key: "C-3", "Mood", from: ["cheerful"], to: ["glum"])

  private static func changed(_ mood: String) -> String {
    Sample.text.replacing("Mood: cheerful\n", with: "Mood: \(mood)\n")
  }

  @Test func `what somebody changed by hand is not undone`() throws {
    let folder = try Folder()
    var opened = try folder.open()
    try opened.make("import", Self.mood)
    _ = try opened.store.save(opened.register)
    #expect(folder.text == Self.changed("glum"))
    try folder.write(Self.changed("calm"))
    guard case .changed(var register, _, _) = try opened.store.takeOverOutside() else {
      Issue.record("not taken over")
      return
    }
    let undo = Change("import", [Self.mood], isRestoring: true).inverse
    try register.apply(undo)
    let problem = #expect(throws: RegisterStore.Problem.self) {
      try opened.store.keep(entry(of: undo), register)
    }
    #expect(problem.map { "\($0)" } == "Mood of contribution C-3 has changed meanwhile")
    #expect(opened.store.text.print().elementsEqual(Self.changed("calm").utf8))
    opened.store.close()
  }

  @Test func `where another program changed it too, the change goes beside the file`() throws {
    let folder = try Folder()
    var opened = try folder.open()
    try opened.make("import", Self.mood)
    try folder.write(Self.changed("calm"))
    guard case .changed(let register, _, let notes) = try opened.store.takeOverOutside(),
      case .unfit(1, let path) = notes.last
    else {
      Issue.record("nothing is beside the file")
      return
    }
    #expect(path.contains(".unfit-"))
    #expect(folder.texts.contains { $0.contains("Nothing reads") && $0.contains("To: glum") })
    _ = try opened.store.save(register)
    #expect(folder.text == Self.changed("calm"))
    opened.store.close()
  }

  @Test func `what another program changed the same way is taken over`() throws {
    let folder = try Folder()
    var opened = try folder.open()
    try opened.make("import", Self.mood)
    try folder.write(Self.changed("glum"))
    guard case .changed(_, _, let notes) = try opened.store.takeOverOutside() else {
      Issue.record("not taken over")
      return
    }
    #expect(notes == [.changedOutside(merged: 1)])
    opened.store.close()
  }

  /// The folder of a run that was killed after a change, the register then written by another
  /// program.
  private func left(_ change: Change, _ text: String) throws -> Folder {
    let folder = try Folder()
    var opened = try folder.open()
    try opened.register.apply(change)
    try opened.store.keep(entry(of: change), opened.register)
    let left = try Folder(leftIn: folder)
    opened.store.close()
    try left.write(text)
    return left
  }

  @Test func `after a kill, what was changed since stays, and the change goes beside it`() throws {
    let left = try left(Change("import", [Self.mood]), Self.changed("calm"))
    var again = try left.open()
    guard case .unfitOfLastRun(1, .file) = again.notes.last else {
      Issue.record("\(again.notes)")
      return
    }
    _ = try again.store.save(again.register)
    #expect(left.text == Self.changed("calm"))
    #expect(left.texts.contains { $0.contains("To: glum") })
    again.store.close()
  }

  @Test func `made again by who gets the register back, it fits or is left out`() throws {
    let folder = try Folder()
    var former = try folder.open()
    try former.make("import", Self.mood)
    for (text, unsaved) in [(Self.changed("calm"), 0), (Sample.text, 1)] {
      let other = try Folder(text)
      var again = try other.open()
      try again.makeAgain(former.store)
      #expect(again.store.unsaved.count == unsaved)
      again.store.close()
    }
    former.store.close()
  }

  @Test func `a field that is known by now is set as any other`() throws {
    let edits: [Edit] = [
      .setUnknown(.area, key: "ashby", "GSS", from: [], to: ["soon"]),
      .set(.area, key: "ashby", .gss, from: ["soon"], to: ["E06000001"]),
    ]
    let bytes = try ChangeText.encode(Change("import", edits))
    let change = try #require(ChangeText.decode(bytes))
    #expect(
      change.edits == [.set(.area, key: "ashby", .gss, from: [], to: ["soon"]), edits[1]])
    #expect(change.bringsInvalidValues)
    let left = try left(Change("import", [edits[0]]), Sample.text)
    var again = try left.open()
    #expect(again.notes == [.recovered(1)])
    #expect(again.text(.area, "ashby", .gss) == "soon")
    try again.make("b", edits[1])
    #expect(try again.store.save(again.register).isSaved)
    #expect(left.text.contains("GSS: E06000001\n"))
    again.store.close()
  }

  @Test func `what is known by now and was changed by both is to be chosen`() throws {
    let edit = Edit.setUnknown(.area, key: "ashby", "GSS", from: [], to: ["E06000001"])
    let left = try left(
      Change("import", [edit]),
      Sample.text.replacing("Id: ashby\n", with: "Id: ashby\nGSS: E06000002\n"))
    var again = try left.open()
    #expect(again.notes == [.recovered(1), .undecided(1)])
    #expect(again.text(.area, "ashby", .gss) == "E06000002")
    #expect(try again.store.save(again.register).isSaved)
    again.store.close()
  }
}
