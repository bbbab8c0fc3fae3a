import CNcurses
import Glibc

/// Keeps what is written to standard error off the screen while the screen is ours.
///
/// It goes to a log if there is one. Else it is kept in memory and shown once the terminal is given
/// back, so that the last words of a crash are not lost. Where a person sent it to a file it stays.
struct StandardError {
  private let real: Int32
  private let substitute: Int32
  private let isKept: Bool

  /// - Parameter log: An open file for it; `nil` keeps it in memory.
  init(log: Int32?) {
    real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    isKept = log == nil && isatty(STDERR_FILENO) == 1
    substitute = log ?? (isKept ? memfd_create("standard error", 1 /* MFD_CLOEXEC */) : -1)
  }

  /// Sends it to the log or to memory from now on.
  func redirect() {
    if substitute >= 0 { dup2(substitute, STDERR_FILENO) }
  }

  /// Sends it where it went at first, and shows what was kept. Safe in a signal handler.
  func restore() {
    guard real >= 0 else { return }
    dup2(real, STDERR_FILENO)
    if isKept { showKept() }
  }

  private func showKept() {
    lseek(substitute, 0, SEEK_SET)
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
      while true {
        let count = read(substitute, buffer.baseAddress, buffer.count)
        if count <= 0 { break }
        _ = write(real, buffer.baseAddress, count)
      }
    }
    ftruncate(substitute, 0)
    lseek(substitute, 0, SEEK_SET)
  }
}
