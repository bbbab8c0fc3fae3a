internal import Glibc

/// A file that a person asked for, such as a report: it is there whole or not at all, and survives a power cut once written.
public enum WholeFile {
  /// Writes a file under a temporary name beside it, syncs it and gives it its name.
  ///
  /// - Parameter replacing: whether a file of that name may be replaced; it keeps its mode and owner. A link is followed.
  /// - Throws: ``FileProblem/appeared(path:)`` where there is one and it may not; nothing is left behind then.
  public static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool, on disk: any Disk = SystemDisk()
  ) throws(FileProblem) {
    let path = try disk.resolve(path)
    let former = try disk.statusIfPresent(at: path)
    if former?.kind == .folder { throw .isFolder(path: path) }
    if former != nil, !replacing { throw .appeared(path: path) }
    let temporary = joined(folder(of: path), ".\(lastName(of: path)).\(getpid()).tmp")
    let file = try disk.open(temporary, for: .creating(isPrivate: former != nil))
    do {
      defer { try? disk.close(file) }
      try disk.writeAll(bytes, to: file)
      if former != nil { try? disk.copyAccess(from: path, to: file) }
      try disk.sync(file, dataOnly: false)
      try disk.rename(temporary, to: path, former == nil ? .ifFree : .replacing)
      try disk.syncFolder(folder(of: path))
    } catch {
      try? disk.unlink(temporary)
      throw error.isTaken ? .appeared(path: path) : error
    }
  }
}
