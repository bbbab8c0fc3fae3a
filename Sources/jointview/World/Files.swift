import Glibc
import InspectionStore

/// Small files that are not the register: settings, schemes, the place one was at.
enum Files {
  /// The bytes of an ordinary file, or why there are none.
  static func read(
    _ path: String, upTo most: Int = PlainFile.largest, isOwn: Bool = false
  ) -> Result<[UInt8], FileProblem> {
    Result { () throws(FileProblem) in try PlainFile.read(path, upTo: most, isOwn: isOwn) }
  }

  /// The size of an ordinary file, in bytes.
  static func size(_ path: String) -> Int? {
    var status = stat()
    guard stat(path.systemPath, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return Int(status.st_size)
  }

  static func exists(_ path: String) -> Bool { access(path.systemPath, F_OK) == 0 }

  static func isWritable(_ path: String) -> Bool { access(path.systemPath, W_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path.systemPath, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether it is a pipe or a device.
  static func isStream(_ path: String) -> Bool { kind(path, isNone: [S_IFREG, S_IFDIR]) }

  /// Whether it is a device, which may give bytes for ever; a pipe ends with whoever writes to it.
  static func isEndless(_ path: String) -> Bool { kind(path, isNone: [S_IFREG, S_IFDIR, S_IFIFO]) }

  private static func kind(_ path: String, isNone kinds: [mode_t]) -> Bool {
    var status = stat()
    return stat(path.systemPath, &status) == 0 && !kinds.contains(status.st_mode & S_IFMT)
  }

  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path.systemPath, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The names in a folder, in the order of the alphabet; none where it cannot be read.
  static func names(in folder: String) -> [String] {
    ((try? SystemDisk().names(in: folder)) ?? []).sorted()
  }

  /// Makes a folder with those above it; false where that failed.
  @discardableResult
  static func makeFolder(_ path: String) -> Bool {
    if isFolder(path) { return true }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      makeFolder(String(path[..<slash]))
    }
    return mkdir(path.systemPath, 0o755) == 0 || errno == EEXIST
  }

  /// Writes a file that may be lost.
  static func writeCasually(_ bytes: [UInt8], to path: String) {
    try? PlainFile.write(bytes, to: path, by: getpid())
  }
}

extension Files {
  /// Why a file could not be written; says so where it is there all the same, as when it was its
  /// folder that could not be made durable.
  static func sentence(_ problem: FileProblem, writing bytes: [UInt8], to path: String) -> String {
    guard case .success(bytes) = read(path) else { return problem.description }
    return "\(path) is there, but may not last: \(problem)"
  }
}
