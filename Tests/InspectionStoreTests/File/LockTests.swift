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

@Suite struct `A lock that another program deletes` {
  private let disk = SimulatedDisk(DiskImage(files: [Analyst.path: "Title: old\n"]))
  private var surroundings: Surroundings { Analyst(disk, texts: []).surroundings }

  private func delete() {
    disk.image.removeDurably(
      disk.image.paths.filter { $0.hasSuffix(".journal") || $0.hasSuffix(".lock") })
  }

  @Test func `is taken again with the next edit, before anybody can come in`() throws {
    var first = try RegisterFile.open(Analyst.path, in: surroundings).file
    try first.append(bytes("Edit: 1\n"))
    delete()
    try first.append(bytes("Edit: 2\n"))
    #expect(first.takeNotices() == [.journal(entries: 2), .lock])
    #expect(first.takeNotices() == [])
    guard case .readOnly = try RegisterFile.open(Analyst.path, in: surroundings).file.access else {
      Issue.record("two have the lock")
      return
    }
    first.close()
    let again = try RegisterFile.open(Analyst.path, in: surroundings)
    #expect(again.recovery?.entries == [bytes("Edit: 1\n"), bytes("Edit: 2\n")])
  }

  @Test func `is taken again when somebody looks, and the journal is there again`() throws {
    var first = try RegisterFile.open(Analyst.path, in: surroundings).file
    try first.append(bytes("Edit: 1\n"))
    delete()
    try first.tend()
    #expect(first.takeNotices() == [.journal(entries: 1), .lock])
    let left = SimulatedDisk(disk.image)
    let again = try RegisterFile.open(Analyst.path, in: Analyst(left, texts: []).surroundings)
    #expect(again.recovery?.entries == [bytes("Edit: 1\n")])
  }

  @Test func `and another has by then makes the first read only, and leaves the other's files`()
    throws
  {
    var first = try RegisterFile.open(Analyst.path, in: surroundings).file
    try first.append(bytes("Edit: 1\n"))
    delete()
    var second = try RegisterFile.open(Analyst.path, in: surroundings).file
    #expect(second.access == .writable)
    try second.append(bytes("Edit: theirs\n"))
    #expect(throws: FileProblem.self) { try first.append(bytes("Edit: 2\n")) }
    guard case .readOnly(because: .heldBy) = first.access else {
      Issue.record("two writers")
      return
    }
    #expect(throws: FileProblem.self) { try first.save(bytes("mine\n")) }
    first.close()
    #expect(throws: Never.self) { try second.append(bytes("Edit: theirs too\n")) }
    #expect(second.takeNotices() == [])
    second.close()
    let third = try RegisterFile.open(Analyst.path, in: surroundings)
    #expect(third.recovery?.entries.count == 2)
  }

  @Test func `in the middle of an edit leaves none that the next one does not find`() throws {
    for call in 0..<40 {
      let disk = SimulatedDisk(DiskImage(files: [Analyst.path: "Title: old\n"]))
      var analyst = Analyst(disk, texts: [])
      try analyst.open()
      analyst.edit()
      // Deleted, and another program opens and edits, in that very moment.
      var other = Analyst(disk, edits: 50, texts: [])
      disk.intrusion = (
        disk.calls + call,
        {
          disk.image.removeDurably(disk.image.paths.filter { $0.hasSuffix(".lock") })
          other.tryToOpen()
          other.edit()
        }
      )
      analyst.edit()
      analyst.look()
      analyst.close()
      other.close()
      var last = Analyst(SimulatedDisk(disk.image), texts: [])
      try last.open()
      let promised = analyst.promised.union(other.promised)
      #expect(promised.isSubset(of: last.lines), "call \(call): \(last.lines)")
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
