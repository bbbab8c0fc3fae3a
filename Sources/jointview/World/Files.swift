import Glibc
import InspectionStore

/// Small files that are not the register: settings, schemes, the place one was at.
enum Files {
  /// The largest file that is read whole, in bytes.
  private static let largest = 1 << 30

  /// The bytes of an ordinary file, or why there are none. A pipe or a device might never end, so none is read.
  static func read(_ path: String, upTo largest: Int = largest) -> Result<[UInt8], FileError> {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return .failure(FileError(path, .system(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      return .failure(FileError(path, .system(errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { return .failure(FileError(path, .notOrdinary)) }
    guard status.st_size <= largest else { return .failure(FileError(path, .tooLarge(largest))) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { return .success(bytes) }
      if count < 0 {
        if errno == EINTR { continue }
        return .failure(FileError(path, .system(errno)))
      }
      bytes += buffer[..<count]
    }
  }

  /// The size of an ordinary file, in bytes.
  static func size(_ path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether it is a pipe or a device.
  static func isStream(_ path: String) -> Bool { kind(path, isNone: [S_IFREG, S_IFDIR]) }

  /// Whether it is a device, which may give bytes for ever; a pipe ends with whoever writes to it.
  static func isEndless(_ path: String) -> Bool { kind(path, isNone: [S_IFREG, S_IFDIR, S_IFIFO]) }

  private static func kind(_ path: String, isNone kinds: [mode_t]) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && !kinds.contains(status.st_mode & S_IFMT)
  }

  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The names in a folder, in the order of the alphabet; none where it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Makes a folder with those above it; false where that failed.
  @discardableResult
  static func makeFolder(_ path: String) -> Bool {
    if isFolder(path) { return true }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      makeFolder(String(path[..<slash]))
    }
    return mkdir(path, 0o755) == 0 || errno == EEXIST
  }

  /// Writes a file that may be lost: by another name first, so that it is never half there.
  static func writeCasually(_ bytes: [UInt8], to path: String) {
    let temporary = path + ".\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    if written != bytes.count || rename(temporary, path) != 0 { unlink(temporary) }
  }
}

extension Files {
  /// Why a file could not be written; says so where it is there all the same, as when it was its
  /// folder that could not be made durable.
  static func words(_ problem: FileProblem, writing bytes: [UInt8], to path: String) -> String {
    guard case .success(bytes) = read(path) else { return problem.description }
    return "\(path) is there, but may not last: \(problem)"
  }
}

/// Why a file could not be read.
struct FileError: Error, CustomStringConvertible {
  enum Reason {
    case system(Int32)
    /// A folder, a pipe or a device.
    case notOrdinary
    /// Larger than so many bytes.
    case tooLarge(Int)
  }

  let path: String
  let reason: Reason

  init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  var description: String {
    switch reason {
    case .system(let code): "cannot read \(path): \(String(cString: strerror(code)))"
    case .notOrdinary: "cannot read \(path): it is not an ordinary file"
    case .tooLarge(let largest):
      "cannot read \(path): it is larger than \(largest >> 20) MiB"
    }
  }
}
