/// Files that are neither a register nor kept for one: letters, settings, drafts. All of them are
/// opened here, by the disk.
public enum PlainFile {
  /// The largest that is read, in bytes.
  public static let largest = 1 << 30

  /// The bytes of an ordinary file. A pipe or a device might never end, so none is read.
  ///
  /// - Parameter isOwn: whether the program made it, so that no link is followed to it.
  public static func read(
    _ path: String, upTo most: Int = largest, isOwn: Bool = false
  ) throws(FileProblem) -> [UInt8] {
    let disk = SystemDisk()
    let file = try disk.open(path, for: isOwn ? .readingOwn : .reading)
    defer { try? disk.close(file) }
    let status = try disk.status(of: file)
    guard status.kind == .regular else { throw .notOrdinary(path: path) }
    guard status.stamp.size <= most else { throw .longer(path: path, than: most) }
    // What the kernel makes up while it is read has no size before, and some files grow.
    var (bytes, room): ([UInt8], Int) = ([], max(1 << 16, status.stamp.size + 1))
    while true {
      let more = try disk.bytes(of: file, bytes.count..<bytes.count + room)
      // Nearly every file comes in one piece, which is not copied.
      if bytes.isEmpty { bytes = more } else { bytes += more }
      if bytes.count > most { throw .longer(path: path, than: most) }
      if more.count < room { return bytes }
      room = min(2 * room, most)
    }
  }

  /// The first bytes of an ordinary file, as many as are asked for and there.
  public static func start(of path: String, upTo count: Int) throws(FileProblem) -> [UInt8] {
    let disk = SystemDisk()
    let file = try disk.open(path, for: .reading)
    defer { try? disk.close(file) }
    guard try disk.status(of: file).kind == .regular else { throw .notOrdinary(path: path) }
    return try disk.bytes(of: file, 0..<count)
  }

  /// Gives a file that is whole the name that it is to have, once its bytes are on the disk. What
  /// had that name before loses it.
  public static func keep(_ path: String, as name: String) throws(FileProblem) {
    let disk = SystemDisk()
    let file = try disk.open(path, for: .readingOwn)
    defer { try? disk.close(file) }
    try disk.sync(file, dataOnly: false)
    try disk.rename(path, to: name, .replacing)
    try disk.syncFolder(folder(of: name))
  }

  /// Writes a private file of the program's that may be lost: by another name first, so that it is
  /// never half there.
  public static func write(_ bytes: [UInt8], to path: String, by pid: Int32) throws(FileProblem) {
    let disk = SystemDisk()
    let next = RegisterPlace.begun(path, by: pid)
    try? disk.unlink(next)
    try disk.write(bytes, asNew: next)
    do throws(FileProblem) {
      try disk.rename(next, to: path, .replacing)
    } catch {
      try? disk.unlink(next)
      throw error
    }
  }

  /// Writes a private file of a name that nobody has, and gives its path.
  ///
  /// - Parameter prefix: how the name begins; the rest is chance.
  public static func makeNew(
    _ bytes: [UInt8], in folder: String, prefix: String
  ) throws(FileProblem) -> String {
    while true {
      let mark = hexadecimal(UInt32.random(in: 0...(.max)), digits: 8)
      let path = joined(folder, prefix + mark)
      do throws(FileProblem) {
        try SystemDisk().write(bytes, asNew: path)
        return path
      } catch {
        if !error.isTaken { throw error }
      }
    }
  }

  /// Writes at the end of an open file.
  public static func append(_ bytes: [UInt8], to file: Descriptor) throws(FileProblem) {
    try SystemDisk().writeAll(bytes, to: file)
  }

  /// Opens a private file of the program's to write at its end; it is made if it is missing.
  public static func openToAppend(_ path: String) throws(FileProblem) -> Descriptor {
    do throws(FileProblem) {
      return try SystemDisk().open(path, for: .appending)
    } catch {
      guard error.isMissing else { throw error }
      return try SystemDisk().open(path, for: .creating(isPrivate: true))
    }
  }
}

extension PlainFile {
  /// Takes the lock of a private file of the program's, which is made if it is missing; nil where
  /// somebody else has it. It lasts until ``letGo(_:)`` or the end of the program.
  public static func lock(_ path: String) throws(FileProblem) -> Descriptor? {
    let (disk, file) = (SystemDisk(), try openToAppend(path))
    do throws(FileProblem) {
      if try disk.lock(file) { return file }
      try? disk.close(file)
      return nil
    } catch {
      try? disk.close(file)
      throw error
    }
  }

  /// Gives a lock back.
  public static func letGo(_ lock: Descriptor) { try? SystemDisk().close(lock) }
}

extension Disk {
  fileprivate func write(_ bytes: [UInt8], asNew path: String) throws(FileProblem) {
    let file = try make(path, likeRegister: nil)
    defer { try? close(file) }
    do throws(FileProblem) {
      try writeAll(bytes, to: file)
    } catch {
      try? unlink(path)
      throw error
    }
  }
}
