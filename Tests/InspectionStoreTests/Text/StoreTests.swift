import Glibc
import InspectionModel
import Testing

@testable import InspectionStore

struct StoreTests {
  @Test func `what was kept and not saved is there after a kill`() throws {
    let folder = try Folder()
    var opened = try folder.open()
    try opened.make(
      "rename", .set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Greater Ashby"]))
    try opened.make(
      "note", .set(.area, key: "borne", .alias, from: [], to: ["back\\", "two\n\nlines\\"]))
    #expect(folder.text == Sample.text)

    let left = try Folder(leftIn: folder)
    var again = try left.open()
    #expect(again.text(.area, "ashby", .name) == "Greater Ashby")
    #expect(again.notes == [.recovered(2)])
    #expect(again.store.unsaved.count == 2)
    #expect(try again.store.save(again.register).isSaved)
    #expect(left.text.contains("Name: Greater Ashby\n"))
    #expect(left.text.contains("Alias: back\\\\\n\nAlias: two\n+ \n+ lines\\\\\n\n"))
    again.store.close()
    opened.store.close()
  }

  @Test func `an undone change is not there after a kill`() throws {
    let folder = try Folder(Sample.odd)
    var opened = try folder.open()
    let change = Change(
      "", [.set(.inspection, key: "lost", .from, from: ["last week", "2016"], to: ["2016"])])
    for change in [change, change.inverse] {
      try opened.register.apply(change)
      try opened.store.keep(entry(of: change), opened.register)
    }
    let left = try Folder(leftIn: folder)
    var again = try left.open()
    #expect(again.notes == [.recovered(2)])
    #expect(try again.store.save(again.register).isSaved)
    #expect(left.text == Sample.odd)
    again.store.close()
    opened.store.close()
  }

  @Test func `a save writes the changes and leaves nothing to recover`() throws {
    let folder = try Folder()
    var opened = try folder.open()
    try opened.make(
      "rename", .set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Greater Ashby"]))
    #expect(try opened.store.save(opened.register).isSaved)
    #expect(folder.text == Sample.text.replacing("Name: Ashby\n", with: "Name: Greater Ashby\n"))
    #expect(opened.store.unsaved.isEmpty)
    opened.store.close()
    var again = try folder.open()
    #expect(again.notes.isEmpty)
    again.store.close()
  }

  @Test func `another program's edit of another field is merged`() throws {
    let folder = try Folder()
    var opened = try folder.open()
    try opened.make(
      "rename", .set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Greater Ashby"]))
    try folder.write(Sample.text.replacing("Name: Borne\n", with: "Name: Bourne\nRegion: North\n"))
    let report = try opened.store.save(opened.register)
    let merged = try #require(report.merged)
    #expect(merged.notes == [.changedOutside(merged: 1)])
    #expect(folder.text.contains("Name: Greater Ashby\n"))
    #expect(folder.text.contains("Name: Bourne\nRegion: North\n"))
    #expect(
      merged.register.row(.area, key: "borne").map { merged.register[$0].text(.name) } == "Bourne")
    opened.store.close()
  }

  @Test func `another program's edit of the same field stands, and mine is to be chosen`() throws {
    let folder = try Folder()
    var opened = try folder.open()
    try opened.make(
      "rename Ashby", .set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Greater Ashby"]))
    try opened.make(
      "rename Borne", .set(.area, key: "borne", .name, from: ["Borne"], to: ["Bourne"]))
    try folder.write(Sample.text.replacing("Name: Ashby\n", with: "Name: Little Ashby\n"))
    let merged = try #require(try opened.store.save(opened.register).merged)
    #expect(merged.notes == [.changedOutside(merged: 2), .undecided(1)])
    #expect(folder.text.contains("Name: Little Ashby\n"))
    #expect(folder.text.contains("Name: Bourne\n"))
    #expect(folder.text.contains("Field: Name\nValue: Greater Ashby\n"))
    #expect(opened.store.unsaved.isEmpty)
    opened.store.close()
  }

  @Test func `an edit of what another program removed with all that belongs to it is kept beside`()
    throws
  {
    let folder = try Folder()
    var opened = try folder.open()
    try opened.make("note", .set(.contribution, key: "C-3", .note, from: ["first reading"], to: []))
    let start = try #require(Sample.text.firstRange(of: "# Look at this one again."))
    try folder.write(String(Sample.text[..<start.lowerBound]))
    let merged = try #require(try opened.store.save(opened.register).merged)
    guard case .unfit(1, let path) = merged.notes.last else {
      Issue.record("\(merged.notes)")
      return
    }
    #expect(path.hasPrefix("\(folder.register).unfit-"))
    #expect(folder.texts.contains { $0.contains("Set: Contribution Note C-3") })
    opened.store.close()
  }

  @Test func `a removed file is written anew by a save`() throws {
    let folder = try Folder()
    var opened = try folder.open()
    try opened.make(
      "rename", .set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Greater Ashby"]))
    #expect(remove(folder.register) == 0)
    let merged = try #require(try opened.store.save(opened.register).merged)
    #expect(merged.notes == [.writtenAnew(wasRemoved: true)])
    #expect(folder.text == Sample.text.replacing("Name: Ashby\n", with: "Name: Greater Ashby\n"))
    opened.store.close()
  }

  @Test func `what was removed and brought back stands against no outside change`() throws {
    let folder = try Folder()
    var opened = try folder.open()
    let row = try #require(opened.register.rows(.contribution).first)
    let (key, values) = (opened.register[row].key, opened.register[row].values)
    try opened.make("remove", .remove(.contribution, values))
    try opened.make("undo", .insert(.contribution, values))
    let note = "Note: theirs"
    try folder.write(
      Sample.text.replacing("Id: \(key)\n", with: "Id: \(key)\n\(note)\n"))
    guard case .changed(let register, _, let notes) = try opened.store.takeOverOutside() else {
      Issue.record("the edit was not seen")
      return
    }
    #expect(notes == [.changedOutside(merged: 0)])
    #expect(register.count(.conflict) == 0)
    #expect(register.row(.contribution, key: key).map { register[$0].text(.note) } == "theirs")
    opened.store.close()
  }

  @Test func `what another program writes is taken over, with unsaved changes on top`() throws {
    let folder = try Folder()
    var opened = try folder.open()
    if try opened.store.takeOverOutside() != nil { Issue.record("nothing had happened") }
    try opened.make(
      "rename", .set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Greater Ashby"]))
    let theirs = Sample.text.replacing("Name: Borne\n", with: "Name: Bourne\n")
    try folder.write(theirs)
    guard case .changed(let register, _, let notes) = try opened.store.takeOverOutside() else {
      Issue.record("the edit was not seen")
      return
    }
    #expect(notes == [.changedOutside(merged: 1)])
    #expect(register.row(.area, key: "ashby").map { register[$0].text(.name) } == "Greater Ashby")
    #expect(register.row(.area, key: "borne").map { register[$0].text(.name) } == "Bourne")
    // Nothing is written until a save.
    #expect(folder.text == theirs)
    #expect(opened.store.unsaved.count == 1)
    guard case .saved = try opened.store.save(register) else {
      Issue.record("the save found something else")
      return
    }
    #expect(folder.text.contains("Name: Greater Ashby\n"))
    opened.store.close()
  }

  @Test func `the second to open reads and does not write`() throws {
    let folder = try Folder()
    var first = try folder.open()
    var second = try folder.open(waitingUpTo: 0)
    guard case .readOnly(.heldBy) = second.store.file.access else {
      Issue.record("the second may write")
      return
    }
    #expect(second.text(.area, "ashby", .name) == "Ashby")
    #expect(throws: RegisterStore.Problem.self) {
      try second.make("", .set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Mine"]))
    }
    second.store.close()
    first.store.close()
    var third = try folder.open()
    #expect(third.store.file.access == .writable)
    third.store.close()
  }

  @Test(
    .enabled(if: Recfix.isInstalled, "recfix is not on the PATH; install recutils to check with it")
  )
  func `recfix approves of what is saved`() throws {
    let seed = UInt64.random(in: 0...(.max))
    let folder = try Folder("# A register that begins empty.\n")
    var opened = try folder.open()
    for edit in try StoreTests.everyType() { try opened.make("", edit) }
    #expect(try opened.store.save(opened.register).isSaved)
    #expect(Recfix.approves(of: folder.register), "\(folder.text)")
    var random = RandomEdits(seed: seed)
    for _ in 0..<100 {
      let change = random.change(of: opened.register)
      do throws(EditProblem) { try opened.register.apply(change) } catch { continue }
      try opened.store.keep(entry(of: change), opened.register)
    }
    #expect(try opened.store.save(opened.register).isSaved)
    #expect(Recfix.approves(of: folder.register), "seed \(seed)\n\(folder.text)")
    opened.store.close()
  }

  /// Insertions of records of every type.
  private static func everyType() throws -> [Edit] {
    let register = read(Sample.text).register
    return RecordType.allCases.flatMap { type in
      register.rows(type).map { .insert(type, register[$0].values) }
    }
  }
}

extension SaveReport {
  var isSaved: Bool { if case .saved = self { true } else { false } }

  var merged: (register: Register, notes: [RegisterNote])? {
    if case .merged(let register, _, let notes) = self { (register, notes) } else { nil }
  }
}
