import Glibc

/// What the disk itself takes, without any program's work.
enum BareDisk {
  /// A file that lines are appended to.
  final class Log {
    private let path: String
    private let file: Int32
    private let line = Array(
      "Set: Contribution Note C-00000000\nFrom: nothing\nTo: seen 1\nCrc: 00000000\n\n".utf8)

    init(in folder: String) throws {
      path = folder + "/append"
      file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_TRUNC, 0o600)
      guard file >= 0 else { throw Trouble("cannot write \(path)") }
    }

    deinit {
      close(file)
      unlink(path)
    }

    /// Milliseconds for a line at its end to be durable.
    func append() -> Double {
      let start = milliseconds()
      _ = write(file, line, line.count)
      fdatasync(file)
      return milliseconds() - start
    }
  }

  /// Lets the disk come to rest: a file that was just removed is given back beside what is written
  /// next, and that should pay for neither the program's nor the bare disk's.
  static func settle(after bytes: Int) {
    sync()
    usleep(UInt32(bytes / 400))
  }

  /// Milliseconds to write these bytes to a new file and make them durable.
  static func copy(_ bytes: [UInt8], in folder: String) throws -> Double {
    let path = folder + "/copy"
    let start = milliseconds()
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard file >= 0 else { throw Trouble("cannot write \(path)") }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(file, $0.baseAddress?.advanced(by: done), $0.count - done)
      }
      guard count > 0 else { throw Trouble("cannot write \(path)") }
      done += count
    }
    fsync(file)
    close(file)
    defer { unlink(path) }
    return milliseconds() - start
  }
}

/// All bytes of a file.
func readBytes(_ path: String) throws -> [UInt8] {
  guard let file = fopen(path, "r") else { throw Trouble("cannot read \(path)") }
  defer { fclose(file) }
  fseek(file, 0, SEEK_END)
  let size = ftell(file)
  rewind(file)
  return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    count = fread(buffer.baseAddress, 1, size, file)
  }
}
