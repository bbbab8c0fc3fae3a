internal import CLinux
internal import Glibc

// What the system says about files, and who may do what with them.

extension SystemDisk {
  public func status(of file: Descriptor) throws(FileProblem) -> FileStatus {
    var status = stat()
    _ = try retrying(.examine, file) { fstat(file.number, &status) }
    return FileStatus(status)
  }

  public func status(
    at path: String, followingLinks: Bool
  ) throws(FileProblem) -> FileStatus {
    FileStatus(try rawStatus(at: path, followingLinks: followingLinks))
  }

  private func rawStatus(at path: String, followingLinks: Bool) throws(FileProblem) -> stat {
    var status = stat()
    let name = path.systemPath
    _ = try retrying(.examine, path) {
      followingLinks ? stat(name, &status) : lstat(name, &status)
    }
    return status
  }

  // The owner first: a change of owner clears bits of the mode. The access list after the mode,
  // because a mode rewrites the list's mask.
  public func copyAccess(from path: String, to file: Descriptor) throws(FileProblem) {
    let old = try rawStatus(at: path, followingLinks: false)
    var new = stat()
    _ = try retrying(.examine, file) { fstat(file.number, &new) }
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid) {
      _ = try retrying(.keepAccess, path) { fchown(file.number, old.st_uid, old.st_gid) }
    }
    _ = try retrying(.keepAccess, path) { fchmod(file.number, old.st_mode & 0o7777) }
    try copyAttributes(of: path, to: file, where: Self.isKept)
  }

  public func shareAccess(of path: String, with file: Descriptor) throws(FileProblem) {
    let old = try rawStatus(at: path, followingLinks: true)
    var new = stat()
    _ = try retrying(.examine, file) { fstat(file.number, &new) }
    if new.st_uid != old.st_uid { _ = fchown(file.number, old.st_uid, gid_t.max) }
    let hasGroup =
      new.st_gid == old.st_gid || fchown(file.number, uid_t.max, old.st_gid) == 0
    // Another group than the register's has no right to what is in it.
    let mode = old.st_mode & (hasGroup ? 0o666 : 0o606)
    _ = try retrying(.keepAccess, path) { fchmod(file.number, mode) }
    if hasGroup { try copyAttributes(of: path, to: file) { $0 == "system.posix_acl_access" } }
  }

  private func copyAttributes(
    of path: String, to file: Descriptor, where isKept: (String) -> Bool
  ) throws(FileProblem) {
    for name in try attributeNames(of: path) where isKept(name) {
      let value = try attribute(name, of: path)
      _ = try retrying(.keepAccess, path) {
        value.withUnsafeBytes { fsetxattr(file.number, name, $0.baseAddress, $0.count, 0) }
      }
    }
  }

  /// What people set by hand; what the system sets by itself (security labels) it sets again.
  private static func isKept(_ name: String) -> Bool {
    name.hasPrefix("user.") || name == "system.posix_acl_access"
  }

  private func attributeNames(of path: String) throws(FileProblem) -> [String] {
    let list: [UInt8]
    do {
      list = try measured(path) { listxattr(path.systemPath, $0, $1) }
    } catch {
      // A file system without attributes has none to keep.
      if error.code == EOPNOTSUPP { return [] }
      throw error
    }
    return list.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  private func attribute(_ name: String, of path: String) throws(FileProblem) -> [UInt8] {
    try measured(path) { getxattr(path.systemPath, name, $0, $1) }
  }

  /// Asks for a size, then for that many bytes.
  private func measured(
    _ path: String, _ call: (UnsafeMutableRawPointer?, Int) -> Int
  ) throws(FileProblem) -> [UInt8] {
    let size = try retrying(.keepAccess, path) { call(nil, 0) }
    if size == 0 { return [] }
    return try [UInt8](unsafeUninitializedCapacity: size) { (buffer, count) throws(FileProblem) in
      count = try retrying(.keepAccess, path) { call(buffer.baseAddress, size) }
    }
  }
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      default: .other
      }
    let stamp = FileStamp(
      device: UInt64(status.st_dev), inode: UInt64(status.st_ino), size: Int(status.st_size),
      modified: nanoseconds(status.st_mtim), changed: nanoseconds(status.st_ctim))
    self.init(
      kind: kind, links: Int(status.st_nlink), owner: status.st_uid,
      mode: UInt32(status.st_mode & 0o7777), stamp: stamp)
  }
}

private func nanoseconds(_ time: timespec) -> Int64 {
  Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
}
