// How an open register is kept, whatever other programs do to its folder.

extension RegisterFile {
  /// Something that another program did to an open register's folder, of which a person should
  /// know.
  public enum Notice: Hashable, Sendable {
    /// The lock had been removed, and is taken again.
    case lock
    /// The journal had been removed, and is there again.
    case journal(entries: Int)
    /// The folder has another name now; the register is followed there.
    case moved(to: String)
    /// The link that the register was named by leads to another file now; the register is the one
    /// that was opened.
    case linkLeadsElsewhere(String, to: String, here: String)
  }

  /// Makes good what was removed from under the open register (the lock, and the journal if it
  /// holds anything), and follows it to where its folder is now. A few calls of the kernel, to be
  /// made once a second.
  ///
  /// - Throws: ``FileProblem/readOnly(path:_:)`` where another program has the lock by now; from
  ///   then on this one only reads.
  public mutating func tend() throws(FileProblem) {
    try keepPlace()
    noteLink()
    guard access == .writable else { return }
    try keepLock()
    let (lock, disk) = (lock, disk)
    try journal.restore(environment) { lock?.isInPlace(on: disk) ?? true }
  }

  /// What there is to be said since this was last asked.
  public mutating func takeNotices() -> [Notice] {
    if journal.wasMadeAgain { notices.insert(.journal(entries: journal.unsaved), at: 0) }
    defer { (notices, journal.wasMadeAgain) = ([], false) }
    return notices
  }

  /// Takes the lock again where its file was taken away.
  mutating func keepLock() throws(FileProblem) {
    guard var lock, !lock.isInPlace(on: disk) else { return }
    // It would keep this out itself.
    lock.releaseRegister(on: disk)
    self.lock = lock
    let attempt = try RegisterLock.acquire(place, environment)
    lock.release(on: disk)
    self.lock = nil
    switch attempt {
    case .taken(let again):
      self.lock = again
      notices.append(.lock)
    case .refused(let reason): access = .readOnly(because: reason)
    }
    try requireWritable()
  }

  /// Follows the register to where its folder is now, so that nothing is written to one that has
  /// its former name.
  ///
  /// - Throws: ``FileProblem/folderGone(path:)`` where nothing tells where that is.
  mutating func keepPlace() throws(FileProblem) {
    guard let openFolder, !openFolder.is(at: place.folder, on: disk) else { return }
    guard let now = openFolder.path(on: disk), openFolder.is(at: now, on: disk) else {
      throw .folderGone(path: path)
    }
    let former = place.folder
    place = place.moved(to: now)
    lock?.move(from: former, to: now)
    journal.move(from: former, to: place)
    trail.move(to: place)
    notices.append(.moved(to: now))
  }

  private mutating func noteLink() {
    guard place.given != path, let target = try? disk.resolve(place.given), target != path,
      target != place.given, target != ledElsewhere
    else { return }
    ledElsewhere = target
    notices.append(.linkLeadsElsewhere(place.given, to: target, here: path))
  }
}

/// A folder that is kept open, so that it is known again by whatever name.
struct OpenFolder: Sendable {
  private let file: Descriptor
  private let stamp: FileStamp

  /// Nil where it cannot be opened.
  init?(_ path: String, on disk: any Disk) {
    guard let file = try? disk.open(path, for: .reading) else { return nil }
    guard let stamp = try? disk.status(of: file).stamp else {
      try? disk.close(file)
      return nil
    }
    (self.file, self.stamp) = (file, stamp)
  }

  /// False if it is known that the folder is not at this path.
  func `is`(at path: String, on disk: any Disk) -> Bool {
    do {
      return try disk.status(at: path, followingLinks: true).stamp.isSameFile(as: stamp)
    } catch {
      return !error.isMissing
    }
  }

  /// The path that it has now.
  func path(on disk: any Disk) -> String? {
    try? disk.target(ofLink: "/proc/self/fd/\(file.number)")
  }

  func close(on disk: any Disk) { try? disk.close(file) }
}

extension RegisterFile.Notice: CustomStringConvertible {
  /// One sentence for a person, without a full stop.
  public var description: String {
    switch self {
    case .lock: "the lock beside the file had been removed; it was made again"
    case .journal(let entries):
      "the journal beside the file had been removed; it is there again with "
        + (entries == 1 ? "the 1 unsaved change" : "all \(entries) unsaved changes")
    case .moved(let folder): "the folder of the file is \(folder) now; work goes on there"
    case .linkLeadsElsewhere(let link, let target, let here):
      "\(link) leads to \(target) now; this is still \(here), and saved there"
    }
  }
}
