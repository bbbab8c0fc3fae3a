import Glibc
import InspectionStore

/// A trail read from its end, a stretch of whole entries at a time, so that of a long one no more is read than is wanted.
struct TrailTail: ~Copyable {
  /// How much is read at once, in bytes; more where one entry is longer.
  private static let stretch = 1 << 20

  private let descriptor: Int32
  private let path: String
  /// Where what was not read yet ends.
  private(set) var end: Int

  /// Nil where there is no trail.
  init?(_ path: String) throws(FileError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    self.path = path
    end = 0
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw FileError(path, .system(errno))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path, .notOrdinary)
    }
    end = Int(status.st_size)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The entries before those given so far, in the order of the file; nil once there are none.
  mutating func next() throws(FileError) -> [UInt8]? {
    var size = Self.stretch
    while end > 0 {
      let start = max(0, end - size)
      let bytes = try read(start..<end)
      if start == 0 {
        end = 0
        return bytes
      }
      if let first = TrailPieces.first(in: bytes) {
        end = start + first
        return Array(bytes[first...])
      }
      size *= 2
    }
    return nil
  }

  private func read(_ range: Range<Int>) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    var count = 0
    while count < bytes.count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        pread(
          descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count,
          off_t(range.lowerBound + count))
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw FileError(path, .system(errno)) }
      // Somebody made it shorter meanwhile: what is left is what there is.
      if got == 0 { return Array(bytes[..<count]) }
      count += got
    }
    return bytes
  }
}
