import Glibc
import InspectionModel
import Testing

@testable import InspectionStore

/// Merging on a disk that fails at any one call.
struct MergeTests {
  @Test(arguments: 0..<30)
  func `a merge that fails can be tried again and loses nothing`(call: Int) throws {
    let disk = SimulatedDisk(DiskImage(files: [Analyst.path: Sample.text + "\n"]))
    let surroundings = Analyst(disk, texts: []).surroundings
    var opened = try RegisterStore.open(Analyst.path, in: surroundings)
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

/// A journal that takes nothing for a while.
struct PendingTests {
  @Test func `what the journal would not take goes in before the next change`() throws {
    let disk = SimulatedDisk(DiskImage(files: [Analyst.path: Sample.text + "\n"]))
    let surroundings = Analyst(disk, texts: []).surroundings
    var opened = try RegisterStore.open(Analyst.path, in: surroundings)
    // The first call is the look whether the lock is still there.
    disk.mishap = (disk.calls + 1, .failure(code: ENOSPC))
    #expect(throws: RegisterStore.Problem.self) {
      try opened.make("a", .set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Greater Ashby"]))
    }
    #expect(opened.store.atRisk == 1)
    disk.mishap = nil
    try opened.make("b", .set(.area, key: "borne", .name, from: ["Borne"], to: ["Bourne"]))
    #expect(opened.store.atRisk == 0)
    let again = try RegisterStore.open(
      Analyst.path, in: Analyst(SimulatedDisk(disk.image), texts: []).surroundings)
    #expect(again.text(.area, "ashby", .name) == "Greater Ashby")
    #expect(again.text(.area, "borne", .name) == "Bourne")
  }
}
