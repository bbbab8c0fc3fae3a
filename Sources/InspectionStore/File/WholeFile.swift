internal import Glibc

/// A file that a person asked for, such as a report: it is there whole or not at all, and survives
/// a power cut once written.
public enum WholeFile {
  /// Writes a file under a temporary name beside it, syncs it and gives it its name. Nothing is
  /// left behind where that fails.
  ///
  /// Only an ordinary file is replaced, which keeps its mode and owner; a link is not followed.
  ///
  /// - Parameters:
  ///   - replacing: whether a file of that name may be replaced.
  ///   - register: the register that the file is about, which is not replaced, nor is what belongs
  ///     to it.
  /// - Throws: ``FileProblem/appeared(path:)`` where there is a file and it may not be replaced.
  public static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool, about register: String? = nil,
    in environment: RegisterEnvironment
  ) throws(FileProblem) {
    let disk = environment.disk
    let former = try disk.statusIfPresent(at: path)
    switch former?.kind {
    case .folder: throw .isFolder(path: path)
    case .link: throw .isLink(path: path)
    case .pipe, .other: throw .notOrdinary(path: path)
    case .regular, nil: break
    }
    if former != nil, !replacing { throw .appeared(path: path) }
    if let register, try RegisterPlace(register, in: environment).owns(path, on: disk) {
      throw .partOfRegister(path: path)
    }
    let temporary = RegisterPlace.begun(path, by: environment.pid)
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
      throw error.isTaken ? .appeared(path: path) : error.naming(path, not: temporary)
    }
  }
}

extension RegisterPlace {
  /// Whether a file is the register, or one that is kept for it, by whatever name.
  fileprivate func owns(_ file: String, on disk: any Disk) throws(FileProblem) -> Bool {
    let own = [path, lock, trail] + journals + safetyCopies + [privateLock].compactMap(\.self)
    let folder = InspectionStore.folder(of: file)
    // In a folder that is not there lies nothing.
    guard let there = try? disk.status(at: folder, followingLinks: true).stamp else { return false }
    let stamp = try disk.statusIfPresent(at: file)?.stamp
    for path in own {
      if let stamp, let other = try disk.statusIfPresent(at: path)?.stamp,
        stamp.isSameFile(as: other)
      {
        return true
      }
      guard lastName(of: path) == lastName(of: file) else { continue }
      let folder = try? disk.status(at: InspectionStore.folder(of: path), followingLinks: true)
      if folder?.stamp.isSameFile(as: there) == true { return true }
    }
    return false
  }
}
