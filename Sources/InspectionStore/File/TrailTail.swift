/// A trail read from its end, some whole records at a time, so that of a long one no more is
/// read than is wanted.
struct TrailTail: ~Copyable {
  /// How much is read at once, in bytes; more where one record is longer.
  private static let chunkSize = 1 << 20

  private let file: Descriptor
  private let disk: any Disk
  /// Where what was not read yet ends.
  private(set) var end: Int

  init(_ path: String, on disk: any Disk) throws(FileProblem) {
    let opened = try disk.open(path, for: .readingOwn)
    let size: Int
    do throws(FileProblem) {
      size = try disk.status(of: opened).stamp.size
    } catch {
      try? disk.close(opened)
      throw error
    }
    (file, self.disk, end) = (opened, disk, size)
  }

  deinit { try? disk.close(file) }

  /// The bytes from a place on, which are not given any more.
  mutating func skip(to place: Int) throws(FileProblem) -> [UInt8] {
    let bytes = try disk.bytes(of: file, place..<end)
    end = place
    return bytes
  }

  /// The records before those given so far, in the order of the file; nil once there are none.
  mutating func next() throws(FileProblem) -> [UInt8]? {
    var size = Self.chunkSize
    while end > 0 {
      let start = max(0, end - size)
      let bytes = try disk.bytes(of: file, start..<end)
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
}
