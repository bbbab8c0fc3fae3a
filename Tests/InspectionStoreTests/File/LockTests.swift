import Testing

@testable import InspectionStore

@Suite struct `A lock` {
  private let disk = SimulatedDisk(DiskImage(files: [Analyst.path: "Title: old\n"]))
  private var surroundings: Surroundings { Analyst(disk, texts: []).surroundings }

  @Test func `leaves nothing in the folder`() throws {
    let before = try disk.names(in: folder(of: Analyst.path))
    var file = try RegisterFile.open(Analyst.path, in: surroundings).file
    #expect(file.access == .writable)
    #expect(try disk.names(in: folder(of: Analyst.path)).count > before.count)
    file.close()
    #expect(try disk.names(in: folder(of: Analyst.path)) == before)
  }

  @Test func `on a file that is gone keeps nobody out, so it is taken anew`() throws {
    var first = try RegisterFile.open(Analyst.path, in: surroundings).file
    // The second opens the lock's file while the first still has it, and locks it when the first is done.
    disk.beforeLocking = { first.close() }
    let second = try RegisterFile.open(Analyst.path, in: surroundings).file
    #expect(second.access == .writable)
    guard case .readOnly = try RegisterFile.open(Analyst.path, in: surroundings).file.access else {
      Issue.record("two have the lock")
      return
    }
  }
}

@Suite struct `On a file system without locks` {
  private let disk = SimulatedDisk(DiskImage(files: [Analyst.path: "Title: old\n"]))

  init() { disk.knowsLocks = false }

  /// Opens as a process, while these run.
  private func opened(_ pid: Int32, running: Set<Int32>, host: String = "desk") throws
    -> RegisterFile
  {
    var surroundings = Analyst(disk, texts: []).surroundings
    (surroundings.pid, surroundings.host) = (pid, host)
    surroundings.isRunning = { running.contains($0) }
    return try RegisterFile.open(Analyst.path, in: surroundings).file
  }

  private func isHeld(_ file: RegisterFile, by pid: Int32) -> Bool {
    guard case .readOnly(because: .heldBy(let holder)) = file.access else { return false }
    return holder.pid == pid
  }

  @Test func `a file that only one can make stands for the lock`() throws {
    var first = try opened(1, running: [1, 2])
    #expect(first.access == .writable)
    #expect(isHeld(try opened(2, running: [1, 2]), by: 1))
    first.close()
    #expect(try opened(2, running: [2]).access == .writable)
  }

  @Test func `a lock left by a killed run is taken over`() throws {
    #expect(try opened(1, running: [1]).access == .writable)
    #expect(try opened(2, running: [2]).access == .writable)
    #expect(isHeld(try opened(3, running: [2, 3]), by: 2))
  }

  @Test func `a lock left on another machine is not`() throws {
    #expect(try opened(1, running: [1], host: "elsewhere").access == .writable)
    #expect(isHeld(try opened(2, running: [2]), by: 1))
  }
}
