internal import Glibc

// Saving without a new file, where the register's inode must stay.

extension RegisterFile {
  /// Overwrites the register, after the whole new text is durable in a safety copy, from which the
  /// next open finishes what breaks off.
  mutating func saveInPlace(
    _ contents: FileContents, _ fingerprint: Fingerprint
  ) throws(FileProblem) -> SaveOutcome {
    let copy = try writeSafetyCopy(contents)
    do {
      if let theirs = try outsideVersion() {
        dropUnusedSafetyCopy()
        return .changedOutside(theirs)
      }
      try overwrite(with: contents)
    } catch {
      guard case .halfWritten = error else {
        dropUnusedSafetyCopy()
        throw error
      }
      // What it holds now is nobody's version: a second try must not take it for another's.
      if let stamp = try? disk.status(at: path, followingLinks: false).stamp {
        known = KnownVersion(stamp: stamp, fingerprint: nil)
      }
      throw .halfWritten(path: path, copy: copy, code: error.code ?? EIO)
    }
    // It is written, whatever the disk has to say now; without a new stamp the next look reads it
    // again.
    if let stamp = (try? disk.status(at: path, followingLinks: false).stamp) ?? known?.stamp {
      known = KnownVersion(stamp: stamp, fingerprint: fingerprint)
    }
    try removeSafetyCopy()
    return .saved
  }

  /// Puts the safety copy in place of an older one in one step: the older may be all there is of a
  /// save that broke off.
  private func writeSafetyCopy(_ contents: FileContents) throws(FileProblem) -> String {
    let copy = safetyCopy
    let folder = InspectionStore.folder(of: copy)
    let next = copy + ".tmp"
    try? disk.unlink(next)
    try disk.createFile(next, contents, likeRegister: model)
    do {
      try disk.rename(next, to: copy, .replacing)
      try disk.syncFolder(folder)
    } catch {
      try? disk.unlink(next)
      throw error
    }
    return copy
  }

  /// Removes the safety copy of a save that has not begun to overwrite, unless the register is half
  /// written since an earlier one.
  private func dropUnusedSafetyCopy() {
    if known?.fingerprint != nil { try? removeSafetyCopy() }
  }

  /// Removes the safety copy for good, before the journal that gives it its meaning can go.
  func removeSafetyCopy() throws(FileProblem) {
    for copy in place.safetyCopies where try disk.statusIfPresent(at: copy) != nil {
      try disk.unlink(copy)
      try disk.syncFolder(InspectionStore.folder(of: copy))
    }
  }

  /// Writes the register from its first byte, with the room made before the first byte is touched.
  ///
  /// Throws ``FileProblem/halfWritten(path:copy:code:)`` only if it may have touched one.
  func overwrite(with contents: FileContents) throws(FileProblem) {
    let file = try disk.open(path, for: .overwriting)
    defer { try? disk.close(file) }
    try disk.makeRoom(in: file, for: contents.count)
    do {
      try disk.writeAll(contents, to: file)
      try disk.truncate(file, to: contents.count)
      try disk.sync(file, dataOnly: false)
    } catch {
      throw .halfWritten(path: path, copy: safetyCopy, code: error.code ?? EIO)
    }
  }
}
