import Glibc
import TerminalCore

/// Writes down every key as it is pressed, so that a session can be played again, also one that ended in a crash.
struct KeyRecorder: Sendable {
  private let descriptor: Int32

  init(_ path: String) throws {
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Failure("cannot record to \(path): \(String(cString: strerror(errno)))", .usage)
    }
  }

  /// A line ends with Enter, so that the file can be read and cut.
  func record(_ key: Key) {
    let bytes = Array((KeyNotation.text(key) + (key == .enter ? "\n" : " ")).utf8)
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }
}
