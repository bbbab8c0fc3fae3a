internal import Glibc
internal import RecText

// Whole files, built of the calls of a disk; the same for every disk.

/// A file as it was read: its bytes, its status just before, and what tells them from others.
struct ReadFile {
  var bytes: RecBytes
  var status: FileStatus
  var fingerprint: Fingerprint

  /// The bytes, copied.
  var array: [UInt8] { Array(bytes.buffer) }
}

extension Disk {
  /// Reads a file to its end.
  ///
  /// The status is that of before the first byte, so that whoever writes meanwhile is noticed by
  /// the next comparison. The bytes are copied, not mapped: a mapping of a file that another
  /// program cuts short kills the reader, and reading costs 0.1 s for 300 MB.
  ///
  /// - Parameter watch: is given the bytes before the first of them is there, and again should they
  ///   have to be moved, as they are when the file grows while it is read.
  func readFile(
    _ path: String, as use: OpenUse = .reading, _ watch: (ArrivingBytes) -> Void = { _ in }
  ) throws(FileProblem) -> ReadFile {
    let file = try open(path, for: use)
    defer { try? close(file) }
    let status = try status(of: file)
    // One byte more than expected, so that the end shows without moving.
    var bytes = ArrivingBytes(room: status.stamp.size + 1)
    watch(bytes)
    var fingerprint = Fingerprint.Run()
    var arrived = 0
    do {
      while true {
        if bytes.free(upTo: 1).isEmpty {
          bytes = bytes.moved(toRoom: max(1 << 16, bytes.buffer.count * 2))
          watch(bytes)
        }
        // The first are few, so that others can begin with them soon.
        let room = bytes.free(upTo: min(Self.block, max(1 << 18, arrived)))
        let count = try read(file, into: room)
        if count == 0 { break }
        bytes.add(count)
        arrived += count
        fingerprint.add(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(room)[..<count]))
      }
    } catch {
      bytes.finish()
      throw error
    }
    bytes.finish()
    let whole = bytes.whole()
    return ReadFile(bytes: whole, status: status, fingerprint: fingerprint.finish())
  }

  /// How many bytes are read at a time, and written: what others can begin with.
  private static var block: Int { 1 << 22 }

  /// Writes all the bytes, in as many calls as it takes.
  func writeAll(_ bytes: [UInt8], to file: Descriptor) throws(FileProblem) {
    try writeAll(FileContents(bytes), to: file)
  }

  /// The same of bytes that do not lie together.
  func writeAll(_ contents: FileContents, to file: Descriptor) throws(FileProblem) {
    try contents.forEachRun { (run) throws(FileProblem) in
      var done = 0
      while done < run.count {
        do throws(FileProblem) {
          let end = min(run.count, done + Self.block)
          done += try write(run.bytes.extracting(done..<end), to: file)
        } catch {
          if error.code != EINTR { throw error }
        }
      }
    }
  }

  /// Makes room for a file to grow to a size, where the file system can.
  func makeRoom(in file: Descriptor, for size: Int) throws(FileProblem) {
    do throws(FileProblem) {
      try reserve(file, size: size)
    } catch {
      guard [EOPNOTSUPP, ENOSYS, EINVAL].contains(error.code) else { throw error }
    }
  }

  /// Makes the names in a folder durable.
  func syncFolder(_ folder: String) throws(FileProblem) {
    let file = try open(folder, for: .reading)
    defer { try? close(file) }
    try sync(file, dataOnly: false)
  }

  /// Makes a file of the program's own, empty and open.
  ///
  /// - Parameter register: whose group and mode it gets; nil for a private one. If it cannot have
  ///   them it stays private.
  func make(_ path: String, likeRegister register: String?) throws(FileProblem) -> Descriptor {
    let file = try open(path, for: .creating(isPrivate: true))
    if let register { try? shareAccess(of: register, with: file) }
    return file
  }

  /// Writes a new file of the program's own, and makes it and its name durable; nothing stays if
  /// that fails.
  ///
  /// - Parameter register: as in ``make(_:likeRegister:)``.
  func createFile(
    _ path: String, _ bytes: [UInt8], likeRegister register: String?
  ) throws(FileProblem) {
    try createFile(path, FileContents(bytes), likeRegister: register)
  }

  /// The same of bytes that do not lie together.
  func createFile(
    _ path: String, _ contents: FileContents, likeRegister register: String?
  ) throws(FileProblem) {
    let file = try make(path, likeRegister: register)
    defer { try? close(file) }
    do {
      try writeAll(contents, to: file)
      try sync(file, dataOnly: false)
      try syncFolder(folder(of: path))
    } catch {
      try? unlink(path)
      throw error
    }
  }

  /// The status of what has a name; nil if nothing has.
  func statusIfPresent(at path: String) throws(FileProblem) -> FileStatus? {
    do {
      return try status(at: path, followingLinks: false)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
  }

  /// Follows symbolic links to the file that bytes are read from, which need not exist.
  func resolve(_ path: String) throws(FileProblem) -> String {
    var path = path
    for _ in 0..<40 {
      guard let status = try statusIfPresent(at: path), status.kind == .link else { return path }
      let target = try target(ofLink: path)
      path = target.hasPrefix("/") ? target : joined(folder(of: path), target)
    }
    throw .failed(.open, path: path, code: ELOOP)
  }

  /// Makes a folder and those it lies in, durably, where they are missing.
  func makeFolders(_ path: String, arePrivate: Bool = true) throws(FileProblem) {
    if try statusIfPresent(at: path) != nil { return }
    let parent = folder(of: path)
    if parent != path { try makeFolders(parent, arePrivate: arePrivate) }
    do {
      try makeFolder(path, isPrivate: arePrivate)
      try syncFolder(parent)
    } catch {
      if !error.isTaken { throw error }
    }
  }
}

/// The folder a path's last name lies in.
func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// A path's last name.
func lastName(of path: String) -> String {
  path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
}

/// A name in a folder.
func joined(_ folder: String, _ name: String) -> String {
  folder.hasSuffix("/") ? folder + name : folder + "/" + name
}
