internal import Glibc

/// A folder of files that a person asked for, such as an export: its files are all there or none
/// is, and survive a power cut once it is finished.
///
/// They are written into a folder of another name first. Where no folder has the name, or an empty
/// one, or one that holds nothing but files to be replaced, the two change names in one step. A
/// folder with other files in it, or that cannot change its name, gets the files one after another,
/// each whole, in the order of their names in ``finish(lastly:)``.
public struct WholeFolder {
  /// Where it is to be.
  public let path: String
  private var begun = ""
  /// What is to be replaced.
  private let replaced: [String]
  private let others: [String]
  private let disk = SystemDisk()
  private var names: [String] = []
  private var open: Descriptor?

  /// What has the name now.
  public enum Former: Hashable, Sendable {
    case nothing
    case folder(names: [String])
  }

  /// What has the name of a folder that is to be written; a link is followed.
  ///
  /// - Throws: where that is no folder.
  public static func former(at path: String) throws(FileProblem) -> Former {
    let disk = SystemDisk()
    do throws(FileProblem) {
      let status = try disk.status(at: path, followingLinks: true)
      guard status.kind == .folder else { throw .notOurs(path: path, what: "folder") }
      return .folder(names: try disk.names(in: path))
    } catch {
      if error.isMissing { return .nothing }
      throw error
    }
  }

  /// Begins to write one. Folders that it is to lie in are made where they are missing.
  ///
  /// - Parameters:
  ///   - own: the names of files that may be replaced.
  ///   - pid: the number of the process, by which what it begins differs from what others begin.
  public init(_ path: String, replacing own: Set<String>, by pid: Int32) throws(FileProblem) {
    let path = Self.whole(path)
    self.path = path
    var names: [String] = []
    switch try Self.former(at: path) {
    case .folder(let all): names = all
    case .nothing: try disk.makeFolders(folder(of: path), arePrivate: false)
    }
    (replaced, others) = (names.filter(own.contains), names.filter { !own.contains($0) })
    let beside = RegisterPlace.begun(path, by: pid)
    let within = joined(path, lastName(of: beside))
    let device = try disk.statusIfPresent(at: path)?.stamp.device
    do throws(FileProblem) {
      // Nothing moves from one file system to another.
      let parent = try disk.status(at: folder(of: path), followingLinks: true).stamp.device
      begun = device == nil || device == parent ? beside : within
      try Self.make(begun, own)
    } catch {
      // Nothing may be made beside it, as in the folder of somebody else; in it perhaps.
      guard device != nil, begun != within else { throw error }
      begun = within
      try Self.make(begun, own)
    }
  }

  /// The path without slashes at its end, absolute where it is a folder's already, so that `.` has
  /// a name.
  private static func whole(_ path: String) -> String {
    if let real = realpath(path.systemPath, nil) {
      defer { free(real) }
      return String(path: real)
    }
    let trimmed = path.reversed().drop { $0 == "/" }
    return trimmed.isEmpty ? path : String(trimmed.reversed())
  }

  /// Makes the folder. One of that name is what a process left that was killed and had our number.
  private static func make(_ path: String, _ own: Set<String>) throws(FileProblem) {
    if case .folder(let names)? = try? former(at: path) {
      removeFolder(path, names.filter(own.contains), SystemDisk())
    }
    try SystemDisk().makeFolder(path, isPrivate: false)
  }

  // MARK: - Files

  /// Where a file is while it is being written.
  public func path(of name: String) -> String { joined(begun, name) }

  /// Begins a file; the one before it is finished.
  public mutating func begin(_ name: String) throws(FileProblem) {
    try finishFile()
    open = try disk.open(path(of: name), for: .creating(isPrivate: false))
    names.append(name)
  }

  /// Writes on in the file that was begun last.
  public func write(_ bytes: [UInt8]) throws(FileProblem) {
    if let open { try disk.writeAll(bytes, to: open) }
  }

  /// Ends the file that was begun last, so that other programs may read it.
  public mutating func finishFile() throws(FileProblem) {
    guard let file = open else { return }
    open = nil
    defer { try? disk.close(file) }
    try disk.sync(file, dataOnly: false)
  }

  /// Has another program write a file at ``path(of:)``, and takes it to itself.
  public mutating func adopt(_ name: String, writtenBy write: () throws -> Void) throws {
    try write()
    let file = try disk.open(path(of: name), for: .readingOwn)
    defer { try? disk.close(file) }
    try disk.sync(file, dataOnly: false)
    names.append(name)
  }

  /// Takes a file out again.
  public mutating func remove(_ name: String) throws(FileProblem) {
    try finishFile()
    try disk.unlink(path(of: name))
    names.removeAll { $0 == name }
  }

  // MARK: - The end

  /// Gives the folder its name, with all that was written.
  ///
  /// - Parameter last: the file that comes last where files are put in place one after another.
  public mutating func finish(lastly last: String) throws(FileProblem) {
    try finishFile()
    try disk.syncFolder(begun)
    if try !takeName() { try putInPlace(last) }
    try disk.syncFolder(folder(of: path))
  }

  /// Leaves nothing behind, nor what another program has half written in its folder.
  public mutating func abandon() {
    if let file = open { try? disk.close(file) }
    open = nil
    Self.removeFolder(begun, (try? disk.names(in: begun)) ?? names, disk)
  }

  /// Has the two folders change names, if only files to be replaced are lost with the old one.
  private func takeName() throws(FileProblem) -> Bool {
    guard others.isEmpty, folder(of: begun) == folder(of: path), !isWhereWeStand else {
      return false
    }
    if try disk.statusIfPresent(at: path) == nil {
      try disk.rename(begun, to: path, .ifFree)
      return true
    }
    do throws(FileProblem) {
      let new = try disk.open(begun, for: .reading)
      defer { try? disk.close(new) }
      try disk.copyAccess(from: path, to: new)
      try disk.rename(begun, to: path, .exchanging)
    } catch {
      return false
    }
    Self.removeFolder(begun, replaced, disk)
    return true
  }

  /// Whether whoever started the program would be left in a folder without a name.
  private var isWhereWeStand: Bool {
    let here = try? disk.status(at: ".", followingLinks: true).stamp
    let there = try? disk.status(at: path, followingLinks: true).stamp
    return here.flatMap { here in there.map(here.isSameFile) } ?? false
  }

  private func putInPlace(_ last: String) throws(FileProblem) {
    for name in names.filter({ $0 != last }) + names.filter({ $0 == last }) {
      try disk.rename(joined(begun, name), to: joined(path, name), .replacing)
    }
    for name in replaced where !names.contains(name) { try? disk.unlink(joined(path, name)) }
    try disk.syncFolder(path)
    _ = rmdir(begun.systemPath)
  }

  private static func removeFolder(_ path: String, _ names: [String], _ disk: SystemDisk) {
    for name in names { try? disk.unlink(joined(path, name)) }
    _ = rmdir(path.systemPath)
  }
}
