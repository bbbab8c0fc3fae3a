import Glibc
import InspectionModel
import Testing

@testable import InspectionStore

/// What a run has changed and the file does not hold, when the register is left.
struct LeftoverTests {
  private let rename = Edit.set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Mine"])

  @Test func `what is journalled is left until it is saved`() throws {
    let folder = try Folder()
    var opened = try folder.open()
    #expect(opened.store.leftover.isNothing)
    try opened.make("rename", rename)
    #expect(opened.store.leftover.journalled == 1)
    #expect(opened.store.leftover.lost.isEmpty && !opened.store.leftover.isNothing)
    _ = try opened.store.save(opened.register)
    #expect(opened.store.leftover.isNothing)
    opened.store.close()
  }

  @Test func `what does not fit another's version is left beside it, also after a save`() throws {
    let folder = try Folder()
    var opened = try folder.open()
    try opened.make("note", .set(.contribution, key: "C-3", .note, from: ["first reading"], to: []))
    let start = try #require(Sample.text.firstRange(of: "# Look at this one again."))
    try folder.write(String(Sample.text[..<start.lowerBound]))
    _ = try opened.store.save(opened.register)
    let unfit = opened.store.leftover.unfit
    #expect(unfit.count == 1 && unfit.first?.count == 1)
    #expect(unfit.first?.path.hasPrefix("\(folder.register).unfit-") == true)
    opened.store.close()
  }

  @Test func `what another program took the register from under is left beside it`() throws {
    let folder = try Folder()
    var opened = try folder.open()
    #expect(unlink("\(folder.path)/.register.rec.lock") == 0)
    var other = try folder.open(waitingUpTo: 0)
    #expect(other.store.file.access == .writable)
    #expect(throws: RegisterStore.Problem.self) { try opened.make("rename", rename) }
    let stopped = try #require(opened.store.leftover.stopped)
    #expect(stopped.count == 1)
    #expect(folder.texts.contains { $0.contains("Change: rename\nSet: Area Name ashby\n") })
    #expect(opened.store.leftover.journalled == 0 && opened.store.leftover.lost.isEmpty)
    opened.store.close()
    other.store.close()
  }

  @Test func `a file that is gone is left so until it is written anew`() throws {
    let folder = try Folder()
    var opened = try folder.open()
    #expect(remove(folder.register) == 0)
    _ = try opened.store.takeOverOutside()
    #expect(opened.store.leftover.isFileGone)
    _ = try opened.store.save(opened.register)
    #expect(opened.store.leftover.isNothing)
    opened.store.close()
  }
}
