import InspectionModel
import Testing

@testable import InspectionStore

/// What a save reads again before it writes: what was changed, and what stands beside that.
struct SelfCheckTests {
  private let disk = SimulatedDisk(DiskImage(files: [Analyst.path: Sample.text + "\n"]))

  private func opened() throws -> RegisterStore.Opened {
    try RegisterStore.open(Analyst.path, in: Analyst(disk, texts: []).environment)
  }

  @Test func `what was set, added and removed is saved`() throws {
    var opened = try opened()
    try opened.make("a", .set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Greater Ashby"]))
    try opened.make("b", .insert(.theme, [.init(.id, "gangs"), .init(.name, "Gangs")]))
    try opened.make("c", .remove(.theme, [.init(.id, "gangs"), .init(.name, "Gangs")]))
    try opened.make("d", .insert(.theme, [.init(.id, "loss"), .init(.name, "Loss")]))
    guard case .saved = try opened.store.save(opened.register) else {
      Issue.record("not saved")
      return
    }
    let text = try #require(disk.image.text(at: Analyst.path))
    #expect(text.contains("Name: Greater Ashby\n"))
    #expect(text.contains("Id: loss\nName: Loss\n"))
    #expect(!text.contains("gangs"))
  }

  @Test func `a text that does not say what was changed is not written`() throws {
    var opened = try opened()
    try opened.make("a", .set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Greater Ashby"]))
    var other = opened.register
    try other.apply(
      Change(
        "b", [.set(.area, key: "ashby", .name, from: ["Greater Ashby"], to: ["Lesser Ashby"])]))
    #expect(throws: RegisterStore.Problem.self) { try opened.store.save(other) }
    #expect(disk.image.text(at: Analyst.path) == Sample.text + "\n")
  }

  @Test func `a record that should be gone and is still in the text is noticed`() throws {
    var opened = try opened()
    try opened.make("a", .insert(.theme, [.init(.id, "loss"), .init(.name, "Loss")]))
    var other = opened.register
    try other.apply(
      Change("b", [.remove(.theme, [.init(.id, "loss"), .init(.name, "Loss")])]))
    #expect(throws: RegisterStore.Problem.self) { try opened.store.save(other) }
    #expect(disk.image.text(at: Analyst.path) == Sample.text + "\n")
  }
}
