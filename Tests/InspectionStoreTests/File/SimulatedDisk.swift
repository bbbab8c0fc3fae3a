import Glibc

@testable import InspectionStore

/// A disk in memory that can lose power, fail, and let another program in, at any call.
///
/// Each change of a file or a folder is pending until that file or folder is synced. When power is
/// lost, any subset of the pending changes may have reached the disk (writes by halves, too); see
/// `statesAfterPowerLoss`. After a sync that fails, what was pending is in doubt for ever: a later
/// sync of the same file succeeds, but does not save it.
///
/// Used by one thread at a time.
final class SimulatedDisk: Disk, @unchecked Sendable {
  /// What happens at a call, instead of it or just before it.
  enum Mishap: Hashable {
    case powerLoss
    case failure(code: Int32)
    /// Fails every call from this one on that needs room.
    case full
    case foreignEdit(inPlace: Bool)
    /// Another program removes the journal and the lock, as `git clean -fdX` does.
    case deletion
  }

  struct OpenFile {
    var inode: Int
    var path: String
    var offset = 0
    var appends = false
  }

  var image: DiskImage
  var mishap: (call: Int, Mishap)?
  /// At most so many bytes are written by one call.
  var writeLimit = Int.max
  /// Folders in which no file can be made, renamed or removed.
  var closedFolders: Set<String> = []
  /// False for a file system on which no file can be locked.
  var knowsLocks = true
  /// Files that this user may not open, for any use.
  var foreignFiles: Set<String> = []
  /// What another program does just before a call, once.
  var intrusion: (call: Int, () -> Void)?
  /// What another program does between the opening and the locking of a file, once.
  var beforeLocking: (() -> Void)?
  /// The file that another program adds a line to.
  var foreignPath = Analyst.path
  /// What that program wrote.
  private(set) var foreignText: String?
  private(set) var calls = 0
  /// The calls that changed something: power lost at another call leaves what a former one leaves.
  private(set) var changingCalls: [Int] = []
  private var isDead = false
  private var isFull = false
  private var files: [Int32: OpenFile] = [:]
  private var locks: [Int: Int32] = [:]
  private var lastNumber: Int32 = 2

  init(_ image: DiskImage) { self.image = image }

  private func begin(
    _ call: FileCall, _ path: String, changes: Bool = false, needsRoom: Bool = false
  ) throws(FileProblem) {
    if isDead { throw .failed(call, path: path, code: EIO) }
    if let intrusion, intrusion.call == calls {
      self.intrusion = nil
      intrusion.1()
    }
    defer { calls += 1 }
    if changes { changingCalls.append(calls) }
    if needsRoom, isFull { throw .failed(call, path: path, code: ENOSPC) }
    guard let mishap, mishap.call == calls else { return }
    switch mishap.1 {
    case .powerLoss:
      isDead = true
      throw .failed(call, path: path, code: EIO)
    case .failure(let code):
      throw .failed(call, path: path, code: code)
    case .full:
      isFull = true
      if needsRoom { throw .failed(call, path: path, code: ENOSPC) }
    case .foreignEdit(let inPlace):
      foreignText = image.editDurably(foreignPath, inPlace: inPlace, adding: Analyst.foreignLine)
    case .deletion:
      image.removeDurably(image.paths.filter { $0.hasSuffix(".journal") || $0.hasSuffix(".lock") })
    }
  }

  private func file(_ descriptor: Descriptor, _ call: FileCall) throws(FileProblem) -> OpenFile {
    guard let file = files[descriptor.number] else { throw .failed(call, path: "?", code: EBADF) }
    return file
  }

  private func inode(_ call: FileCall, at path: String) throws(FileProblem) -> Int {
    guard let inode = image.inode(at: path) else { throw .failed(call, path: path, code: ENOENT) }
    return inode
  }

  private func requireOpen(_ call: FileCall, _ path: String) throws(FileProblem) {
    if closedFolders.contains(folder(of: path)) { throw .failed(call, path: path, code: EACCES) }
  }

  func open(_ path: String, for use: OpenUse) throws(FileProblem) -> Descriptor {
    let exists = image.inode(at: path) != nil
    var creates = false
    switch use {
    case .reading, .streaming, .readingOwn, .overwriting, .appending, .locking: creates = false
    case .creating: creates = true
    }
    try begin(.open, path, changes: creates, needsRoom: creates)
    if case .creating = use, exists { throw .failed(.open, path: path, code: EEXIST) }
    if creates {
      try requireOpen(.open, path)
      guard image.isFolder(folder(of: path)) else { throw .failed(.open, path: path, code: ENOENT) }
      image.create(path, .file([]))
    }
    let inode = try inode(.open, at: path)
    if foreignFiles.contains(path) { throw .failed(.open, path: path, code: EACCES) }
    lastNumber += 1
    files[lastNumber] = OpenFile(inode: inode, path: path, appends: use == .appending)
    return Descriptor(number: lastNumber)
  }

  func read(
    _ descriptor: Descriptor, into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(FileProblem) -> Int {
    let file = try file(descriptor, .read)
    try begin(.read, file.path)
    let run = image.bytes(of: file.inode).dropFirst(file.offset).prefix(buffer.count)
    _ = buffer.update(fromContentsOf: run)
    files[descriptor.number]?.offset += run.count
    return run.count
  }

  func read(
    _ descriptor: Descriptor, at offset: Int, into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(FileProblem) -> Int {
    let file = try file(descriptor, .read)
    try begin(.read, file.path)
    let run = image.bytes(of: file.inode).dropFirst(offset).prefix(buffer.count)
    _ = buffer.update(fromContentsOf: run)
    return run.count
  }

  func write(_ bytes: RawSpan, to descriptor: Descriptor) throws(FileProblem) -> Int {
    let file = try file(descriptor, .write)
    let all = bytes.withUnsafeBytes { Array($0) }
    do {
      try begin(.write, file.path, changes: true, needsRoom: true)
    } catch {
      // A failing write may have written a part.
      if !isDead, error.code != EINTR { put(all.prefix(all.count / 2), descriptor, file) }
      throw error
    }
    let run = all.prefix(writeLimit)
    put(run, descriptor, file)
    return run.count
  }

  private func put(_ bytes: ArraySlice<UInt8>, _ descriptor: Descriptor, _ file: OpenFile) {
    let offset = file.appends ? image.bytes(of: file.inode).count : file.offset
    image.change(file.inode, .write(at: offset, Array(bytes)))
    files[descriptor.number]?.offset = offset + bytes.count
  }

  func truncate(_ descriptor: Descriptor, to size: Int) throws(FileProblem) {
    let file = try file(descriptor, .cut)
    try begin(.cut, file.path, changes: true)
    image.change(file.inode, .cut(to: size))
  }

  func reserve(_ descriptor: Descriptor, size: Int) throws(FileProblem) {
    try begin(.reserve, try file(descriptor, .reserve).path, needsRoom: true)
  }

  func sync(_ descriptor: Descriptor, dataOnly: Bool) throws(FileProblem) {
    let file = try file(descriptor, .sync)
    do {
      try begin(.sync, file.path, changes: true)
    } catch {
      if !isDead { image.doubt(file.inode) }
      throw error
    }
    image.sync(file.inode)
  }

  func close(_ descriptor: Descriptor) throws(FileProblem) {
    guard let file = files.removeValue(forKey: descriptor.number) else { return }
    if locks[file.inode] == descriptor.number { locks[file.inode] = nil }
    try begin(.close, file.path)
  }

  func status(of descriptor: Descriptor) throws(FileProblem) -> FileStatus {
    let file = try file(descriptor, .examine)
    try begin(.examine, file.path)
    return image.status(of: file.inode)
  }

  func status(at path: String, followingLinks: Bool) throws(FileProblem) -> FileStatus {
    try begin(.examine, path)
    return image.status(of: try inode(.examine, at: path))
  }

  func target(ofLink path: String) throws(FileProblem) -> String {
    throw .failed(.examine, path: path, code: EINVAL)
  }

  func names(in folder: String) throws(FileProblem) -> [String] {
    try begin(.list, folder)
    return image.paths.filter { InspectionStore.folder(of: $0) == folder }.map(lastName(of:))
  }

  func rename(_ from: String, to: String, _ manner: RenameManner) throws(FileProblem) {
    try begin(.rename, from, changes: true)
    try requireOpen(.rename, from)
    let moved = try inode(.rename, at: from)
    switch (manner, image.inode(at: to)) {
    case (.ifFree, .some): throw .failed(.rename, path: from, code: EEXIST)
    case (.exchanging, nil): throw .failed(.rename, path: from, code: ENOENT)
    case (.exchanging, let other):
      image.name([.init(path: from, inode: other), .init(path: to, inode: moved)])
    default: image.name([.init(path: from, inode: nil), .init(path: to, inode: moved)])
    }
  }

  func unlink(_ path: String) throws(FileProblem) {
    try begin(.remove, path, changes: true)
    try requireOpen(.remove, path)
    _ = try inode(.remove, at: path)
    image.name([.init(path: path, inode: nil)])
  }

  func makeFolder(_ path: String, isPrivate: Bool) throws(FileProblem) {
    try begin(.makeFolder, path, changes: true, needsRoom: true)
    if image.inode(at: path) != nil { throw .failed(.makeFolder, path: path, code: EEXIST) }
    image.create(path, .folder)
  }

  func lock(_ descriptor: Descriptor) throws(FileProblem) -> Bool {
    let file = try file(descriptor, .lock)
    beforeLocking.take()?()
    try begin(.lock, file.path)
    if !knowsLocks { throw .failed(.lock, path: file.path, code: ENOLCK) }
    if locks[file.inode] != nil { return false }
    locks[file.inode] = descriptor.number
    return true
  }

  func copyAccess(from path: String, to descriptor: Descriptor) throws(FileProblem) {
    try begin(.keepAccess, path)
  }

  func shareAccess(of path: String, with descriptor: Descriptor) throws(FileProblem) {
    try begin(.keepAccess, path)
  }

  func freeSpace(at path: String) -> Int? { isFull ? 0 : nil }
}
