internal import CLinux
internal import Glibc

/// The disks of this machine, by the calls of Linux. Interrupted calls are made again.
public struct SystemDisk: Disk {
  /// The disks of this machine.
  public init() {}

  public func open(_ path: String, for use: OpenUse) throws(FileProblem) -> Descriptor {
    let (flags, mode) = Self.flags(for: use)
    let number: CInt
    do {
      number = try retrying(.open, path) { Glibc.open(path.systemPath, flags | O_CLOEXEC, mode) }
    } catch {
      // A pipe without readers cannot be opened to write to it.
      if error.code == ENXIO { throw .notOrdinary(path: path) }
      throw error.code == ELOOP && flags & O_NOFOLLOW != 0 ? .isLink(path: path) : error
    }
    let file = Descriptor(number: number)
    // Only the opening is not to wait; whoever writes may take their time.
    if use == .streaming { _ = fcntl(number, F_SETFL, 0) }
    if flags & O_NOFOLLOW != 0 { try requireOrdinary(file, path) }
    return file
  }

  private func requireOrdinary(_ file: Descriptor, _ path: String) throws(FileProblem) {
    do throws(FileProblem) {
      guard try status(of: file).kind == .regular else { throw .notOrdinary(path: path) }
    } catch {
      try? close(file)
      throw error
    }
  }

  private static func flags(for use: OpenUse) -> (flags: CInt, mode: mode_t) {
    let own = O_NOFOLLOW | O_NONBLOCK
    return switch use {
    case .reading, .streaming: (O_RDONLY | O_NONBLOCK, 0)
    case .readingOwn: (O_RDONLY | own, 0)
    case .overwriting: (O_WRONLY | own, 0)
    case .appending: (O_RDWR | O_APPEND | own, 0)
    case .creating(let isPrivate):
      (O_RDWR | O_CREAT | O_EXCL | O_APPEND | own, isPrivate ? 0o600 : 0o666)
    case .locking: (O_RDWR | own, 0)
    }
  }

  public func read(
    _ file: Descriptor, into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(FileProblem) -> Int {
    try retrying(.read, file) { Glibc.read(file.number, buffer.baseAddress, buffer.count) }
  }

  public func read(
    _ file: Descriptor, at offset: Int, into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(FileProblem) -> Int {
    try retrying(.read, file) {
      pread(file.number, buffer.baseAddress, buffer.count, off_t(offset))
    }
  }

  public func write(_ bytes: RawSpan, to file: Descriptor) throws(FileProblem) -> Int {
    let count = try bytes.withUnsafeBytes { (bytes) throws(FileProblem) in
      try retrying(.write, file) { Glibc.write(file.number, bytes.baseAddress, bytes.count) }
    }
    // The disk begins with what it has, rather than with the sync after the last byte: of 340 MB
    // that takes two thirds of the time. Only a hint, so that it may fail; since it waits for
    // nothing, what goes wrong is still the sync's to tell.
    if count >= Self.longWrite {
      _ = sync_file_range(file.number, 0, 0, CLINUX_SYNC_FILE_RANGE_WRITE)
    }
    return count
  }

  /// Bytes; below, the hint takes longer than it saves.
  private static let longWrite = 1 << 20

  public func truncate(_ file: Descriptor, to size: Int) throws(FileProblem) {
    _ = try retrying(.cut, file) { ftruncate(file.number, size) }
  }

  public func reserve(_ file: Descriptor, size: Int) throws(FileProblem) {
    _ = try retrying(.reserve, file) { fallocate(file.number, CLINUX_FALLOC_KEEP_SIZE, 0, size) }
  }

  public func sync(_ file: Descriptor, dataOnly: Bool) throws(FileProblem) {
    _ = try retrying(.sync, file) { dataOnly ? fdatasync(file.number) : fsync(file.number) }
  }

  // Linux has closed the file even when close() reports EINTR: a second try could close another's.
  public func close(_ file: Descriptor) throws(FileProblem) {
    if Glibc.close(file.number) < 0, errno != EINTR { throw problem(.close, file) }
  }

  public func target(ofLink path: String) throws(FileProblem) -> String {
    var text = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = try retrying(.examine, path) { readlink(path.systemPath, &text, text.count) }
    return String(path: text[..<count].map(UInt8.init(bitPattern:)))
  }

  public func names(in folder: String) throws(FileProblem) -> [String] {
    guard let stream = opendir(folder.systemPath) else {
      throw .failed(.list, path: folder, code: errno)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(path: Array(bytes.prefix { $0 != 0 }))
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  public func rename(
    _ from: String, to: String, _ manner: RenameManner
  ) throws(FileProblem) {
    let flags: CUnsignedInt =
      switch manner {
      case .replacing: 0
      case .ifFree: CLINUX_RENAME_NOREPLACE
      case .exchanging: CLINUX_RENAME_EXCHANGE
      }
    _ = try retrying(.rename, from) {
      renameat2(AT_FDCWD, from.systemPath, AT_FDCWD, to.systemPath, flags)
    }
  }

  public func unlink(_ path: String) throws(FileProblem) {
    _ = try retrying(.remove, path) { Glibc.unlink(path.systemPath) }
  }

  public func makeFolder(_ path: String, isPrivate: Bool) throws(FileProblem) {
    let mode: mode_t = isPrivate ? 0o700 : 0o777
    _ = try retrying(.makeFolder, path) { mkdir(path.systemPath, mode) }
  }

  public func lock(_ file: Descriptor) throws(FileProblem) -> Bool {
    do {
      _ = try retrying(.lock, file) { flock(file.number, LOCK_EX | LOCK_NB) }
      return true
    } catch {
      if error.code == EWOULDBLOCK { return false }
      throw error
    }
  }

  public func freeSpace(at path: String) -> Int? {
    var system = statvfs()
    guard statvfs(path.systemPath, &system) == 0 else { return nil }
    return Int(clamping: UInt64(system.f_bavail) &* UInt64(system.f_frsize))
  }
}

/// Makes a call until a signal does not interrupt it.
func retrying<Result: SignedInteger>(
  _ call: FileCall, _ path: @autoclosure () -> String, _ body: () -> Result
) throws(FileProblem) -> Result {
  while true {
    let result = body()
    if result >= 0 { return result }
    let code = errno
    if code != EINTR { throw .failed(call, path: path(), code: code) }
  }
}

/// Makes a call on an open file until a signal does not interrupt it.
func retrying<Result: SignedInteger>(
  _ call: FileCall, _ file: Descriptor, _ body: () -> Result
) throws(FileProblem) -> Result {
  try retrying(call, name(of: file), body)
}

private func problem(_ call: FileCall, _ file: Descriptor) -> FileProblem {
  let code = errno
  return .failed(call, path: name(of: file), code: code)
}

/// The path that an open file has now, for messages.
private func name(of file: Descriptor) -> String {
  let link = "/proc/self/fd/\(file.number)"
  return (try? SystemDisk().target(ofLink: link)) ?? link
}
