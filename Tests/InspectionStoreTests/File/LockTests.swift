import Testing

@testable import InspectionStore

@Suite struct `A lock` {
  private let disk = SimulatedDisk(DiskImage(files: [Analyst.path: "Title: old\n"]))
  private var environment: RegisterEnvironment { Analyst(disk, texts: []).environment }

  @Test func `leaves nothing in the folder`() throws {
    let before = try disk.names(in: folder(of: Analyst.path))
    var file = try RegisterFile.open(Analyst.path, in: environment).file
    #expect(file.access == .writable)
    #expect(try disk.names(in: folder(of: Analyst.path)).count > before.count)
    file.close()
    #expect(try disk.names(in: folder(of: Analyst.path)) == before)
  }

  @Test func `on a file that is gone keeps nobody out, so it is taken anew`() throws {
    var first = try RegisterFile.open(Analyst.path, in: environment).file
    // The second opens the lock's file while the first still has it, and locks it when the first is
    // done.
    disk.beforeLocking = { first.close() }
    let second = try RegisterFile.open(Analyst.path, in: environment).file
    #expect(second.access == .writable)
    guard case .readOnly = try RegisterFile.open(Analyst.path, in: environment).file.access else {
      Issue.record("two have the lock")
      return
    }
  }
}

@Suite struct `A lock that another program deletes` {
  private let disk = SimulatedDisk(DiskImage(files: [Analyst.path: "Title: old\n"]))
  private var environment: RegisterEnvironment { Analyst(disk, texts: []).environment }

  private func delete() {
    disk.image.removeDurably(
      disk.image.paths.filter { $0.hasSuffix(".journal") || $0.hasSuffix(".lock") })
  }

  @Test func `is taken again with the next edit, before anybody can come in`() throws {
    var first = try RegisterFile.open(Analyst.path, in: environment).file
    try first.append(bytes("Edit: 1\n"))
    delete()
    try first.append(bytes("Edit: 2\n"))
    #expect(first.takeNotices() == [.journal(entries: 2), .lock])
    #expect(first.takeNotices() == [])
    guard case .readOnly = try RegisterFile.open(Analyst.path, in: environment).file.access else {
      Issue.record("two have the lock")
      return
    }
    first.close()
    let again = try RegisterFile.open(Analyst.path, in: environment)
    #expect(again.recovery?.entries == [bytes("Edit: 1\n"), bytes("Edit: 2\n")])
  }

  @Test func `is taken again when somebody looks, and the journal is there again`() throws {
    var first = try RegisterFile.open(Analyst.path, in: environment).file
    try first.append(bytes("Edit: 1\n"))
    delete()
    try first.tend()
    #expect(first.takeNotices() == [.journal(entries: 1), .lock])
    let left = SimulatedDisk(disk.image)
    let again = try RegisterFile.open(Analyst.path, in: Analyst(left, texts: []).environment)
    #expect(again.recovery?.entries == [bytes("Edit: 1\n")])
  }

  @Test func `and another has by then makes the first read only, and leaves the other's files`()
    throws
  {
    var first = try RegisterFile.open(Analyst.path, in: environment).file
    try first.append(bytes("Edit: 1\n"))
    delete()
    var second = try RegisterFile.open(Analyst.path, in: environment).file
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
    let third = try RegisterFile.open(Analyst.path, in: environment)
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

@Suite struct `Whoever cannot have the lock` {
  private let disk = SimulatedDisk(DiskImage(files: [Analyst.path: "Title: old\n"]))
  private var environment: RegisterEnvironment { Analyst(disk, texts: []).environment }

  private func reason() throws -> RegisterFile.ReadOnlyReason? {
    let opened = try RegisterFile.open(Analyst.path, in: environment)
    #expect(opened.array == bytes("Title: old\n"))
    if case .readOnly(let reason) = opened.file.access { return reason }
    return nil
  }

  @Test func `only reads where the file system gives none, and makes no file`() throws {
    disk.knowsLocks = false
    let reason = try #require(try reason())
    #expect(reason.description.hasPrefix("there is no telling who else writes it: "))
    #expect(!disk.image.paths.contains { $0.contains("held") || $0.hasPrefix("/state") })
  }

  @Test func `only reads where it is another's file, and is told whose`() throws {
    let lock = "/home/.register.rec.lock"
    disk.image = DiskImage(files: [Analyst.path: "Title: old\n", lock: "Pid: 9\nUser: bo\n"])
    disk.foreignFiles = [lock]
    var environment = environment
    environment.userName = { _ in "bo" }
    let file = try RegisterFile.open(Analyst.path, in: environment).file
    #expect(file.access == .readOnly(because: .lockOf(LockHolder(user: "bo"))))
    #expect(file.isWaiting)
    #expect(
      "\(file.access)".contains("bo")
        && !disk.image.paths.contains { $0.hasPrefix("/state") })
  }

  @Test func `only reads in a folder that takes no file, if others may write the register`() throws
  {
    disk.closedFolders = ["/home"]
    disk.image.mode = 0o664
    #expect(try reason() == .closedFolder)
    disk.image.mode = 0o644
    #expect(try reason() == nil)
  }

  @Test func `only reads what a killed run of another's left changes on that it may not read`()
    throws
  {
    var analyst = Analyst(disk, texts: [])
    try analyst.open()
    analyst.edit()
    let left = SimulatedDisk(disk.image)
    left.foreignFiles = ["/home/.register.rec.journal"]
    var environment = Analyst(left, texts: []).environment
    environment.userName = { _ in "bo" }
    let opened = try RegisterFile.open(Analyst.path, in: environment)
    #expect(opened.file.access == .readOnly(because: .journalOf(LockHolder(user: "bo"))))
    #expect(!left.image.paths.contains { $0.hasSuffix(".lock") })
  }
}
