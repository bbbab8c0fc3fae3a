import Glibc
import InspectionModel
import Testing

@testable import InspectionStore

/// A save that goes on beside edits.
struct SavingTests {
  private let disk = SimulatedDisk(DiskImage(files: [Analyst.path: Sample.text + "\n"]))

  private func open(_ disk: SimulatedDisk) throws -> RegisterStore.Opened {
    try RegisterStore.open(Analyst.path, in: Analyst(disk, texts: []).environment)
  }

  private static func rename(_ key: String, _ from: String, _ to: String) -> Edit {
    .set(.area, key: key, .name, from: [from], to: [to])
  }

  /// What the next start finds if the program is killed now.
  private func afterKill() throws -> RegisterStore.Opened { try open(SimulatedDisk(disk.image)) }

  private var saved: String { disk.image.text(at: Analyst.path) ?? "" }

  @Test func `what is changed meanwhile stays unsaved, and a kill at any moment leaves it`() throws
  {
    var opened = try open(disk)
    try opened.make("a", Self.rename("ashby", "Ashby", "Ashby A"))
    var save = opened.store.beginSave(opened.register)
    var name = "Ashby A"
    for step in 1...3 {
      try opened.make("b", Self.rename("ashby", name, "Ashby B\(step)"))
      try opened.make("c", Self.rename("borne", step == 1 ? "Borne" : "C\(step - 1)", "C\(step)"))
      name = "Ashby B\(step)"
      let again = try afterKill()
      #expect(again.text(.area, "ashby", .name) == name)
      #expect(again.text(.area, "borne", .name) == "C\(step)")
      save = save.work()
      #expect(try afterKill().text(.area, "borne", .name) == "C\(step)")
      if try opened.store.goOn(with: &save) != nil { break }
    }
    #expect(opened.store.unsaved.count == 4)
    #expect(saved.contains("Name: Ashby A\n"))
    #expect(try afterKill().text(.area, "ashby", .name) == name)
    #expect(try opened.store.save(opened.register).isSaved)
    #expect(saved.contains("Name: Ashby B2\n"))
    #expect(opened.store.unsaved.isEmpty)
    #expect(try afterKill().notes.isEmpty)
  }

  @Test func `what another program writes meanwhile is merged with all changes`() throws {
    var opened = try open(disk)
    try opened.make("a", Self.rename("ashby", "Ashby", "Ashby A"))
    let save = opened.store.beginSave(opened.register)
    try opened.make("b", .set(.area, key: "borne", .alias, from: [], to: ["Ashton"]))
    var worked = save.work()
    #expect(!opened.store.wouldMerge(worked))
    _ = disk.image.editDurably(Analyst.path, inPlace: false, adding: "# theirs")
    #expect(opened.store.wouldMerge(worked))
    #expect(try opened.store.takeOverOutside() == nil)
    let report = try opened.store.goOn(with: &worked)
    #expect(report?.notes.first == .changedOutside(merged: 2))
    #expect(saved.contains("Name: Ashby A\n"))
    #expect(saved.contains("Alias: Ashton\n"))
    #expect(saved.contains("# theirs\n"))
    #expect(opened.store.unsaved.isEmpty)
    #expect(!disk.image.paths.contains { $0.hasSuffix(".writing") })
  }

  @Test func `a save that fails half way leaves all in the journal, and the next one works`() throws
  {
    var opened = try open(disk)
    try opened.make("a", Self.rename("ashby", "Ashby", "Ashby A"))
    let save = opened.store.beginSave(opened.register)
    try opened.make("b", Self.rename("borne", "Borne", "Bourne"))
    disk.mishap = (disk.calls, .full)
    var worked = save.work()
    #expect(throws: RegisterStore.Problem.self) { try opened.store.goOn(with: &worked) }
    #expect(opened.store.unsaved.count == 2)
    #expect(try afterKill().text(.area, "borne", .name) == "Bourne")
    let other = SimulatedDisk(disk.image)
    var again = try open(other)
    #expect(try again.store.save(again.register).isSaved)
    #expect(other.image.text(at: Analyst.path)?.contains("Name: Bourne\n") == true)
  }

  @Test func `what the journal would not take before a save is in the file, and not made twice`()
    throws
  {
    var opened = try open(disk)
    // The first calls are looks whether the folder and the lock are still there.
    disk.mishap = (disk.calls + 2, .failure(code: ENOSPC))
    #expect(throws: RegisterStore.Problem.self) {
      try opened.make("a", Self.rename("ashby", "Ashby", "Ashby A"))
    }
    disk.mishap = nil
    var save = opened.store.beginSave(opened.register).work()
    try opened.make("b", Self.rename("borne", "Borne", "Bourne"))
    #expect(opened.store.atRisk == 0)
    while try opened.store.goOn(with: &save) == nil { save = save.work() }
    #expect(saved.contains("Name: Ashby A\n"))
    let again = try afterKill()
    #expect(again.notes == [.recovered(1)])
    #expect(again.text(.area, "borne", .name) == "Bourne")
  }
}
