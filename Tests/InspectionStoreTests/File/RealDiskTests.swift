import CLinux
import Glibc
import Synchronization
import Testing

@testable import InspectionStore

@Suite struct `A register on the real disk` {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func opened(_ name: String = "a.rec", pid: Int32 = getpid()) throws -> OpenedRegister {
    try RegisterFile.open(name, in: folder.environment(pid: pid))
  }

  /// Opens, saves and closes.
  private func save(_ text: String, _ name: String = "a.rec") throws -> SaveOutcome {
    var file = try opened(name).file
    defer { file.close() }
    return try file.save(bytes(text))
  }

  @Test(.timeLimit(.minutes(1)))
  func `a pipe in the place of the register is no version of it, and nobody waits for a writer`()
    throws
  {
    try folder.write("old\n", to: "a.rec")
    var file = try opened().file
    defer { file.close() }
    unlink(folder / "a.rec")
    mkfifo(folder / "a.rec", 0o600)
    #expect(throws: FileProblem.self) { try file.outsideVersion() }
    #expect(throws: FileProblem.self) { try file.save(bytes("new\n")) }
  }

  @Test func `a save changes the bytes and leaves nothing behind`() throws {
    try folder.write("old\n", to: "a.rec")
    #expect(try save("new\n") == .saved)
    #expect(try folder.read("a.rec") == "new\n")
    #expect(try folder.names() == ["a.rec", "state"])
  }

  @Test func `an empty register opens and grows`() throws {
    try folder.write("", to: "a.rec")
    var empty = try opened()
    #expect(empty.bytes.count == 0)
    #expect(try empty.file.save(bytes("new\n")) == .saved)
    empty.file.close()
    #expect(try folder.read("a.rec") == "new\n")
  }

  @Test func `mode, owner and attributes stay`() throws {
    try folder.write("old\n", to: "a.rec")
    let file = try SystemDisk().open(folder / "a.rec", for: .reading)
    let hasAttributes = fsetxattr(file.number, "user.note", "mine", 4, 0) == 0
    try SystemDisk().close(file)
    chown(folder / "a.rec", 1234, 1235)
    chmod(folder / "a.rec", 0o640)
    let before = folder.status("a.rec")
    #expect(try save("new\n") == .saved)
    let after = folder.status("a.rec")
    #expect(after.st_mode == before.st_mode)
    #expect((after.st_uid, after.st_gid) == (before.st_uid, before.st_gid))
    #expect(after.st_ino != before.st_ino)
    #expect(getxattr(folder / "a.rec", "user.note", nil, 0) == (hasAttributes ? 4 : -1))
  }

  @Test func `a private register stays private, its journal is private`() throws {
    try folder.write("old\n", to: "a.rec")
    chmod(folder / "a.rec", 0o600)
    var file = try opened().file
    try file.append(bytes("Op: set\n"))
    #expect(folder.status(".a.rec.journal").st_mode & 0o777 == 0o600)
    #expect(try file.save(bytes("new\n")) == .saved)
    #expect(folder.status("a.rec").st_mode & 0o777 == 0o600)
    file.close()
  }

  @Test func `symbolic links stay links, the file they lead to is saved`() throws {
    try folder.write("old\n", to: "a.rec")
    symlink("a.rec", folder / "b.rec")
    symlink(folder / "b.rec", folder / "c.rec")
    #expect(try save("new\n", "c.rec") == .saved)
    #expect(try folder.read("a.rec") == "new\n")
    #expect(folder.status("b.rec").st_mode & S_IFMT == S_IFLNK)
    #expect(folder.status("c.rec").st_mode & S_IFMT == S_IFLNK)
  }

  @Test func `a link that leads nowhere is missing, and creating makes what it leads to`() throws {
    symlink("a.rec", folder / "b.rec")
    #expect(throws: FileProblem.missing(path: "b.rec")) { try opened("b.rec") }
    var file = try RegisterFile.create("b.rec", bytes("new\n"), in: folder.environment())
    file.close()
    #expect(try folder.read("a.rec") == "new\n")
  }

  @Test func `both names of a hard link show the save`() throws {
    try folder.write("old, and longer\n", to: "a.rec")
    link(folder / "a.rec", folder / "b.rec")
    #expect(try save("new\n") == .saved)
    #expect(try folder.read("b.rec") == "new\n")
    #expect(folder.status("b.rec").st_nlink == 2)
    #expect(try SystemDisk().names(in: folder / "state").isEmpty)
  }

  @Test func `a register with two names is changed by one program alone`() throws {
    try folder.write("old\n", to: "a.rec")
    link(folder / "a.rec", folder / "b.rec")
    var first = try opened("a.rec").file
    let second = try opened("b.rec").file
    guard case .readOnly(because: .heldBy(let holder)) = second.access else {
      Issue.record("two writers")
      return
    }
    #expect(holder.description == "jointview by another name of it")
    var lookout = RegisterLookout(second)
    #expect(lookout.look() == .nothingNew)
    // Its lock is taken away, and it takes it again.
    unlink(folder / ".a.rec.lock")
    try first.tend()
    #expect(first.access == .writable)
    #expect(try opened("b.rec").file.access != .writable)
    first.close()
    #expect(lookout.look() == .free)
    var third = try opened("b.rec").file
    #expect(third.access == .writable)
    third.close()
  }

  @Test func `missing, folder, existing`() throws {
    try folder.write("old\n", to: "a.rec")
    #expect(throws: FileProblem.missing(path: "x.rec")) { try opened("x.rec") }
    #expect(throws: FileProblem.isFolder(path: "state")) { try opened("state") }
    #expect(throws: FileProblem.appeared(path: folder / "a.rec")) {
      try RegisterFile.create("a.rec", [], in: folder.environment())
    }
    #expect(try folder.read("a.rec") == "old\n")
  }

  @Test func `a pipe is read to its end and never written`() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    #expect(Glibc.write(ends[1], "old\n", 4) == 4)
    close(ends[1])
    var piped = try opened("/dev/fd/\(ends[0])")
    close(ends[0])
    #expect(piped.array == bytes("old\n"))
    #expect(piped.file.access == .readOnly(because: .notRegular))
    #expect(throws: FileProblem.self) { try piped.file.save([]) }
  }

  @Test(.enabled(if: getuid() == 0, "becomes another user"))
  func `a file without permission opens for reading only`() throws {
    try folder.write("old\n", to: "a.rec")
    chmod(folder.path, 0o755)
    try asNobody {
      let opened = try opened()
      #expect(opened.array == bytes("old\n"))
      #expect(opened.file.access == .readOnly(because: .noPermission))
    }
    chmod(folder / "a.rec", 0)
    asNobody {
      _ = #expect(throws: FileProblem.failed(.open, path: folder / "a.rec", code: EACCES)) {
        try opened()
      }
    }
  }

  @Test(.enabled(if: getuid() == 0, "becomes another user"))
  func `in a closed folder the journal lies elsewhere and the save is in place`() throws {
    try folder.write("old\n", to: "a.rec")
    chmod(folder.path, 0o755)
    chown(folder / "a.rec", 65_534, 65_534)
    chmod(folder / "state", 0o777)
    try asNobody {
      var environment = folder.environment()
      environment.userID = 65_534
      var file = try RegisterFile.open("a.rec", in: environment).file
      #expect(file.access == .writable)
      try file.append(bytes("Op: set\n"))
      #expect(try folder.names() == ["a.rec", "state"])
      #expect(try file.save(bytes("new\n")) == .saved)
      file.close()
    }
    #expect(try folder.read("a.rec") == "new\n")
    // The trail has no place beside the register, so that the journal keeps what was done.
    #expect(try SystemDisk().names(in: folder / "state").map { $0.hasSuffix(".journal") } == [true])
  }

  @Test func `a file mounted by itself is saved in place`() throws {
    try folder.write("old\n", to: "source.rec")
    try folder.write("", to: "a.rec")
    let bind: UInt = 4096
    guard folder.mount(folder / "source.rec", at: "a.rec", type: "", bind, "") else {
      return print("skipped: may not mount")
    }
    #expect(try save("new\n") == .saved)
    #expect(try folder.read("source.rec") == "new\n")
  }

  @Test func `a full disk changes nothing and says what is needed`() throws {
    try SystemDisk().makeFolder(folder / "small", isPrivate: true)
    guard folder.mount("none", at: "small", type: "tmpfs", 0, "size=128k") else {
      return print("skipped: may not mount")
    }
    let old = String(repeating: "Title: old\n", count: 2000)
    try folder.write(old, to: "small/a.rec")
    for filler in stride(from: 0, through: 100_000, by: 4096) {
      try? folder.write(String(repeating: "x", count: filler), to: "small/filler")
      if let problem = try problemOfSavingTwice(old + "more\n", old) {
        guard case .noSpace(_, old.utf8.count + 5, .some) = problem else { throw problem }
      }
      #expect(try folder.read("small/a.rec") == old)
      let names = try SystemDisk().names(in: folder / "small").sorted()
      #expect(names.filter { $0 != "filler" } == ["a.rec"], "\(filler) bytes")
    }
  }
}

extension `A register on the real disk` {
  /// What the first save met; none must be met by the second, which has the room of the former.
  private func problemOfSavingTwice(_ first: String, _ second: String) throws -> FileProblem? {
    var file = try opened("small/a.rec").file
    defer { file.close() }
    do throws(FileProblem) {
      _ = try file.save(bytes(first))
      _ = try file.save(bytes(second))
      return nil
    } catch {
      return error
    }
  }
}

@Suite struct `Two programs on one register` {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write("old\n", to: "a.rec")
  }

  private func opened(_ pid: Int32) throws -> OpenedRegister {
    try RegisterFile.open("a.rec", in: folder.environment(pid: pid))
  }

  @Test func `the second reads only, and says who has it, until the first leaves`() throws {
    var first = try opened(4711).file
    let second = try opened(4712)
    guard case .readOnly(.heldBy(let holder)) = second.file.access else {
      Issue.record("the second may write")
      return
    }
    #expect(holder.pid == 4711)
    #expect(holder.host == "desk")
    #expect(holder.description.hasPrefix("jointview 4711 on desk since 20"))
    #expect(second.array == bytes("old\n"))
    first.close()
    var third = try opened(4713).file
    #expect(third.access == .writable)
    third.close()
  }

  @Test func `whoever waits gets the lock when it is given back`() throws {
    let first = try opened(4711).file
    var environment = folder.environment(pid: 4712)
    environment.pause = { _ in
      var first = first
      first.close()
    }
    var second = try RegisterFile.open("a.rec", in: environment, waitingUpTo: 1).file
    #expect(second.access == .writable)
    second.close()
  }

  @Test func `whoever waits longer than half a second is told once for whom`() throws {
    var first = try opened(4711).file
    defer { first.close() }
    let told = Mutex<[Int32?]>([])
    let waited = Atomic(0)
    var environment = folder.environment(pid: 4712)
    environment.pause = { waited.add($0, ordering: .relaxed) }
    environment.noteWaiting = { holder in
      #expect(waited.load(ordering: .relaxed) == 500)
      told.withLock { $0.append(holder.pid) }
    }
    #expect(
      try RegisterFile.open("a.rec", in: environment, waitingUpTo: 2).file.access != .writable)
    #expect(told.withLock { $0 } == [4711])
  }

  @Test func `an editor's change is noticed, never overwritten, and merged`() throws {
    var file = try opened(4711).file
    #expect(try file.save(bytes("mine\n")) == .saved)
    #expect(!file.mayHaveChangedOutside)
    try folder.write("theirs\n", to: "a.rec")
    #expect(file.mayHaveChangedOutside)
    guard case .changedOutside(let theirs) = try file.save(bytes("mine again\n")) else {
      Issue.record("overwrote theirs")
      return
    }
    #expect(theirs.bytes == bytes("theirs\n"))
    #expect(try folder.read("a.rec") == "theirs\n")
    file.adopt(theirs)
    #expect(!file.mayHaveChangedOutside)
    #expect(try file.save(bytes("both\n")) == .saved)
    file.close()
  }

  @Test func `the same bytes written again are no change`() throws {
    var file = try opened(4711).file
    try folder.write("old\n", to: "a.rec")
    #expect(file.mayHaveChangedOutside)
    #expect(try file.outsideVersion() == nil)
    #expect(!file.mayHaveChangedOutside)
    file.close()
  }

  @Test func `a register removed meanwhile is made again only when that is adopted`() throws {
    var file = try opened(4711).file
    unlink(folder / "a.rec")
    guard case .changedOutside(let theirs) = try file.save(bytes("mine\n")) else {
      Issue.record("made it again unasked")
      return
    }
    #expect(theirs.bytes == nil)
    file.adopt(theirs)
    #expect(try file.save(bytes("mine\n")) == .saved)
    #expect(try folder.read("a.rec") == "mine\n")
    file.close()
  }

  @Test func `entries that were not saved are recovered, with the bytes or against them`() throws {
    var file = try opened(4711).file
    try file.append(bytes("Op: set\n"))
    file.close()
    var again = try opened(4712)
    #expect(
      again.recovery == Recovery(entries: [bytes("Op: set\n")], fitsTheBytes: true, droppedBytes: 0)
    )
    again.file.close()
    try folder.overwrite("a.rec", with: "theirs\n")
    again = try opened(4713)
    #expect(again.recovery?.fitsTheBytes == false)
    try again.file.discardJournal()
    again.file.close()
    again = try opened(4714)
    #expect(again.recovery == nil)
    again.file.close()
  }
}
