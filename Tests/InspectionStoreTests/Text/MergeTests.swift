import Glibc
import InspectionModel
import Testing

@testable import InspectionStore

/// Merging on a disk that fails at any one call.
struct MergeTests {
  @Test(arguments: 0..<30)
  func `a merge that fails can be tried again and loses nothing`(call: Int) throws {
    let disk = SimulatedDisk(DiskImage(files: [Analyst.path: Sample.text + "\n"]))
    let environment = Analyst(disk, texts: []).environment
    var opened = try RegisterStore.open(Analyst.path, in: environment)
    try opened.make(
      "rename", .set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Greater Ashby"]))

    disk.mishap = (disk.calls, .foreignEdit(inPlace: true))
    #expect(opened.store.file.mayHaveChangedOutside)
    disk.mishap = (disk.calls + call, .failure(code: EIO))
    try opened.saveAndGoOn()
    disk.mishap = nil
    try opened.make("more", .set(.area, key: "borne", .name, from: ["Borne"], to: ["Bourne"]))
    try opened.saveAndGoOn()

    let text = try #require(disk.image.text(at: Analyst.path))
    #expect(text.contains("Name: Greater Ashby\n"))
    #expect(text.contains("Name: Bourne\n"))
    #expect(disk.texts.contains { $0.contains(Analyst.foreignLine) })
    opened.store.close()
  }
}

extension SimulatedDisk {
  /// The register and what is kept beside it.
  fileprivate var texts: [String] {
    ((try? names(in: "/home")) ?? []).compactMap { image.text(at: "/home/" + $0) }
  }
}

extension RegisterStore.Opened {
  /// Saves as the program does: takes over what was merged, and goes on after a failure.
  fileprivate mutating func saveAndGoOn() throws {
    do throws(RegisterStore.Problem) {
      if let merged = try store.save(register).merged { register = merged.register }
    } catch {
      guard case .file = error else { throw error }
    }
  }
}

/// What another program leaves for a moment.
struct PassingTests {
  @Test func `a file emptied outside takes no edit away, and is taken up when it is back`() throws {
    let folder = try Folder()
    var opened = try folder.open()
    try opened.make("a", .set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Greater Ashby"]))
    try folder.write("")
    guard case .emptied = try opened.store.takeOverOutside() else {
      Issue.record("not noticed")
      return
    }
    try opened.make("b", .set(.area, key: "borne", .name, from: ["Borne"], to: ["Bourne"]))
    try folder.write(Sample.text.replacing("Direction: +", with: "Direction: ="))
    guard case .changed(let register, _, _) = try opened.store.takeOverOutside() else {
      Issue.record("not taken over")
      return
    }
    #expect(register.row(.area, key: "ashby").map { register[$0].text(.name) } == "Greater Ashby")
    #expect(register.row(.area, key: "borne").map { register[$0].text(.name) } == "Bourne")
    #expect(folder.texts.count { $0.contains("Greater Ashby") } == 1, "in the journal alone")
    _ = try opened.store.save(register)
    #expect(folder.text.contains("Greater Ashby") && folder.text.contains("Direction: ="))
    opened.store.close()
  }

  @Test func `a save of a file emptied outside writes it anew`() throws {
    let folder = try Folder()
    var opened = try folder.open()
    try opened.make("a", .set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Greater Ashby"]))
    try folder.write("\n")
    let merged = try #require(try opened.store.save(opened.register).merged)
    #expect(merged.notes == [.writtenAnew(wasRemoved: false)])
    #expect(folder.text == Sample.text.replacing("Name: Ashby\n", with: "Name: Greater Ashby\n"))
    opened.store.close()
  }

  @Test func `what fits no other branch is made again when that is left`() throws {
    let folder = try Folder()
    var opened = try folder.open()
    try opened.make("note", .set(.contribution, key: "C-3", .note, from: ["first reading"], to: []))
    let start = try #require(Sample.text.firstRange(of: "# Look at this one again."))
    try folder.write(String(Sample.text[..<start.lowerBound]))
    guard case .changed(_, _, let notes) = try opened.store.takeOverOutside() else {
      Issue.record("not taken over")
      return
    }
    guard case .unfit(1, _) = notes.last else {
      Issue.record("\(notes)")
      return
    }
    try folder.write(Sample.text)
    guard case .changed(let register, _, let again) = try opened.store.takeOverOutside() else {
      Issue.record("not taken over")
      return
    }
    #expect(again == [.changedOutside(merged: 1)])
    #expect(register.row(.contribution, key: "C-3").map { register[$0].text(.note) } == .some(nil))
    #expect(
      folder.texts.count { $0.contains("Set: Contribution Note C-3") } == 1, "in the journal alone")
    _ = try opened.store.save(register)
    #expect(!folder.text.contains("first reading"))
    opened.store.close()
  }
}

/// A journal that takes nothing for a while.
struct PendingTests {
  @Test func `what the journal would not take goes in before the next change`() throws {
    let disk = SimulatedDisk(DiskImage(files: [Analyst.path: Sample.text + "\n"]))
    let environment = Analyst(disk, texts: []).environment
    var opened = try RegisterStore.open(Analyst.path, in: environment)
    // The first calls are looks whether the folder and the lock are still there.
    disk.mishap = (disk.calls + 2, .failure(code: ENOSPC))
    #expect(throws: RegisterStore.Problem.self) {
      try opened.make("a", .set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Greater Ashby"]))
    }
    #expect(opened.store.atRisk == 1)
    disk.mishap = nil
    try opened.make("b", .set(.area, key: "borne", .name, from: ["Borne"], to: ["Bourne"]))
    #expect(opened.store.atRisk == 0)
    let again = try RegisterStore.open(
      Analyst.path, in: Analyst(SimulatedDisk(disk.image), texts: []).environment)
    #expect(again.text(.area, "ashby", .name) == "Greater Ashby")
    #expect(again.text(.area, "borne", .name) == "Bourne")
  }
}
